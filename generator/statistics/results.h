// What statistics lets out: values of base/ Measured that have passed disclosure control, with what they rest on.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "base/measured.h"
#include "dataset/dataset.h"
#include "model/model.h"
#include "statistics/change.h"

namespace mognad {

struct NodeResult {
  Measured value;        // 0 to 100
  Measured margin;       // half the 95 % interval; not applicable under ten respondents or where it is not known
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

/// A group of organisations as everyone may read of it, its members included.
struct GroupResult {
  int organisations = 0;  // that are counted; 0 where the group is withheld
  Measured median = Missing::withheld;
  Measured lower_quartile = Missing::withheld;
  Measured upper_quartile = Missing::withheld;
};

/// Which group: the definition in the survey, and the group among those of the year.
struct GroupKey {
  int definition = 0;
  int index = 0;
  std::string type;
  std::string value;  // of the property
};

/// How the answers to one statement are distributed.
struct AnswerDistribution {
  std::vector<int> counts;  // by step of the scale, lowest first, as answered; empty: withheld
  int answered = 0;
  int dont_know = 0;
  int not_applicable = 0;
  int no_answer = 0;
  Measured agreement = Missing::withheld;  // r_wg, 0 to 1
};

/// The results of one unit of an organisation, by node.
struct UnitResult {
  UnitIndex unit = 0;
  int respondents = 0;
  std::vector<NodeResult> nodes;
};

/// The mean of the organisations of a type.
struct NationalMean {
  int organisations = 0;
  Measured mean = Missing::no_answer;
};

/// The change of those measured in both years.
struct MatchedChange {
  int organisations = 0;
  Measured points = Missing::no_answer;
  Measured margin = Missing::not_applicable;  // half the 95 % interval, where tested
  Measured p = Missing::not_applicable;       // adjusted within the level
  Certainty certainty = Certainty::untested;
};

struct Correlation {
  int organisations = 0;
  Measured rho = Missing::withheld;  // Spearman's, −1 to 1
};

/// What became of the organisations of a type from one year to another, by their place in the matrix. Types stand in
/// the order of quadrant_number(). A count that would tell of few organisations is withheld, and so is what would give
/// it away.
struct TypeMoves {
  int organisations = 0;  // that have a place in both years
  std::array<Measured, 4> before, after;
  std::array<std::array<Measured, 4>, 4> moved;  // [from][to]
};

/// The place of a quadrant in tables of four: lower left, lower right, upper left, upper right.
inline constexpr int quadrant_number(bool upper, bool right) { return (upper ? 2 : 0) + (right ? 1 : 0); }

/// Who measured in a year.
struct Participation {
  int organisations = 0;
  int respondents = 0;                              // 0 where withheld
  Measured respondents_median = Missing::withheld;  // of an organisation
  int invited_known = 0;                            // organisations whose number of invited is known
  Measured response_rate = Missing::withheld;       // per cent of those invited, where known

  Measured told_respondents() const { return respondents > 0 ? Measured(respondents) : Measured(Missing::withheld); }
};

/// How far an organisation is from what is aimed at.
struct TargetDistance {
  Target target;
  int value_year = 0;  // the last measured year up to the target's
  Measured value = Missing::no_answer;
  Measured difference = Missing::no_answer;  // value − target
};

struct NodeChange {
  Measured points = Missing::no_answer;
  Measured margin = Missing::not_applicable;  // half the 95 % interval, where tested
  Measured p = Missing::not_applicable;       // adjusted within the level, where tested
  Certainty certainty = Certainty::untested;
  bool broken = false;  // not the same was asked in both years
};

}  // namespace mognad
