#include "attack/knowledge.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "statistics/agreement.h"
#include "statistics/answer_count.h"
#include "statistics/peer_group.h"
#include "statistics/statistics.h"
#include "statistics/suppression.h"
#include "statistics/unit_types.h"

namespace mognad::attack {
namespace {

std::size_t at(int index) { return static_cast<std::size_t>(index); }

struct Fact {
  std::string kind;
  int year = 0;
  std::string organisation, unit, group, value, node, other;
  double number = 0;
  std::string state;
};

constexpr const char* kColumns = "kind,year,organisation,unit,group,value_of_group,node,other,number,state\n";

/// Whether a value exists and whether it is counted among peers.
std::string state_of(const NodeScore& score, const DisclosurePolicy& policy) {
  if (!score.known) return "none";
  return may_be_shown(score, policy) ? "counted" : "known";
}

/// Respondents of an organisation's units of each kind.
std::map<std::string, std::vector<int>> by_kind(const Dataset& dataset, const Measurement& measurement) {
  std::map<std::string, std::vector<int>> kinds;
  for (const UnitRespondents& unit : respondents_by_unit(dataset, measurement)) {
    if (unit.unit < 0 || dataset.units[at(unit.unit)].unit_type.empty()) continue;
    std::vector<int>& all = kinds[dataset.units[at(unit.unit)].unit_type];
    all.insert(all.end(), unit.respondents.begin(), unit.respondents.end());
  }
  for (auto& [kind, respondents] : kinds) std::sort(respondents.begin(), respondents.end());
  return kinds;
}

class Writer {
 public:
  explicit Writer(const RandomSurvey& made)
      : model_(made.model),
        survey_(made.survey),
        dataset_(made.dataset),
        statistics_(compute_statistics(made.model, made.survey, made.dataset)),
        text_(kColumns) {}

  std::string known(const std::vector<OrganisationIndex>& recipients) {
    write_model();
    const int employees = dataset_.property("employees");
    for (std::size_t o = 0; o < dataset_.organisations.size(); ++o)
      add({.kind = "organisation",
           .organisation = dataset_.organisations[o].code,
           .group = dataset_.organisations[o].type,
           .number = dataset_.number(static_cast<OrganisationIndex>(o), employees).value_or(0)});
    for (const int year : dataset_.years) write_year(year, recipients);
    write_invited(recipients);
    write_types();
    return std::move(text_);
  }

  std::string truth() {
    for (const Measurement& measurement : dataset_.measurements) {
      const Fact fact{.year = measurement.year, .organisation = code(measurement.organisation)};
      write_values(fact, "value", score_measurement(model_, dataset_, measurement));
      write_agreement(fact, measurement);
      write_place(fact, measurement);
      if (measurement.invited) write_rate(fact, measurement);
      for (const auto& [kind, respondents] : by_kind(dataset_, measurement)) {
        Fact own = fact;
        own.group = kind;
        write_values(own, "kind", score_respondents(model_, dataset_, respondents));
      }
      for (const UnitRespondents& unit : respondents_by_unit(dataset_, measurement)) {
        Fact own = fact;
        own.unit = unit.unit < 0 ? "" : dataset_.units[at(unit.unit)].id;
        write_values(own, "unit", score_respondents(model_, dataset_, unit.respondents));
      }
    }
    return std::move(text_);
  }

 private:
  const std::string& code(OrganisationIndex organisation) const {
    return dataset_.organisations[at(organisation)].code;
  }

  void add(const Fact& f) {
    text_ += fmt::format("{},{},{},{},{},{},{},{},{},{}\n", f.kind, f.year, f.organisation, f.unit, f.group, f.value,
                         f.node, f.other, f.number, f.state);
  }

  void write_model() {
    for (const Node& node : model_.nodes)
      add({.kind = "node",
           .group = std::to_string(static_cast<int>(node.level)),
           .node = node.id,
           .other = node.parent == kNoNode ? "" : model_.node(node.parent).id,
           .number = node.weight,
           .state = node.reversed ? "reversed" : ""});
    add({.kind = "axis", .group = "x", .node = model_.node(model_.matrix.x.node).id});
    add({.kind = "axis", .group = "y", .node = model_.node(model_.matrix.y.node).id});
    add({.kind = "lowest_step", .number = static_cast<double>(model_.lowest_step())});
    add({.kind = "highest_step", .number = static_cast<double>(model_.highest_step())});
  }

  void write_values(Fact fact, const char* kind, const std::vector<NodeScore>& scores) {
    fact.kind = kind;
    for (NodeIndex node = 0; node < model_.node_count(); ++node) {
      if (!scores[at(node)].known) continue;
      fact.node = model_.node(node).id;
      fact.number = scores[at(node)].mean;
      add(fact);
    }
  }

  void write_numbers(Fact fact, const char* kind, const std::vector<NodeScore>& scores) {
    fact.kind = kind;
    for (NodeIndex node = 0; node < model_.node_count(); ++node) {
      fact.node = model_.node(node).id;
      fact.number = scores[at(node)].respondents;
      fact.state = state_of(scores[at(node)], survey_.disclosure);
      add(fact);
    }
  }

  void write_year(int year, const std::vector<OrganisationIndex>& recipients) {
    std::vector<std::vector<NodeScore>> scores(dataset_.organisations.size());
    for (const Measurement& measurement : dataset_.measurements) {
      if (measurement.year != year) continue;
      const OrganisationIndex o = measurement.organisation;
      scores[at(o)] = score_measurement(model_, dataset_, measurement);
      suppress_complements(model_, survey_.disclosure, scores[at(o)]);
      const Fact fact{.year = year, .organisation = code(o)};
      write_numbers(fact, "respondents", scores[at(o)]);
      for (const auto& [kind, together] :
           score_kinds(model_, dataset_, survey_.disclosure, measurement, scores[at(o)])) {
        Fact own = fact;
        own.group = kind;
        write_numbers(own, "kind", together);
      }
      if (std::find(recipients.begin(), recipients.end(), o) != recipients.end()) write_units(fact, measurement);
    }
    YearScores pointers;
    for (const auto& own : scores) pointers.push_back(own.empty() ? nullptr : &own);
    for (const PeerGroupDefinition& definition : survey_.peer_groups)
      write_groups(year, definition, group_peers(definition, model_, dataset_, survey_.disclosure, pointers),
                   recipients);
  }

  /// How many were invited, and of the recipients how many answered.
  void write_invited(const std::vector<OrganisationIndex>& recipients) {
    for (const Measurement& measurement : dataset_.measurements) {
      if (!measurement.invited) continue;
      const bool own = std::find(recipients.begin(), recipients.end(), measurement.organisation) != recipients.end();
      add({.kind = "invited",
           .year = measurement.year,
           .organisation = code(measurement.organisation),
           .other = own ? std::to_string(measurement.respondents) : "",
           .number = static_cast<double>(*measurement.invited)});
    }
  }

  /// Letter of an organisation's type, empty without a place.
  std::string letter_of(const Measurement& measurement) const {
    const auto place = statistics_.quadrant(measurement.organisation, measurement.year);
    return place ? model_.matrix.quadrant(place->upper, place->right).id : "";
  }

  /// How many organisations had which type in the matrix.
  void write_types() {
    std::map<std::tuple<int, std::string, std::string>, int> counts;
    for (const Measurement& measurement : dataset_.measurements)
      for (const bool upper : {false, true})
        for (const bool right : {false, true}) {
          const std::string& letter = model_.matrix.quadrant(upper, right).id;
          counts[{measurement.year, dataset_.organisations[at(measurement.organisation)].type, letter}] +=
              letter_of(measurement) == letter;
        }
    for (const auto& [of, count] : counts) {
      const auto& [year, type, letter] = of;
      add({.kind = "type_count", .year = year, .group = type, .value = letter, .number = static_cast<double>(count)});
    }
  }

  void write_place(Fact fact, const Measurement& measurement) {
    fact.kind = "place";
    fact.group = dataset_.organisations[at(measurement.organisation)].type;
    fact.state = letter_of(measurement);
    if (!fact.state.empty()) add(fact);
  }

  void write_rate(Fact fact, const Measurement& measurement) {
    fact.kind = "rate";
    fact.number = 100.0 * measurement.respondents / *measurement.invited;
    add(fact);
  }

  /// Of 100, so that it has the range of a value.
  void write_agreement(Fact fact, const Measurement& measurement) {
    fact.kind = "agreement";
    for (const NodeIndex node : model_.at(Level::statement)) {
      AnswerDistribution answers;
      answers.counts.resize(model_.scale.size());
      count_answers(answers, model_, dataset_, measurement, node);
      if (answers.answered < 2) continue;
      fact.node = model_.node(node).id;
      fact.number = 100 * agreement(answers.counts);
      add(fact);
    }
  }

  void write_units(const Fact& fact, const Measurement& measurement) {
    for (const UnitRespondents& unit : respondents_by_unit(dataset_, measurement)) {
      Fact own = fact;
      if (unit.unit >= 0)
        own.unit = dataset_.units[at(unit.unit)].id, own.group = dataset_.units[at(unit.unit)].unit_type;
      write_numbers(own, "unit", score_respondents(model_, dataset_, unit.respondents));
    }
  }

  void write_groups(int year, const PeerGroupDefinition& definition, const PeerGrouping& grouping,
                    const std::vector<OrganisationIndex>& recipients) {
    for (const PeerGroup& group : grouping.groups)
      for (const OrganisationIndex o : group.members)
        add({.kind = "member",
             .year = year,
             .organisation = code(o),
             .group = definition.id,
             .value = group.value,
             .other = group.type});
    if (grouping.nearest.empty()) return;
    for (const OrganisationIndex recipient : recipients)
      for (const OrganisationIndex o : grouping.nearest[at(recipient)])
        add({.kind = "nearest",
             .year = year,
             .organisation = code(recipient),
             .group = definition.id,
             .other = code(o)});
  }

  const Model& model_;
  const Survey& survey_;
  const Dataset& dataset_;
  Statistics statistics_;
  std::string text_;
};

}  // namespace

std::string public_csv(const RandomSurvey& made, const std::vector<OrganisationIndex>& recipients) {
  return Writer(made).known(recipients);
}

std::string truth_csv(const RandomSurvey& made) { return Writer(made).truth(); }

}  // namespace mognad::attack
