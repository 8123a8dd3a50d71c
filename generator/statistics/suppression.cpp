#include "statistics/suppression.h"

#include <algorithm>
#include <cmath>

#include "base/index.h"

namespace mognad {
namespace {

constexpr double kProtectedRange = 5;  // points; the attack that is warded off wins at 2

/// One part of a total: a child of a node, or a unit of an organisation.
struct Part {
  int index = 0;
  int respondents = 0;
  int size = 0;  // by which the smallest is chosen
  double weight = 1;
  double value = 0;
  bool shown = false;
  int whole_steps = 0;  // of a statement: how many steps its answers can add up to; 0: no statement
};

/// What the withheld parts of a total are together.
class WithheldParts {
 public:
  explicit WithheldParts(bool disjoint) : disjoint_(disjoint) {}

  void add(const Part& part) {
    parts_.push_back(part);
    weights_.push_back(part.weight);
    values_.push_back(part.value);
    // Units have no respondent in common. Statements may have all in common: then the largest part is what is sure.
    respondents_ = disjoint_ ? respondents_ + part.respondents : std::max(respondents_, part.respondents);
  }

  /// `sure`: respondents that all parts together are known to have.
  bool protect(int minimum, int sure = 0) const {
    if (weights_.empty()) return true;
    return weights_.size() > 1 && std::max(sure, respondents_) >= minimum &&
           narrowest_range(weights_, values_) >= kProtectedRange && whole_answers_hide();
  }

 private:
  /// Answers are whole steps: of two statements only some pairs of sums of steps give the total.
  bool whole_answers_hide() const {
    if (parts_.size() != 2 || parts_[0].whole_steps == 0 || parts_[1].whole_steps == 0) return true;
    const Part &a = parts_[0], &b = parts_[1];
    const double sum = a.weight * a.value + b.weight * b.value;
    double low_a = 100, high_a = 0, low_b = 100, high_b = 0;
    for (int steps = 0; steps <= a.whole_steps; ++steps) {
      const double value_a = 100.0 * steps / a.whole_steps;
      const double value_b = (sum - a.weight * value_a) / b.weight;
      const double steps_b = value_b * b.whole_steps / 100;
      constexpr double kNoise = 1e-6;
      if (steps_b < -kNoise || steps_b > b.whole_steps + kNoise || std::fabs(steps_b - std::round(steps_b)) > kNoise)
        continue;
      low_a = std::min(low_a, value_a), high_a = std::max(high_a, value_a);
      low_b = std::min(low_b, value_b), high_b = std::max(high_b, value_b);
    }
    return high_a - low_a >= kProtectedRange && high_b - low_b >= kProtectedRange;
  }

  bool disjoint_;
  int respondents_ = 0;
  std::vector<double> weights_, values_;
  std::vector<Part> parts_;
};

enum class Overlap { disjoint, shared };

/// Indices of the parts to withhold as well, and whether that is enough.
struct Complement {
  std::vector<int> parts;
  bool enough = true;
};

/// `all` are the respondents of the total: where every part is withheld they are those of the parts together.
Complement complement_of(const std::vector<Part>& parts, Overlap overlap, int all, int minimum) {
  WithheldParts withheld(overlap == Overlap::disjoint);
  Complement complement;
  std::vector<Part> shown;
  for (const Part& part : parts) {
    if (part.shown) shown.push_back(part);
    else withheld.add(part);
  }
  std::stable_sort(shown.begin(), shown.end(), [](const Part& a, const Part& b) { return a.size < b.size; });
  for (const Part& part : shown) {
    if (withheld.protect(minimum)) return complement;
    withheld.add(part);
    complement.parts.push_back(part.index);
  }
  complement.enough = withheld.protect(minimum, all);
  return complement;
}

/// A withheld node takes everything below it along: its parts would give it away. True when something was new.
bool withhold(const Model& model, std::vector<NodeScore>& scores, NodeIndex node) {
  bool changed = false;
  for (NodeIndex below = node; below < model.node(node).end; ++below) {
    changed = changed || !scores[at(below)].suppressed;
    scores[at(below)].suppressed = true;
  }
  return changed;
}

/// A unit's node is shown only where all of its parts are; nodes below the deepest level are no parts.
bool withhold_wholes(const Model& model, const DisclosurePolicy& policy, std::vector<NodeScore>& scores) {
  bool changed = false;
  for (NodeIndex node = model.node_count() - 1; node > 0; --node) {
    if (model.node(node).level > policy.deepest_of_units) continue;
    if (!scores[at(node)].known || may_be_shown(scores[at(node)], policy)) continue;
    NodeScore& whole = scores[at(model.node(node).parent)];
    changed = changed || may_be_shown(whole, policy);
    whole.suppressed = true;
  }
  return changed;
}

std::vector<Part> children_of(const Model& model, const DisclosurePolicy& policy, const std::vector<NodeScore>& scores,
                              NodeIndex parent) {
  std::vector<NodeIndex> children = model.children(parent);
  std::sort(children.begin(), children.end(),
            [&](NodeIndex a, NodeIndex b) { return model.node(a).id < model.node(b).id; });
  std::vector<Part> parts;
  for (const NodeIndex child : children) {
    const NodeScore& score = scores[at(child)];
    if (!score.known) continue;
    const int steps = model.node(child).level == Level::statement
                          ? score.respondents * (model.highest_step() - model.lowest_step())
                          : 0;
    parts.push_back({child, score.respondents, score.respondents, model.node(child).weight, score.mean,
                     may_be_shown(score, policy), steps});
  }
  return parts;
}

/// A unit's part in the organisation's node weighs as many respondents as it has.
Part unit_part(int index, const NodeScore& score, int size, bool shown) {
  constexpr double kAnywhere = 50;  // a node under its minimum share has no value to protect
  return {index, score.respondents, size, static_cast<double>(score.respondents), score.known ? score.mean : kAnywhere,
          shown};
}

/// The units at one node whose value the organisation shows. True when something was withheld besides.
bool suppress_units_at(const Model& model, const DisclosurePolicy& policy, std::span<const NodeScore> others,
                       std::vector<UnitScores>& units, NodeIndex node) {
  std::vector<Part> parts;
  for (std::size_t u = 0; u < units.size(); ++u) {
    const NodeScore& score = units[u].scores[at(node)];
    if (score.respondents > 0)
      parts.push_back(unit_part(static_cast<int>(u), score, units[u].respondents, may_be_shown(score, policy)));
  }
  if (!others.empty() && others[at(node)].respondents > 0) parts.push_back(unit_part(-1, others[at(node)], 0, false));
  bool changed = false;
  for (const int unit : complement_of(parts, Overlap::disjoint, 0, policy.minimum_respondents).parts) {
    changed = withhold(model, units[at(unit)].scores, node) || changed;
    withhold_wholes(model, policy, units[at(unit)].scores);
  }
  return changed;
}

/// Whether a node of the deepest level hides statements that rest on too few, and there are so few statements, units or
/// answers that they would follow: with fewer than three of either, rows and columns are as many equations as cells,
/// and where a statement has hardly more answers than the minimum its cells are confined by the scale.
bool hides_too_little(const Model& model, const DisclosurePolicy& policy, std::span<const NodeScore> organisation,
                      const std::vector<NodeScore>& unit, NodeIndex node, int units) {
  constexpr int kEnough = 3;
  int statements = 0;
  bool few = false, thin = false;
  for (NodeIndex below = node + 1; below < model.node(node).end; ++below) {
    if (model.node(below).level != Level::statement || organisation[at(below)].respondents == 0) continue;
    ++statements;
    const int respondents = unit[at(below)].respondents;
    if (respondents == 0 || respondents >= policy.minimum_respondents) continue;
    few = true;
    thin = thin || organisation[at(below)].respondents < 2 * policy.minimum_respondents;
  }
  return few && (thin || statements < kEnough || units < kEnough);
}

void suppress_hidden_statements(const Model& model, const DisclosurePolicy& policy,
                                std::span<const NodeScore> organisation, std::span<const NodeScore> others,
                                std::vector<UnitScores>& units) {
  for (const NodeIndex node : model.at(policy.deepest_of_units)) {
    int with_respondents = !others.empty() && others[at(node)].respondents > 0 ? 1 : 0;
    for (const UnitScores& unit : units) with_respondents += unit.scores[at(node)].respondents > 0;
    for (UnitScores& unit : units)
      if (hides_too_little(model, policy, organisation, unit.scores, node, with_respondents))
        unit.scores[at(node)].suppressed = true;
  }
}

}  // namespace

double narrowest_range(std::span<const double> weights, std::span<const double> values) {
  double sum = 0, all = 0;
  for (std::size_t i = 0; i < weights.size(); ++i) sum += weights[i] * values[i], all += weights[i];
  double narrowest = 100;
  for (const double weight : weights) {
    const double lowest = std::max(0.0, (sum - 100 * (all - weight)) / weight);
    const double highest = std::min(100.0, sum / weight);
    narrowest = std::min(narrowest, highest - lowest);
  }
  return narrowest;
}

bool may_be_shown(const NodeScore& score, const DisclosurePolicy& policy) {
  return score.known && score.respondents >= policy.minimum_respondents && !score.suppressed;
}

void suppress_complements(const Model& model, const DisclosurePolicy& policy, std::vector<NodeScore>& scores) {
  if (!policy.complementary) return;
  // A total that is withheld in its turn is a part of the one above: again until nothing changes. Every round withholds
  // more, so that it ends.
  for (bool changed = true; changed;) {
    changed = false;
    for (NodeIndex parent = 0; parent < model.node_count(); ++parent) {
      if (model.node(parent).level == Level::statement || !may_be_shown(scores[at(parent)], policy)) continue;
      const Complement complement = complement_of(children_of(model, policy, scores, parent), Overlap::shared,
                                                  scores[at(parent)].respondents, policy.minimum_respondents);
      for (const int child : complement.parts) changed = withhold(model, scores, child) || changed;
      if (!complement.enough) changed = withhold(model, scores, parent) || changed;
    }
  }
}

void suppress_units(const Model& model, const DisclosurePolicy& policy, std::span<const NodeScore> organisation,
                    std::span<const NodeScore> others, std::vector<UnitScores>& units) {
  for (UnitScores& unit : units)
    for (NodeIndex node = 0; node < model.node_count(); ++node)
      if (model.node(node).level > policy.deepest_of_units) unit.scores[at(node)].suppressed = true;
  if (!policy.complementary) return;
  // What is withheld of the organisation would follow from its units.
  for (UnitScores& unit : units)
    for (std::size_t node = 0; node < organisation.size(); ++node)
      if (organisation[node].suppressed) unit.scores[node].suppressed = true;
  suppress_hidden_statements(model, policy, organisation, others, units);
  for (bool changed = true; changed;) {
    changed = false;
    for (UnitScores& unit : units) changed = withhold_wholes(model, policy, unit.scores) || changed;
    for (NodeIndex node = model.node_count() - 1; node >= 0; --node)
      if (model.node(node).level <= policy.deepest_of_units && may_be_shown(organisation[at(node)], policy))
        changed = suppress_units_at(model, policy, others, units, node) || changed;
  }
}

}  // namespace mognad
