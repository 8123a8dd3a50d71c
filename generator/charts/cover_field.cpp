#include "charts/cover_field.h"

#include <algorithm>
#include <cmath>

#include "charts/density.h"
#include "charts/marks.h"

namespace mognad {
namespace {

constexpr double kHeight = 330;
constexpr double kMargin = 63.64;
constexpr double kCentreX = 337.64;
constexpr double kCentreY = 158;
constexpr double kOwn = 11;

/// Points of length for one unit of the scale: the largest at which the own place and nearly all others are inside.
double choose_unit(const CoverFieldData& data, double width) {
  for (const double unit : {8.4, 6.0, 4.0, 3.0}) {
    const auto inside = [&](double x, double y, double margin) {
      const double px = kCentreX + (x - data.x_axis.cut) * unit;
      const double py = kCentreY - (y - data.y_axis.cut) * unit;
      return px > margin && px < width - margin && py > margin && py < kHeight - margin;
    };
    int all = 0, outside = 0;
    for (std::size_t row = 0; row < data.others.counts.size(); ++row)
      for (std::size_t column = 0; column < data.others.counts[row].size(); ++column) {
        const int count = data.others.counts[row][column];
        all += count;
        if (!inside((static_cast<double>(column) + 0.5) * data.others.step,
                    (static_cast<double>(row) + 0.5) * data.others.step, 8))
          outside += count;
      }
    const bool own_inside = !data.has_own || inside(data.own.x, data.own.y, 30);
    if (own_inside && outside * 20 <= all) return unit;
  }
  return 2.5;
}

}  // namespace

Picture draw_cover_field(const CoverFieldData& data, double width, const ChartStyle& style) {
  const Colours& colours = style.theme.colours;
  Picture picture;
  picture.size = {width, kHeight};
  Pen pen(picture);
  pen.rectangle({0, 0, width, kHeight});
  pen.fill(colours.deep);
  pen.move_to({kCentreX, 0}).line_to({kCentreX, kHeight});
  pen.move_to({0, kCentreY}).line_to({width, kCentreY});
  pen.stroke(line(colours.deep_line, 0.75));
  std::vector<Rect> taken;
  taken.push_back(draw_text(pen, style, data.y_axis.high, TextRole::cover_axis, {kCentreX - 7, 20}, Align::right));
  taken.push_back(draw_text(pen, style, data.y_axis.low, TextRole::cover_axis, {kCentreX + 7, kHeight - 15}));
  taken.push_back(draw_text(pen, style, data.x_axis.low, TextRole::cover_axis, {kMargin, kCentreY - 7}));
  taken.push_back(
      draw_text(pen, style, data.x_axis.high, TextRole::cover_axis, {width - kMargin, kCentreY - 7}, Align::right));
  const double unit = choose_unit(data, width);
  const Scale x{kCentreX - data.x_axis.cut * unit, kCentreX + (100 - data.x_axis.cut) * unit};
  const Scale y{kCentreY + data.y_axis.cut * unit, kCentreY - (100 - data.y_axis.cut) * unit};
  const Point own{x(data.own.x), y(data.own.y)};
  if (data.has_own) {
    taken.push_back({own.x - kOwn - 3, own.y - kOwn - 3, 2 * kOwn + 6, 2 * kOwn + 6});
    const double label_width = style.shaper.width(data.own.label, style.theme.style(TextRole::cover_own));
    const bool room_left = own.x - kOwn - 8 - label_width > 20;
    taken.push_back(draw_text(pen, style, data.own.label, TextRole::cover_own,
                              {own.x + (room_left ? -kOwn - 7 : kOwn + 7), own.y + 4.5},
                              room_left ? Align::right : Align::left));
  }
  const auto free = [&](const Rect& dot) {
    return dot.x > 0 && dot.right() < width && dot.y > 0 && dot.bottom() < kHeight &&
           std::none_of(taken.begin(), taken.end(), [&](const Rect& box) { return box.overlaps(dot); });
  };
  if (is_dense(data.others)) {
    draw_halftone(pen, data.others, x, y, colours.deep_dot, free);
  } else {
    std::vector<Point> shown;
    for (const Point& p : cell_dots(data.others, x, y, 5))
      if (free({p.x - 4, p.y - 4, 8, 8})) shown.push_back(p);
    draw_dots(pen, shown, 4.6, colours.deep_dot);
  }
  if (data.has_own) {
    pen.move_to({own.x, own.y - kOwn})
        .line_to({own.x + kOwn, own.y})
        .line_to({own.x, own.y + kOwn})
        .line_to({own.x - kOwn, own.y})
        .close();
    pen.fill(colours.paper);
  }
  return picture;
}

std::string describe_cover_field(const CoverFieldData& data, const Words& words) {
  return words.say("describe.cover", {{"x", data.x_axis.name}, {"y", data.y_axis.name}});
}

}  // namespace mognad
