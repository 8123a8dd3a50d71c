#include <algorithm>

#include "report/figure_table.h"
#include "report/status_sections.h"

namespace mognad {
namespace {

bool holds(const std::vector<std::string>& names, const NationalFigure& figure) {
  return std::find(names.begin(), names.end(), figure.chosen_as) != names.end();
}

/// Whether a section of figures shows its table below it.
bool stands_with_figure(const StatusFacts& f, const NationalFigure& figure) {
  if (!has_table_below(figure)) return false;
  return std::any_of(f.layout.sections.begin(), f.layout.sections.end(), [&](const StatusSectionChoice& section) {
    return section.kind == StatusSectionKind::figures && holds(section.figures, figure);
  });
}

/// Whether a section of tables holds it: what it names, or where it names nothing all that stand with no figure.
bool belongs_to(const StatusFacts& f, const StatusSectionChoice& choice, const NationalFigure& figure) {
  if (!figure.tabled || figure.data.rows.empty()) return false;
  return choice.figures.empty() ? !stands_with_figure(f, figure) : holds(choice.figures, figure);
}

}  // namespace

bool has_table_elsewhere(const StatusFacts& f, const NationalFigure& figure) {
  return std::any_of(f.layout.sections.begin(), f.layout.sections.end(), [&](const StatusSectionChoice& section) {
    return section.kind == StatusSectionKind::tables && belongs_to(f, section, figure);
  });
}

std::optional<Section> status_tables(const StatusFacts& f, const StatusSectionChoice& choice) {
  Section section;
  section.message = f.words().say("tables.message");
  for (const NationalFigure& figure : f.figures) {
    if (!belongs_to(f, choice, figure)) continue;
    Table table = table_of(figure, f.words());
    table.title = figure.figure.title;
    table.subtitle = figure.figure.subtitle;
    section.blocks.push_back(std::move(table));
  }
  if (section.blocks.empty()) return std::nullopt;
  return section;
}

}  // namespace mognad
