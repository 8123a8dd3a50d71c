#include "statistics/simulation.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "statistics/random.h"

namespace mognad {
namespace {

constexpr int kTooFew = 3;  // respondents of an organisation that shall have too few

struct SimulatedUnit {
  UnitIndex index = 0;
  double effect = 0;
};

/// Simulates one organisation over the years into the common dataset.
class OrganisationSimulation {
 public:
  OrganisationSimulation(const Model& model, const Survey& survey, Dataset& dataset, OrganisationIndex organisation)
      : model_(model),
        survey_(survey),
        settings_(survey.simulation),
        dataset_(dataset),
        organisation_(organisation),
        random_(settings_.seed, dataset.organisations[static_cast<std::size_t>(organisation)].code) {}

  void run() {
    draw_effects();
    draw_units();
    for (int year = survey_.year - settings_.years + 1; year <= survey_.year; ++year) {
      const bool missing = random_.chance(settings_.missing_year);
      if (!missing || year == survey_.year) measure(year);
    }
  }

 private:
  void draw_effects() {
    effects_.assign(model_.nodes.size(), 0);
    const double spreads[kLevels] = {settings_.spread_organisations, settings_.spread_dimensions,
                                     settings_.spread_categories, settings_.spread_capabilities, 0};
    for (std::size_t i = 0; i < effects_.size(); ++i) {
      const Node& node = model_.nodes[i];
      const double above = node.parent == kNoNode ? settings_.mean : effects_[static_cast<std::size_t>(node.parent)];
      effects_[i] = above + difficulty(node) + spreads[static_cast<int>(node.level)] * random_.normal();
    }
    trend_ = settings_.trend + settings_.spread_trend * random_.normal();
  }

  /// What makes a node easier or harder for every organisation alike.
  double difficulty(const Node& node) const {
    if (node.level < Level::category) return 0;
    Random same(settings_.seed, node.id);
    return (node.level == Level::statement ? 5 : 1.5) * same.normal();
  }

  void draw_units() {
    const int count = random_.between(settings_.units_least, settings_.units_most);
    std::vector<UnitType> types = survey_.unit_types;
    for (std::size_t i = types.size(); i > 1; --i)
      std::swap(types[i - 1], types[static_cast<std::size_t>(random_.between(0, static_cast<int>(i) - 1))]);
    types.resize(std::min(types.size(), static_cast<std::size_t>(count)));
    std::sort(types.begin(), types.end(), [](const UnitType& a, const UnitType& b) { return a.id < b.id; });
    for (std::size_t i = 0; i < types.size(); ++i) {
      const auto shift = settings_.unit_types.find(types[i].id);
      const double type_effect = shift == settings_.unit_types.end() ? 0 : shift->second;
      units_.push_back(
          {static_cast<UnitIndex>(dataset_.units.size()), type_effect + settings_.spread_units * random_.normal()});
      dataset_.units.push_back({organisation_, fmt::format("u{}", i + 1), "", types[i].id});
    }
  }

  void measure(int year) {
    Measurement measurement{organisation_, year, static_cast<int>(dataset_.respondents.size()), 0, std::nullopt};
    measurement.respondents = respondent_count();
    for (int r = 0; r < measurement.respondents; ++r) {
      const auto choice = static_cast<std::size_t>(random_.between(0, static_cast<int>(units_.size()) - 1));
      dataset_.respondents.push_back({organisation_, units_.empty() ? -1 : units_[choice].index, year});
      answer_all(year, units_.empty() ? 0 : units_[choice].effect);
    }
    const double rate = 0.55 + 0.35 * random_.uniform();
    if (!random_.chance(settings_.unknown_invited))
      measurement.invited = static_cast<int>(std::ceil(measurement.respondents / rate));
    dataset_.measurements.push_back(measurement);
  }

  int respondent_count() {
    const int drawn = random_.between(settings_.respondents_least, settings_.respondents_most);
    const std::string& code = dataset_.organisations[static_cast<std::size_t>(organisation_)].code;
    const auto& few = settings_.few_respondents;
    return std::find(few.begin(), few.end(), code) != few.end() ? kTooFew : drawn;
  }

  void answer_all(int year, double unit_effect) {
    const double person =
        unit_effect + settings_.spread_respondents * random_.normal() + trend_ * (year - survey_.year);
    for (std::size_t i = 0; i < effects_.size(); ++i) {
      const Node& node = model_.nodes[i];
      if (node.level != Level::statement) continue;
      const double score = effects_[i] + person + settings_.spread_answers * random_.normal();
      if (random_.chance(settings_.missing_answer))
        dataset_.answers.push_back(random_.chance(0.5) ? kNoAnswer : kDontKnow);
      else dataset_.answers.push_back(step_for(node, score));
    }
  }

  std::int8_t step_for(const Node& node, double score) const {
    const int low = model_.lowest_step();
    const int high = model_.highest_step();
    const int step = std::clamp(low + static_cast<int>(std::floor(score / 100 * (high - low) + 0.5)), low, high);
    return static_cast<std::int8_t>(node.reversed ? low + high - step : step);
  }

  const Model& model_;
  const Survey& survey_;
  const SimulationSettings& settings_;
  Dataset& dataset_;
  OrganisationIndex organisation_;
  Random random_;
  std::vector<double> effects_;  // by node, on 0 to 100
  double trend_ = 0;
  std::vector<SimulatedUnit> units_;
};

}  // namespace

Dataset simulate(const Model& model, const Survey& survey, const Dataset& organisations) {
  Dataset dataset;
  dataset.property_names = organisations.property_names;
  dataset.organisations = organisations.organisations;
  dataset.statements = static_cast<int>(model.at(Level::statement).size());
  for (int year = survey.year - survey.simulation.years + 1; year <= survey.year; ++year) dataset.years.push_back(year);
  for (std::size_t o = 0; o < dataset.organisations.size(); ++o)
    OrganisationSimulation(model, survey, dataset, static_cast<OrganisationIndex>(o)).run();
  return dataset;
}

}  // namespace mognad
