#include "charts/scale_rows.h"

namespace mognad {

Picture draw_scale_rows(const ScaleRowsData&, double width, const ChartStyle&) {
  Picture picture;
  picture.size = {width, 100};
  return picture;
}

std::string describe_scale_rows(const ScaleRowsData&, const Words&) { return "scale_rows"; }

}  // namespace mognad
