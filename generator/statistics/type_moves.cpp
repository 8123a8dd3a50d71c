#include "statistics/type_moves.h"

#include <algorithm>

#include "statistics/count_table.h"
#include "statistics/quadrant_counts.h"

namespace mognad {
namespace {

constexpr std::size_t kAbsent = CountTable::kSide - 1;  // the row or column of those without a place in that year

std::size_t place_in_table(int quadrant) { return quadrant < 0 ? kAbsent : static_cast<std::size_t>(quadrant); }

CountTable count_moves(QuadrantNumbers from, QuadrantNumbers to) {
  CountTable table;
  for (std::size_t o = 0; o < from.size(); ++o)
    if (from[o] >= 0 || to[o] >= 0) ++table.counts[place_in_table(from[o])][place_in_table(to[o])];
  return table;
}

std::array<int, 4> count_quadrants(QuadrantNumbers places) {
  std::array<int, 4> counts{};
  for (const int quadrant : places)
    if (quadrant >= 0) ++counts[static_cast<std::size_t>(quadrant)];
  return counts;
}

/// Rule 2.
void withhold_hidden_types(CountTable& table, QuadrantNumbers from, QuadrantNumbers to, int minimum) {
  const auto rows = control_quadrants(count_quadrants(from), minimum).withheld;
  const auto columns = control_quadrants(count_quadrants(to), minimum).withheld;
  for (std::size_t row = 0; row <= kAbsent; ++row)
    for (std::size_t column = 0; column <= kAbsent; ++column)
      if ((row < kAbsent && rows[row]) || (column < kAbsent && columns[column])) table.withheld[row][column] = true;
}

/// Rule 4: whether a piece of the year, by who measured in the one before and the one after, is small.
bool splits_off_few(QuadrantNumbers before, QuadrantNumbers from, QuadrantNumbers to, int least) {
  std::array<int, 4> pieces{};
  for (std::size_t o = 0; o < before.size(); ++o)
    if (from[o] >= 0) ++pieces[(before[o] >= 0 ? 2u : 0u) + (to[o] >= 0 ? 1u : 0u)];
  return std::any_of(pieces.begin(), pieces.end(), [&](int n) { return n > 0 && n < least; });
}

/// Without the complementary step.
void withhold_few(CountTable& table, int minimum) {
  for (std::size_t row = 0; row < kAbsent; ++row)
    for (std::size_t column = 0; column < kAbsent; ++column)
      table.withheld[row][column] = table.counts[row][column] < minimum;
}

Measured told(int count, bool withheld) { return withheld ? Measured(Missing::withheld) : Measured(count); }

/// The sums of the matched; one under the minimum is withheld, as any count.
void add_sums(TypeMoves& moves, const CountTable& table, int minimum) {
  for (std::size_t q = 0; q < kAbsent; ++q) {
    int before = 0, after = 0;
    for (std::size_t other = 0; other < kAbsent; ++other)
      before += table.counts[q][other], after += table.counts[other][q];
    moves.before[q] = told(before, before < minimum || table.withheld[q][kAbsent]);
    moves.after[q] = told(after, after < minimum || table.withheld[kAbsent][q]);
  }
}

}  // namespace

TypeMoves untold_moves(QuadrantNumbers from, QuadrantNumbers to, Missing reason) {
  TypeMoves moves;
  for (std::size_t o = 0; o < from.size(); ++o) moves.organisations += from[o] >= 0 && to[o] >= 0;
  moves.before.fill(reason);
  moves.after.fill(reason);
  for (auto& row : moves.moved) row.fill(reason);
  return moves;
}

TypeMoves type_moves(const DisclosurePolicy& policy, int least_matched, QuadrantNumbers before, QuadrantNumbers from,
                     QuadrantNumbers to) {
  TypeMoves moves = untold_moves(from, to, Missing::withheld);
  if (moves.organisations < least_matched) return moves;
  const int minimum = policy.minimum_others;
  CountTable table = count_moves(from, to);
  if (policy.complementary) {
    withhold_hidden_types(table, from, to, minimum);
    if (splits_off_few(before, from, to, minimum + 1))
      for (std::size_t q = 0; q < kAbsent; ++q) table.linked[q][kAbsent] = true;
    protect_counts(table, minimum);
  } else {
    withhold_few(table, minimum);
  }
  for (std::size_t row = 0; row < kAbsent; ++row)
    for (std::size_t column = 0; column < kAbsent; ++column)
      moves.moved[row][column] = told(table.counts[row][column], table.withheld[row][column]);
  add_sums(moves, table, minimum);
  return moves;
}

}  // namespace mognad
