#include "report/printed_extremes.h"

#include "base/rounding.h"

namespace mognad {

PrintedExtremes printed_extremes(std::span<const Measured> values, int decimals) {
  PrintedExtremes found;
  long long high = 0, low = 0;
  for (std::size_t i = 0; i < values.size(); ++i) {
    found.hidden += values[i].withheld() ? 1 : 0;
    if (!values[i]) continue;
    const long long printed = round_to_units(values[i].number(), decimals);
    const bool first = found.known++ == 0;
    if (first || printed >= high) found.high_alone = first || printed > high;
    if (first || printed <= low) found.low_alone = first || printed < low;
    if (first || printed > high) high = printed, found.high = i;
    if (first || printed < low) low = printed, found.low = i;
  }
  if (found.known > 1)
    found.alike =
        high == low || round_to_units(difference(values[found.high], values[found.low]).number(), decimals) == 0;
  return found;
}

}  // namespace mognad
