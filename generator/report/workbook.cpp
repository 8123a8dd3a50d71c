#include "report/workbook.h"

namespace mognad {

Workbook build_workbook(const NationInputs& inputs, const std::vector<NationalFigure>& figures, const Words& words) {
  Workbook book;
  book.title = inputs.survey.name.in(words.tag());
  for (const NationalFigure& figure : figures)
    book.sheets.push_back({figure.name, figure.figure.title, {}, figure.data});
  return book;
}

}  // namespace mognad
