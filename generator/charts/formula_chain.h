// The way from an answer to the total.
#pragma once

#include "charts/charts.h"

namespace mognad {

Picture draw_formula_chain(const FormulaChainData& data, double width, const ChartStyle& style);
std::string describe_formula_chain(const FormulaChainData& data, const Words& words);

}  // namespace mognad
