// Labels beside each other on one baseline, each as near the mark that it names as the others let it: the heads of rows
// that name median, mean and middle half at once. Where all of them together are wider than the room, they begin at its
// left end in their order and the last reach over its right end, where `settle_labels` takes them away.
#pragma once

#include <vector>

namespace mognad {

/// A label that wants to stand centred on its mark.
struct RowLabel {
  double mark = 0;
  double width = 0;
};

/// Left edges of the labels, in their order; at least `gap` apart and, if they have room, inside `from` to `to`. Labels
/// keep the order of their marks. The place is the one with the least squared movement (pool adjacent violators).
std::vector<double> place_in_row(const std::vector<RowLabel>& labels, double gap, double from, double to);

}  // namespace mognad
