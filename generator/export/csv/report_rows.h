// The numbers of a document: every value of its charts and tables, a row each. What the pages withhold or show only
// together with others is so here too: the values come from where the pages have theirs.
#pragma once

#include <functional>
#include <string_view>

#include "report/group_facts.h"
#include "report/report_facts.h"

namespace mognad {

/// Texts are borrowed for the call that hands the row over.
struct ReportRow {
  std::string_view kind;
  UnitIndex unit = -1;     // −1: the whole organisation
  std::string_view group;  // id of the peer group's definition
  NodeIndex node = kNoNode;
  std::string_view item;  // step of the scale, letter of the type, edition, quarter
  int year = 0;
  int from_year = 0;  // of a change; 0: none
  int n = -1;         // respondents or organisations; −1: not said
  Measured value;
  Measured lower = Missing::not_applicable;  // end of the 95 % interval, or lower quartile
  Measured upper = Missing::not_applicable;
  bool count = false;  // the value is a whole number
};

using ReportRowSink = std::function<void(const ReportRow&)>;

/// Kinds, in this order: respondents, invited, response_rate; own; answers; change; peers, to_median; peers_in_step;
/// type, peers_of_type, places; unit, unit_peers; target, target_distance; published. docs/guide says what
/// each holds.
void report_rows(const ReportFacts& facts, const ReportRowSink& sink);

/// Kinds: group, all.
void group_rows(const GroupFacts& facts, const ReportRowSink& sink);

}  // namespace mognad
