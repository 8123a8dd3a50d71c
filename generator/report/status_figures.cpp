#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "report/figure_table.h"
#include "report/status_sections.h"

namespace mognad {
namespace {

constexpr std::size_t kMostRowsBeside = 12;    // that stand on a page with their figure
constexpr std::size_t kMostColumnsInHalf = 3;  // that half a page holds beside the names

bool is_small(const NationalFigure& figure) { return figure.size == FigureSize::one_column; }

Figure shown(const NationalFigure& figure) {
  Figure copy = figure.figure;
  if (figure.tabled && !has_table_beside(figure)) copy.see = Reference{SectionKind::tables};
  return copy;
}

/// What the numbers say, in one paragraph that stays with its figure; without sentences none.
Blocks said(const NationalFigure& figure, Paragraph::Kind kind) {
  if (figure.sentences.empty()) return {};
  return {Paragraph{{{fmt::format("{}", fmt::join(figure.sentences, " "))}}, kind, true}};
}

void append(Blocks& blocks, Blocks more) { std::move(more.begin(), more.end(), std::back_inserter(blocks)); }

Blocks table_beside(const NationalFigure& figure, const Words& words) {
  if (!has_table_beside(figure)) return {};
  return {table_of(figure, words)};
}

/// A figure for half a page, with its words or another one in the other half.
Columns beside_words(const NationalFigure& figure, const Words& words) {
  Blocks right = said(figure, Paragraph::Kind::column);
  if (figure.data.columns.size() <= kMostColumnsInHalf) append(right, table_beside(figure, words));
  Columns halves{Columns::Split::halves, false, {}};
  halves.columns = {{shown(figure)}, std::move(right)};
  return halves;
}

void add_single(const NationalFigure& figure, const Words& words, Blocks& blocks) {
  if (!is_small(figure)) {
    append(blocks, said(figure, Paragraph::Kind::body));
    blocks.push_back(shown(figure));
    append(blocks, table_beside(figure, words));
    return;
  }
  blocks.push_back(beside_words(figure, words));
  if (figure.data.columns.size() > kMostColumnsInHalf) append(blocks, table_beside(figure, words));
}

void add_pair(const NationalFigure& left, const NationalFigure& right, const Words& words, Blocks& blocks) {
  append(blocks, said(left, Paragraph::Kind::body));
  append(blocks, said(right, Paragraph::Kind::body));
  blocks.push_back(Columns{Columns::Split::halves, false, {{shown(left)}, {shown(right)}}});
  append(blocks, table_beside(left, words));
  append(blocks, table_beside(right, words));
}

}  // namespace

bool has_table_beside(const NationalFigure& figure) {
  return figure.tabled && figure.data.rows.size() <= kMostRowsBeside;
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
    if (pair) add_pair(*figures[i], *figures[i + 1], f.words(), section.blocks);
    else add_single(*figures[i], f.words(), section.blocks);
    if (pair) ++i;
  }
  return section;
}

}  // namespace mognad
