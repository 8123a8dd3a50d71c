// Statistics: every number that a document may show, computed once for a batch. Raw values stay inside; what the
// functions return has passed disclosure control, and a value that must not be learnt comes out as the state
// "withheld".
//
// Disclosure (reasons in docs/guide): a mean needs five respondents, an interval and a distribution of answers
// ten. Of peers, with at least five others the median is shown, from ten also the quartiles and the own position, from
// twenty also dots, rounded to the policy's step; never a smallest, largest or single value. A group of organisations
// with fewer others is withheld, and so is what would give a withheld value away: suppression.h (nodes and units of one
// organisation), cuts.h (groups of organisations), national.h (means), type_moves.h (moves between the types).
// Const once made; threads may share it.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "dataset/survey.h"
#include "statistics/memberships.h"
#include "statistics/national.h"
#include "statistics/results.h"
#include "statistics/unit_types.h"

namespace mognad {

class Statistics {
 public:
  /// Years in which the organisation has results that may be shown, ascending.
  std::vector<int> years_of(OrganisationIndex organisation) const;

  /// "No answer" when it did not measure that year, withheld under the minimum of respondents.
  NodeResult node(OrganisationIndex organisation, int year, NodeIndex node) const;

  /// The quadrant, where both axes have values that may be shown.
  std::optional<QuadrantPlace> quadrant(OrganisationIndex organisation, int year) const;

  /// By node, down to `deepest`; "no answer" where one of the years has no value, and below; "not applicable" and
  /// broken where the model's versions did not ask the same.
  std::vector<NodeChange> changes(OrganisationIndex organisation, int from_year, int to_year, Level deepest) const;

  /// Whether the same was asked below the node in both years.
  bool comparable(int from_year, int to_year, NodeIndex node) const;

  /// The answers to a statement.
  AnswerDistribution answers(OrganisationIndex organisation, int year, NodeIndex statement) const;

  /// The organisation's units in the order of their ids; computed anew in each call.
  std::vector<UnitResult> units(OrganisationIndex organisation, int year) const;

  /// Targets of the organisation and those of everyone.
  std::vector<TargetDistance> targets(OrganisationIndex organisation) const;

  /// Whether the definition makes sense for this organisation (its type, its property).
  bool has_group(OrganisationIndex organisation, int year, int definition) const;
  PeerResult peers(OrganisationIndex organisation, int year, int definition, NodeIndex node) const;
  /// Others in each of the policy's steps of the scale; empty where dots may not be shown.
  std::vector<int> peer_dots(OrganisationIndex organisation, int year, int definition, NodeIndex node) const;
  PeerPlaces places(OrganisationIndex organisation, int year, int definition) const;
  /// A unit's value among the units of its kind in other organisations of the type.
  PeerResult unit_peers(OrganisationIndex organisation, int year, const UnitResult& own, NodeIndex node) const;

  // What everyone may read of all organisations together.

  std::vector<int> years() const;
  /// Types of organisations that measured in the year, ascending.
  std::vector<std::string> types(int year) const;
  /// By node.
  std::vector<NationalMean> national_means(const std::string& type, int year) const;
  std::vector<MatchedChange> national_changes(const std::string& type, int from_year, int to_year) const;
  Correlation correlation(const std::string& type, int year, NodeIndex a, NodeIndex b) const;
  /// Answers of all respondents of the organisations whose value of the statement is counted.
  AnswerDistribution national_answers(const std::string& type, int year, NodeIndex statement) const;
  /// Of those that have a place in both years; withheld unless the years follow each other, "not applicable" where the
  /// axes were not asked alike.
  TypeMoves type_moves(const std::string& type, int from_year, int to_year) const;
  /// r_wg (0 to 1) of the statement in each organisation that is counted and may show how its answers are distributed:
  /// median and quartiles, as of a group.
  GroupResult agreement_within(const std::string& type, int year, NodeIndex statement) const;
  Participation participation(const std::string& type, int year) const;
  /// An organisation's value as everyone may read it: withheld unless the participants agreed that all results are
  /// published, and then what the organisation reads of itself.
  Measured published(OrganisationIndex organisation, int year, NodeIndex node) const;
  /// The groups of the year, in the order of definition, type and value; nearest ones are no groups of their own.
  std::vector<GroupKey> groups(int year) const;
  GroupResult group_result(int year, const GroupKey& key, NodeIndex node) const;
  /// Dots and places are of all of a type, unless the participants agreed on dots of every group.
  std::vector<int> group_dots(int year, const GroupKey& key, NodeIndex node) const;
  PeerPlaces group_places(int year, const GroupKey& key) const;
  /// Types of organisations and kinds of units of the year.
  std::vector<std::pair<std::string, std::string>> unit_types(int year) const;
  GroupResult unit_type_result(int year, const std::string& type, const std::string& unit_type, NodeIndex node) const;

  friend Statistics compute_statistics(const Model&, const Survey&, const Dataset&);
  friend class StatisticsFile;  // stored_statistics.cpp

 private:
  struct YearResults {
    std::vector<std::vector<NodeScore>> scores;  // by organisation; empty: not measured
    std::vector<PeerGrouping> groupings;         // by definition
    UnitTypeGroups unit_types;
    std::map<std::string, CountedByNode> counted;  // by type of organisation
    std::vector<Memberships> memberships;          // of different sets of organisations that are counted
    std::vector<int> memberships_of;               // by node: which of them
    const ModelVersion* version = nullptr;         // earlier version of the model; nullptr: the present one

    const Memberships& memberships_at(NodeIndex node) const {
      return memberships[static_cast<std::size_t>(memberships_of[static_cast<std::size_t>(node)])];
    }
  };

  /// All but the results of the years.
  static Statistics begun(const Model& model, const Survey& survey, const Dataset& dataset);

  const YearResults* results(int year) const;
  const std::vector<NodeScore>* scores(OrganisationIndex organisation, int year) const;
  NodeResult result_of(const NodeScore& score) const;
  const double* own_value(OrganisationIndex organisation, int year, NodeIndex node) const;
  const PeerGroup* group(OrganisationIndex organisation, int year, int definition) const;
  SortedValues others(const PeerGroup& peers, OrganisationIndex organisation, int year, NodeIndex node) const;
  std::vector<OrganisationIndex> counted_members(const std::vector<OrganisationIndex>& members, int year,
                                                 NodeIndex node) const;
  std::vector<double> nearest_values(OrganisationIndex organisation, int year, int definition, NodeIndex node) const;
  YearScores year_scores(int year) const;
  const CountedByNode* counted(const std::string& type, int year) const;
  std::vector<int> quadrant_numbers(const std::string& type, int year) const;
  bool tells_of_few(const UnitTypeGroup& group, NodeIndex node) const;
  GroupResult group_of_values(const std::vector<double>& sorted) const;
  void describe(PeerResult& result, const SortedValues& described) const;
  void rank(PeerResult& result, const SortedValues& others, const Measured& own) const;
  std::size_t least_for_dots() const;
  bool dots_allowed(OrganisationIndex organisation, int year, int definition, NodeIndex node) const;
  bool shows_dots(const GroupKey& key, const PeerGroup& group, NodeIndex node) const;
  PeerPlaces places_of(const PeerGroup& peers, bool dotted, const double* x, const double* y) const;
  void add_year(int year, const Survey& survey);
  void find_version(int year, const Survey& survey);
  void count_memberships(YearResults& results, const YearScores& scores) const;

  DisclosurePolicy policy_;
  const Model* model_ = nullptr;
  const Dataset* dataset_ = nullptr;
  std::map<int, YearResults> years_;
  std::vector<double> weights_;  // of the national mean, by organisation; empty: all alike
  std::vector<double> t_;        // 97.5 % quantiles of Student's t, by respondents: asked for thousands of times
};

/// The model and the dataset must outlive the result. Never fails: what can't be computed has a state.
Statistics compute_statistics(const Model& model, const Survey& survey, const Dataset& dataset);

}  // namespace mognad
