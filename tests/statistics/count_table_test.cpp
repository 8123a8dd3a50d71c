#include "statistics/count_table.h"

#include <algorithm>

#include "support/property.h"

using namespace mognad;
using namespace mognad::test;

namespace {

constexpr int kSide = CountTable::kSide;
constexpr int kMinimum = 5;
using Rows = CountTable::Square<int>;

std::size_t at(int index) { return static_cast<std::size_t>(index); }

CountTable table_of(const Rows& counts) {
  CountTable table;
  table.counts = counts;
  return table;
}

CountTable controlled(const Rows& counts) {
  CountTable table = table_of(counts);
  protect_counts(table, kMinimum);
  return table;
}

/// Large flows on the diagonal, small ones beside it, now and then none.
Rows draw_counts(Random& random) {
  Rows counts{};
  const int most = random.between(1, 12);
  for (int row = 0; row < kSide; ++row)
    for (int column = 0; column < kSide; ++column)
      counts[at(row)][at(column)] = random.chance(0.2) ? 0 : random.between(0, row == column ? 6 * most : most);
  counts[kSide - 1][kSide - 1] = 0;
  if (random.chance(0.3)) counts[kSide - 1].fill(0);
  return counts;
}

/// Every table of two rows and columns inside the withheld cells, by trying all.
CountRoom tried_room(const CountTable& table, int first, int second) {
  const int a = table.counts[at(first)][at(first)], b = table.counts[at(first)][at(second)];
  const int c = table.counts[at(second)][at(first)], d = table.counts[at(second)][at(second)];
  CountRoom room;
  for (int other = 0; other <= a + b; ++other) {
    const int shift = other - a;
    if (b - shift < 0 || c - shift < 0 || d + shift < 0) continue;
    room.below = std::max(room.below, -shift);
    room.above = std::max(room.above, shift);
  }
  return room;
}

}  // namespace

TEST_CASE("The room around a count is that of all tables with the same sums", "[statistics][disclosure][property]") {
  check_property([] {
    Random random = drawn_random();
    CountTable table = table_of(draw_counts(random));
    const int first = random.between(0, 2), second = random.between(first + 1, 3);
    for (const int row : {first, second})
      for (const int column : {first, second}) table.withheld[at(row)][at(column)] = true;
    const CountRoom expected = tried_room(table, first, second);
    const CountRoom found = room_around(table, first, first, 1000);
    RC_ASSERT(found.below == expected.below);
    RC_ASSERT(found.above == expected.above);
  });
}

TEST_CASE("A count that stands alone among the withheld has no room", "[statistics][disclosure]") {
  CountTable table = table_of({{{20, 3, 9, 9, 9}, {9, 9, 9, 9, 9}, {9, 9, 9, 9, 9}, {9, 9, 9, 9, 9}, {9, 9, 9, 9, 0}}});
  table.withheld[0][0] = table.withheld[0][1] = true;
  CHECK(room_around(table, 0, 1, 10).above == 0);
  CHECK(room_around(table, 0, 1, 10).below == 0);
}

TEST_CASE("A small count is withheld with three others at the least", "[statistics][disclosure]") {
  const CountTable table =
      controlled({{{20, 3, 9, 9, 9}, {9, 30, 9, 9, 9}, {9, 9, 40, 8, 9}, {9, 7, 9, 50, 9}, {9, 9, 9, 9, 0}}});
  CHECK(table.withheld[0][1]);
  int withheld = 0;
  for (const auto& row : table.withheld) withheld += static_cast<int>(std::count(row.begin(), row.end(), true));
  CHECK(withheld == 4);
  CHECK_FALSE(table.withheld[1][1]);
}

TEST_CASE("A count of zero is withheld like any other small one", "[statistics][disclosure]") {
  const CountTable table =
      controlled({{{20, 0, 9, 9, 9}, {9, 30, 9, 9, 9}, {9, 9, 40, 8, 9}, {9, 7, 9, 50, 9}, {9, 9, 9, 9, 0}}});
  CHECK(table.withheld[0][1]);
  CHECK(room_around(table, 0, 1, 5).above == 5);
}

TEST_CASE("Where all are large nothing is withheld", "[statistics][disclosure]") {
  const CountTable table =
      controlled({{{5, 6, 7, 8, 5}, {5, 6, 7, 8, 5}, {5, 6, 7, 8, 5}, {5, 6, 7, 8, 5}, {5, 6, 7, 8, 0}}});
  for (const auto& row : table.withheld) CHECK(std::count(row.begin(), row.end(), true) == 0);
}

TEST_CASE("That nobody came or went is no secret", "[statistics][disclosure]") {
  const CountTable table =
      controlled({{{9, 9, 9, 9, 0}, {9, 9, 9, 9, 0}, {9, 9, 9, 9, 0}, {9, 9, 9, 9, 0}, {0, 0, 0, 0, 0}}});
  for (const auto& row : table.withheld) CHECK(std::count(row.begin(), row.end(), true) == 0);
}

TEST_CASE("The one who left is in no row that the table tells", "[statistics][disclosure]") {
  const CountTable table =
      controlled({{{9, 9, 9, 9, 1}, {9, 9, 9, 9, 0}, {9, 9, 9, 9, 0}, {9, 9, 9, 9, 0}, {0, 0, 0, 0, 0}}});
  for (int row = 0; row < 4; ++row) CHECK(table.withheld[at(row)][4]);
  CHECK(room_around(table, 0, 4, 1).below == 1);
}

TEST_CASE("What is shown confines no small count more than the sums do", "[statistics][disclosure][property]") {
  check_property([] {
    Random random = drawn_random();
    CountTable table = table_of(draw_counts(random));
    for (int row = 0; row < 4; ++row) table.linked[at(row)][4] = random.chance(0.1);
    protect_counts(table, kMinimum);
    CountTable nothing = table;
    for (auto& row : nothing.withheld) row.fill(true);
    nothing.withheld[4][4] = false;
    for (int row = 0; row < kSide; ++row)
      for (int column = 0; column < kSide; ++column) {
        const int count = table.counts[at(row)][at(column)];
        const bool linked = table.linked[at(row)][at(column)];
        if ((row == 4 && column == 4) || (count >= kMinimum && !linked)) continue;
        const int below = linked ? kMinimum : count, above = linked ? kMinimum : kMinimum - count;
        const CountRoom room = room_around(table, row, column, kMinimum);
        const CountRoom sums = room_around(nothing, row, column, kMinimum);
        RC_ASSERT(room.below >= std::min(below, sums.below));
        RC_ASSERT(room.above >= std::min(above, sums.above));
      }
  });
}
