// Change of an organisation's nodes between two years, and whether it is larger than chance.
// Welch's test on the linearised variances (Welch, Biometrika 34, 1947); the family is all nodes of one level of one
// organisation and pair of years, with the false discovery rate held at 5 % (Benjamini and Hochberg, JRSS B 57, 1995).
// The same persons answering twice makes it cautious, clustering in units the opposite.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "statistics/scores.h"

namespace mognad {

/// What the test says. `untested`: too few respondents in a year, no variance in either, or a value that was computed
/// elsewhere, whose variance is not known.
enum class Certainty { clear, within_chance, untested };

struct Change {
  double points = 0;  // later − earlier
  double margin = 0;  // half the 95 % interval; only when tested
  double p = 1;       // adjusted; only when tested
  Certainty certainty = Certainty::untested;
};

struct WelchTest {
  double t = 0;
  double freedom = 0;
  double p = 1;
};

/// Nothing with fewer than `least` respondents in a year, when both variances are 0, or for a given value.
std::optional<WelchTest> welch_test(const NodeScore& earlier, const NodeScore& later, int least);

/// Of the changes that are called clear, this share at most may be chance.
inline constexpr double kFalseDiscoveryRate = 0.05;

/// Adjusted p values of one family, in the order given: equal to R's p.adjust(p, "BH").
std::vector<double> adjust_benjamini_hochberg(std::span<const double> p);

/// A change for each node down to `deepest` that is known in both years, nothing for the others; each level is its own
/// family.
std::vector<std::optional<Change>> changes(const Model& model, std::span<const NodeScore> earlier,
                                           std::span<const NodeScore> later, int least_respondents,
                                           Level deepest = Level::statement);

}  // namespace mognad
