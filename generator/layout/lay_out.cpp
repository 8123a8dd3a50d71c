#include "layout/lay_out.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "layout/block_rows.h"
#include "layout/cover.h"
#include "layout/example_tag.h"
#include "layout/grid.h"
#include "layout/table_boxes.h"
#include "text/elided_line.h"
#include "text/missing_characters.h"

namespace mognad {
namespace {

class Flow {
 public:
  Flow(LayoutContext& context, const Report& report, Pages& pages)
      : context_(context), report_(report), pages_(pages) {}

  void begin_page() {
    pages_.pages.emplace_back().picture.size = kA4;
    y_ = grid::kTop;
    at_top_ = true;
  }

  /// Puts the rows of a section on pages, beginning at the top of one: a chain of rows that keep together moves to the
  /// next page as one. A section that is just too long for its page is set a little closer.
  void put(Rows& rows) {
    set_closer(rows);
    std::size_t i = 0;
    while (i < rows.size()) {
      std::size_t end = i;
      while (end + 1 < rows.size() && rows[end].keep_with_next) ++end;
      if (rows[i].filler && y_ + chain_height(rows, i, end) > grid::kBottom + 0.01) {
        i = end + 1;
        continue;
      }
      if (!at_top_ && y_ + chain_height(rows, i, end) > grid::kBottom + 0.01) begin_page();
      for (; i <= end; ++i) put_row(rows[i]);
    }
  }

  /// Writes the numbers of pages into the places that were kept for them, when every section has its page.
  void put_page_numbers() {
    for (const PlacedNumber& number : numbers_) {
      Item& item = pages_.pages[static_cast<std::size_t>(number.page)].picture.items[number.slot.item];
      const GlyphRun& kept = std::get<GlyphRun>(item);
      const int page = pages_.sections[static_cast<std::size_t>(number.slot.section)].page;
      GlyphRun run = context_.style.shaper.run(fmt::format(" {}", page + 1),
                                               {kept.font, kept.size, 0, kept.tracking, kept.colour});
      run.origin = {kept.origin.x - run.width, kept.origin.y};
      item = std::move(run);
    }
  }

 private:
  static double chain_height(const Rows& rows, std::size_t from, std::size_t to) {
    double height = 0;
    for (std::size_t i = from; i <= to; ++i) height += rows[i].space_before + rows[i].picture.size.height;
    return height;
  }

  void set_closer(Rows& rows) {
    constexpr double kMostTaken = 0.5;  // of the space between blocks
    double height = 0;
    double spaces = 0;
    for (const Row& row : rows) {
      if (row.filler) continue;
      height += row.picture.size.height;
      if (&row != &rows.front()) spaces += row.space_before;
    }
    const double room = grid::kBottom - grid::kTop - height;
    closer_ = room < spaces && room >= spaces * (1 - kMostTaken);
    if (!closer_) closer_ = room >= spaces && room < spaces + grid::kStep * static_cast<double>(rows.size());
    if (!closer_) return;
    const double factor = std::min(1.0, room / spaces);
    for (Row& row : rows) row.space_before *= factor;
  }

  void put_row(Row& row) {
    const double height = row.picture.size.height;
    if (!at_top_ && y_ + row.space_before + height > grid::kBottom + 0.01) {
      begin_page();  // a chain longer than a page: it must break somewhere
    }
    if (at_top_ && row.repeated_head && continues_table_) {
      append(pages_.pages.back().picture, *row.repeated_head, {grid::kLeft, y_});
      y_ += row.repeated_head->size.height;
    }
    if (!at_top_) y_ = align(y_ + row.space_before, row.space_before);
    if (height > grid::kBottom - grid::kTop)
      context_.problems.push_back(error_at(
          {context_.document},
          fmt::format("a block is {:.0f} pt high where a page holds {:.0f}", height, grid::kBottom - grid::kTop),
          "shorten its text, or divide it"));
    const int page = static_cast<int>(pages_.pages.size()) - 1;
    for (const int figure : row.figures) {
      Element& element = context_.structure.at(figure);
      element.page = page;
      element.box.x += grid::kLeft;
      element.box.y += y_;
    }
    for (PageNumberSlot& slot : row.page_numbers)
      numbers_.push_back({page, {pages_.pages.back().picture.items.size() + slot.item, slot.section}});
    if (row.heading_level == 0) pages_.sections.push_back({page, y_});
    if (row.heading_level >= 0) pages_.bookmarks.push_back({row.heading, row.heading_level, page, y_});
    append(pages_.pages.back().picture, std::move(row.picture), {grid::kLeft, y_});
    y_ += height;
    at_top_ = false;
    continues_table_ = row.repeated_head != nullptr;
  }

  struct PlacedNumber {
    int page = 0;
    PageNumberSlot slot;  // its item among those of the page
  };

  /// Blocks begin on steps of the grid; rows inside a block follow each other as they are.
  double align(double y, double space_before) const {
    if (closer_ || space_before < grid::kStep) return y;
    return grid::kTop + std::ceil((y - grid::kTop) / grid::kStep - 0.01) * grid::kStep;
  }

  LayoutContext& context_;
  const Report& report_;
  Pages& pages_;
  double y_ = grid::kTop;
  bool at_top_ = true;
  bool closer_ = false;  // off the grid, to save a page
  bool continues_table_ = false;
  std::vector<PlacedNumber> numbers_;
};

/// Title with its number, and the message below: one heading, so that who goes from heading to heading hears both.
Rows section_head(LayoutContext& context, const Section& section, int parent) {
  const Theme& theme = context.style.theme;
  Row row;
  const int h1 = context.structure.add(parent, Role::h1);
  tagged(row.picture, h1, [&] {
    const TextStyle& style = theme.style(TextRole::section_title);
    if (section.numbered) {
      GlyphRun label = context.style.shaper.run(fmt::format("{} ", section.number), style);
      label.origin = {0, grid::baseline(style.leading)};
      row.picture.items.emplace_back(std::move(label));
    }
    GlyphRun title = context.style.shaper.run(section.title, style);
    title.origin = {section.numbered ? 20.0 : 0.0, grid::baseline(style.leading)};
    row.picture.items.emplace_back(std::move(title));
  });
  double y = theme.style(TextRole::section_title).leading + 5.5;
  TextRole role = TextRole::message;
  const auto spans = styled({{section.message, false}}, theme, role, role);
  const LineOptions titles{.hyphenate = false, .balance = true};
  if (break_lines(context.style.shaper, spans, grid::kWidth, titles).size() > 2) role = TextRole::message_long;
  y += put_text(context, row.picture, section.message, role, {0, y}, grid::kWidth, h1, titles);
  row.picture.size = {grid::kWidth, y};
  row.keep_with_next = true;
  row.heading_level = 0;
  row.heading = section.title;
  Rows rows;
  rows.push_back(std::move(row));
  return rows;
}

/// The running foot and the tag of simulated surveys, on every page. Read aloud is only the tag of the cover, as the
/// element `example`, before all else: whoever listens shall know it from the beginning.
void add_furniture(LayoutContext& context, const Report& report, Pages& pages, int example) {
  const Theme& theme = context.style.theme;
  Shaper& shaper = context.style.shaper;
  for (std::size_t i = 0; i < pages.pages.size(); ++i) {
    Picture& picture = pages.pages[i].picture;
    const std::size_t before = picture.items.size();
    const auto put = [&](const std::string& text, TextRole role, Point at) {
      GlyphRun run = shaper.run(text, theme.style(role));
      run.origin = at;
      const double right = at.x + run.width;
      picture.items.emplace_back(std::move(run));
      return right;
    };
    if (!report.example_tag.empty())
      put_example_tag(context, picture, report.example_tag, i == 0 ? example : TagBegin::kArtifact);
    if (i == 0)
      std::rotate(picture.items.begin(), picture.items.begin() + static_cast<std::ptrdiff_t>(before),
                  picture.items.end());
    if (i == 0) continue;
    tagged(picture, TagBegin::kArtifact, [&] {
      const double room = grid::kWidth - 30 - 6 - shaper.width(report.foot, theme.style(TextRole::foot));
      const TextStyle& strong = theme.style(TextRole::foot_strong);
      const std::string name = shaper.width(report.foot_strong, strong) <= room
                                   ? report.foot_strong
                                   : elided(shaper, report.foot_short, strong, room);
      const std::string number = std::to_string(i + 1);
      const double end = put(name, TextRole::foot_strong, {grid::kLeft, grid::kFoot});
      put(report.foot, TextRole::foot, {end + 6, grid::kFoot});
      put(number, TextRole::foot,
          {grid::kLeft + grid::kWidth - shaper.width(number, theme.style(TextRole::foot)), grid::kFoot});
    });
  }
}

/// Nothing may reach out of the text area; what does would be cut off in print or stand on other things.
void check_edges(LayoutContext& context, const Pages& pages) {
  constexpr double kCoverMargin = 15;
  for (std::size_t i = 0; i < pages.pages.size(); ++i) {
    const double left = i == 0 ? kCoverMargin : grid::kLeft - 1;
    const double right = i == 0 ? kA4.width - kCoverMargin : grid::kLeft + grid::kWidth + 1;
    for (const Item& item : pages.pages[i].picture.items) {
      const auto* run = std::get_if<GlyphRun>(&item);
      if (!run || (run->origin.x >= left && run->origin.x + run->width <= right)) continue;
      context.problems.push_back(
          error_at({context.document}, fmt::format("\"{}\" reaches out of the text area of page {}", run->text, i + 1),
                   "shorten the text, or give the name a short form"));
    }
  }
}

}  // namespace

Result<Pages> lay_out(const Report& report, const ChartStyle& style) {
  Pages pages;
  Problems problems;
  Structure structure;
  LayoutContext context{style, structure, problems, report.title, report.left_out_label};
  const int example = report.example_tag.empty() ? -1 : structure.add(0, Role::p);
  pages.pages.push_back(lay_out_cover(context, report));
  pages.bookmarks.push_back({report.cover_bookmark, 0, 0, 0});
  Flow flow(context, report, pages);
  for (const Section& section : report.sections) {
    const int sect = structure.add(0, Role::sect);
    structure.at(sect).title = section.title;
    flow.begin_page();
    Rows rows = section_head(context, section, sect);
    Rows body = block_rows(context, section.blocks, grid::kWidth, sect);
    if (!body.empty())
      body.front().space_before = section.blocks.empty()                                      ? 0
                                  : std::holds_alternative<Paragraph>(section.blocks.front()) ? 8.25
                                                                                              : grid::kPartSpace;
    std::move(body.begin(), body.end(), std::back_inserter(rows));
    flow.put(rows);
  }
  flow.put_page_numbers();
  add_furniture(context, report, pages, example);
  check_edges(context, pages);
  report_missing_characters(style.shaper, report.title, problems);
  pages.elements = structure.take();
  pages.left_out = std::move(context.left_out);
  set_table_boxes(pages);
  if (has_errors(problems)) return problems;
  return {std::move(pages), std::move(problems)};
}

}  // namespace mognad
