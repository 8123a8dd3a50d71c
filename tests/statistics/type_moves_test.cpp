#include "statistics/type_moves.h"

#include "statistics/quadrant_counts.h"
#include "support/property.h"

using namespace mognad;
using namespace mognad::test;

namespace {

constexpr int kLeastMatched = 21;
const DisclosurePolicy kPolicy;

using Places = std::vector<int>;

/// Organisations by their place in two years, in the order in which they are added.
struct Panel {
  Places before, from, to;

  void add(int count, int first, int second, int earlier = 0) {
    for (int i = 0; i < count; ++i) before.push_back(earlier), from.push_back(first), to.push_back(second);
  }
  TypeMoves moves(const DisclosurePolicy& policy = kPolicy) const {
    return type_moves(policy, kLeastMatched, {}, from, to);
  }
  TypeMoves moves_after_another() const { return type_moves(kPolicy, kLeastMatched, before, from, to); }
};

/// Every way from each type to each, as often.
Panel even_panel(int each) {
  Panel panel;
  for (int a = 0; a < 4; ++a)
    for (int b = 0; b < 4; ++b) panel.add(each, a, b);
  return panel;
}

int known(const std::array<Measured, 4>& counts) {
  return static_cast<int>(std::count_if(counts.begin(), counts.end(), [](const Measured& m) { return m.known(); }));
}

int known_moves(const TypeMoves& moves) {
  int sum = 0;
  for (const auto& row : moves.moved) sum += known(row);
  return sum;
}

}  // namespace

TEST_CASE("Moves are counted from each type to each", "[statistics]") {
  Panel panel = even_panel(6);
  panel.add(4, 0, 3);
  const TypeMoves moves = panel.moves();
  CHECK(moves.organisations == 100);
  CHECK(moves.before[0] == Measured(28));
  CHECK(moves.after[3] == Measured(28));
  CHECK(moves.moved[0][3] == Measured(10));
  CHECK(moves.moved[3][0] == Measured(6));
}

TEST_CASE("A move of few organisations is withheld, with others that would give it away", "[statistics][disclosure]") {
  Panel panel = even_panel(9);
  panel.add(1, 4 - 1, 0, 0);
  Panel few;
  for (int a = 0; a < 4; ++a)
    for (int b = 0; b < 4; ++b) few.add(a == 1 && b == 2 ? 3 : 9, a, b);
  const TypeMoves moves = few.moves();
  CHECK(moves.moved[1][2].withheld());
  CHECK(known_moves(moves) == 12);
  CHECK(known_moves(panel.moves()) == 16);
}

TEST_CASE("Without the complementary step few alone are withheld", "[statistics][disclosure]") {
  Panel few;
  for (int a = 0; a < 4; ++a)
    for (int b = 0; b < 4; ++b) few.add(a == 1 && b == 2 ? 3 : 9, a, b);
  DisclosurePolicy open;
  open.complementary = false;
  CHECK(known_moves(few.moves(open)) == 15);
}

TEST_CASE("Nothing is told of fewer organisations than have dots", "[statistics][disclosure]") {
  Panel panel;
  panel.add(10, 0, 0);
  panel.add(10, 3, 3);
  const TypeMoves moves = panel.moves();
  CHECK(moves.organisations == 20);
  CHECK(known_moves(moves) + known(moves.before) + known(moves.after) == 0);
}

TEST_CASE("The type of one that left does not follow from those that stayed", "[statistics][disclosure]") {
  Panel panel = even_panel(9);
  panel.add(1, 2, -1);
  const TypeMoves moves = panel.moves();
  CHECK(known(moves.before) == 0);
  CHECK(known(moves.after) == 4);
}

TEST_CASE("Of a type whose number is withheld no move is told", "[statistics][disclosure]") {
  Panel panel;
  panel.add(3, 1, 1);
  for (const int type : {0, 2, 3}) panel.add(30, type, type);
  const TypeMoves moves = panel.moves();
  const auto hidden = control_quadrants({30, 3, 30, 30}, kPolicy.minimum_others).withheld;
  for (std::size_t q = 0; q < 4; ++q) {
    if (!hidden[q]) continue;
    CHECK(moves.before[q].withheld());
    CHECK(known(moves.moved[q]) == 0);
  }
}

TEST_CASE("Those who measured in one year only are not left between two tables", "[statistics][disclosure]") {
  // Six came in the middle year and left with one more: the one is what the two tables differ by.
  Panel panel = even_panel(9);
  for (int type = 0; type < 4; ++type) panel.add(6, type, -1, -1);
  CHECK(known(panel.moves_after_another().before) == 4);
  panel.add(1, 2, -1, 0);
  CHECK(known(panel.moves_after_another().before) == 0);
  CHECK(known(panel.moves().before) == 4);
}

TEST_CASE("Moves that are shown are those that were made", "[statistics][disclosure][property]") {
  check_property([] {
    Random random = drawn_random();
    Panel panel;
    const int count = *rc::gen::inRange(1, 300);
    for (int o = 0; o < count; ++o) {
      const int first = random.between(0, 3);
      const int second = random.chance(0.7) ? first : random.between(0, 3);
      panel.add(1, random.chance(0.1) ? -1 : first, random.chance(0.1) ? -1 : second);
    }
    const TypeMoves moves = panel.moves();
    RC_ASSERT(moves.organisations >= kLeastMatched || known_moves(moves) == 0);
    for (int a = 0; a < 4; ++a)
      for (int b = 0; b < 4; ++b) {
        const Measured& told = moves.moved[static_cast<std::size_t>(a)][static_cast<std::size_t>(b)];
        if (!told) continue;
        int made = 0;
        for (std::size_t o = 0; o < panel.from.size(); ++o) made += panel.from[o] == a && panel.to[o] == b;
        RC_ASSERT(told.number() == made);
        RC_ASSERT(made >= kPolicy.minimum_others);
      }
  });
}
