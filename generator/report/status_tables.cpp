#include <algorithm>

#include "report/figure_table.h"
#include "report/status_sections.h"

namespace mognad {
namespace {

/// Whether a section of figures shows its table below it.
bool stands_elsewhere(const StatusFacts& f, const NationalFigure& figure) {
  if (!has_table_below(figure)) return false;
  return std::any_of(f.layout.sections.begin(), f.layout.sections.end(), [&](const StatusSectionChoice& section) {
    return section.kind == StatusSectionKind::figures &&
           std::find(section.figures.begin(), section.figures.end(), figure.chosen_as) != section.figures.end();
  });
}

}  // namespace

std::optional<Section> status_tables(const StatusFacts& f, const StatusSectionChoice&) {
  Section section;
  section.message = f.words().say("tables.message");
  for (const NationalFigure& figure : f.figures) {
    if (!figure.tabled || figure.data.rows.empty() || stands_elsewhere(f, figure)) continue;
    Table table = table_of(figure, f.words());
    table.title = figure.figure.title;
    table.subtitle = figure.figure.subtitle;
    section.blocks.push_back(std::move(table));
  }
  if (section.blocks.empty()) return std::nullopt;
  return section;
}

}  // namespace mognad
