#include "charts/marks.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "text/line_breaker.h"

namespace mognad {
namespace {

void diamond(Pen& pen, Point c, double r) {
  pen.move_to({c.x, c.y - r}).line_to({c.x + r, c.y}).line_to({c.x, c.y + r}).line_to({c.x - r, c.y}).close();
}

}  // namespace

Stroke line(Colour colour, double width) { return {.colour = colour, .width = width, .cap = Cap::butt, .dash = {}}; }

void draw_own(Pen& pen, const Theme& theme, Point centre, double radius) {
  constexpr double kRing = 1.2;
  diamond(pen, centre, radius + kRing * std::sqrt(2.0));
  pen.fill(theme.colours.paper);
  diamond(pen, centre, radius);
  pen.fill(theme.colours.accent);
}

void draw_own_earlier(Pen& pen, const Theme& theme, Point centre, double radius) {
  diamond(pen, centre, radius);
  pen.fill_and_stroke(theme.colours.paper, line(theme.colours.accent, 1.2));
}

void draw_median_tick(Pen& pen, const Theme& theme, double x, double top, double bottom) {
  pen.move_to({x, top}).line_to({x, bottom});
  pen.stroke(line(theme.colours.ink, 1.5));
}

void draw_median_square(Pen& pen, const Theme& theme, Point centre, double side) {
  pen.rectangle({centre.x - side / 2, centre.y - side / 2, side, side});
  pen.fill(theme.colours.ink);
}

void draw_band(Pen& pen, const Theme& theme, const Rect& rect) {
  pen.rectangle(rect);
  pen.fill(theme.colours.band);
  pen.move_to({rect.x, rect.y}).line_to({rect.x, rect.bottom()});
  pen.move_to({rect.right(), rect.y}).line_to({rect.right(), rect.bottom()});
  pen.stroke(line(theme.colours.mark, 0.75));
}

void draw_benchmark(Pen& pen, const Theme& theme, Point centre) {
  constexpr double kRing = 2.1;
  pen.move_to({centre.x + kRing, centre.y}).arc(centre, kRing, 0, 2 * std::numbers::pi);
  pen.fill_and_stroke(theme.colours.paper, line(theme.colours.ink_3, 1));
}

void draw_target(Pen& pen, const Theme& theme, Point centre) {
  constexpr double kHalf = 5;
  pen.move_to({centre.x - kHalf, centre.y}).line_to({centre.x + kHalf, centre.y});
  pen.stroke(line(theme.colours.copper, 2));
}

void draw_dots(Pen& pen, const std::vector<Point>& centres, double diameter, Colour colour) {
  if (centres.empty()) return;
  for (const Point& p : centres) pen.move_to(p).line_to(p);
  pen.stroke({.colour = colour, .width = diameter, .cap = Cap::round, .dash = {}});
}

Rect text_box(const ChartStyle& style, std::string_view text, TextRole role, Point at, Align align) {
  const TextStyle& s = style.theme.style(role);
  const double width = style.shaper.width(text, s);
  const double x = align == Align::left ? at.x : align == Align::right ? at.x - width : at.x - width / 2;
  return {x, at.y - 0.76 * s.size, width, 0.96 * s.size};
}

Rect draw_text(Pen& pen, const ChartStyle& style, std::string_view text, TextRole role, Point at, Align align) {
  const Rect box = text_box(style, text, role, at, align);
  if (!text.empty()) pen.text(style.shaper.run(text, style.theme.style(role)), {box.x, at.y});
  return box;
}

Rect draw_text_on_paper(Pen& pen, const ChartStyle& style, std::string_view text, TextRole role, Point at,
                        Align align) {
  constexpr double kHalo = 1.5;
  const Rect box = text_box(style, text, role, at, align);
  if (text.empty()) return box;
  pen.rectangle({box.x - kHalo, box.y - kHalo / 2, box.width + 2 * kHalo, box.height + kHalo});
  pen.fill(style.theme.colours.paper);
  return draw_text(pen, style, text, role, at, align);
}

void draw_scale(Pen& pen, const ChartStyle& style, const Scale& x, double top, double bottom) {
  for (const int tick : {0, 25, 50, 75, 100}) {
    pen.move_to({x(tick), top}).line_to({x(tick), bottom});
    draw_text(pen, style, std::to_string(tick), TextRole::axis, {x(tick), bottom + 12}, Align::centre);
  }
  pen.stroke(line(style.theme.colours.hair, 0.5));
}

void draw_lines(Pen& pen, const ChartStyle& style, const std::string& text, TextRole role, double width,
                Point left_middle, double leading) {
  const auto lines = break_lines(style.shaper, {{text, style.theme.style(role)}}, width);
  double baseline = left_middle.y + 3.2 - leading / 2 * (static_cast<double>(lines.size()) - 1);
  for (const Line& text_line : lines) {
    for (const GlyphRun& run : text_line.runs) pen.text(run, {left_middle.x + run.origin.x, baseline});
    baseline += leading;
  }
}

Colour text_on(const Theme& theme, Colour ground) {
  return contrast(theme.colours.ink, ground) >= contrast(theme.colours.paper, ground) ? theme.colours.ink
                                                                                      : theme.colours.paper;
}

Rect draw_text_on(Pen& pen, const ChartStyle& style, std::string_view text, TextRole role, Point at, Align align,
                  Colour ground) {
  const Rect box = text_box(style, text, role, at, align);
  TextStyle own = style.theme.style(role);
  own.colour = text_on(style.theme, ground);
  if (!text.empty()) pen.text(style.shaper.run(text, own), {box.x, at.y});
  return box;
}

void add_cell_dots(std::vector<Point>& dots, int count, int row, int column, Point origin, double side,
                   double diameter) {
  // As few slots as hold them, and each dot anywhere in its slot: a fixed scramble of its numbers says where.
  int across = 1;
  while (across * across < count) ++across;
  const int slots = across * across;
  const double pitch = side / across;
  const double play = std::max(0.0, pitch - diameter);
  const auto scrambled = [](unsigned a, unsigned b, unsigned c) {
    unsigned h = a * 0x9E3779B1u ^ b * 0x85EBCA6Bu ^ c * 0xC2B2AE35u;
    h = (h ^ (h >> 15)) * 0x2C1B3C6Du;
    h = (h ^ (h >> 12)) * 0x297A2D39u;
    return static_cast<double>((h ^ (h >> 15)) >> 8) / 0x1p24 - 0.5;
  };
  const auto r = static_cast<unsigned>(row);
  const auto c = static_cast<unsigned>(column);
  const int turn = static_cast<int>((scrambled(r, c, 99) + 0.5) * slots);
  for (int k = 0; k < count; ++k) {
    const int slot = (turn + k) % slots;
    const int across_slot = slot % across;
    const int up_slot = slot / across;
    const auto which = static_cast<unsigned>(2 * k);
    dots.push_back({origin.x + (across_slot + 0.5) * pitch + play * scrambled(r, c, which),
                    origin.y - (up_slot + 0.5) * pitch + play * scrambled(r, c, which + 1)});
  }
}

std::vector<Point> cell_dots(const MatrixCells& cells, const Scale& x, const Scale& y, double diameter) {
  std::vector<Point> dots;
  const double side = std::fabs(x.hundred - x.zero) * cells.step / 100;
  for (std::size_t row = 0; row < cells.counts.size(); ++row)
    for (std::size_t column = 0; column < cells.counts[row].size(); ++column)
      if (const int count = cells.counts[row][column]; count > 0)
        add_cell_dots(dots, count, static_cast<int>(row), static_cast<int>(column),
                      {x(static_cast<double>(column) * cells.step), y(static_cast<double>(row) * cells.step)}, side,
                      diameter);
  return dots;
}

}  // namespace mognad
