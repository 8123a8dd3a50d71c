// The one rounding of the house: half away from zero, on the decimal value that the number stands for, so that
// 56.25 is 56.3 and 0.285 is 0.29 although its binary neighbour lies below. Text, charts and tables all use it.
#pragma once

namespace mognad {

/// `value` rounded to 0 to 9 decimals. Values whose decimal expansion is a half but for the error of a few binary
/// operations (one part in 10^12) count as halves. −0 comes out as 0.
double round_half_away(double value, int decimals);

/// The same as an integer count of the last decimal: round_to_units(56.25, 1) is 563.
long long round_to_units(double value, int decimals);

/// Whether a value lies at or above a limit; one that misses it by a last binary digit does.
inline bool reaches(double value, double limit) { return value >= limit - 1e-9; }

}  // namespace mognad
