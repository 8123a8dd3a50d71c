// Agreement among respondents on one statement: r_wg of James, Demaree and Wolf (Journal of Applied Psychology 69,
// 1984) with the uniform distribution as the null: 1 − s² / ((A² − 1) / 12) on steps, s² with n − 1, A steps. Below 0
// (more spread than chance) it is shown as 0.
#pragma once

#include <span>

namespace mognad {

/// From the number of answers on each step, lowest first; at least two answers and two steps. 0 to 1.
double agreement(std::span<const int> answers_by_step);

}  // namespace mognad
