// Statistics: every number that a document may show, computed once for a batch. Raw values stay inside; what the
// functions return has passed disclosure control, and a value that must not be learnt comes out as the state
// "withheld".
//
// Disclosure (reasons in templates/README.md): a mean needs five respondents, an interval ten. Of peers, with at least
// five others the median is shown, from ten also the quartiles and the own position, from twenty also dots, rounded to
// the policy's step; never a smallest, largest or single value. A group of organisations with fewer others is withheld.
// Const once made; threads may share it.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <vector>

#include "base/measured.h"
#include "dataset/dataset.h"
#include "dataset/survey.h"
#include "model/model.h"
#include "statistics/change.h"
#include "statistics/peer_group.h"

namespace mognad {

struct NodeResult {
  Measured value;        // 0 to 100
  Measured margin;       // half the 95 % interval; not applicable under ten respondents
  int respondents = 0;   // with an answer that the value rests on
  bool complete = true;  // all statements below it have answers
};

/// Where the own value lies among the others: percentile rank under 25, 25 to 75, over 75.
enum class Band { lower, middle, upper };

/// What may be said of one node of one peer group, seen from one organisation.
struct PeerResult {
  int others = 0;  // that have a value
  Measured median = Missing::withheld;
  Measured lower_quartile = Missing::withheld;
  Measured upper_quartile = Missing::withheld;
  Measured rank = Missing::withheld;  // percentile rank of the own value, 0 to 100
  std::optional<Band> band;
};

/// What may be said of the places of one peer group in the matrix. Dots and counts leave the own organisation out.
struct PeerPlaces {
  int others = 0;
  std::vector<std::vector<int>> cells;  // [row of y][column of x]; empty: not shown
  double step = 0;
  /// [upper][right]; a count under the minimum is withheld, and with it what would give it away.
  std::array<std::array<Measured, 2>, 2> quadrants;
  std::array<std::array<bool, 2>, 2> few{};  // the count is under the minimum
};

struct QuadrantPlace {
  bool upper = false;
  bool right = false;
};

struct NodeChange {
  Measured points = Missing::no_answer;
  Measured margin = Missing::not_applicable;  // half the 95 % interval, where tested
  Certainty certainty = Certainty::untested;
};

class Statistics {
 public:
  /// Years in which the organisation has results that may be shown, ascending.
  std::vector<int> years_of(OrganisationIndex organisation) const;

  /// "No answer" when it did not measure that year, withheld under the minimum of respondents.
  NodeResult node(OrganisationIndex organisation, int year, NodeIndex node) const;

  /// The quadrant, where both axes have values that may be shown.
  std::optional<QuadrantPlace> quadrant(OrganisationIndex organisation, int year) const;

  /// By node, down to `deepest`; "no answer" where one of the years has no value, and below.
  std::vector<NodeChange> changes(OrganisationIndex organisation, int from_year, int to_year, Level deepest) const;

  /// Whether the definition makes sense for this organisation (its type, its property).
  bool has_group(OrganisationIndex organisation, int year, int definition) const;
  PeerResult peers(OrganisationIndex organisation, int year, int definition, NodeIndex node) const;
  /// Others in each of the policy's steps of the scale; empty where dots may not be shown.
  std::vector<int> peer_dots(OrganisationIndex organisation, int year, int definition, NodeIndex node) const;
  PeerPlaces places(OrganisationIndex organisation, int year, int definition) const;

  friend Statistics compute_statistics(const Model&, const Survey&, const Dataset&);

 private:
  struct YearResults {
    std::vector<std::vector<NodeScore>> scores;  // by organisation; empty: not measured
    std::vector<PeerGrouping> groupings;         // by definition
  };

  static void add_measurement(YearResults& year, const Model& model, const Dataset& dataset,
                              const Measurement& measurement, const DisclosurePolicy& policy);
  const std::vector<NodeScore>* scores(OrganisationIndex organisation, int year) const;
  const PeerGroup* group(OrganisationIndex organisation, int year, int definition) const;
  bool dots_allowed(OrganisationIndex organisation, int year, int definition) const;
  SortedValues others(const PeerGroup& peers, OrganisationIndex organisation, int year, NodeIndex node) const;

  DisclosurePolicy policy_;
  const Model* model_ = nullptr;
  std::map<int, YearResults> years_;
  std::vector<double> t_;  // 97.5 % quantiles of Student's t, by respondents: asked for thousands of times
};

/// The model and the dataset must outlive the result. Never fails: what can't be computed has a state.
Statistics compute_statistics(const Model& model, const Survey& survey, const Dataset& dataset);

}  // namespace mognad
