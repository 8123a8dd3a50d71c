#include "report/figure_builders.h"

namespace mognad {

NationalFigures groups_figure(const NationFacts&, const FigureChoice&) { return {}; }
NationalFigures kinds_figure(const NationFacts&, const FigureChoice&) { return {}; }
NationalFigures unit_types_figure(const NationFacts&, const FigureChoice&) { return {}; }
NationalFigures capabilities_figure(const NationFacts&, const FigureChoice&) { return {}; }
NationalFigures agreement_figure(const NationFacts&, const FigureChoice&) { return {}; }
NationalFigures tile_map_figure(const NationFacts&, const FigureChoice&) { return {}; }
NationalFigures participation_figure(const NationFacts&, const FigureChoice&) { return {}; }

}  // namespace mognad
