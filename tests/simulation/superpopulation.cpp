#include "simulation/superpopulation.h"

#include <array>
#include <cmath>

namespace mognad::test {
namespace {

constexpr double kStepWidth = 20;  // 0, 20 … 100

double normal_share_below(double z) { return 0.5 * std::erfc(-z / std::sqrt(2.0)); }

/// A normal distribution on steps of half a standard deviation, from −2.5 to 2.5, stretched to the spread asked for.
Classes normal_classes(double spread) {
  if (spread <= 0) return {{0}, {1}};
  Classes classes;
  double sum = 0, squares = 0;
  for (int k = -5; k <= 5; ++k) {
    const double z = 0.5 * k;
    classes.effects.push_back(z);
    classes.shares.push_back(std::exp(-z * z / 2));
    sum += classes.shares.back();
    squares += classes.shares.back() * z * z;
  }
  for (double& effect : classes.effects) effect *= spread / std::sqrt(squares / sum);
  for (double& share : classes.shares) share /= sum;
  return classes;
}

double spread_of(const Spreads& spreads, Level level) {
  switch (level) {
    case Level::total: return spreads.organisations;
    case Level::dimension: return spreads.dimensions;
    case Level::category: return spreads.categories;
    case Level::capability: return spreads.capabilities;
    case Level::statement: return spreads.statements;
  }
  return 0;
}

}  // namespace

Model coverage_model() {
  constexpr std::array<int, 6> kCapabilities{2, 3, 2, 3, 2, 3};
  std::vector<NodeSpec> specs{{"T", Level::total}};
  int statements = 0;
  for (std::size_t category = 0; category < kCapabilities.size(); ++category) {
    const std::string dimension = category < 3 ? "D1" : "D2";
    if (category % 3 == 0) specs.push_back({dimension, Level::dimension, category == 0 ? 1.0 : 2.0});
    const std::string c = dimension + "C" + std::to_string(category % 3 + 1);
    specs.push_back({c, Level::category, category == 1 ? 3.0 : 1.0});
    for (int k = 1; k <= kCapabilities[category]; ++k) {
      const std::string capability = c + "K" + std::to_string(k);
      specs.push_back({capability, Level::capability, k == 2 ? 1.5 : 1.0});
      for (int s = 1; s <= 2; ++s)
        specs.push_back({capability + "S" + std::to_string(s), Level::statement, 1, ++statements % 7 == 0});
    }
  }
  return model_of(specs, 1, 6);
}

std::vector<double> means_of_nodes(const Model& model, const std::vector<double>& means_of_statements) {
  std::vector<double> means(model.nodes.size()), weights(model.nodes.size());
  std::size_t statement = means_of_statements.size();
  for (NodeIndex i = model.node_count() - 1; i >= 0; --i) {
    const Node& node = model.node(i);
    const auto at = static_cast<std::size_t>(i);
    means[at] = node.level == Level::statement ? means_of_statements[--statement] : means[at] / weights[at];
    if (node.parent == kNoNode) continue;
    means[static_cast<std::size_t>(node.parent)] += node.weight * means[at];
    weights[static_cast<std::size_t>(node.parent)] += node.weight;
  }
  return means;
}

int Classes::draw(Random& random) const {
  if (shares.size() == 1) return 0;
  double left = random.uniform();
  std::size_t drawn = 0;
  while (drawn + 1 < shares.size() && left >= shares[drawn]) left -= shares[drawn++];
  return static_cast<int>(drawn);
}

Superpopulation::Superpopulation(const Model& model, const Spreads& spreads, Random& random)
    : model_(model), persons_(normal_classes(spreads.persons)), units_(normal_classes(spreads.units)) {
  std::vector<double> centres(model.nodes.size());
  for (NodeIndex i = 0; i < model.node_count(); ++i) {
    const Node& node = model.node(i);
    const double above = node.parent == kNoNode ? spreads.mean : centres[static_cast<std::size_t>(node.parent)];
    const double centre = above + spread_of(spreads, node.level) * random.normal();
    centres[static_cast<std::size_t>(i)] = centre;
    if (node.level != Level::statement) continue;
    reversed_.push_back(node.reversed);
    for (const double unit : units_.effects)
      for (const double person : persons_.effects)
        for (int step = 1; step < kSteps; ++step)
          reached_.push_back(
              normal_share_below((centre + unit + person - (step - 0.5) * kStepWidth) / spreads.answers));
  }
}

const double* Superpopulation::reached(std::size_t statement, int unit, int person) const {
  const std::size_t place =
      (statement * units_.shares.size() + static_cast<std::size_t>(unit)) * persons_.shares.size() +
      static_cast<std::size_t>(person);
  return reached_.data() + place * (kSteps - 1);
}

double Superpopulation::expected_score(std::size_t statement, int unit) const {
  double score = 0;
  for (std::size_t person = 0; person < persons_.shares.size(); ++person)
    for (int step = 1; step < kSteps; ++step)
      score += persons_.shares[person] * kStepWidth * reached(statement, unit, static_cast<int>(person))[step - 1];
  return score;
}

std::vector<double> Superpopulation::node_means(const std::vector<double>& shares_of_units) const {
  std::vector<double> statements(reversed_.size());
  for (std::size_t s = 0; s < statements.size(); ++s)
    for (std::size_t unit = 0; unit < shares_of_units.size(); ++unit)
      if (shares_of_units[unit] > 0) statements[s] += shares_of_units[unit] * expected_score(s, static_cast<int>(unit));
  return means_of_nodes(model_, statements);
}

std::vector<double> Superpopulation::node_means() const { return node_means(units_.shares); }

std::vector<double> Superpopulation::node_means(std::span<const int> units) const {
  std::vector<double> shares(units_.shares.size());
  for (const int unit : units) shares[static_cast<std::size_t>(unit)] += 1.0 / static_cast<double>(units.size());
  return node_means(shares);
}

AnswerRow Superpopulation::draw_answers(int unit, int person, Random& random) const {
  AnswerRow row;
  for (std::size_t s = 0; s < reversed_.size(); ++s) {
    const double* shares = reached(s, unit, person);
    const double drawn = random.uniform();
    int step = 1;
    while (step < kSteps && drawn < shares[step - 1]) ++step;
    row.push_back(static_cast<std::int8_t>(reversed_[s] ? kSteps + 1 - step : step));
  }
  return row;
}

}  // namespace mognad::test
