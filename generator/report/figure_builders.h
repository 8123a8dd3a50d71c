// The figures of the publication, one function for each kind. A figure that has nothing to show returns nothing.
#pragma once

#include <optional>

#include "report/nation_facts.h"

namespace mognad {

/// What all figures of a choice begin with: name, kind, size, title of the template, count and source.
NationalFigure begin_figure(const NationFacts& facts, const FigureChoice& choice);

/// What all figures end with: the chart with its description, the title unless the template has one, and the caption
/// with the source behind it.
void complete_figure(NationalFigure& figure, const NationFacts& facts, ChartData chart, const std::string& title,
                     const std::string& caption);

/// A node's id as a part of a file's name: "digital-formaga".
std::string file_part(const Node& node);

using NationalFigures = std::vector<NationalFigure>;

NationalFigures result_figure(const NationFacts& facts, const FigureChoice& choice);
NationalFigures matrix_figure(const NationFacts& facts, const FigureChoice& choice);
NationalFigures types_figure(const NationFacts& facts, const FigureChoice& choice);
NationalFigures groups_figure(const NationFacts& facts, const FigureChoice& choice);
NationalFigures kinds_figure(const NationFacts& facts, const FigureChoice& choice);
NationalFigures unit_types_figure(const NationFacts& facts, const FigureChoice& choice);
NationalFigures capabilities_figure(const NationFacts& facts, const FigureChoice& choice);
NationalFigures statements_figures(const NationFacts& facts, const FigureChoice& choice);
NationalFigures change_figure(const NationFacts& facts, const FigureChoice& choice);
NationalFigures moves_figure(const NationFacts& facts, const FigureChoice& choice);
NationalFigures series_figure(const NationFacts& facts, const FigureChoice& choice);
NationalFigures correlation_figure(const NationFacts& facts, const FigureChoice& choice);
NationalFigures agreement_figure(const NationFacts& facts, const FigureChoice& choice);
NationalFigures tile_map_figure(const NationFacts& facts, const FigureChoice& choice);
NationalFigures participation_figure(const NationFacts& facts, const FigureChoice& choice);

}  // namespace mognad
