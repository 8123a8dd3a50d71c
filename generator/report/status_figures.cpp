#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <set>

#include "report/status_sections.h"

namespace mognad {
namespace {

constexpr std::size_t kMostRowsWithBody = 12;  // of a figure that leaves its words room to be large

bool is_small(const NationalFigure& figure) { return figure.size == FigureSize::one_column; }

class ShownFigures {
 public:
  ShownFigures(const StatusFacts& facts, bool alone) : facts_(facts), alone_(alone) {}

  void add_single(const NationalFigure& figure) {
    const bool large = alone_ && !is_small(figure) && figure.data.rows.size() <= kMostRowsWithBody;
    Blocks words = said(figure, large ? Paragraph::Kind::body : Paragraph::Kind::column);
    if (is_small(figure) && !words.empty()) {
      blocks_.push_back(Columns{Columns::Split::halves, false, {{shown(figure)}, std::move(words)}});
      return;
    }
    append(std::move(words));
    blocks_.push_back(shown(figure));
  }

  /// Two figures for half a page each, below what both say.
  void add_pair(const NationalFigure& left, const NationalFigure& right) {
    append(said(left, Paragraph::Kind::body));
    append(said(right, Paragraph::Kind::body));
    blocks_.push_back(Columns{Columns::Split::halves, false, {{shown(left)}, {shown(right)}}});
  }

  Blocks take() { return std::move(blocks_); }

 private:
  Figure shown(const NationalFigure& figure) const {
    Figure copy = figure.figure;
    if (has_table_elsewhere(facts_, figure)) copy.see = Reference{SectionKind::tables};
    return copy;
  }

  /// What the numbers say that hasn't been said, in one paragraph, which stays with the figure.
  Blocks said(const NationalFigure& figure, Paragraph::Kind kind) {
    std::vector<std::string> fresh;
    for (const std::string& sentence : figure.sentences)
      if (said_.insert(sentence).second) fresh.push_back(sentence);
    if (fresh.empty()) return {};
    return {Paragraph{{{fmt::format("{}", fmt::join(fresh, " "))}}, kind, true}};
  }

  void append(Blocks more) { std::move(more.begin(), more.end(), std::back_inserter(blocks_)); }

  const StatusFacts& facts_;
  bool alone_;  // one figure has room for large words; several share pages
  std::set<std::string> said_;
  Blocks blocks_;
};

}  // namespace

Blocks figure_blocks(const StatusFacts& facts, const std::vector<const NationalFigure*>& figures) {
  ShownFigures blocks(facts, figures.size() == 1);
  for (std::size_t i = 0; i < figures.size(); ++i) {
    const bool pair = i + 1 < figures.size() && is_small(*figures[i]) && is_small(*figures[i + 1]);
    if (pair) blocks.add_pair(*figures[i], *figures[i + 1]);
    else blocks.add_single(*figures[i]);
    if (pair) ++i;
  }
  return blocks.take();
}

std::optional<Section> status_figures(const StatusFacts& facts, const StatusSectionChoice& choice) {
  const std::vector<const NationalFigure*> figures = facts.named(choice.figures);
  if (figures.empty()) return std::nullopt;
  Section section;
  const auto found =
      std::find_if(figures.begin(), figures.end(), [](const auto* each) { return !each->finding.empty(); });
  section.message = found == figures.end() ? figures.front()->figure.title : (*found)->finding;
  section.blocks = figure_blocks(facts, figures);
  return section;
}

}  // namespace mognad
