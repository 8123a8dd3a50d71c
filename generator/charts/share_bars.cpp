#include "charts/share_bars.h"

namespace mognad {

Picture draw_share_bars(const ShareBarsData&, double width, const ChartStyle&) {
  Picture picture;
  picture.size = {width, 100};
  return picture;
}

std::string describe_share_bars(const ShareBarsData&, const Words&) { return "share_bars"; }

}  // namespace mognad
