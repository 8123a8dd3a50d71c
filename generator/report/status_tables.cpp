#include <algorithm>

#include "report/figure_table.h"
#include "report/status_sections.h"

namespace mognad {
namespace {

bool holds(const std::vector<std::string>& names, const NationalFigure& figure) {
  return std::find(names.begin(), names.end(), figure.chosen_as) != names.end();
}

/// Whether a section of tables holds it: what it names, or where it names nothing all.
bool belongs_to(const StatusSectionChoice& choice, const NationalFigure& figure) {
  if (!figure.tabled || figure.data.rows.empty()) return false;
  return choice.figures.empty() || holds(choice.figures, figure);
}

/// It says what the numbers are; what they show stands above the figure.
std::string title_of(const NationalFigure& figure) {
  std::string title = figure.figure.subtitle.empty() ? figure.figure.title : figure.figure.subtitle;
  if (title.ends_with('.')) title.pop_back();
  return title;
}

}  // namespace

bool has_table_elsewhere(const StatusFacts& f, const NationalFigure& figure) {
  return std::any_of(f.layout.sections.begin(), f.layout.sections.end(), [&](const StatusSectionChoice& section) {
    return section.kind == StatusSectionKind::tables && belongs_to(section, figure);
  });
}

std::optional<Section> status_tables(const StatusFacts& f, const StatusSectionChoice& choice) {
  Section section;
  section.message = f.words().say("tables.message");
  for (const NationalFigure& figure : f.figures) {
    if (!belongs_to(choice, figure)) continue;
    Table table = table_of(figure, f.words());
    table.title = title_of(figure);
    section.blocks.push_back(std::move(table));
  }
  if (section.blocks.empty()) return std::nullopt;
  return section;
}

}  // namespace mognad
