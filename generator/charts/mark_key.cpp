#include "charts/mark_key.h"

#include "charts/marks.h"
#include "text/line_breaker.h"

namespace mognad {

void draw_key_mark(Pen& pen, const Theme& theme, Mark mark, Point c, KeyForm form) {
  switch (mark) {
    case Mark::own: draw_own(pen, theme, c, 4.2); break;
    case Mark::own_earlier: draw_own_earlier(pen, theme, c, 3.4); break;
    case Mark::interval:
      pen.move_to({c.x - 8, c.y}).line_to({c.x + 8, c.y});
      if (form == KeyForm::plane) pen.move_to({c.x, c.y - 6}).line_to({c.x, c.y + 6});
      pen.stroke(line(theme.colours.accent, 1.5));
      if (form == KeyForm::both) draw_own(pen, theme, c, 3);
      break;
    case Mark::median:
      if (form == KeyForm::plane) {
        draw_median_square(pen, theme, c, 5);
      } else {
        draw_median_tick(pen, theme, c.x - 5, c.y - 6, c.y + 6);
        draw_median_square(pen, theme, {c.x + 5, c.y}, 5);
      }
      break;
    case Mark::band: draw_band(pen, theme, {c.x - 9, c.y - 5, 18, 10}); break;
    case Mark::density:
      for (int i = 0; i < 3; ++i) {
        pen.rectangle({c.x - 9 + 6 * i, c.y - 3, 6, 6});
        pen.fill(theme.ramps.heat[static_cast<std::size_t>(i) + 2]);
      }
      break;
    case Mark::benchmark: draw_benchmark(pen, theme, c); break;
    case Mark::target: draw_target(pen, theme, c); break;
    case Mark::other: {
      std::vector<Point> dots{c};
      if (form == KeyForm::both) dots = {{c.x - 5, c.y}, {c.x + 5, c.y}};
      draw_dots(pen, dots, form == KeyForm::both ? 4.2 : 2.6, theme.colours.dot);
      break;
    }
  }
}

double draw_key_rows(Pen& pen, const ChartStyle& style, const MarkKeyData& data, Point at, double width, KeyForm form) {
  constexpr double kRow = 16.5;
  constexpr double kLeading = 11;
  const double mark_centre = form == KeyForm::plane ? 9 : 12;
  const double text_left = form == KeyForm::plane ? 24 : 34;
  double y = at.y + kRow / 2;
  for (const auto& [mark, text] : data.rows) {
    draw_key_mark(pen, style.theme, mark, {at.x + mark_centre, y}, form);
    const auto lines = break_lines(style.shaper, {{text, style.theme.style(TextRole::chart)}}, width - text_left,
                                   {.hyphenate = false, .balance = false});
    double baseline = y + 3.2;
    for (const Line& line : lines) {
      for (const GlyphRun& run : line.runs) pen.text(run, {at.x + text_left + run.origin.x, baseline});
      baseline += kLeading;
    }
    y += kRow + (lines.size() > 1 ? kLeading * static_cast<double>(lines.size() - 1) : 0);
  }
  return y - kRow / 2 - at.y;
}

namespace {

constexpr double kLineMark = 22;  // the length of a line with its mark
constexpr double kLineGap = 18;   // between the entries of a line

/// A mark on the line that joins its values.
void draw_line_mark(Pen& pen, const Theme& theme, Mark mark, Point c) {
  const double half = kLineMark / 2;
  if (mark == Mark::own || mark == Mark::own_earlier || mark == Mark::median) {
    Stroke stroke = mark == Mark::own      ? line(theme.colours.accent, 2)
                    : mark == Mark::median ? line(theme.colours.ink, 1.25)
                                           : line(theme.colours.accent, 1);
    if (mark == Mark::own_earlier) stroke.dash = {2.5, 1.8};
    pen.move_to({c.x - half, c.y}).line_to({c.x + half, c.y});
    pen.stroke(stroke);
  }
  if (mark == Mark::median) draw_median_square(pen, theme, c, 3.4);
  else draw_key_mark(pen, theme, mark, c, KeyForm::both);
}

/// Entries beside each other; one that has no room begins another line.
Picture draw_key_line(const MarkKeyData& data, double width, const ChartStyle& style) {
  constexpr double kRow = 16.5;
  Picture picture;
  Pen pen(picture);
  double x = 0, y = kRow / 2;
  for (const auto& [mark, text] : data.rows) {
    const double needed = kLineMark + 7 + style.shaper.width(text, style.theme.style(TextRole::chart));
    if (x > 0 && x + needed > width) x = 0, y += kRow;
    draw_line_mark(pen, style.theme, mark, {x + kLineMark / 2, y});
    draw_text(pen, style, text, TextRole::chart, {x + kLineMark + 7, y + 3.2});
    x += needed + kLineGap;
  }
  picture.size = {width, data.rows.empty() ? 0 : y + kRow / 2};
  return picture;
}

}  // namespace

Picture draw_mark_key(const MarkKeyData& data, double width, const ChartStyle& style) {
  if (data.arrangement == MarkKeyData::Arrangement::line) return draw_key_line(data, width, style);
  Picture picture;
  Pen pen(picture);
  picture.size = {width, draw_key_rows(pen, style, data, {0, 0}, width, KeyForm::both)};
  return picture;
}

std::string describe_mark_key(const MarkKeyData& data, const Words& words) {
  std::string list;
  for (const auto& [mark, text] : data.rows) list += (list.empty() ? "" : "; ") + text;
  return words.say("describe.mark_key", {{"list", list}});
}

}  // namespace mognad
