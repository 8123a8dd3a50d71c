#include "charts/type_moves.h"

namespace mognad {

Picture draw_type_moves(const TypeMovesData&, double width, const ChartStyle&) {
  Picture picture;
  picture.size = {width, 100};
  return picture;
}

std::string describe_type_moves(const TypeMovesData&, const Words&) { return "type_moves"; }

}  // namespace mognad
