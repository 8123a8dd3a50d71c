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

Picture draw_mark_key(const MarkKeyData& data, double width, const ChartStyle& style) {
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
