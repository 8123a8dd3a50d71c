#include "charts/type_matrix.h"

namespace mognad {

Picture draw_type_matrix(const TypeMatrixData&, double width, const ChartStyle&) {
  Picture picture;
  picture.size = {width, 100};
  return picture;
}

std::string describe_type_matrix(const TypeMatrixData&, const Words&) { return "type_matrix"; }

}  // namespace mognad
