#include "charts/series.h"

namespace mognad {

Picture draw_series(const SeriesData&, double width, const ChartStyle&) {
  Picture picture;
  picture.size = {width, 100};
  return picture;
}

std::string describe_series(const SeriesData&, const Words&) { return "series"; }

}  // namespace mognad
