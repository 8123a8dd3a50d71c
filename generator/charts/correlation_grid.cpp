#include "charts/correlation_grid.h"

namespace mognad {

Picture draw_correlation_grid(const CorrelationData&, double width, const ChartStyle&) {
  Picture picture;
  picture.size = {width, 100};
  return picture;
}

std::string describe_correlation_grid(const CorrelationData&, const Words&) { return "correlation_grid"; }

}  // namespace mognad
