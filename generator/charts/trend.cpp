#include "charts/trend.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "charts/marks.h"
#include "charts/spoken_value.h"

namespace mognad {
namespace {

constexpr std::size_t kPanels = 3;  // in a row
constexpr double kGutter = 12;
constexpr double kRowGap = 11;
constexpr double kPlotLeft = 22;
constexpr double kPlotWidth = 94;
constexpr double kPlotTop = 16.5 + 11;
constexpr double kPlotHeight = 132;
constexpr double kPanelHeight = kPlotTop + kPlotHeight + 16;

class PanelDrawing {
 public:
  PanelDrawing(const TrendData& data, const TrendPanel& panel, bool names_lines, Point origin, const ChartStyle& style,
               Pen& pen)
      : data_(data),
        panel_(panel),
        names_lines_(names_lines),
        left_(origin.x + kPlotLeft),
        top_(origin.y + kPlotTop),
        title_(origin),
        style_(style),
        theme_(style.theme),
        pen_(pen),
        y_{top_ + kPlotHeight, top_} {}

  void run() {
    draw_text(pen_, style_, panel_.title, TextRole::chart_strong, {title_.x, title_.y + 9});
    draw_axes();
    draw_breaks();
    draw_benchmarks();
    draw_line(panel_.median, line(theme_.colours.ink, 1.25));
    for (const TrendPoint& p : panel_.median)
      if (p.value) draw_median_square(pen_, theme_, at(p), 3.6);
    draw_targets();
    draw_line(panel_.own, line(theme_.colours.accent, 2));
    for (const TrendPoint& p : panel_.own)
      if (p.value) draw_own(pen_, theme_, at(p), p.year == panel_.own.back().year ? 4.2 : 3.2);
    draw_end_labels();
  }

 private:
  double x(int year) const {
    const int span = data_.years.back() - data_.years.front();
    return span == 0 ? left_ + kPlotWidth / 2 : left_ + 5 + (kPlotWidth - 10) * (year - data_.years.front()) / span;
  }
  Point at(const TrendPoint& p) const { return {x(p.year), y_(p.value.number())}; }

  void draw_axes() {
    for (const int tick : {50, 100}) pen_.move_to({left_, y_(tick)}).line_to({left_ + kPlotWidth, y_(tick)});
    pen_.stroke(line(theme_.colours.hair, 0.5));
    pen_.move_to({left_, y_(0)}).line_to({left_ + kPlotWidth, y_(0)});
    for (const int year : data_.years) pen_.move_to({x(year), y_(0)}).line_to({x(year), y_(0) + 3});
    pen_.stroke(line(theme_.colours.mark, 0.75));
    for (const int tick : {0, 50, 100})
      draw_text(pen_, style_, std::to_string(tick), TextRole::axis, {left_ - 4, y_(tick) + 3.2}, Align::right);
    draw_years();
  }

  /// The last own year first, then the ends, then as many others as have room.
  void draw_years() {
    const double half = style_.shaper.width("2000", theme_.style(TextRole::axis)) / 2 + 4;
    std::vector<int> order{panel_.own.empty() ? data_.years.back() : panel_.own.back().year, data_.years.front(),
                           data_.years.back()};
    order.insert(order.end(), data_.years.begin(), data_.years.end());
    std::vector<double> placed;
    for (const int year : order) {
      const double at_x = x(year);
      if (std::any_of(placed.begin(), placed.end(), [&](double p) { return std::fabs(p - at_x) < 2 * half; })) continue;
      draw_text(pen_, style_, std::to_string(year), TextRole::axis, {at_x, y_(0) + 13}, Align::centre);
      placed.push_back(at_x);
    }
  }

  /// Where what was asked changed: a dotted line between the two years.
  void draw_breaks() {
    for (const int year : panel_.breaks) {
      const auto found = std::find(data_.years.begin(), data_.years.end(), year);
      if (found == data_.years.begin() || found == data_.years.end()) continue;
      const double at_x = (x(*std::prev(found)) + x(year)) / 2;
      pen_.move_to({at_x, y_(100) + 12}).line_to({at_x, y_(0)});
      pen_.stroke({.colour = theme_.colours.ink_3, .width = 0.75, .cap = Cap::butt, .dash = {1.5, 2.5}});
      taken_.push_back(draw_text(pen_, style_, data_.break_label, TextRole::chart, {at_x, y_(100) + 9}, Align::centre));
    }
  }

  bool broken_before(int year) const {
    return std::find(panel_.breaks.begin(), panel_.breaks.end(), year) != panel_.breaks.end();
  }

  /// Joins neighbouring years only: a missing year is a gap, and so is a break.
  void draw_line(const std::vector<TrendPoint>& points, const Stroke& stroke) {
    bool drawn = false;
    for (std::size_t i = 1; i < points.size(); ++i) {
      if (!points[i - 1].value || !points[i].value || broken_before(points[i].year)) continue;
      pen_.move_to(at(points[i - 1])).line_to(at(points[i]));
      drawn = true;
    }
    if (drawn) pen_.stroke(stroke);
  }

  /// Rings, joined inside a series.
  void draw_benchmarks() {
    for (const auto& series : panel_.benchmarks) {
      draw_line(series, line(theme_.colours.ink_3, 0.75));
      for (const TrendPoint& p : series) {
        if (!p.value) continue;
        draw_benchmark(pen_, theme_, at(p));
        taken_.push_back({at(p).x - 3, at(p).y - 3, 6, 6});
      }
    }
  }

  /// A bar at the year that the target is for, with its words above, or below where there are values above.
  void draw_targets() {
    constexpr double kHalf = 5;
    for (const TrendTarget& target : panel_.targets) {
      const Point p{x(target.year), y_(target.value)};
      draw_target(pen_, theme_, p);
      taken_.push_back({p.x - kHalf, p.y - 2, 2 * kHalf, 4});
      if (target.label.empty()) continue;
      const double width = style_.shaper.width(target.label, theme_.style(TextRole::chart));
      const double from = std::clamp(p.x + kHalf - width, left_ + 2, left_ + kPlotWidth + 5 - width);
      taken_.push_back(
          draw_text(pen_, style_, target.label, TextRole::chart, free_of_taken({from, p.y - 6}, width, -4)));
    }
  }

  /// The baseline moved in steps until the words touch neither other words nor a point of the lines.
  Point free_of_taken(Point at_baseline, double width, double step) const {
    const auto touches = [&](const Rect& box) {
      const auto overlaps = [&](const Rect& other) { return other.overlaps(box); };
      if (std::any_of(taken_.begin(), taken_.end(), overlaps)) return true;
      for (const auto* points : {&panel_.own, &panel_.median})
        for (const TrendPoint& p : *points)
          if (p.value && Rect{at(p).x - 5, at(p).y - 5, 10, 10}.overlaps(box)) return true;
      return false;
    };
    for (int moves = 0; moves < 30; ++moves, at_baseline.y += step)
      if (!touches({at_baseline.x, at_baseline.y - 7, width, 9})) break;
    return at_baseline;
  }

  /// The last values right of the plot, twelve apart with the least movement; a leader where the plot goes on.
  void draw_end_labels() {
    const bool has_own = !panel_.own.empty() && panel_.own.back().value;
    const bool has_median = !panel_.median.empty() && panel_.median.back().value;
    if (!has_own) return;
    const double own = at(panel_.own.back()).y;
    double own_label = own;
    double median_label = has_median ? at(panel_.median.back()).y : 0;
    if (has_median && std::fabs(own_label - median_label) < 12) {
      const double push = (12 - std::fabs(own_label - median_label)) / 2;
      const double up = own_label <= median_label ? -1 : 1;
      own_label += up * push;
      median_label -= up * push;
    }
    const double end = left_ + kPlotWidth + 3;
    lead(at(panel_.own.back()), {end, own_label}, theme_.colours.accent);
    draw_text(pen_, style_, panel_.own_value, TextRole::chart_own, {end, own_label + 3.2});
    if (has_median) {
      lead(at(panel_.median.back()), {end, median_label}, theme_.colours.ink_2);
      draw_text(pen_, style_, panel_.median_value, TextRole::chart, {end, median_label + 3.2});
    }
    if (names_lines_ && !data_.median_label.empty())
      name_lines(own, has_median ? at(panel_.median.back()).y : own, has_median);
  }

  /// From a point to its label, where it is not the last thing in the plot.
  void lead(Point from, Point to, Colour colour) {
    if (to.x - from.x < 14) return;
    pen_.move_to({from.x + 6, from.y}).line_to({to.x - 2, to.y});
    pen_.stroke(line(colour, 0.5));
  }

  void name_lines(double own, double median, bool has_median) {
    const double end = at(panel_.own.back()).x;
    const bool own_above = !has_median || own <= median;
    const auto name = [&](const std::string& text, TextRole role, double from, bool above) {
      const double width = style_.shaper.width(text, theme_.style(role));
      const double left = std::max(title_.x + kPlotLeft, end + 4 - width);
      const Point p =
          free_of_taken({left, above ? std::min(own, median) - 24 : std::max(own, median) + 31}, width, above ? -4 : 4);
      pen_.move_to({end, from + (above ? -6 : 6)}).line_to({end, above ? p.y + 3 : p.y - 9});
      pen_.stroke(line(theme_.style(role).colour, 0.75));
      taken_.push_back(draw_text(pen_, style_, text, role, p));
    };
    name(data_.own_label, TextRole::chart_own, own, own_above);
    if (has_median) name(data_.median_label, TextRole::chart, median, !own_above);
  }

  const TrendData& data_;
  const TrendPanel& panel_;
  bool names_lines_;
  double left_;
  double top_;
  Point title_;
  const ChartStyle& style_;
  const Theme& theme_;
  Pen& pen_;
  Scale y_;
  std::vector<Rect> taken_;  // by words and marks that others keep clear of
};

}  // namespace

Picture draw_trend(const TrendData& data, double width, const ChartStyle& style) {
  Picture picture;
  picture.size = {width, 0};
  if (data.years.empty()) return picture;
  Pen pen(picture);
  const double column = (width + kGutter) / static_cast<double>(kPanels);
  for (std::size_t i = 0; i < data.panels.size(); ++i) {
    const std::size_t row = i / kPanels;
    const Point origin{static_cast<double>(i % kPanels) * column, static_cast<double>(row) * (kPanelHeight + kRowGap)};
    PanelDrawing(data, data.panels[i], i == 0, origin, style, pen).run();
  }
  const std::size_t whole_rows = (data.panels.size() + kPanels - 1) / kPanels;
  const auto rows = static_cast<double>(whole_rows);
  picture.size = {width, rows * kPanelHeight + std::max(0.0, rows - 1) * kRowGap};
  return picture;
}

namespace {

/// What the first panel shows besides lines: targets, and the last published figure of each edition.
std::string marks_in_words(const TrendPanel& panel, const Words& words) {
  std::string targets, published;
  for (const TrendTarget& target : panel.targets)
    if (!target.label.empty()) targets += (targets.empty() ? "" : "; ") + target.label;
  for (const auto& series : panel.benchmarks)
    for (const TrendPoint& point : series)
      published += fmt::format("{}{}: {}", published.empty() ? "" : "; ", point.year, spoken(words, point.value));
  std::string text;
  if (!targets.empty()) text += " " + words.say("describe.trend_targets", {{"list", targets}});
  if (!published.empty()) text += " " + words.say("describe.trend_published", {{"list", published}});
  return text;
}

}  // namespace

std::string describe_trend(const TrendData& data, const Words& words) {
  if (data.years.empty() || data.panels.empty()) return words.say("describe.trend_empty");
  std::string values;
  for (const TrendPanel& panel : data.panels) {
    const Measured first = panel.own.empty() ? Measured() : panel.own.front().value;
    const std::string from = spoken(words, first), to = spoken(words, panel.own_value);
    values += (values.empty() ? "" : "; ") +
              words.say("describe.trend_panel", {{"panel", panel.title}, {"from", from}, {"to", to}});
  }
  const std::vector<TrendPoint>& own = data.panels.front().own;
  const std::string from = std::to_string(own.empty() ? data.years.front() : own.front().year),
                    to = std::to_string(own.empty() ? data.years.back() : own.back().year);
  std::string text =
      words.say("describe.trend", {{"name", data.own_label}, {"from", from}, {"to", to}, {"values", values}});
  const TrendPanel& first = data.panels.front();
  if (!first.median.empty() && first.median.back().value)
    text += " " + words.say("describe.trend_median", {{"panel", first.title}, {"median", first.median_value}});
  return text + marks_in_words(first, words);
}

}  // namespace mognad
