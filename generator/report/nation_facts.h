// NationFacts: what the figures of one type of organisation have in common, looked up once.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "report/national_figure.h"

namespace mognad {

class NationFacts {
 public:
  NationFacts(const NationInputs& nation_inputs, std::string organisation_type, const Words& report_words);

  const NationInputs& inputs;
  const Model& model;
  const Survey& survey;
  const Statistics& statistics;
  const Words& words;
  std::string type;
  std::string peers_one, peers_many, peers_definite,
      peers_genitive;  // "kommun", "kommuner", "kommunerna", "kommunernas"
  int year = 0;
  std::vector<int> years;           // that were measured up to `year`, ascending
  std::optional<int> earlier_year;  // the one before `year`
  std::vector<NationalMean> means;  // by node
  std::vector<GroupResult> all;     // by node: median and quartiles of all of the type
  std::vector<NodeIndex> dimensions, categories, main_nodes;

  const std::string& text(const LocalText& local) const { return local.in(words.tag()); }
  const std::string& node_name(NodeIndex node) const { return text(model.node(node).name); }
  const std::string& node_short(NodeIndex node) const { return text(model.node(node).short_name); }
  const std::string& node_text(NodeIndex node) const { return text(model.node(node).in_text); }
  const Measured& mean(NodeIndex node) const { return means[static_cast<std::size_t>(node)].mean; }
  const GroupResult& group(NodeIndex node) const { return all[static_cast<std::size_t>(node)]; }
  GroupResult result(int of_year, NodeIndex node) const;  // of all of the type
  NationalMean mean_of(int of_year, NodeIndex node) const;
  /// The group of all of the type in a year.
  std::optional<GroupKey> all_key(int of_year) const;
  std::string number(const Measured& value, int decimals = 1) const { return words.number(value, decimals); }
  std::string middle_half(const GroupResult& group) const;  // "43,4–51,7", or the symbol
  std::string count_of(int organisations) const;            // "290 kommuner"
  int counted() const;                                      // organisations behind the total, or the most behind a part
  std::string source() const;                               // "Källa: enkät om digital mognad 2025."
  std::string source_years() const;                         // "Källa: enkät om digital mognad 2023–2025."
  std::string source_both() const;                          // "… 2024 och 2025.": of the year and the one before
};

/// The type with the most organisations in the survey's year; of equals the first. Empty: nothing was measured.
std::string main_type(const NationInputs& inputs);

}  // namespace mognad
