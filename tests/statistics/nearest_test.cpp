#include "statistics/nearest.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "support/property.h"

using namespace mognad;
using namespace mognad::test;

namespace {

using Points = std::vector<PropertyPoint>;
using Indices = std::vector<int>;

std::size_t at(int index) { return static_cast<std::size_t>(index); }

/// Variance of a coordinate; 0 where it has no spread.
PropertyPoint variances(const Points& points) {
  PropertyPoint result{};
  for (std::size_t c = 0; c < result.size(); ++c) {
    double mean = 0;
    for (const PropertyPoint& p : points) mean += (p[c] - points[0][c]) / static_cast<double>(points.size());
    for (const PropertyPoint& p : points)
      result[c] += (p[c] - points[0][c] - mean) * (p[c] - points[0][c] - mean) / static_cast<double>(points.size() - 1);
  }
  return result;
}

/// The definition: every distance of one point, nearest first, of equally near ones the smaller index first.
Indices nearest_by_definition(const Points& points, const PropertyPoint& variance, int self, int k) {
  std::vector<std::pair<double, int>> all;
  for (int i = 0; i < static_cast<int>(points.size()); ++i) {
    if (i == self) continue;
    double distance = 0;
    for (std::size_t c = 0; c < variance.size(); ++c) {
      const double apart = points[at(i)][c] - points[at(self)][c];
      if (variance[c] > 0) distance += apart * apart / variance[c];
    }
    all.emplace_back(distance, i);
  }
  std::sort(all.begin(), all.end());
  // Distances that are equal but for their last digits count as equal.
  for (std::size_t i = 1; i < all.size(); ++i)
    if (all[i].first <= all[i - 1].first * (1 + 1e-12)) all[i].first = all[i - 1].first;
  std::sort(all.begin(), all.end());
  Indices nearest;
  for (int i = 0; i < std::min(k, static_cast<int>(all.size())); ++i) nearest.push_back(all[at(i)].second);
  std::sort(nearest.begin(), nearest.end());
  return nearest;
}

/// Whole numbers on a small grid: many points on the same spot and many at the same distance.
Points grid_points(int count, int side, double first, Random& random) {
  Points points;
  for (int i = 0; i < count; ++i) {
    PropertyPoint p{};
    for (double& c : p) c = first + random.between(0, side);
    p[1] *= 3;
    points.push_back(p);
  }
  return points;
}

int count_different(const Points& points, int k, int step) {
  const auto found = nearest_others(points, k);
  const PropertyPoint variance = variances(points);
  int different = 0;
  for (int i = 0; i < static_cast<int>(points.size()); i += step)
    different += found[at(i)] != nearest_by_definition(points, variance, i, k);
  return different;
}

}  // namespace

TEST_CASE("The nearest of points on a line are those beside", "[statistics]") {
  const Points line{{0, 0, 0}, {1, 0, 0}, {3, 0, 0}, {7, 0, 0}, {8, 0, 0}};
  CHECK(nearest_others(line, 1) == std::vector<Indices>{{1}, {0}, {1}, {4}, {3}});
  CHECK(nearest_others(line, 2) == std::vector<Indices>{{1, 2}, {0, 2}, {0, 1}, {2, 4}, {2, 3}});
}

TEST_CASE("Coordinates count in units of their spread", "[statistics]") {
  // Ten on the first axis is less than one on the second.
  const Points points{{0, 0, 0}, {10, 0, 0}, {0, 1, 0}, {1000, 0, 0}, {2000, 8, 0}};
  CHECK(nearest_others(points, 1)[0] == Indices{1});
  CHECK(nearest_others(points, 2)[0] == Indices{1, 2});
}

TEST_CASE("Of equally near ones the smaller indices are taken", "[statistics]") {
  const Points points{{5, 0, 0}, {4, 0, 0}, {6, 0, 0}, {4, 0, 0}, {6, 0, 0}};
  CHECK(nearest_others(points, 1)[0] == Indices{1});
  CHECK(nearest_others(points, 3)[0] == Indices{1, 2, 3});
}

TEST_CASE("Fewer others than asked for are all of them", "[statistics]") {
  CHECK(nearest_others(Points{}, 3).empty());
  CHECK(nearest_others(Points{{1, 2, 3}}, 3) == std::vector<Indices>{{}});
  CHECK(nearest_others(Points{{1, 0, 0}, {2, 0, 0}}, 3) == std::vector<Indices>{{1}, {0}});
  CHECK(nearest_others(Points{{1, 0, 0}, {2, 0, 0}}, 0) == std::vector<Indices>{{}, {}});
}

TEST_CASE("Where all points are equal the first are the nearest", "[statistics]") {
  const auto found = nearest_others(Points(5, {3, 3, 3}), 2);
  CHECK(found == std::vector<Indices>{{1, 2}, {0, 2}, {0, 1}, {0, 1}, {0, 1}});
}

// Boost 1.74's iterator over the nearest (qbegin) now and then gives one of several equally near ones twice and leaves
// another out; the query that fills a list does not.
TEST_CASE("The nearest are those of every distance compared", "[statistics][property]") {
  check_property([] {
    Random random = drawn_random();
    const int count = *rc::gen::inRange(2, 150), side = *rc::gen::inRange(1, 12), k = *rc::gen::inRange(1, 30);
    RC_ASSERT(count_different(grid_points(count, side, 0, random), k, 1) == 0);
  });
}

TEST_CASE("The nearest of a thousand points are those of every distance compared", "[statistics]") {
  Random random(1);
  CHECK(count_different(grid_points(1000, 6, 0, random), 20, 1) == 0);
  Points spread(1000);
  for (PropertyPoint& p : spread)
    for (double& c : p) c = random.normal();
  CHECK(count_different(spread, 20, 1) == 0);
}

TEST_CASE("Of equally near ones the smaller indices are taken far from zero too", "[statistics]") {
  Random random(2);
  CHECK(count_different(grid_points(1000, 6, 1e6, random), 20, 1) == 0);
}

TEST_CASE("Twenty thousand points have their nearest", "[statistics]") {
  Random random(3);
  Points points(20000);
  for (PropertyPoint& p : points) p = {std::exp(3 + 1.2 * random.normal()), std::exp(9 + random.normal()), 0};
  CHECK(count_different(points, 20, 1009) == 0);
}
