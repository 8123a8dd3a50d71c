// Units of one kind across organisations: schools with schools. For each kind and node the values of all organisations
// of a type, an organisation's units of the kind taken together. Raw values; statistics.h lets out what may be shown.
#pragma once

#include <map>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include "dataset/dataset.h"
#include "dataset/survey.h"
#include "model/model.h"
#include "statistics/scores.h"
#include "statistics/suppression.h"

namespace mognad {

/// The respondents of each unit of a measurement, units in the order of their ids; none where values were computed
/// elsewhere.
struct UnitRespondents {
  UnitIndex unit = -1;  // −1: no unit
  std::vector<int> respondents;
};
std::vector<UnitRespondents> respondents_by_unit(const Dataset& dataset, const Measurement& measurement);

/// An organisation's units in one year, scored and controlled beside its own results. Those without a unit are left
/// out.
struct ScoredUnit {
  UnitIndex unit = 0;
  UnitScores results;
};
std::vector<ScoredUnit> score_units(const Model& model, const Dataset& dataset, const DisclosurePolicy& policy,
                                    const Measurement& measurement, const std::vector<NodeScore>& organisation);

/// One kind of unit in the organisations of one type and year.
class UnitTypeGroup {
 public:
  /// Organisations are added ascending.
  /// `whole`: the organisation's own results, of which `scores` are those of its units of the kind.
  void add(OrganisationIndex organisation, const std::vector<NodeScore>& scores, const std::vector<NodeScore>& whole,
           const DisclosurePolicy& policy);
  void sort();

  const std::vector<double>& sorted(NodeIndex node) const { return sorted_[static_cast<std::size_t>(node)]; }
  /// How many of the node's values are those of a whole organisation, all of whose answers come from such units.
  int whole_organisations(NodeIndex node) const { return whole_[static_cast<std::size_t>(node)]; }
  /// The organisation's own value, or nullptr.
  const double* value(OrganisationIndex organisation, NodeIndex node) const;

  /// For stored_statistics.h.
  template <class Self, class Visit>
    requires std::is_same_v<std::remove_const_t<Self>, UnitTypeGroup>
  friend void fields(Self& m, const Visit& visit) {
    visit(m.members_, m.values_, m.sorted_, m.whole_);
  }
  /// Whether nothing in it leads astray who reads it, whatever it was read from.
  bool fits(std::size_t organisations, std::size_t nodes) const;

 private:
  std::vector<OrganisationIndex> members_;   // that have a value of any node
  std::vector<std::vector<double>> values_;  // by member, then node; NaN: none that may be counted
  std::vector<std::vector<double>> sorted_;  // by node
  std::vector<int> whole_;                   // by node
};

/// By type of organisation and id of the kind of unit.
using UnitTypeGroups = std::map<std::pair<std::string, std::string>, UnitTypeGroup>;

/// The results of an organisation's units of each kind taken together, by id of the kind. Suppressed where only some of
/// the units may be shown, or one is withheld to hide another: what is withheld must not move a median that is shown
/// with and without it.
std::map<std::string, std::vector<NodeScore>> score_kinds(const Model& model, const Dataset& dataset,
                                                          const DisclosurePolicy& policy,
                                                          const Measurement& measurement,
                                                          const std::vector<NodeScore>& organisation);

/// Adds one measurement.
void add_unit_types(UnitTypeGroups& groups, const Model& model, const Dataset& dataset, const DisclosurePolicy& policy,
                    const Measurement& measurement, const std::vector<NodeScore>& organisation);

}  // namespace mognad
