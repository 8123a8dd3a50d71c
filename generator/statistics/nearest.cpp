#include "statistics/nearest.h"

#include <algorithm>
#include <boost/geometry.hpp>
#include <boost/geometry/geometries/point.hpp>
#include <boost/geometry/index/rtree.hpp>
#include <cmath>
#include <map>

namespace mognad {
namespace {

namespace geometry = boost::geometry;
using TreePoint = geometry::model::point<double, 3, geometry::cs::cartesian>;
using TreeEntry = std::pair<TreePoint, std::size_t>;  // index of the place
using Tree = geometry::index::rtree<TreeEntry, geometry::index::rstar<16>>;

/// Points that lie on the same spot, ascending: a tree with thousands of equal points would be searched in vain.
struct PropertyPlace {
  PropertyPoint at{};
  std::vector<int> members;
};

std::vector<PropertyPoint> standardised(std::span<const PropertyPoint> points) {
  std::vector<PropertyPoint> result(points.begin(), points.end());
  const auto n = static_cast<double>(points.size());
  for (std::size_t c = 0; c < PropertyPoint{}.size(); ++c) {
    double mean = 0, squares = 0;
    for (const PropertyPoint& p : points) mean += p[c] / n;
    for (const PropertyPoint& p : points) squares += (p[c] - mean) * (p[c] - mean);
    const double deviation = n > 1 ? std::sqrt(squares / (n - 1)) : 0;
    const bool spread = deviation > 1e-12 * std::max(1.0, std::fabs(mean));
    // From the mean, so that far from zero no digits of the distances are lost.
    for (PropertyPoint& p : result) p[c] = spread ? (p[c] - mean) / deviation : 0;
  }
  return result;
}

std::vector<PropertyPlace> places_of(const std::vector<PropertyPoint>& points) {
  std::map<PropertyPoint, std::vector<int>> by_place;
  for (std::size_t i = 0; i < points.size(); ++i) by_place[points[i]].push_back(static_cast<int>(i));
  std::vector<PropertyPlace> places;
  for (auto& [at, members] : by_place) places.push_back({at, std::move(members)});
  return places;
}

TreePoint tree_point(const PropertyPoint& p) { return {p[0], p[1], p[2]}; }

/// Equal distances may differ by the rounding of the squares.
constexpr double kAlike = 1 + 1e-12;

/// The nearest places with their distances, ascending; `count` of them or all.
std::vector<std::pair<double, std::size_t>> nearest_places(const Tree& tree, const TreePoint& from, std::size_t count) {
  std::vector<std::pair<double, std::size_t>> found;
  // Boost 1.74's iterator over the nearest may give one of several equally near ones twice; this query does not.
  std::vector<TreeEntry> entries;
  tree.query(geometry::index::nearest(from, static_cast<unsigned>(count)), std::back_inserter(entries));
  for (const TreeEntry& entry : entries)
    found.emplace_back(geometry::comparable_distance(from, entry.first), entry.second);
  std::sort(found.begin(), found.end());
  return found;
}

/// Points near one place, nearest first, of equally near ones the smaller index first; at least k + 1 where there are
/// so many (one of them may be the point itself), and all that are as near as the last.
std::vector<std::pair<double, int>> near_place(const Tree& tree, const std::vector<PropertyPlace>& places,
                                               const PropertyPlace& place, std::size_t k) {
  std::vector<std::pair<double, int>> found;
  for (std::size_t count = k + 8;; count *= 2) {
    found.clear();
    double last = -1;
    bool whole = count >= places.size();
    for (const auto& [distance, index] : nearest_places(tree, tree_point(place.at), count)) {
      if (found.size() > k && distance > last * kAlike) {
        whole = true;
        break;
      }
      if (last < 0 || distance > last * kAlike) last = distance;
      const std::vector<int>& members = places[index].members;
      for (std::size_t i = 0; i < std::min(members.size(), k + 1); ++i) found.emplace_back(last, members[i]);
    }
    if (whole) break;
  }
  std::sort(found.begin(), found.end());
  return found;
}

}  // namespace

std::vector<std::vector<int>> nearest_others(std::span<const PropertyPoint> points, int k) {
  const std::vector<PropertyPlace> places = places_of(standardised(points));
  std::vector<TreeEntry> entries;
  for (std::size_t i = 0; i < places.size(); ++i) entries.emplace_back(tree_point(places[i].at), i);
  const Tree tree(entries);
  std::vector<std::vector<int>> nearest(points.size());
  const auto wanted = static_cast<std::size_t>(std::max(k, 0));
  for (const PropertyPlace& place : places) {
    const auto near = near_place(tree, places, place, wanted);
    for (const int self : place.members) {
      std::vector<int>& own = nearest[static_cast<std::size_t>(self)];
      for (const auto& [distance, index] : near)
        if (index != self && own.size() < wanted) own.push_back(index);
      std::sort(own.begin(), own.end());
    }
  }
  return nearest;
}

}  // namespace mognad
