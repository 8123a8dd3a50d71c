#include "statistics/cuts.h"

#include <algorithm>
#include <set>
#include <vector>

#include "support/random_survey.h"

using namespace mognad;
using namespace mognad::test;

namespace {

using Members = std::vector<int>;

constexpr std::size_t kLeast = 6;

Members range(int first, int last) {
  Members members;
  for (int i = first; i < last; ++i) members.push_back(i);
  return members;
}

std::vector<Cut> cuts_of(const std::vector<std::pair<int, Members>>& groups) {
  std::vector<Cut> cuts;
  for (const auto& [definition, members] : groups) cuts.push_back({definition, members});
  return cuts;
}

/// Groups of several definitions, those of one share no member; the first holds all.
std::vector<std::pair<int, Members>> draw_groups(int definitions, Random& random) {
  const int all = *rc::gen::inRange(1, 40);
  std::vector<std::pair<int, Members>> groups{{0, range(0, all)}};
  for (int d = 1; d <= definitions; ++d) {
    std::vector<Members> parts(static_cast<std::size_t>(random.between(1, 4)));
    const double left_out = random.chance(0.5) ? 0.1 : 0.6;
    for (int o = 0; o < all; ++o)
      if (!random.chance(left_out))
        parts[static_cast<std::size_t>(random.between(0, static_cast<int>(parts.size()) - 1))].push_back(o);
    for (Members& part : parts) groups.emplace_back(d, std::move(part));
  }
  return groups;
}

std::size_t count_without(const Members& a, const Members& b) {
  std::set<int> left(a.begin(), a.end());
  for (const int member : b) left.erase(member);
  return left.size();
}

bool few(std::size_t count) { return count > 0 && count < kLeast; }

/// Whether some of the others can be taken away from `from` so that few are left.
bool leaves_few(const Members& from, const std::vector<Members>& others) {
  for (unsigned chosen = 0; chosen < (1u << others.size()); ++chosen) {
    Members taken;
    for (std::size_t i = 0; i < others.size(); ++i)
      if ((chosen >> i & 1u) != 0) taken.insert(taken.end(), others[i].begin(), others[i].end());
    if (few(count_without(from, taken))) return true;
  }
  return false;
}

/// The rule of dots, tried with every choice of cuts to take away from every other, the total among them.
bool separable(const std::vector<Members>& cuts, int all) {
  for (std::size_t i = 0; i < cuts.size(); ++i) {
    std::vector<Members> others = cuts;
    others.erase(others.begin() + static_cast<std::ptrdiff_t>(i));
    if (leaves_few(cuts[i], others)) return true;
  }
  return all > 0 && leaves_few(range(0, all), cuts);
}

}  // namespace

TEST_CASE("Common members of ascending lists are counted once", "[statistics][disclosure]") {
  CHECK(count_common(Members{1, 2, 5, 9}, Members{2, 3, 9, 10}) == 2);
  CHECK(count_common(Members{}, Members{1}) == 0);
  CHECK(count_common(range(0, 7), range(0, 7)) == 7);
}

TEST_CASE("Groups are nearly equal when few are in one and not in the other", "[statistics][disclosure]") {
  CHECK_FALSE(nearly_equal(range(0, 10), range(0, 10), kLeast));
  CHECK(nearly_equal(range(0, 10), range(0, 11), kLeast));
  CHECK(nearly_equal(range(0, 10), range(5, 15), kLeast));
  CHECK_FALSE(nearly_equal(range(0, 10), range(6, 16), kLeast));
  CHECK_FALSE(nearly_equal(range(0, 10), range(0, 16), kLeast));
}

TEST_CASE("A group that is too small is not described", "[statistics][disclosure]") {
  const std::vector<std::pair<int, Members>> groups{{0, range(0, 30)}, {1, range(0, 5)}, {1, range(5, 11)}};
  CHECK(describable_cuts(cuts_of(groups), kLeast) == std::vector<bool>{true, false, true});
}

TEST_CASE("Of two groups that nearly are the same the later one is withheld", "[statistics][disclosure]") {
  const std::vector<std::pair<int, Members>> groups{{0, range(0, 20)}, {1, range(0, 16)}, {2, range(0, 13)}};
  // The second lacks four of the first; the third lacks seven.
  CHECK(describable_cuts(cuts_of(groups), kLeast) == std::vector<bool>{true, false, true});
}

TEST_CASE("Groups of the same members show nothing of each other", "[statistics][disclosure]") {
  const std::vector<std::pair<int, Members>> groups{{0, range(0, 20)}, {1, range(0, 20)}};
  CHECK(describable_cuts(cuts_of(groups), kLeast) == std::vector<bool>{true, true});
}

TEST_CASE("Dots of a group need that enough are left of the total", "[statistics][disclosure]") {
  const std::vector<std::pair<int, Members>> groups{{1, range(0, 25)}};
  CHECK(dotted_cuts(cuts_of(groups), 30, kLeast) == std::vector<bool>{false});
  CHECK(dotted_cuts(cuts_of(groups), 31, kLeast) == std::vector<bool>{true});
  CHECK(dotted_cuts(cuts_of(groups), 25, kLeast) == std::vector<bool>{true});
  // Without dots of the total there is nothing to take them from.
  CHECK(dotted_cuts(cuts_of(groups), 0, kLeast) == std::vector<bool>{true});
}

TEST_CASE("Dots of two groups may leave few of the total together", "[statistics][disclosure]") {
  const std::vector<std::pair<int, Members>> groups{{1, range(0, 20)}, {2, range(20, 37)}, {3, range(20, 34)}};
  CHECK(dotted_cuts(cuts_of(groups), 40, kLeast) == std::vector<bool>{true, false, true});
}

TEST_CASE("What is described is large enough and never nearly equal to another", "[statistics][property]") {
  check_property(
      [] {
        Random random = drawn_random();
        const auto groups = draw_groups(4, random);
        const auto described = describable_cuts(cuts_of(groups), kLeast);
        for (std::size_t i = 0; i < groups.size(); ++i) {
          bool compares = false;
          for (std::size_t k = 0; k < i; ++k) {
            const std::size_t only_i = count_without(groups[i].second, groups[k].second);
            const std::size_t only_k = count_without(groups[k].second, groups[i].second);
            compares = compares || (described[k] && groups[k].first != groups[i].first && only_i + only_k > 0 &&
                                    only_i < kLeast && only_k < kLeast);
          }
          RC_ASSERT(described[i] == (groups[i].second.size() >= kLeast && !compares));
        }
      },
      500);
}

TEST_CASE("Dots can't be subtracted until few are left, and are not withheld without need", "[statistics][property]") {
  check_property(
      [] {
        Random random = drawn_random();
        const int all = *rc::gen::inRange(1, 60);
        std::vector<std::pair<int, Members>> groups;
        for (int d = 1; d <= 5; ++d) {
          // One after the other: blocks with a few taken out, which nearly fit together.
          const int first = random.between(0, all - 1) / 6 * 6, last = random.between(first, all);
          Members members = range(first, last);
          if (random.chance(0.3)) std::erase_if(members, [&](int) { return random.chance(0.1); });
          groups.emplace_back(d, members);
        }
        const std::size_t total = random.chance(0.5) ? static_cast<std::size_t>(all) : 0;
        const auto dotted = dotted_cuts(cuts_of(groups), total, kLeast);
        std::vector<Members> shown;
        for (std::size_t i = 0; i < groups.size(); ++i) {
          std::vector<Members> with = shown;
          with.push_back(groups[i].second);
          RC_ASSERT(dotted[i] == !separable(with, static_cast<int>(total)));
          if (dotted[i]) shown = with;
        }
      },
      500);
}
