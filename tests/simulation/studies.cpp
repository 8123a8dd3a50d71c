#include "simulation/studies.h"

#include <cmath>
#include <numeric>

#include "statistics/statistics.h"

namespace mognad::test {
namespace {

constexpr std::uint64_t kSeed = 2025;
constexpr int kEarlier = 2024, kLater = 2025;

std::size_t at(int index) { return static_cast<std::size_t>(index); }

struct Person {
  int unit = 0;  // classes of the superpopulation
  int person = 0;
};

/// Those who answer, and the classes of the units that they were drawn from (none: of all).
struct Sample {
  std::vector<Person> persons;
  std::vector<int> units;
};

Sample draw_sample(const Superpopulation& organisation, const SurveyDesign& design, int respondents, Random& random) {
  Sample sample;
  if (design.sampling != Sampling::persons)
    for (int u = 0; u < design.units; ++u) sample.units.push_back(organisation.units().draw(random));
  for (int r = 0; r < respondents; ++r) {
    const int unit =
        sample.units.empty() ? organisation.units().draw(random) : sample.units[at(r) % sample.units.size()];
    sample.persons.push_back({unit, organisation.persons().draw(random)});
  }
  return sample;
}

void leave_out(AnswerRow& row, double missing, Random& random) {
  for (std::int8_t& answer : row)
    if (random.chance(missing)) answer = kNoAnswer;
}

std::vector<AnswerRow> draw_rows(const Superpopulation& organisation, const std::vector<Person>& persons,
                                 double missing, Random& random) {
  std::vector<AnswerRow> rows;
  for (const Person& p : persons) {
    rows.push_back(organisation.draw_answers(p.unit, p.person, random));
    leave_out(rows.back(), missing, random);
  }
  return rows;
}

/// A survey and the true value of each node.
struct Drawn {
  std::vector<AnswerRow> rows;
  std::vector<double> truth;
};

/// All persons would answer everything; the true value is the mean of what they would say.
Drawn draw_of_finite_population(const Model& model, const Superpopulation& organisation, const SurveyDesign& design,
                                Random& random) {
  Sample everyone = draw_sample(organisation, design, *design.population, random);
  std::vector<AnswerRow> rows = draw_rows(organisation, everyone.persons, 0, random);
  std::vector<double> sums(rows.front().size());
  const std::vector<NodeIndex> statements = model.at(Level::statement);
  for (const AnswerRow& row : rows)
    for (std::size_t s = 0; s < row.size(); ++s)
      sums[s] +=
          (model.node(statements[s]).reversed ? 6 - row[s] : row[s] - 1) * 20.0 / static_cast<double>(rows.size());
  // The first of a shuffled list are a sample without replacement.
  for (int r = 0; r < design.respondents; ++r)
    std::swap(rows[at(r)], rows[at(random.between(r, *design.population - 1))]);
  rows.resize(at(design.respondents));
  for (AnswerRow& row : rows) leave_out(row, design.missing, random);
  return {std::move(rows), means_of_nodes(model, sums)};
}

Drawn draw_survey(const Model& model, const SurveyDesign& design, Random& random) {
  const Superpopulation organisation(model, design.spreads, random);
  if (design.population) return draw_of_finite_population(model, organisation, design, random);
  const Sample sample = draw_sample(organisation, design, design.respondents, random);
  const bool whole = design.sampling == Sampling::every_unit;
  return {draw_rows(organisation, sample.persons, design.missing, random),
          whole ? organisation.node_means(sample.units) : organisation.node_means()};
}

Survey survey_without_groups() {
  Survey survey;
  survey.year = kLater;
  survey.languages = {"en"};
  return survey;
}

Random stream(const std::string& name, int survey) { return Random(kSeed, name + "/" + std::to_string(survey)); }

/// Adds a family for each level that has a tested change.
template <typename Change>
void add_families(CountByLevel& counts, const Model& model, const std::vector<Change>& changes) {
  for (int level = 0; level < kLevels; ++level) {
    bool tested = false, clear = false;
    for (const NodeIndex node : model.at(static_cast<Level>(level))) {
      tested = tested || changes[at(node)].certainty != Certainty::untested;
      clear = clear || changes[at(node)].certainty == Certainty::clear;
    }
    if (tested) counts[at(level)].add(clear);
  }
}

}  // namespace

CountByLevel covering_intervals(const Model& model, const SurveyDesign& design, int surveys, const std::string& name) {
  constexpr double kRoundingError = 1e-9;
  CountByLevel counts;
  for (int i = 0; i < surveys; ++i) {
    Random random = stream(name, i);
    const Drawn drawn = draw_survey(model, design, random);
    DatasetMaker maker(model);
    maker.measure(maker.add("m"), kLater, drawn.rows);
    if (design.population_is_told) maker.data.measurements.front().population = design.population;
    const Statistics statistics = compute_statistics(model, survey_without_groups(), maker.data);
    for (NodeIndex node = 0; node < model.node_count(); ++node) {
      const NodeResult result = statistics.node(0, kLater, node);
      if (!result.margin) continue;
      const double error = std::fabs(result.value.number() - drawn.truth[at(node)]);
      counts[at(static_cast<int>(model.node(node).level))].add(error <= result.margin.number() + kRoundingError);
    }
  }
  return counts;
}

CountByLevel families_with_false_change(const Model& model, const SurveyDesign& design, int later_respondents,
                                        LaterPersons persons, int surveys, const std::string& name) {
  CountByLevel counts;
  for (int i = 0; i < surveys; ++i) {
    Random random = stream(name, i);
    const Superpopulation organisation(model, design.spreads, random);
    const Sample earlier = draw_sample(organisation, design, design.respondents, random);
    const Sample later =
        persons == LaterPersons::same ? earlier : draw_sample(organisation, design, later_respondents, random);
    DatasetMaker maker(model);
    maker.add("m");
    maker.measure(0, kEarlier, draw_rows(organisation, earlier.persons, design.missing, random));
    maker.measure(0, kLater, draw_rows(organisation, later.persons, design.missing, random));
    const Statistics statistics = compute_statistics(model, survey_without_groups(), maker.data);
    add_families(counts, model, statistics.changes(0, kEarlier, kLater, Level::statement));
  }
  return counts;
}

CountByLevel national_families_with_false_change(const Model& model, const NationalDesign& design, int surveys,
                                                 const std::string& name) {
  CountByLevel counts;
  for (int i = 0; i < surveys; ++i) {
    Random random = stream(name, i);
    DatasetMaker maker(model);
    for (int o = 0; o < design.organisations; ++o) {
      maker.add("m");
      const std::uint64_t seed = random.next();
      for (const int year : {kEarlier, kLater}) {
        // The same organisation in both years, moved by as much on average.
        Random same(seed);
        Spreads spreads = design.survey.spreads;
        spreads.mean += design.spread_of_change / std::sqrt(2.0) * random.normal();
        const Superpopulation organisation(model, spreads, same);
        const Sample sample = draw_sample(organisation, design.survey, design.survey.respondents, random);
        maker.measure(o, year, draw_rows(organisation, sample.persons, design.survey.missing, random));
      }
    }
    const Statistics statistics = compute_statistics(model, survey_without_groups(), maker.data);
    add_families(counts, model, statistics.national_changes("m", kEarlier, kLater));
  }
  return counts;
}

}  // namespace mognad::test
