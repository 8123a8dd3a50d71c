#include "layout/block_rows.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "layout/contents_block.h"
#include "layout/grid.h"
#include "layout/plan_block.h"
#include "layout/table_block.h"
#include "layout/tile_block.h"

namespace mognad {
namespace {

constexpr double kColumnTitleLeading = 13.75;  // of figures over one column

void append_rows(Rows& all, Rows rows, double space_before) {
  if (rows.empty()) return;
  rows.front().space_before = space_before;
  std::move(rows.begin(), rows.end(), std::back_inserter(all));
}

Rows one(Row row) {
  Rows rows;
  rows.push_back(std::move(row));
  return rows;
}

class BlockLayout {
 public:
  BlockLayout(LayoutContext& context, double width, int parent) : context_(context), width_(width), parent_(parent) {}

  Rows run(const Blocks& blocks) {
    for (const Block& block : blocks) {
      std::visit([this](const auto& b) { add(b); }, static_cast<const BlockVariant&>(block));
      after_heading_ = std::holds_alternative<Heading>(block);
      const auto* paragraph = std::get_if<Paragraph>(&block);
      introduced_ = paragraph && paragraph->with_next;
      first_ = false;
    }
    return std::move(rows_);
  }

 private:
  /// Space above a block: little after a heading, none at the start, else what stands between blocks.
  double space(double otherwise) const { return first_ ? 0 : after_heading_ ? 3 : otherwise; }

  void add(const Heading& heading) {
    Row row;
    const int element = context_.structure.add(parent_, Role::h2);
    row.picture.size = {width_,
                        put_text(context_, row.picture, heading.text, TextRole::heading, {0, 0}, width_, element)};
    row.keep_with_next = true;
    row.heading_level = 1;
    row.heading = heading.text;
    append_rows(rows_, one(std::move(row)), first_ ? 0 : grid::kBlockSpace);
  }

  static std::pair<TextRole, TextRole> roles(Paragraph::Kind kind) {
    if (kind == Paragraph::Kind::column) return {TextRole::column, TextRole::column_strong};
    if (kind == Paragraph::Kind::small) return {TextRole::chart, TextRole::chart_strong};
    return {TextRole::body, TextRole::body_strong};
  }

  void add(const Paragraph& paragraph) {
    const auto [plain, strong] = roles(paragraph.kind);
    const double width = std::min(width_, grid::kBodyWidth);
    Rows rows =
        paragraph_rows(context_, paragraph.text, plain, strong, width, context_.structure.add(parent_, Role::p));
    if (paragraph.with_next)
      for (Row& row : rows) row.keep_with_next = true;
    const bool small = paragraph.kind == Paragraph::Kind::small;
    append_rows(rows_, std::move(rows), space(paragraph.with_next ? grid::kPartSpace : small ? 4.5 : 8.25));
  }

  void add(const List& list) {
    constexpr double kIndentNumber = 20;
    constexpr double kIndentBullet = 12;
    const int l = context_.structure.add(parent_, Role::l);
    context_.structure.at(l).numbered = list.numbered;
    const double indent = list.numbered ? kIndentNumber : kIndentBullet;
    const double width = std::min(width_, grid::kBodyWidth);
    const auto [plain, strong] = roles(list.kind);
    bool first = true;
    int number = 1;
    for (const RichText& item : list.items) {
      const int li = context_.structure.add(l, Role::li);
      const int lbl = context_.structure.add(li, Role::lbl);
      const int lbody = context_.structure.add(li, Role::lbody);
      Rows rows = paragraph_rows(context_, item, plain, strong, width, lbody, indent);
      if (!rows.empty()) put_label(rows.front().picture, lbl, list.numbered ? number : 0, strong);
      append_rows(rows_, std::move(rows), first ? space(8.25) : list.numbered ? 5.5 : 2.75);
      first = false;
      ++number;
    }
  }

  /// The number or the bullet; it comes before the item's text in the picture, so that it is read first.
  void put_label(Picture& picture, int lbl, int number, TextRole role) const {
    Picture label;
    const Theme& theme = context_.style.theme;
    const double baseline = grid::baseline(theme.style(role).leading);
    tagged(label, lbl, [&] {
      TextStyle style = theme.style(role);
      style.colour = theme.colours.accent;
      GlyphRun run = context_.style.shaper.run(number > 0 ? std::to_string(number) : "–", style);
      run.origin = {0, baseline};
      label.items.emplace_back(std::move(run));
    });
    picture.items.insert(picture.items.begin(), std::make_move_iterator(label.items.begin()),
                         std::make_move_iterator(label.items.end()));
  }

  void add(const Tiles& tiles) {
    append_rows(rows_, tile_rows(context_, tiles, width_, parent_), space(grid::kBlockSpace));
  }

  void add(const Table& table) {
    append_rows(rows_, table_rows(context_, table, width_, parent_), space(grid::kPartSpace));
  }

  void add(const Figure& figure) {
    Row row;
    double y = 0;
    const int parent = context_.structure.add(parent_, Role::sect);
    if (!figure.title.empty()) y += put_title(row.picture, figure.title, context_.structure.add(parent, Role::p));
    if (!figure.subtitle.empty())
      y += put_text(context_, row.picture, figure.subtitle, TextRole::figure_subtitle, {0, y}, width_,
                    context_.structure.add(parent, Role::p));
    if (y > 0) y += grid::kHeadingToFigure;
    std::vector<std::string> dropped;
    y += put_charts(row, figure, y, parent, dropped);
    if (const RichText caption = caption_of(with_left_out(figure.caption, dropped), figure.see); !caption.empty()) {
      y += 8;
      y += put_text(context_, row.picture, caption, TextRole::caption, TextRole::caption, {0, y},
                    std::min(width_, grid::kCaptionWidth), context_.structure.add(parent, Role::caption));
    }
    context_.left_out.insert(context_.left_out.end(), dropped.begin(), dropped.end());
    for (const std::string& label : dropped)
      context_.problems.push_back(
          warning_at({context_.document}, fmt::format("a chart had no room for the label \"{}\"", label)));
    row.picture.size = {width_, y};
    row.keep_with_next = figure.with_next;
    append_rows(rows_, one(std::move(row)),
                first_           ? 0
                : after_heading_ ? 5.5
                : introduced_    ? 3 * grid::kStep
                                 : grid::kPartSpace);
  }

  /// Over one column the lines of a title stand as close as those of other heads of columns. Returns its height.
  double put_title(Picture& picture, const std::string& title, int element) {
    const TextStyle& style = context_.style.theme.style(TextRole::figure_title);
    auto lines = break_lines(context_.style.shaper, {{title, style}}, width_, {.hyphenate = false, .balance = false});
    const double leading = width_ <= grid::span(6) && lines.size() > 1 ? kColumnTitleLeading : style.leading;
    return put_tagged_lines(context_, picture, lines, {0, 0}, leading, width_, element, RichText{{title, false}});
  }

  /// Who reads the page shall know what the figure had no room for.
  std::string with_left_out(const std::string& caption, const std::vector<std::string>& dropped) const {
    if (dropped.empty() || context_.left_out_label.empty()) return caption;
    return fmt::format("{}{}{} {}.", caption, caption.empty() ? "" : " ", context_.left_out_label,
                       fmt::join(dropped, ", "));
  }

  /// The chart, with its key above and a smaller chart on its left where it has them; returns their height.
  double put_charts(Row& row, const Figure& figure, double top, int parent, std::vector<std::string>& dropped) {
    double y = top;
    if (!figure.key.rows.empty()) {
      const DescribedChart key{figure.key, figure.key_description};
      y += put_chart(row, key, {0, y}, width_, parent, dropped) + grid::kHeadingToFigure;
    }
    const DescribedChart main{figure.chart, figure.description};
    if (!figure.left) return y + put_chart(row, main, {0, y}, width_, parent, dropped) - top;
    constexpr int kLeftColumns = 5, kMainColumns = 7;
    const double left = put_chart(row, *figure.left, {0, y}, grid::span(kLeftColumns), parent, dropped);
    const double right =
        put_chart(row, main, {width_ - grid::span(kMainColumns), y}, grid::span(kMainColumns), parent, dropped);
    return y + std::max(left, right) - top;
  }

  double put_chart(Row& row, const DescribedChart& chart, Point at, double width, int parent,
                   std::vector<std::string>& dropped) {
    Picture picture = draw(chart.chart, width, context_.style, &dropped);
    const double height = picture.size.height;
    const int element = context_.structure.add(parent, Role::figure);
    context_.structure.at(element).alternative = chart.description;
    context_.structure.at(element).box = {at.x, at.y, width, height};
    row.figures.push_back(element);
    tagged(row.picture, element, [&] { append(row.picture, std::move(picture), at); });
    return height;
  }

  void add(const Callout& callout) {
    Row row;
    const int element = context_.structure.add(parent_, Role::p);
    const double height = put_text(context_, row.picture, callout.text, TextRole::body, TextRole::body_strong, {12, 8},
                                   std::min(width_ - 24, grid::kBodyWidth), element);
    Picture frame;
    tagged(frame, TagBegin::kArtifact, [&] {
      frame.items.emplace_back(filled_rectangle({0, 0, width_, height + 16}, context_.style.theme.colours.tint));
    });
    row.picture.items.insert(row.picture.items.begin(), frame.items.begin(), frame.items.end());
    row.picture.size = {width_, height + 16};
    append_rows(rows_, one(std::move(row)), space(grid::kBlockSpace));
  }

  void add(const Contents& contents) {
    append_rows(rows_, contents_rows(context_, contents, width_, parent_), space(grid::kBlockSpace));
  }

  void add(const Plan& plan) {
    append_rows(rows_, plan_rows(context_, plan, width_, parent_), space(grid::kBlockSpace));
  }

  void add(const Columns& columns) {
    Row row;
    double height = 0;
    double x = 0;
    for (std::size_t i = 0; i < columns.columns.size(); ++i) {
      const double width = column_width(columns.split, i);
      double y = 0;
      if (columns.ruled) {
        tagged(row.picture, TagBegin::kArtifact, [&] {
          row.picture.items.emplace_back(straight_line(
              {x, 0}, {x + width, 0},
              {.colour = context_.style.theme.colours.accent, .width = 0.75, .cap = Cap::butt, .dash = {}}));
        });
        y = 5.5;
      }
      for (Row& part : block_rows(context_, columns.columns[i], width, parent_)) {
        y += part.space_before;
        for (const int figure : part.figures) {
          Rect& box = context_.structure.at(figure).box;
          box.x += x;
          box.y += y;
          row.figures.push_back(figure);
        }
        const double part_height = part.picture.size.height;
        append(row.picture, std::move(part.picture), {x, y});
        y += part_height;
      }
      height = std::max(height, y);
      x += width + grid::kGutter;
    }
    row.picture.size = {width_, height};
    append_rows(rows_, one(std::move(row)), space(grid::kBlockSpace));
  }

  static double column_width(Columns::Split split, std::size_t column) {
    switch (split) {
      case Columns::Split::halves: return grid::span(6);
      case Columns::Split::thirds: return grid::span(4);
      case Columns::Split::two_to_one: break;
    }
    return grid::span(column == 0 ? 8 : 4);
  }

  LayoutContext& context_;
  double width_;
  int parent_;
  Rows rows_;
  bool first_ = true;
  bool after_heading_ = false;
  bool introduced_ = false;  // by a paragraph that belongs to the block
};

}  // namespace

Rows block_rows(LayoutContext& context, const Blocks& blocks, double width, int parent) {
  return BlockLayout(context, width, parent).run(blocks);
}

}  // namespace mognad
