// Studies by simulation: how often the program's intervals cover the true value, and how often it calls a change clear
// where there is none. Every survey is drawn, given to compute_statistics, and read through what that lets out.
// The same name of a study gives the same surveys.
#pragma once

#include <array>
#include <optional>
#include <string>

#include "model/model.h"
#include "simulation/superpopulation.h"

namespace mognad::test {

/// Who answers.
enum class Sampling {
  persons,        // drawn from the whole organisation, whatever their units
  sampled_units,  // evenly from a few units, drawn out of many
  every_unit      // evenly from every unit of the organisation
};

struct SurveyDesign {
  int respondents = 20;
  double missing = 0.03;  // share of answers left out, at random
  Sampling sampling = Sampling::persons;
  int units = 0;
  std::optional<int> population;    // persons of whom the respondents are drawn without replacement; nothing: endless
  bool population_is_told = false;  // to the program, so that it corrects for it
  Spreads spreads;
};

struct Count {
  int cases = 0;
  int hits = 0;

  void add(bool hit) { ++cases, hits += hit; }
  double share() const { return cases == 0 ? 0 : static_cast<double>(hits) / cases; }
};
using CountByLevel = std::array<Count, kLevels>;

/// Intervals that hold the true value, among those that are shown.
CountByLevel covering_intervals(const Model& model, const SurveyDesign& design, int surveys, const std::string& name);

/// Who answers in the later year.
enum class LaterPersons { others, same };

/// Families (all nodes of a level, one organisation, two years with the same true values) with at least one clear
/// change, among those with a tested one. `later_respondents` in the later year.
CountByLevel families_with_false_change(const Model& model, const SurveyDesign& design, int later_respondents,
                                        LaterPersons persons, int surveys, const std::string& name);

struct NationalDesign {
  int organisations = 20;
  double spread_of_change = 0;  // standard deviation of each organisation's own true change, whose mean is 0
  SurveyDesign survey;
};

/// The same for the national change of those measured in both years.
CountByLevel national_families_with_false_change(const Model& model, const NationalDesign& design, int surveys,
                                                 const std::string& name);

}  // namespace mognad::test
