#include "charts/chart_data.h"

namespace mognad {

ChartData::ChartData(const ChartData& other) = default;
ChartData::ChartData(ChartData&& other) noexcept = default;
ChartData& ChartData::operator=(const ChartData& other) = default;
ChartData& ChartData::operator=(ChartData&& other) noexcept = default;
ChartData::~ChartData() = default;

}  // namespace mognad
