// The sections of the board report, one function each. A section that has nothing to show returns nothing.
#pragma once

#include <optional>

#include "report/report_facts.h"

namespace mognad {

std::optional<Section> summary_section(const ReportFacts& facts);
std::optional<Section> contents_section(const ReportFacts& facts);
std::optional<Section> measurement_section(const ReportFacts& facts);
std::optional<Section> matrix_section(const ReportFacts& facts);
std::optional<Section> categories_section(const ReportFacts& facts);
std::optional<Section> strengths_section(const ReportFacts& facts);
std::optional<Section> change_section(const ReportFacts& facts);
std::optional<Section> comparison_section(const ReportFacts& facts);
std::optional<Section> inside_section(const ReportFacts& facts);
std::optional<Section> answers_section(const ReportFacts& facts);
std::optional<Section> actions_section(const ReportFacts& facts);
std::optional<Section> method_section(const ReportFacts& facts);
std::optional<Section> tables_section(const ReportFacts& facts);

/// "clear increase", "within chance", "not tested".
std::string certainty_words(const ReportFacts& facts, const NodeChange& change);

/// The name of a peer group with the own value put in; the number of its organisations, or why it is withheld; what
/// the survey says of the value.
std::string peer_group_name(const ReportFacts& facts, const PeerGroupDefinition& definition);
std::string peer_group_note(const ReportFacts& facts, const PeerResult& total);
std::string peer_group_detail(const ReportFacts& facts, const PeerGroupDefinition& definition);

}  // namespace mognad
