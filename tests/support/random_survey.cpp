#include "support/random_survey.h"

#include <algorithm>
#include <numeric>

namespace mognad::test {
namespace {

std::size_t at(int index) { return static_cast<std::size_t>(index); }

constexpr int kYears[] = {2024, 2025};

/// Collects what the functions of Statistics return.
class Collector {
 public:
  Collector(const Statistics& statistics, const Survey& survey, const Model& model)
      : statistics_(statistics), survey_(survey), model_(model) {}

  void add_organisation(OrganisationIndex o) {
    for (const int year : statistics_.years_of(o)) add(year);
    for (const int year : kYears) {
      const std::vector<UnitResult> units = statistics_.units(o, year);
      for (NodeIndex node = 0; node < model_.node_count(); ++node) {
        add(statistics_.node(o, year, node));
        if (model_.node(node).level == Level::statement) add(statistics_.answers(o, year, node));
        for (int d = 0; d < static_cast<int>(survey_.peer_groups.size()); ++d) {
          add(statistics_.peers(o, year, d, node));
          add(statistics_.peer_dots(o, year, d, node));
        }
        for (const UnitResult& unit : units) {
          add(unit.nodes[at(node)]);
          add(statistics_.unit_peers(o, year, unit, node));
        }
      }
      for (int d = 0; d < static_cast<int>(survey_.peer_groups.size()); ++d) add(statistics_.places(o, year, d));
      const auto quadrant = statistics_.quadrant(o, year);
      add(quadrant ? 2 * quadrant->upper + quadrant->right : -1);
    }
    for (const NodeChange& change : statistics_.changes(o, kYears[0], kYears[1], Level::statement)) add(change);
  }

  void add_nation() {
    for (const int year : kYears) {
      for (const std::string& type : statistics_.types(year)) {
        for (const NationalMean& mean : statistics_.national_means(type, year)) add(mean.organisations), add(mean.mean);
        for (NodeIndex node = 0; node < model_.node_count(); ++node) {
          if (model_.node(node).level == Level::statement) {
            add(statistics_.national_answers(type, year, node));
            add(statistics_.agreement_within(type, year, node));
          }
          const Correlation correlation = statistics_.correlation(type, year, kTotal, node);
          add(correlation.organisations), add(correlation.rho);
        }
        add(statistics_.participation(type, year));
      }
      for (const auto& [type, unit_type] : statistics_.unit_types(year))
        for (NodeIndex node = 0; node < model_.node_count(); ++node)
          add(statistics_.unit_type_result(year, type, unit_type, node));
      for (const GroupKey& key : statistics_.groups(year)) {
        for (NodeIndex node = 0; node < model_.node_count(); ++node) {
          add(statistics_.group_result(year, key, node));
          add(statistics_.group_dots(year, key, node));
        }
        add(statistics_.group_places(year, key));
      }
    }
    for (const std::string& type : statistics_.types(kYears[1]))
      add(statistics_.type_moves(type, kYears[0], kYears[1]));
    for (const std::string& type : statistics_.types(kYears[1]))
      for (const MatchedChange& c : statistics_.national_changes(type, kYears[0], kYears[1])) {
        add(c.organisations), add(c.points), add(c.margin), add(c.p), add(static_cast<int>(c.certainty));
      }
  }

  std::vector<double> take() { return std::move(found_); }

 private:
  void add(int number) { found_.push_back(number); }
  void add(const Participation& who) {
    add(who.organisations), add(who.respondents), add(who.respondents_median);
    add(who.invited_known), add(who.response_rate);
  }
  void add(const TypeMoves& moves) {
    add(moves.organisations);
    for (const Measured& count : moves.before) add(count);
    for (const Measured& count : moves.after) add(count);
    for (const auto& row : moves.moved)
      for (const Measured& count : row) add(count);
  }
  void add(const Measured& m) { found_.push_back(m ? m.number() : -1000.0 - static_cast<int>(m.reason())); }
  void add(const std::vector<int>& numbers) {
    add(static_cast<int>(numbers.size()));
    for (const int number : numbers) add(number);
  }
  void add(const NodeResult& r) { add(r.value), add(r.margin), add(r.respondents), add(int{r.complete}); }
  void add(const NodeChange& c) {
    add(c.points), add(c.margin), add(c.p), add(static_cast<int>(c.certainty)), add(int{c.broken});
  }
  void add(const AnswerDistribution& a) {
    add(a.counts), add(a.answered), add(a.dont_know), add(a.not_applicable), add(a.no_answer), add(a.agreement);
  }
  void add(const PeerResult& p) {
    add(p.others), add(p.median), add(p.lower_quartile), add(p.upper_quartile), add(p.rank);
    add(p.band ? static_cast<int>(*p.band) : -1);
  }
  void add(const GroupResult& g) { add(g.organisations), add(g.median), add(g.lower_quartile), add(g.upper_quartile); }
  void add(const PeerPlaces& places) {
    add(places.others);
    for (const std::vector<int>& row : places.cells) add(row);
    for (const auto& side : places.quadrants)
      for (const Measured& count : side) add(count);
  }

  const Statistics& statistics_;
  const Survey& survey_;
  const Model& model_;
  std::vector<double> found_;
};

std::int8_t random_answer(const Model& model, int about, double missing, Random& random) {
  if (random.chance(missing)) return random.chance(0.5) ? kNoAnswer : kDontKnow;
  return static_cast<std::int8_t>(std::clamp(about + random.between(-2, 2), model.lowest_step(), model.highest_step()));
}

}  // namespace

Model random_model(Random& random, int lowest, int highest) {
  std::vector<NodeSpec> specs = tree_specs();
  for (NodeSpec& spec : specs) {
    spec.weight = 0.5 * random.between(1, 6);
    spec.reversed = spec.level == Level::statement && random.chance(0.2);
  }
  return model_of(specs, lowest, highest);
}

Survey random_survey() {
  Survey survey = survey_of_all();
  PeerGroupDefinition county;
  county.id = county.property = "county";
  survey.peer_groups.push_back(county);
  PeerGroupDefinition nearest;
  nearest.id = "nearest";
  nearest.nearest_by = {"size"};
  nearest.nearest_count = 12;
  survey.peer_groups.push_back(nearest);
  return survey;
}

Dataset random_dataset(const Model& model, int organisations, int most_respondents, Random& random) {
  DatasetMaker maker(model, {"county", "size"});
  Dataset& data = maker.data;
  for (int o = 0; o < organisations; ++o) {
    // Sizes with many digits, so that no two distances are equal.
    maker.add(random.chance(0.85) ? "m" : "r",
              {std::string(1, static_cast<char>('A' + random.between(0, 2))), std::to_string(random.uniform())});
    const auto first_unit = static_cast<UnitIndex>(data.units.size());
    for (int u = 0; u < 3; ++u) data.units.push_back({o, std::to_string(u), "", u < 2 ? "school" : "office"});
    for (const int year : kYears) {
      if (random.chance(0.15)) continue;
      const int about = random.between(model.lowest_step(), model.highest_step());
      const double missing = random.chance(0.3) ? 0.5 : 0.05;
      std::vector<AnswerRow> rows(at(random.between(1, most_respondents)));
      for (AnswerRow& row : rows)
        for (int s = 0; s < data.statements; ++s) row.push_back(random_answer(model, about, missing, random));
      maker.measure(o, year, rows);
      for (std::size_t r = data.respondents.size() - rows.size(); r < data.respondents.size(); ++r)
        data.respondents[r].unit = random.chance(0.1) ? -1 : first_unit + random.between(0, 2);
    }
  }
  data.years = {kYears[0], kYears[1]};
  return data;
}

Dataset with_shuffled_respondents(const Dataset& dataset, Random& random) {
  Dataset shuffled = dataset;
  for (const Measurement& m : dataset.measurements) {
    std::vector<int> order = counting(at(m.respondents));
    shuffle(order, random);
    for (int r = 0; r < m.respondents; ++r) {
      const int from = m.first_respondent + order[at(r)], to = m.first_respondent + r;
      shuffled.respondents[at(to)] = dataset.respondents[at(from)];
      const auto answers = dataset.answers_of(from);
      std::copy(answers.begin(), answers.end(), shuffled.answers.begin() + to * dataset.statements);
    }
  }
  return shuffled;
}

Dataset with_reordered_organisations(const Dataset& dataset, const std::vector<OrganisationIndex>& order) {
  Dataset result = dataset;
  result.measurements.clear();
  for (std::size_t place = 0; place < order.size(); ++place) {
    const OrganisationIndex old = order[place];
    const auto now = static_cast<OrganisationIndex>(place);
    result.organisations[place] = dataset.organisations[at(old)];
    result.organisations[place].code = dataset.organisations[place].code;
    for (std::size_t u = 0; u < dataset.units.size(); ++u)
      if (dataset.units[u].organisation == old) result.units[u].organisation = now;
    for (Measurement m : dataset.measurements) {
      if (m.organisation != old) continue;
      m.organisation = now;
      result.measurements.push_back(m);
      for (int r = 0; r < m.respondents; ++r) result.respondents[at(m.first_respondent + r)].organisation = now;
    }
  }
  return result;
}

std::vector<double> everything_let_out(const Statistics& statistics, const Survey& survey, const Model& model,
                                       const std::vector<OrganisationIndex>& order) {
  Collector collector(statistics, survey, model);
  for (const OrganisationIndex o : order) collector.add_organisation(o);
  collector.add_nation();
  return collector.take();
}

std::vector<int> counting(std::size_t count) {
  std::vector<int> numbers(count);
  std::iota(numbers.begin(), numbers.end(), 0);
  return numbers;
}

bool nearly_the_same(const std::vector<double>& a, const std::vector<double>& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), nearly);
}

}  // namespace mognad::test
