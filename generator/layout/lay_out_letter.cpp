#include "layout/lay_out_letter.h"

#include <algorithm>
#include <array>
#include <iterator>

#include "base/length.h"
#include "layout/address_block.h"
#include "layout/block_rows.h"
#include "layout/example_tag.h"
#include "layout/grid.h"
#include "text/elided_line.h"
#include "text/missing_characters.h"

namespace mognad {
namespace {

constexpr double kHeadTop = 49.5;
constexpr double kSecondColumn = grid::kLeft + grid::span(6) + grid::kGutter;

class LetterLayout {
 public:
  LetterLayout(LayoutContext& context, const Letter& letter, const LetterSettings& settings, Pages& pages)
      : context_(context),
        letter_(letter),
        window_(address_window(settings)),
        on_right_(settings.window == LetterSettings::Window::right),
        pages_(pages) {}

  void run() {
    const bool example = !letter_.document.example_tag.empty();
    const int tag = example ? context_.structure.add(0, Role::p) : TagBegin::kArtifact;
    begin_page(tag);
    sect_ = context_.structure.add(0, Role::sect);
    context_.structure.at(sect_).title = letter_.heading;
    draw_fold_mark();
    draw_head();
    draw_address();
    draw_heading();
    put(block_rows(context_, letter_.blocks, grid::kWidth, sect_));
    draw_feet();
  }

 private:
  Picture& page() { return pages_.pages.back().picture; }

  /// `tag`: the element that the words of the tag belong to.
  void begin_page(int tag = TagBegin::kArtifact) {
    pages_.pages.emplace_back().picture.size = kA4;
    y_ = grid::kTop;
    if (!letter_.document.example_tag.empty()) put_example_tag(context_, page(), letter_.document.example_tag, tag);
  }

  /// At half the height: an A4 page goes into C5 folded once, and into C4 as it is.
  void draw_fold_mark() {
    constexpr double kFrom = 14, kTo = 26;  // printers leave the outermost four millimetres white
    tagged(page(), TagBegin::kArtifact, [&] {
      page().items.emplace_back(
          straight_line({kFrom, kA4.height / 2}, {kTo, kA4.height / 2},
                        {.colour = context_.style.theme.colours.mark, .width = 0.5, .cap = Cap::butt, .dash = {}}));
    });
  }

  double put_paragraph(const std::string& text, TextRole role, Point at) {
    return put_text(context_, page(), text, role, at, grid::span(6), context_.structure.add(sect_, Role::p),
                    {.hyphenate = false});
  }

  /// The sender's logo, or the name alone, and the date. The name stands beside a logo, which may be a mark only.
  void draw_head() {
    const Cover& cover = letter_.document.cover;
    if (cover.logo) draw_logo(cover);
    double y = kHeadTop;
    const double height =
        put_paragraph(letter_.sender, TextRole::body_strong, {cover.logo ? kSecondColumn : grid::kLeft, y});
    if (cover.logo) y += height;
    put_paragraph(letter_.date, TextRole::body, {kSecondColumn, y});
    if (y + height > window_.y)
      context_.problems.push_back(error_at({context_.document}, "the sender's name reaches into the address",
                                           "give the sender a shorter name in survey.toml"));
  }

  void draw_logo(const Cover& cover) {
    const Size size =
        fitted({static_cast<double>(cover.logo->columns), static_cast<double>(cover.logo->rows)}, kLogoBox);
    const int figure = context_.structure.add(sect_, Role::figure);
    Element& element = context_.structure.at(figure);
    element.alternative = cover.logo_description;
    element.page = 0;
    element.box = {grid::kLeft, kHeadTop, size.width, size.height};
    tagged(page(), figure, [&] { page().items.emplace_back(Image{cover.logo, element.box}); });
  }

  /// On a column of the page where that lies in the window's first third, else as far left as the window lets it.
  void draw_address() {
    const double play = points(kWindowPlay);
    Rect box{window_.x + play, window_.y + play, window_.width - 2 * play, window_.height - 2 * play};
    const double column = on_right_ ? kSecondColumn : grid::kLeft;
    if (column > box.x && column < box.x + box.width / 3) box = {column, box.y, box.right() - column, box.height};
    // Sorting machines read 10 to 12 points best; smaller ones, and people, read 9.
    constexpr std::array kStyles{TextRole::body, TextRole::column, TextRole::chart_strong};
    if (!put_address(context_, page(), letter_.address, box, kStyles, sect_))
      context_.problems.push_back(error_at({context_.document}, "the address doesn't fit into the envelope's window",
                                           "write it on fewer lines, or shorten them"));
  }

  void draw_heading() {
    constexpr double kLeast = grid::kTop + 36 * grid::kStep;  // headings of a print run stand at one height
    y_ = std::max(kLeast, window_.bottom() + grid::kBlockSpace);
    const int heading = context_.structure.add(sect_, Role::h1);
    pages_.bookmarks.push_back({letter_.heading, 0, 0, y_});
    pages_.sections.push_back({0, y_});
    y_ += put_text(context_, page(), letter_.heading, TextRole::message_long, {grid::kLeft, y_}, grid::kBodyWidth,
                   heading, {.hyphenate = false, .balance = true});
    y_ += 2 * grid::kStep;
  }

  /// Below each other, on as many pages as they take.
  void put(Rows rows) {
    for (Row& row : rows) {
      const double height = row.picture.size.height;
      if (y_ + row.space_before + height > grid::kBottom) begin_page();
      else y_ += row.space_before;
      append(page(), std::move(row.picture), {grid::kLeft, y_});
      y_ += height;
    }
  }

  /// Pages that follow say whose they are, in case they come apart.
  void draw_feet() {
    const Theme& theme = context_.style.theme;
    for (std::size_t i = 1; i < pages_.pages.size(); ++i) {
      Picture& picture = pages_.pages[i].picture;
      const auto put = [&](const std::string& text, TextRole role, double x) {
        GlyphRun run = context_.style.shaper.run(text, theme.style(role));
        run.origin = {x < 0 ? grid::kLeft + grid::kWidth - run.width : x, grid::kFoot};
        const double end = run.origin.x + run.width;
        picture.items.emplace_back(std::move(run));
        return end;
      };
      tagged(picture, TagBegin::kArtifact, [&] {
        Shaper& shaper = context_.style.shaper;
        const double room = grid::kWidth - 30 - 6 - shaper.width(letter_.document.foot, theme.style(TextRole::foot));
        const std::string name = elided(shaper, letter_.document.foot_strong, theme.style(TextRole::foot_strong), room);
        const double end = put(name, TextRole::foot_strong, grid::kLeft);
        put(letter_.document.foot, TextRole::foot, end + 6);
        put(std::to_string(i + 1), TextRole::foot, -1);
      });
    }
  }

  LayoutContext& context_;
  const Letter& letter_;
  Rect window_;
  bool on_right_;
  Pages& pages_;
  int sect_ = 0;
  double y_ = 0;
};

}  // namespace

Rect address_window(const LetterSettings& settings) {
  const LetterSettings::WindowBox& box = settings.window_box;
  const double width = points(box.width), edge = points(box.from_edge);
  const double x = settings.window == LetterSettings::Window::right ? kA4.width - edge - width : edge;
  return {x, points(box.top), width, points(box.height)};
}

Result<Pages> lay_out_letter(const Letter& letter, const LetterSettings& settings, const ChartStyle& style) {
  Pages pages;
  Problems problems;
  Structure structure;
  LayoutContext context{style, structure, problems, letter.document.title};
  LetterLayout(context, letter, settings, pages).run();
  report_missing_characters(style.shaper, letter.document.title, problems);
  pages.elements = structure.take();
  if (has_errors(problems)) return problems;
  return {std::move(pages), std::move(problems)};
}

}  // namespace mognad
