#include "layout/cover.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>

#include "layout/grid.h"

namespace mognad {
namespace {

constexpr double kPanelTop = 132;
constexpr double kFieldTop = 330;

class CoverLayout {
 public:
  CoverLayout(LayoutContext& context, const Report& report)
      : context_(context), report_(report), theme_(context.style.theme), sect_(context.structure.add(0, Role::sect)) {
    page_.picture.size = kA4;
    context.structure.at(sect_).title = report.cover_bookmark;
  }

  Page run() {
    draw_background();
    draw_logo();
    draw_titles();
    draw_facts();
    return std::move(page_);
  }

 private:
  void draw_background() {
    tagged(page_.picture, TagBegin::kArtifact, [&] {
      page_.picture.items.emplace_back(
          filled_rectangle({0, kPanelTop, kA4.width, kFieldTop - kPanelTop}, theme_.colours.accent));
      append(page_.picture, draw(report_.cover.field, kA4.width, context_.style), {0, kFieldTop});
    });
  }

  /// In the upper left corner of its box, as large as it may be.
  void draw_logo() {
    const Cover& cover = report_.cover;
    if (!cover.logo) return;
    constexpr double kTop = 49.5;
    const Size shape{static_cast<double>(cover.logo->columns), static_cast<double>(cover.logo->rows)};
    const Size size = fitted(shape, kLogoBox);
    const int figure = context_.structure.add(sect_, Role::figure);
    Element& element = context_.structure.at(figure);
    element.alternative = cover.logo_description;
    element.page = 0;
    element.box = {grid::kLeft, kTop, size.width, size.height};
    tagged(page_.picture, figure, [&] { page_.picture.items.emplace_back(Image{cover.logo, element.box}); });
  }

  /// One line of text with its baseline given.
  void put_line(const std::string& text, TextRole role, double x, double baseline, int element) {
    tagged(page_.picture, element, [&] {
      GlyphRun run = context_.style.shaper.run(text, theme_.style(role));
      run.origin = {x, baseline};
      page_.picture.items.emplace_back(std::move(run));
    });
  }

  void draw_titles() {
    const Cover& cover = report_.cover;
    const int edition = context_.structure.add(sect_, Role::p);
    const int name = context_.structure.add(sect_, Role::h1);
    context_.structure.at(name).language = cover.name_language;
    Page below;  // the edition stands above the name, and is read before it
    std::swap(page_, below);
    const double name_top = draw_name(name);
    std::swap(page_, below);
    put_line(cover.edition, TextRole::cover_edition, grid::kLeft, std::min(198.0, name_top - 14), edition);
    std::move(below.picture.items.begin(), below.picture.items.end(), std::back_inserter(page_.picture.items));
    put_line(cover.reader, TextRole::cover_reader, grid::kLeft, 291.5, context_.structure.add(sect_, Role::p));
  }

  struct BrokenName {
    TextStyle style;
    std::vector<Line> lines;
  };

  /// Two lines of 34, and of names longer than any that the sizes were made for as many smaller ones as the panel
  /// holds.
  BrokenName small_name() {
    struct Step {
      double size;
      std::size_t lines;
    };
    constexpr std::array<Step, 4> kSteps{{{34, 2}, {24, 3}, {18, 4}, {14, 5}}};
    const TextStyle& usual = theme_.style(TextRole::cover_name_3);
    BrokenName name;
    for (const auto& [size, most] : kSteps) {
      name.style = usual;
      name.style.size *= size / 34;
      name.style.leading *= size / 34;
      name.lines = break_lines(context_.style.shaper, {{report_.cover.name, name.style}}, grid::kWidth,
                               {.hyphenate = false, .balance = true});
      if (name.lines.size() <= most) return name;
    }
    context_.problems.push_back(error_at({context_.document},
                                         fmt::format("the name \"{}\" is too long for the cover", report_.cover.name),
                                         "give the organisation a shorter formal name"));
    return name;
  }

  /// 48, 40 or 34 on one line, else several; returns where its letters begin. The eye sees large letters further right
  /// than small ones, so the name is set a little out.
  double draw_name(int element) {
    const std::string& name = report_.cover.name;
    for (const TextRole role : {TextRole::cover_name, TextRole::cover_name_2, TextRole::cover_name_3}) {
      if (context_.style.shaper.width(name, theme_.style(role)) > grid::kWidth) continue;
      put_line(name, role, grid::kLeft - 2, 253, element);
      return 253 - theme_.style(role).size * 0.73;
    }
    auto [style, lines] = small_name();
    const double first = 258 - style.leading * (static_cast<double>(lines.size()) - 1);
    tagged(page_.picture, element, [&] {
      put_lines(context_, page_.picture, lines, {grid::kLeft - 1, first - grid::baseline(style.leading)}, style.leading,
                grid::kWidth);
    });
    return first - style.size * 0.73;
  }

  void draw_facts() {
    constexpr std::array<int, 4> kColumns{0, 3, 6, 9};
    for (std::size_t i = 0; i < report_.cover.facts.size() && i < kColumns.size(); ++i) {
      const CoverFact& fact = report_.cover.facts[i];
      const double x = grid::kLeft + 40.0 * kColumns[i];
      put_line(fact.label, TextRole::cover_label, x, 704, context_.structure.add(sect_, Role::p));
      const TextStyle& style = theme_.style(TextRole::cover_fact);
      double y = 720.5 - grid::baseline(style.leading);
      for (const std::string* text : {&fact.first, &fact.second}) {  // two facts: read with a pause between them
        if (text->empty()) continue;
        auto lines =
            break_lines(context_.style.shaper, {{*text, style}}, grid::span(3), {.hyphenate = false, .balance = false});
        tagged(page_.picture, context_.structure.add(sect_, Role::p),
               [&] { y += put_lines(context_, page_.picture, lines, {x, y}, style.leading, grid::span(3) + 8); });
      }
    }
  }

  LayoutContext& context_;
  const Report& report_;
  const Theme& theme_;
  int sect_;
  Page page_;
};

}  // namespace

Page lay_out_cover(LayoutContext& context, const Report& report) { return CoverLayout(context, report).run(); }

}  // namespace mognad
