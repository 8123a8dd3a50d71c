#include "statistics/national.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "support/random_survey.h"

using namespace mognad;
using namespace mognad::test;

namespace {

using Organisations = std::vector<OrganisationIndex>;

const DisclosurePolicy kPolicy;

std::size_t at(int index) { return static_cast<std::size_t>(index); }

/// Organisations of the ruler model with the same value at every node, counted at every node.
struct Year {
  explicit Year(const std::vector<double>& values) {
    for (const double value : values) results.emplace_back(at(model.node_count()), NodeScore{value, 4, 10, true, true});
    counted.assign(at(model.node_count()), counting(values.size()));
  }

  YearScores scores() const {
    YearScores scores;
    for (const auto& own : results) scores.push_back(&own);
    return scores;
  }

  /// Leaves organisations out at the node and below it.
  void leave_out(const std::string& id, int last_ones) {
    const NodeIndex from = model.find(id);
    for (NodeIndex node = from; node < model.node(from).end; ++node)
      counted[at(node)].resize(results.size() - at(last_ones));
  }

  NationalMean mean(const std::string& id, const std::vector<double>& weights = {}) const {
    return national_means(model, kPolicy, scores(), counted, weights)[at(model.find(id))];
  }

  Model model = ruler_model();
  std::vector<std::vector<NodeScore>> results;
  CountedByNode counted;
};

std::vector<MatchedChange> changes_between(const Year& earlier, const Year& later) {
  return matched_changes(earlier.model, kPolicy, earlier.scores(), earlier.counted, later.scores(), later.counted,
                         std::vector<bool>(earlier.model.nodes.size(), true));
}

std::vector<double> tens(int count) {
  std::vector<double> values;
  for (int i = 1; i <= count; ++i) values.push_back(10 * (i % 9 + 1));
  return values;
}

bool few(std::size_t count) { return count > 0 && count < 6; }

std::size_t count_only_in(const Organisations& a, const Organisations& b) {
  Organisations only;
  std::set_difference(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(only));
  return only.size();
}

/// Each dimension counts some organisations, the total those of both, and what lies below a dimension the same or less.
Year draw_year(const std::vector<double>& values, Random& random) {
  Year year(values);
  const double share = random.chance(0.5) ? 0.15 : 0.5;
  for (NodeIndex node = 1; node < year.model.node_count(); ++node) {
    const bool dimension = year.model.node(node).level == Level::dimension;
    if (!dimension) year.counted[at(node)] = year.counted[at(year.model.node(node).parent)];
    if (dimension || random.chance(0.3))
      std::erase_if(year.counted[at(node)], [&](int) { return random.chance(share); });
  }
  Organisations both;
  const auto& x = year.counted[at(year.model.find("X"))];
  const auto& y = year.counted[at(year.model.find("Y"))];
  std::set_intersection(x.begin(), x.end(), y.begin(), y.end(), std::back_inserter(both));
  year.counted[at(kTotal)] = both;
  return year;
}

std::vector<double> draw_values(Random& random) {
  std::vector<double> values(at(*rc::gen::inRange(1, 50)));
  for (double& value : values) value = 10 + 80 * random.uniform();
  return values;
}

/// Of weighted means only organisations with a weight can be learnt.
Organisations with_weight(const Organisations& all, const std::vector<double>& weights) {
  Organisations weighted;
  for (const OrganisationIndex o : all)
    if (weights.empty() || weights[at(o)] > 0) weighted.push_back(o);
  return weighted;
}

/// Where a part and its total are both shown, few organisations are in neither of them alone.
void check_parts(const Year& year, const std::vector<double>& weights) {
  const auto means = national_means(year.model, kPolicy, year.scores(), year.counted, weights);
  for (NodeIndex node = 1; node < year.model.node_count(); ++node) {
    const NodeIndex parent = year.model.node(node).parent;
    if (!means[at(node)].mean || !means[at(parent)].mean) continue;
    const Organisations part = with_weight(year.counted[at(node)], weights);
    const Organisations total = with_weight(year.counted[at(parent)], weights);
    RC_ASSERT(part.size() >= 6u);
    RC_ASSERT(!few(count_only_in(part, total)));
    RC_ASSERT(!few(count_only_in(total, part)));
  }
}

}  // namespace

TEST_CASE("A national mean is that of six organisations or more", "[statistics][disclosure]") {
  const Year six({10, 20, 30, 40, 50, 60});
  CHECK(six.mean("X").organisations == 6);
  CHECK(six.mean("X").mean == Measured(35.0));
  CHECK(Year({10, 20, 30, 40, 50}).mean("X").mean.withheld());
}

TEST_CASE("A node that nobody counts has no national mean", "[statistics]") {
  Year year(tens(20));
  year.leave_out("Y", 20);
  CHECK(year.mean("Y").mean == Measured(Missing::no_answer));
  CHECK(year.mean("Y").organisations == 0);
}

TEST_CASE("A weighted mean counts those that have a weight", "[statistics]") {
  const Year year({10, 20, 30, 40, 50, 60, 90});
  const NationalMean mean = year.mean("X", {2, 1, 1, 1, 1, 2, 0});
  CHECK(mean.organisations == 6);
  CHECK(mean.mean.number() == Approx((20 + 20 + 30 + 40 + 50 + 120) / 8.0).margin(1e-12));
}

TEST_CASE("A mean that one organisation dominates is withheld", "[statistics][disclosure]") {
  // Without the second heaviest, the rest has 6 of 200: the heaviest could be told to 6 points; with 4 to 4.
  const Year year({50, 50, 50, 50, 50, 50, 50});
  CHECK(year.mean("X", {100, 3, 3, 1, 1, 1, 0}).mean.known());
  CHECK(year.mean("X", {100, 1, 1, 1, 1, 1, 0}).mean.withheld());
}

TEST_CASE("A part with few organisations less than its total is withheld, and what lies below",
          "[statistics][disclosure]") {
  Year year(tens(20));
  year.leave_out("Y", 5);
  CHECK(year.mean("Y").mean.withheld());
  CHECK(year.mean("YS").mean.withheld());
  CHECK(year.mean("X").mean.known());
  year.leave_out("Y", 6);
  CHECK(year.mean("Y").mean.known());
}

TEST_CASE("A matched change is the mean of the differences", "[statistics]") {
  const Year earlier(tens(12));
  std::vector<double> moved = tens(12);
  for (std::size_t i = 0; i < moved.size(); ++i) moved[i] += i % 2 == 0 ? 1 : 3;
  const auto changes = changes_between(earlier, Year(moved));
  CHECK(changes[at(kTotal)].organisations == 12);
  CHECK(changes[at(kTotal)].points.number() == Approx(2).margin(1e-12));
  // s² = 12/11, so that t = 2 / √(1/11).
  CHECK(changes[at(kTotal)].margin.number() == Approx(2.200985 / std::sqrt(11.0)).margin(1e-6));
  CHECK(changes[at(kTotal)].certainty == Certainty::clear);
}

TEST_CASE("Under ten matched organisations are not tested and under six not shown", "[statistics][disclosure]") {
  std::vector<double> moved = tens(9);
  moved[0] += 4;
  const auto nine = changes_between(Year(tens(9)), Year(moved));
  CHECK(nine[at(kTotal)].points.known());
  CHECK(nine[at(kTotal)].certainty == Certainty::untested);
  const auto five = changes_between(Year(tens(5)), Year(tens(5)));
  CHECK(five[at(kTotal)].points.withheld());
}

TEST_CASE("A change is withheld where few came or went", "[statistics][disclosure]") {
  const Year earlier(tens(20));
  Year later(tens(20));
  later.leave_out("T", 5);
  CHECK(changes_between(earlier, later)[at(kTotal)].points.withheld());
  CHECK(changes_between(later, earlier)[at(kTotal)].points.withheld());
  later.leave_out("T", 6);
  CHECK(changes_between(earlier, later)[at(kTotal)].points.known());
}

TEST_CASE("What was not asked alike has no matched change", "[statistics]") {
  const Year year(tens(20));
  std::vector<bool> comparable(year.model.nodes.size(), true);
  comparable[at(year.model.find("X"))] = false;
  const auto changes =
      matched_changes(year.model, kPolicy, year.scores(), year.counted, year.scores(), year.counted, comparable);
  CHECK(changes[at(year.model.find("X"))].points == Measured(Missing::not_applicable));
  CHECK(changes[at(year.model.find("Y"))].points == Measured(0.0));
}

TEST_CASE("No national mean leaves few organisations beside the mean of its total",
          "[statistics][disclosure][property]") {
  check_property(
      [] {
        Random random = drawn_random();
        check_parts(draw_year(draw_values(random), random), {});
      },
      500);
}

// Organisations without a weight are in no weighted mean, and must not help to reach the minimum.
TEST_CASE("No weighted mean leaves few organisations beside the mean of its total",
          "[statistics][disclosure][property]") {
  check_property(
      [] {
        Random random = drawn_random();
        const Year year = draw_year(draw_values(random), random);
        std::vector<double> weights;
        for (std::size_t o = 0; o < year.results.size(); ++o)
          weights.push_back(random.chance(0.2) ? 0 : random.between(1, 9));
        check_parts(year, weights);
      },
      500);
}

TEST_CASE("No matched change leaves few organisations beside the means of both years",
          "[statistics][disclosure][property]") {
  check_property(
      [] {
        Random random = drawn_random();
        const auto values = draw_values(random);
        const Year earlier = draw_year(values, random), later = draw_year(values, random);
        const auto changes = changes_between(earlier, later);
        CountedByNode matched(changes.size());
        for (std::size_t i = 0; i < changes.size(); ++i)
          std::set_intersection(earlier.counted[i].begin(), earlier.counted[i].end(), later.counted[i].begin(),
                                later.counted[i].end(), std::back_inserter(matched[i]));
        for (std::size_t i = 0; i < changes.size(); ++i) {
          if (!changes[i].points) continue;
          RC_ASSERT(matched[i].size() >= 6u);
          RC_ASSERT(!few(count_only_in(earlier.counted[i], matched[i]) + count_only_in(later.counted[i], matched[i])));
          const NodeIndex parent = earlier.model.node(static_cast<NodeIndex>(i)).parent;
          if (parent == kNoNode || !changes[at(parent)].points) continue;
          RC_ASSERT(!few(count_only_in(matched[i], matched[at(parent)])));
          RC_ASSERT(!few(count_only_in(matched[at(parent)], matched[i])));
        }
      },
      500);
}
