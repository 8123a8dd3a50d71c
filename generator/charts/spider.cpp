#include "charts/spider.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "charts/marks.h"
#include "text/line_breaker.h"

namespace mognad {
namespace {

constexpr double kRadius = 76;
constexpr double kClear = 5;         // between a name and the outer ring
constexpr double kNameShare = 0.46;  // of the width, at most, for one name
constexpr double kLeading = 11;
constexpr double kLetters = 8.5;  // height of a line's letters

bool crosses(Point a, Point b, const Rect& box) {
  constexpr int kSteps = 24;  // of at most 76 points: finer than any letter
  for (int i = 0; i <= kSteps; ++i) {
    const double t = static_cast<double>(i) / kSteps;
    const Point p{a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * t};
    if (p.x > box.x - kClear && p.x < box.right() + kClear && p.y > box.y - kClear && p.y < box.bottom() + kClear)
      return true;
  }
  return false;
}

class SpiderDrawing {
 public:
  SpiderDrawing(const SpiderData& data, double width, const ChartStyle& style)
      : data_(data),
        style_(style),
        theme_(style.theme),
        pen_(picture_),
        width_(width),
        radius_(std::min(kRadius, width * 0.41)),
        count_(data.axes.size()) {
    centre_ = {width / 2, 0};
    for (std::size_t i = 0; i < count_; ++i) names_.push_back(place_name(i));
    double top = -radius_, bottom = radius_;
    for (const Name& name : names_) top = std::min(top, name.box.y), bottom = std::max(bottom, name.box.bottom());
    centre_.y = kClear - top;
    picture_.size = {width, bottom - top + 2 * kClear};
  }

  Picture run() {
    draw_rings();
    draw_outline(&SpiderAxis::median, line(theme_.colours.ink, 1.25));
    for_each(&SpiderAxis::median, [&](Point p) { draw_median_square(pen_, theme_, p, 3.4); });
    draw_outline(&SpiderAxis::earlier,
                 {.colour = theme_.colours.accent, .width = 1, .cap = Cap::butt, .dash = {2.5, 1.8}});
    for_each(&SpiderAxis::earlier, [&](Point p) { draw_own_earlier(pen_, theme_, p, 2.4); });
    draw_outline(&SpiderAxis::own, line(theme_.colours.accent, 2));
    for_each(&SpiderAxis::own, [&](Point p) { draw_own(pen_, theme_, p, 3.4); });
    for (const Name& name : names_) draw_name(name);
    return std::move(picture_);
  }

 private:
  struct Name {
    std::vector<Line> lines;
    Rect box;  // around a centre at height 0
  };

  Point direction(std::size_t i) const {
    const double angle = 2 * std::numbers::pi * static_cast<double>(i) / static_cast<double>(count_);
    return {std::sin(angle), -std::cos(angle)};
  }
  Point at(std::size_t i, double value) const {
    const Point d = direction(i);
    return {centre_.x + d.x * radius_ * value / 100, centre_.y + d.y * radius_ * value / 100};
  }

  /// Beside its corner where there is room, else moved up or down until it is clear of the outer ring.
  Name place_name(std::size_t i) const {
    Name name;
    name.lines = break_lines(style_.shaper, {{data_.axes[i].name, theme_.style(TextRole::chart)}}, width_ * kNameShare);
    double widest = 0;
    for (const Line& text_line : name.lines) widest = std::max(widest, text_line.width);
    const double height = kLetters + kLeading * (static_cast<double>(name.lines.size()) - 1);
    const Point d = direction(i);
    const Point corner = at(i, 100);
    const double x = corner.x + d.x * (kClear + widest / 2) - widest / 2;
    name.box = {std::clamp(x, 0.0, std::max(0.0, width_ - widest)), corner.y + d.y * (kClear + height / 2) - height / 2,
                widest, height};
    const double step = d.y > 0.1 ? 1 : -1;
    for (int moves = 0; moves < 80 && touches_ring(name.box); ++moves) name.box.y += step;
    return name;
  }

  bool touches_ring(const Rect& box) const {
    for (std::size_t i = 0; i < count_; ++i)
      if (crosses(at(i, 100), at((i + 1) % count_, 100), box)) return true;
    return false;
  }

  void draw_rings() {
    for (const int ring : {25, 50, 75, 100}) {
      for (std::size_t i = 0; i < count_; ++i) i == 0 ? pen_.move_to(at(i, ring)) : pen_.line_to(at(i, ring));
      pen_.close();
      pen_.stroke(ring == 100 ? line(theme_.colours.mark, 0.75) : line(theme_.colours.hair, 0.5));
    }
    for (std::size_t i = 0; i < count_; ++i) pen_.move_to(centre_).line_to(at(i, 100));
    pen_.stroke(line(theme_.colours.hair, 0.5));
    draw_ring_number();
  }

  /// "100" outside the ring at the height of the centre, where its left edge is.
  void draw_ring_number() {
    double left = centre_.x;
    for (std::size_t i = 0; i < count_; ++i) {
      const Point a = at(i, 100), b = at((i + 1) % count_, 100);
      if ((a.y - centre_.y) * (b.y - centre_.y) > 0 || a.y == b.y) continue;
      left = std::min(left, a.x + (b.x - a.x) * (centre_.y - a.y) / (b.y - a.y));
    }
    draw_text(pen_, style_, "100", TextRole::axis, {left - 4, centre_.y + 3.2}, Align::right);
  }

  template <class Draw>
  void for_each(Measured SpiderAxis::* value, Draw draw) const {
    for (std::size_t i = 0; i < count_; ++i)
      if (const Measured& v = data_.axes[i].*value) draw(at(i, v.number()));
  }

  /// Joins neighbours only: a part without a value is a gap.
  void draw_outline(Measured SpiderAxis::* value, const Stroke& stroke) {
    bool drawn = false;
    for (std::size_t i = 0; i < count_; ++i) {
      const std::size_t next = (i + 1) % count_;
      const Measured &from = data_.axes[i].*value, &to = data_.axes[next].*value;
      if (!from || !to) continue;
      pen_.move_to(at(i, from.number())).line_to(at(next, to.number()));
      drawn = true;
    }
    if (drawn) pen_.stroke(stroke);
  }

  void draw_name(const Name& name) {
    double baseline = centre_.y + name.box.y + 0.8 * kLetters;
    for (const Line& text_line : name.lines) {
      const double x = name.box.x + (name.box.width - text_line.width) / 2;
      for (const GlyphRun& run : text_line.runs) pen_.text(run, {x + run.origin.x, baseline});
      baseline += kLeading;
    }
  }

  const SpiderData& data_;
  const ChartStyle& style_;
  const Theme& theme_;
  Picture picture_;
  Pen pen_;
  double width_;
  double radius_;
  std::size_t count_;
  Point centre_;
  std::vector<Name> names_;
};

}  // namespace

Picture draw_spider(const SpiderData& data, double width, const ChartStyle& style) {
  if (data.axes.size() < kFewestSpiderAxes) return {{width, 0}, {}};
  return SpiderDrawing(data, width, style).run();
}

std::string describe_spider(const SpiderData& data, const Words& words) {
  int shown = 0;
  const SpiderAxis* high = nullptr;
  const SpiderAxis* low = nullptr;
  for (const SpiderAxis& axis : data.axes) {
    if (!axis.own) continue;
    ++shown;
    if (!high || axis.own.number() > high->own.number()) high = &axis;
    if (!low || axis.own.number() < low->own.number()) low = &axis;
  }
  if (!high) return words.say("describe.spider_empty");
  return words.say("describe.spider", {{"axes", static_cast<int>(data.axes.size())},
                                       {"name", data.own_label},
                                       {"high", high->name},
                                       {"low", low->name}});
}

}  // namespace mognad
