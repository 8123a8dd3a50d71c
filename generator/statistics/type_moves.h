// What became of the organisations of a type between two years, by their place in the matrix, and what may be said of
// it. The places of each year are published too (quadrants of all, dots in the matrix), and who measured is no secret.
// So the four types of both years are a table whose sums are known, with a fifth row and column for those that have a
// place in one of the years only (count_table.h): how many of the matched stood where in a year is its type's sum less
// the fifth cell.
//
//  1. A count under the minimum is withheld, and zero with it: "none of A moved to D" tells of each that was in A.
//  2. So is every count of a type whose number in that year is withheld.
//  3. Further counts are withheld until the small ones can't be worked out. That holds for those who came and went too:
//     who left is known, and the place of a single one would be.
//  4. Those matched with the year before and those matched with the year after are parts of the same year. Where few
//     are in one and not in the other, they would be what is left between the two tables; then no count of those who
//     went may be told to within the minimum.
//  5. Moves are of consecutive years; those of longer steps could be compared with the shorter ones.
#pragma once

#include <span>

#include "dataset/survey.h"
#include "statistics/results.h"

namespace mognad {

/// The place of each organisation of the type in a year: quadrant_number(), or −1 without one. All lists are as long.
using QuadrantNumbers = std::span<const int>;

/// `before`: the places in the measurement before `from`; empty when there is none. With fewer matched organisations
/// than `least_matched` all counts are withheld.
TypeMoves type_moves(const DisclosurePolicy& policy, int least_matched, QuadrantNumbers before, QuadrantNumbers from,
                     QuadrantNumbers to);

/// The same without a word on any count.
TypeMoves untold_moves(QuadrantNumbers from, QuadrantNumbers to, Missing reason);

}  // namespace mognad
