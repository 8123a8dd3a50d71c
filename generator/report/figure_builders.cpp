#include "report/figure_builders.h"

namespace mognad {

NationalFigures matrix_figure(const NationFacts&, const FigureChoice&) { return {}; }
NationalFigures types_figure(const NationFacts&, const FigureChoice&) { return {}; }
NationalFigures groups_figure(const NationFacts&, const FigureChoice&) { return {}; }
NationalFigures kinds_figure(const NationFacts&, const FigureChoice&) { return {}; }
NationalFigures unit_types_figure(const NationFacts&, const FigureChoice&) { return {}; }
NationalFigures capabilities_figure(const NationFacts&, const FigureChoice&) { return {}; }
NationalFigures statements_figures(const NationFacts&, const FigureChoice&) { return {}; }
NationalFigures change_figure(const NationFacts&, const FigureChoice&) { return {}; }
NationalFigures moves_figure(const NationFacts&, const FigureChoice&) { return {}; }
NationalFigures series_figure(const NationFacts&, const FigureChoice&) { return {}; }
NationalFigures correlation_figure(const NationFacts&, const FigureChoice&) { return {}; }
NationalFigures agreement_figure(const NationFacts&, const FigureChoice&) { return {}; }
NationalFigures tile_map_figure(const NationFacts&, const FigureChoice&) { return {}; }
NationalFigures participation_figure(const NationFacts&, const FigureChoice&) { return {}; }

}  // namespace mognad
