#include "charts/tile_map.h"

namespace mognad {

Picture draw_tile_map(const TileMapData&, double width, const ChartStyle&) {
  Picture picture;
  picture.size = {width, 100};
  return picture;
}

std::string describe_tile_map(const TileMapData&, const Words&) { return "tile_map"; }

}  // namespace mognad
