#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "report/figure_table.h"
#include "report/status_sections.h"

namespace mognad {
namespace {

constexpr std::size_t kMostRowsBelow = 6;      // that stand on a page with their figure
constexpr std::size_t kMostRowsTogether = 12;  // of a figure that leaves room for its words on the page

bool is_small(const NationalFigure& figure) { return figure.size == FigureSize::one_column; }

Figure shown(const StatusFacts& f, const NationalFigure& figure) {
  Figure copy = figure.figure;
  if (has_table_elsewhere(f, figure)) copy.see = Reference{SectionKind::tables};
  return copy;
}

/// What the numbers say, in one paragraph; it stays with a figure that leaves it room. Without sentences none.
Blocks said(const NationalFigure& figure, Paragraph::Kind kind) {
  if (figure.sentences.empty()) return {};
  const bool together = figure.data.rows.size() <= kMostRowsTogether;
  return {Paragraph{{{fmt::format("{}", fmt::join(figure.sentences, " "))}}, kind, together}};
}

void append(Blocks& blocks, Blocks more) { std::move(more.begin(), more.end(), std::back_inserter(blocks)); }

/// A figure for half a page, with its words in the other half.
Columns beside_words(const StatusFacts& f, const NationalFigure& figure) {
  Columns halves{Columns::Split::halves, false, {}};
  halves.columns = {{shown(f, figure)}, said(figure, Paragraph::Kind::column)};
  return halves;
}

void add_single(const StatusFacts& f, const NationalFigure& figure, Blocks& blocks) {
  if (is_small(figure)) {
    blocks.push_back(beside_words(f, figure));
    return;
  }
  append(blocks, said(figure, Paragraph::Kind::body));
  blocks.push_back(shown(f, figure));
  if (has_table_below(figure) && !has_table_elsewhere(f, figure)) blocks.push_back(table_of(figure, f.words()));
}

void add_pair(const StatusFacts& f, const NationalFigure& left, const NationalFigure& right, Blocks& blocks) {
  append(blocks, said(left, Paragraph::Kind::body));
  append(blocks, said(right, Paragraph::Kind::body));
  blocks.push_back(Columns{Columns::Split::halves, false, {{shown(f, left)}, {shown(f, right)}}});
}

}  // namespace

bool has_table_below(const NationalFigure& figure) {
  return figure.tabled && !is_small(figure) && table_rows_of(figure) <= kMostRowsBelow;
}

std::optional<Section> status_figures(const StatusFacts& f, const StatusSectionChoice& choice) {
  const std::vector<const NationalFigure*> figures = f.named(choice.figures);
  if (figures.empty()) return std::nullopt;
  Section section;
  const auto found =
      std::find_if(figures.begin(), figures.end(), [](const auto* each) { return !each->finding.empty(); });
  section.message = found == figures.end() ? figures.front()->figure.title : (*found)->finding;
  for (std::size_t i = 0; i < figures.size(); ++i) {
    const bool pair = i + 1 < figures.size() && is_small(*figures[i]) && is_small(*figures[i + 1]);
    if (pair) add_pair(f, *figures[i], *figures[i + 1], section.blocks);
    else add_single(f, *figures[i], section.blocks);
    if (pair) ++i;
  }
  return section;
}

}  // namespace mognad
