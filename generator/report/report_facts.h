// ReportFacts: what the sections of one report have in common, looked up once: names, years, results, peers.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "report/board_report.h"

namespace mognad {

class ReportFacts {
 public:
  ReportFacts(const ReportInputs& report_inputs, OrganisationIndex organisation_index, const Words& report_words);

  const ReportInputs& inputs;
  const Model& model;
  const Survey& survey;
  const Statistics& statistics;
  const Words& words;
  OrganisationIndex organisation;

  std::string name;                                        // short
  LanguageTag name_language;                               // of names, where it isn't the report's; else empty
  std::string genitive;                                    // "Askdalas"
  std::string peers_many, peers_definite, peers_genitive;  // "kommuner", "kommunerna", "kommunernas"
  int year = 0;
  std::vector<int> years;           // with results, ascending
  std::optional<int> earlier_year;  // the last before `year` with results
  bool has_results = false;
  bool computed_elsewhere = false;  // the values of `year`: there are no answers to show or to test with
  std::vector<NodeIndex> dimensions;
  std::vector<NodeIndex> categories;
  std::vector<NodeIndex> main_nodes;  // total, dimensions, categories
  std::vector<NodeChange> changes;    // by node since earlier_year; empty in the first year
  std::vector<NodeResult> own;        // by node
  std::vector<PeerResult> peers;      // by node, of the first group
  std::optional<QuadrantPlace> place;

  const Organisation& self() const;
  const std::string& text(const LocalText& local) const { return local.in(words.tag()); }
  const std::string& node_name(NodeIndex node) const;
  const std::string& node_short(NodeIndex node) const;
  const std::string& node_text(NodeIndex node) const;  // inside a sentence
  const std::string& node_definite(NodeIndex node) const;
  const Measured& value(NodeIndex node) const { return own[static_cast<std::size_t>(node)].value; }
  const PeerResult& peer(NodeIndex node) const { return peers[static_cast<std::size_t>(node)]; }
  const NodeChange& change(NodeIndex node) const { return changes[static_cast<std::size_t>(node)]; }
  Measured earlier_value(NodeIndex node) const;
  /// Whether the node has a value in any of the years, or one that is withheld.
  bool has_value(NodeIndex node) const;
  std::string number(const Measured& value, int decimals = 1) const { return words.number(value, decimals); }
  /// The highest or lowest of the nodes with a value, or kNoNode; the first of equals.
  NodeIndex highest(const std::vector<NodeIndex>& nodes) const;
  NodeIndex lowest(const std::vector<NodeIndex>& nodes) const;
  const Quadrant* quadrant() const;
  /// The axes of the matrix on which the distance to the cut is not larger than the uncertainty; empty when there are
  /// none.
  std::string unsure_axes() const;
  int unsure_axis_count() const;
  /// "mittersta hälften", or the symbol when it may not be said.
  std::string band_words(const PeerResult& peer) const;
  /// "43,4–51,7", or the symbol.
  std::string middle_half(const PeerResult& peer) const;
  const Measurement* measurement(int measured_year) const;
  /// The unit's own name, else what its type is called, else its id.
  std::string unit_name(UnitIndex unit) const;
  const std::string& level_word(Level level) const;   // "kategori"
  const std::string& level_words(Level level) const;  // "kategorier"
  bool unsure(const MatrixAxis& axis) const;
  /// Whether so many answered that only its not being known keeps the uncertainty away.
  bool margin_unknown(const NodeResult& result) const;
  /// "enkät om digital mognad 2023–2025"
  std::string source_years() const;
};

}  // namespace mognad
