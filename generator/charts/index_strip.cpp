#include "charts/index_strip.h"

#include <algorithm>

#include "charts/marks.h"
#include "charts/spoken_value.h"

namespace mognad {

Picture draw_index_strip(const IndexStripData& data, double width, const ChartStyle& style) {
  const Theme& theme = style.theme;
  Picture picture;
  picture.size = {width, 27.5};
  Pen pen(picture);
  const Scale x{0, width};
  const double axis = 9.5;
  if (data.lower && data.upper)
    draw_band(pen, theme, {x(data.lower.number()), axis - 5, x(data.upper.number()) - x(data.lower.number()), 10});
  pen.move_to({0, axis}).line_to({width, axis});
  pen.move_to({0.375, axis - 3})
      .line_to({0.375, axis + 3})
      .move_to({width - 0.375, axis - 3})
      .line_to({width - 0.375, axis + 3});
  pen.stroke(line(theme.colours.mark, 0.75));
  if (data.median) draw_median_tick(pen, theme, x(data.median.number()), axis - 9, axis + 9);
  if (data.own) draw_own(pen, theme, {x(data.own.number()), axis}, 4.4);
  const double baseline = 26;
  const Rect zero = draw_text(pen, style, "0", TextRole::chart, {0, baseline});
  const Rect hundred = draw_text(pen, style, "100", TextRole::chart, {width, baseline}, Align::right);
  if (data.median) {
    const double half = style.shaper.width(data.median_label, theme.style(TextRole::chart)) / 2;
    const double centre = std::max(zero.right() + 6 + half, std::min(x(data.median.number()), hundred.x - 6 - half));
    draw_text(pen, style, data.median_label, TextRole::chart, {centre, baseline}, Align::centre);
  }
  return picture;
}

std::string describe_index_strip(const IndexStripData& data, const Words& words) {
  const std::string own = spoken(words, data.own), median = spoken(words, data.median);
  if (!data.median) return words.say("describe.strip_alone", {{"name", data.name}, {"own", own}});
  return words.say("describe.strip", {{"name", data.name}, {"own", own}, {"median", median}});
}

}  // namespace mognad
