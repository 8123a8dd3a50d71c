#include "statistics/count_table.h"

#include <algorithm>
#include <optional>
#include <vector>

#include "base/index.h"

namespace mognad {
namespace {

constexpr int kSide = CountTable::kSide;
using Counts = CountTable::Square<int>;
using Mask = CountTable::Square<bool>;

struct Cell {
  int row = 0;
  int column = 0;
};

/// Every cell but the one that is known to be empty.
std::vector<Cell> cells() {
  std::vector<Cell> all;
  for (int row = 0; row < kSide; ++row)
    for (int column = 0; column < kSide; ++column)
      if (row < kSide - 1 || column < kSide - 1) all.push_back({row, column});
  return all;
}

enum class Step { up = 1, down = -1 };

/// Rows and columns as the nodes of a network: a chain from the cell's row to its column in which withheld counts
/// change by one, in turns, leaves every sum as it is.
class Chain {
 public:
  Chain(Counts& counts, const Mask& withheld, Cell cell, Step step)
      : counts_(counts), withheld_(withheld), cell_(cell), step_(step) {}

  /// Moves one along the shortest chain; false where there is none.
  bool move_one() {
    if (step_ == Step::down && count(cell_) == 0) return false;
    std::array<int, kNodes> from;
    from.fill(kUnseen);
    std::vector<int> line{cell_.row};
    from[at(cell_.row)] = cell_.row;
    for (std::size_t next = 0; next < line.size(); ++next)
      for (int node = 0; node < kNodes; ++node) {
        if (from[at(node)] != kUnseen || !open(line[next], node)) continue;
        from[at(node)] = line[next];
        line.push_back(node);
      }
    if (from[at(kSide + cell_.column)] == kUnseen) return false;
    follow(from);
    return true;
  }

 private:
  static constexpr int kNodes = 2 * kSide;  // rows, then columns
  static constexpr int kUnseen = -1;

  int& count(Cell cell) { return counts_[at(cell.row)][at(cell.column)]; }
  static Cell cell_of(int from, int to) { return from < kSide ? Cell{from, to - kSide} : Cell{to, from - kSide}; }
  /// From a row to a column the count goes against the cell's, from a column to a row with it.
  int change(int from) const { return from < kSide ? -static_cast<int>(step_) : static_cast<int>(step_); }

  bool open(int from, int to) {
    if ((from < kSide) == (to < kSide)) return false;
    const Cell cell = cell_of(from, to);
    if (cell.row == cell_.row && cell.column == cell_.column) return false;
    return withheld_[at(cell.row)][at(cell.column)] && count(cell) + change(from) >= 0;
  }

  void follow(const std::array<int, kNodes>& from) {
    count(cell_) += static_cast<int>(step_);
    for (int node = kSide + cell_.column; node != cell_.row; node = from[at(node)])
      count(cell_of(from[at(node)], node)) += change(from[at(node)]);
  }

  Counts& counts_;
  const Mask& withheld_;
  Cell cell_;
  Step step_;
};

int room(const CountTable& table, Cell cell, Step step, int most) {
  Counts counts = table.counts;
  Chain chain(counts, table.withheld, cell, step);
  int moved = 0;
  while (moved < most && chain.move_one()) ++moved;
  return moved;
}

/// A count to protect, and the room that it needs.
struct Need {
  Cell cell;
  CountRoom room;
};

std::vector<Need> needs_of(const CountTable& table, int minimum) {
  CountTable all = table;
  for (auto& row : all.withheld) row.fill(true);
  all.withheld[kSide - 1][kSide - 1] = false;
  std::vector<Need> needs;
  for (const Cell cell : cells()) {
    const int count = table.counts[at(cell.row)][at(cell.column)];
    if (count >= minimum && !table.linked[at(cell.row)][at(cell.column)]) continue;
    const CountRoom wanted =
        table.linked[at(cell.row)][at(cell.column)] ? CountRoom{minimum, minimum} : CountRoom{count, minimum - count};
    needs.push_back({cell, {room(all, cell, Step::down, wanted.below), room(all, cell, Step::up, wanted.above)}});
  }
  return needs;
}

/// By how much the counts to protect lack room.
int lack(const CountTable& table, const std::vector<Need>& needs) {
  int sum = 0;
  for (const Need& need : needs) {
    sum += need.room.below - room(table, need.cell, Step::down, need.room.below);
    sum += need.room.above - room(table, need.cell, Step::up, need.room.above);
  }
  return sum;
}

/// Withholds the smallest count that gives any of them room; with all withheld nothing lacks.
void withhold_one(CountTable& table, const std::vector<Need>& needs, const std::vector<Cell>& by_size, int lacking) {
  std::optional<Cell> smallest;
  for (const Cell cell : by_size) {
    bool& withheld = table.withheld[at(cell.row)][at(cell.column)];
    if (withheld) continue;
    if (!smallest) smallest = cell;
    withheld = true;
    if (lack(table, needs) < lacking) return;
    withheld = false;
  }
  if (smallest) table.withheld[at(smallest->row)][at(smallest->column)] = true;
}

/// Shows again what protects nothing now that others are withheld; never what was withheld before.
void show_unneeded(CountTable& table, const std::vector<Need>& needs, const std::vector<Cell>& largest_first,
                   const Mask& before) {
  for (const Cell cell : largest_first) {
    bool& withheld = table.withheld[at(cell.row)][at(cell.column)];
    if (!withheld || before[at(cell.row)][at(cell.column)]) continue;
    withheld = false;
    withheld = lack(table, needs) > 0;
  }
}

}  // namespace

CountRoom room_around(const CountTable& table, int row, int column, int most) {
  return {room(table, {row, column}, Step::down, most), room(table, {row, column}, Step::up, most)};
}

void protect_counts(CountTable& table, int minimum) {
  const std::vector<Need> needs = needs_of(table, minimum);
  for (const Need& need : needs) {
    // Where nobody came or went the last row or column is known to be empty, and nothing is hidden by saying so.
    const bool outside = need.cell.row == kSide - 1 || need.cell.column == kSide - 1;
    const bool known = outside && need.room.below == 0 && need.room.above == 0;
    if (!known) table.withheld[at(need.cell.row)][at(need.cell.column)] = true;
  }
  const Mask before = table.withheld;
  std::vector<Cell> by_size = cells();
  const auto count = [&](Cell cell) { return table.counts[at(cell.row)][at(cell.column)]; };
  std::stable_sort(by_size.begin(), by_size.end(), [&](Cell a, Cell b) { return count(a) < count(b); });
  for (int lacking = lack(table, needs); lacking > 0; lacking = lack(table, needs))
    withhold_one(table, needs, by_size, lacking);
  std::reverse(by_size.begin(), by_size.end());
  show_unneeded(table, needs, by_size, before);
}

}  // namespace mognad
