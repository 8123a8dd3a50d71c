#include "charts/mark_key.h"

#include "charts/marks.h"

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

Picture draw_mark_key(const MarkKeyData& data, double width, const ChartStyle& style) {
  constexpr double kRow = 16.5;
  Picture picture;
  picture.size = {width, kRow * static_cast<double>(data.rows.size())};
  Pen pen(picture);
  double y = kRow / 2;
  for (const auto& [mark, text] : data.rows) {
    draw_key_mark(pen, style.theme, mark, {12, y}, KeyForm::both);
    draw_text(pen, style, text, TextRole::chart, {34, y + 3.2});
    y += kRow;
  }
  return picture;
}

std::string describe_mark_key(const MarkKeyData& data, const Words& words) {
  std::string list;
  for (const auto& [mark, text] : data.rows) list += (list.empty() ? "" : "; ") + text;
  return words.say("describe.mark_key", {{"list", list}});
}

}  // namespace mognad
