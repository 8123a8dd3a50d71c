#include "charts/year_columns.h"

namespace mognad {

Picture draw_year_columns(const YearColumnsData&, double width, const ChartStyle&) {
  Picture picture;
  picture.size = {width, 100};
  return picture;
}

std::string describe_year_columns(const YearColumnsData&, const Words&) { return "year_columns"; }

}  // namespace mognad
