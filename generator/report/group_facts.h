// GroupFacts: what the sections of a group's report have in common, looked up once.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "report/board_report.h"

namespace mognad {

class GroupFacts {
 public:
  GroupFacts(const ReportInputs& report_inputs, GroupKey group_key, const Words& report_words);

  const ReportInputs& inputs;
  const Model& model;
  const Survey& survey;
  const Statistics& statistics;
  const Words& words;
  GroupKey key;
  std::string peers_many, peers_genitive;  // "kommuner", "kommunernas"
  std::string definite;                    // "kommunerna"
  int year = 0;
  std::vector<int> years;        // in which the group may be shown, ascending
  std::vector<GroupResult> own;  // by node, of the group
  std::vector<GroupResult> all;  // by node, of all organisations of the type
  std::vector<NodeIndex> dimensions, categories;

  bool shown() const { return own[kTotal].median.known(); }
  GroupResult result(int of_year, NodeIndex node) const;  // of the group
  GroupResult result_of_all(int of_year, NodeIndex node) const;
  const Measured& value(NodeIndex node) const { return own[static_cast<std::size_t>(node)].median; }
  const Measured& reference(NodeIndex node) const { return all[static_cast<std::size_t>(node)].median; }
  Measured distance(NodeIndex node) const { return difference(value(node), reference(node)); }
  const std::string& text(const LocalText& local) const { return local.in(words.tag()); }
  const std::string& node_short(NodeIndex node) const { return text(model.node(node).short_name); }
  const std::string& node_text(NodeIndex node) const { return text(model.node(node).in_text); }
  std::string number(const Measured& measured) const { return words.number(measured, 1); }
  /// "43,4–51,7", or the symbol.
  std::string middle_half(const GroupResult& group) const;
  std::string source() const;
};

}  // namespace mognad
