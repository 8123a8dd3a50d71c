// Workbook: the tables of a publication as sheets, ready to write: contents and method, a sheet for each figure, all
// nodes, all organisations, the participants. Names of sheets are those of the figures, the same every year. Whoever is
// named agreed to it: without an agreement of the survey the last two sheets are left out, and the first says why.
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
  bool contents = false;  // the rows lead to the sheets that their ids name
};

struct Workbook {
  std::string title;
  std::string author;
  std::string date;  // ISO 8601, of the report, not of the run
  std::string language;
  std::string notice;   // that the data are an example; empty: nothing
  std::string id_head;  // of the column with the ids of rows: "Id"
  std::vector<Sheet> sheets;
};

/// `figures` are all of the publication in its order.
Workbook build_workbook(const NationInputs& inputs, const std::vector<NationalFigure>& figures, const Words& words);

}  // namespace mognad
