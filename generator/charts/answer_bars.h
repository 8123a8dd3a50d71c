// How answers are spread over the steps of the scale, a bar of a hundred per cent for each statement.
#pragma once

#include "charts/charts.h"

namespace mognad {

Picture draw_answer_bars(const AnswerBarsData& data, double width, const ChartStyle& style);
std::string describe_answer_bars(const AnswerBarsData& data, const Words& words);

}  // namespace mognad
