// Every computed value of a survey as a table: what everyone may read of all organisations together, and for each
// organisation what it may read of itself and its peers. Values are not rounded. What must not be learnt has a state
// instead of a value.
#pragma once

#include <array>
#include <functional>
#include <string>

#include "dataset/dataset.h"
#include "dataset/survey.h"
#include "model/model.h"
#include "statistics/statistics.h"

namespace mognad {

/// The columns of the table, as docs/guide explains them.
inline constexpr std::array<const char*, 15> kStatisticsColumns{
    "kind", "type", "organisation", "unit",  "group", "value_of_group", "node", "item", "year",
    "from", "n",    "value",        "lower", "upper", "state"};

struct StatisticsRow {
  std::string kind;
  std::string type;          // of organisations
  std::string organisation;  // code
  std::string unit;          // id, or kind of unit
  std::string group;         // id of the peer group's definition
  std::string group_value;   // of the property
  std::string node;
  std::string item;  // step of the scale, other node, lower end of a dot's step, letter of the type
  int year = 0;
  int from_year = 0;  // of a change; 0: none
  int n = -1;         // respondents or organisations; −1: not said
  Measured value;
  Measured lower;  // end of the 95 % interval, or lower quartile
  Measured upper;
};

enum class PeerDigits { printed, exact };  // exact: for the test that attacks them

struct StatisticsSource {
  const Model& model;
  const Survey& survey;
  const Dataset& dataset;
  const Statistics& statistics;
  PeerDigits peer_digits = PeerDigits::printed;
};

using RowSink = std::function<void(const StatisticsRow&)>;

/// Rows in a fixed order.
void national_rows(const StatisticsSource& source, const RowSink& sink);
void organisation_rows(const StatisticsSource& source, OrganisationIndex organisation, const RowSink& sink);

/// The rows as text; the first line of a simulated survey's CSV says so, and a key of its JSON.
class StatisticsText {
 public:
  enum class Format { csv, json };

  StatisticsText(Format format, const Survey& survey);
  void add(const StatisticsRow& row);
  std::string finish();

 private:
  Format format_;
  std::string text_;
  bool first_ = true;
};

}  // namespace mognad
