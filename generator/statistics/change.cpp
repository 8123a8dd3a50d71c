#include "statistics/change.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "statistics/student_t.h"

namespace mognad {
std::optional<WelchTest> welch_test(const NodeScore& earlier, const NodeScore& later, int least) {
  if (earlier.respondents < least || later.respondents < least) return std::nullopt;
  if (earlier.given || later.given) return std::nullopt;
  const double v = earlier.variance + later.variance;
  if (v <= 0) return std::nullopt;
  const double freedom = v * v /
                         (earlier.variance * earlier.variance / (earlier.respondents - 1) +
                          later.variance * later.variance / (later.respondents - 1));
  const double t = (later.mean - earlier.mean) / std::sqrt(v);
  return WelchTest{t, freedom, student_t_two_sided(t, freedom)};
}

std::vector<double> adjust_benjamini_hochberg(std::span<const double> p) {
  std::vector<std::size_t> order(p.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return p[a] > p[b]; });
  std::vector<double> adjusted(p.size());
  double least = 1;
  for (std::size_t k = 0; k < order.size(); ++k) {
    const auto rank = static_cast<double>(order.size() - k);  // of this p, counted from the smallest
    least = std::min(least, p[order[k]] * static_cast<double>(p.size()) / rank);
    adjusted[order[k]] = least;
  }
  return adjusted;
}

std::vector<std::optional<Change>> changes(const Model& model, std::span<const NodeScore> earlier,
                                           std::span<const NodeScore> later, int least_respondents, Level deepest) {
  std::vector<std::optional<Change>> found(model.nodes.size());
  for (int level = 0; level <= static_cast<int>(deepest); ++level) {
    std::vector<std::size_t> tested;
    std::vector<double> p;
    for (const NodeIndex node : model.at(static_cast<Level>(level))) {
      const auto i = static_cast<std::size_t>(node);
      if (!earlier[i].known || !later[i].known) continue;
      found[i] = Change{.points = later[i].mean - earlier[i].mean};
      const auto test = welch_test(earlier[i], later[i], least_respondents);
      if (!test) continue;
      found[i]->margin = student_t_quantile(0.975, test->freedom) * std::sqrt(earlier[i].variance + later[i].variance);
      tested.push_back(i);
      p.push_back(test->p);
    }
    const std::vector<double> adjusted = adjust_benjamini_hochberg(p);
    for (std::size_t k = 0; k < tested.size(); ++k) {
      found[tested[k]]->p = adjusted[k];
      found[tested[k]]->certainty = adjusted[k] <= kFalseDiscoveryRate ? Certainty::clear : Certainty::within_chance;
    }
  }
  return found;
}

}  // namespace mognad
