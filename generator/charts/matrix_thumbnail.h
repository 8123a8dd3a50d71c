// The matrix as a small picture.
#pragma once

#include "charts/charts.h"

namespace mognad {

Picture draw_matrix_thumbnail(const MatrixThumbnailData& data, double width, const ChartStyle& style,
                              std::vector<std::string>* dropped);
std::string describe_matrix_thumbnail(const MatrixThumbnailData& data, const Words& words);

}  // namespace mognad
