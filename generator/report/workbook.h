// Workbook: the tables of a publication as sheets, ready to write: contents and method, a sheet for each figure, all
// nodes, all organisations, the participants.
#pragma once

#include <string>
#include <vector>

#include "report/national_figure.h"

namespace mognad {

struct Sheet {
  std::string name;  // of the tab: at most 31 characters, unique, none of []:*?/\ (Excel's rules)
  std::string title;
  std::vector<std::string> notes;  // lines above the table: that data is simulated, subtitle, source, symbols
  FigureData data;
};

struct Workbook {
  std::string title;
  std::string author;
  std::string date;  // ISO 8601, of the report, not of the run
  std::string language;
  std::string notice;  // that the data are an example; empty: nothing
  std::vector<Sheet> sheets;
};

Workbook build_workbook(const NationInputs& inputs, const std::vector<NationalFigure>& figures, const Words& words);

}  // namespace mognad
