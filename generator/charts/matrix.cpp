// More than 300 lines, and whole: plot, window and key share the scales and the obstacles that labels keep clear of.
#include "charts/matrix.h"

#include <algorithm>
#include <cmath>

#include "base/rounding.h"
#include "charts/density.h"
#include "charts/label_placement.h"
#include "charts/mark_key.h"
#include "charts/marks.h"
#include "text/line_breaker.h"

namespace mognad {
namespace {

// Lengths of pages.md: a plot of 282 in eight columns, the enlarged window of 126 in the other four.
constexpr double kPlot = 282;
constexpr double kPlotLeft = 26;
constexpr double kPlotTop = 16.5;
constexpr double kWindow = 126;
constexpr double kWindowColumn = 320;
constexpr double kHeight = kPlotTop + kPlot + 30;
constexpr double kDot = 2.6;

/// The part of the matrix that is enlarged: `side` units from x and y.
struct Window {
  double x = 0;
  double y = 0;
  double side = 20;
};

class MatrixDrawing {
 public:
  MatrixDrawing(const MatrixData& data, double width, const ChartStyle& style, std::vector<std::string>* dropped)
      : data_(data),
        style_(style),
        colours_(style.theme.colours),
        dropped_(dropped),
        dense_(is_dense(data.others)),
        pen_(picture_),
        x_{kPlotLeft, kPlotLeft + kPlot},
        y_{kPlotTop + kPlot, kPlotTop},
        window_left_(width - kWindow) {
    picture_.size = {width, kHeight};
    window_ = choose_window();
  }

  Picture run() {
    draw_plot();
    draw_others();
    draw_quadrant_words();
    draw_window_frame();
    draw_own_in_plot();
    draw_enlarged();
    draw_key();
    return std::move(picture_);
  }

 private:
  const MatrixPlace* own() const { return data_.trail.empty() ? nullptr : &data_.trail.back(); }

  Window choose_window() const {
    double left = 100, right = 0, low = 100, high = 0;
    const auto hold = [&](double x, double y) {
      left = std::min(left, x), right = std::max(right, x);
      low = std::min(low, y), high = std::max(high, y);
    };
    for (const MatrixPlace& place : data_.trail) hold(place.x, place.y);
    if (data_.median_x && data_.median_y) hold(data_.median_x.number(), data_.median_y.number());
    if (own() && data_.x_margin && data_.y_margin) {
      hold(own()->x - data_.x_margin.number(), own()->y - data_.y_margin.number());
      hold(own()->x + data_.x_margin.number(), own()->y + data_.y_margin.number());
    }
    for (const double side : {20.0, 30.0, 40.0, 60.0, 80.0, 100.0}) {
      const Window window{start(left, right, side), start(low, high, side), side};
      const auto inside = [&](double start_at, double from, double to) {
        constexpr double kMargin = 1.5;  // so that no mark stands on the frame
        return (start_at <= from - kMargin || start_at == 0) &&
               (start_at + side >= to + kMargin || start_at + side == 100);
      };
      if (inside(window.x, left, right) && inside(window.y, low, high)) return window;
    }
    return {0, 0, 100};
  }

  /// The multiple of five that centres the span in the side best.
  static double start(double low, double high, double side) {
    const double wanted = std::round(((low + high) / 2 - side / 2) / 5) * 5;
    return std::clamp(wanted, 0.0, 100 - side);
  }

  void draw_plot() {
    if (own()) fill_own_quadrant(x_, y_, {kPlotLeft, kPlotTop, kPlot, kPlot});
    pen_.rectangle({kPlotLeft, kPlotTop, kPlot, kPlot});
    pen_.stroke(line(colours_.mark, 0.75));
    draw_cut_lines();
    draw_text(pen_, style_, data_.y_axis.name, TextRole::chart_strong, {0, 9});
    for (const int tick : {0, 25, 50, 75, 100}) {
      const std::string text = std::to_string(tick);
      pen_.move_to({kPlotLeft - 4, y_(tick)}).line_to({kPlotLeft, y_(tick)});
      pen_.move_to({x_(tick), kPlotTop + kPlot}).line_to({x_(tick), kPlotTop + kPlot + 4});
      const double lift = tick == 100 ? 6.5 : tick == 0 ? 1 : 3.2;  // the end labels stay inside
      draw_text(pen_, style_, text, TextRole::axis, {kPlotLeft - 6, y_(tick) + lift}, Align::right);
      const Align align = tick == 0 ? Align::left : tick == 100 ? Align::right : Align::centre;
      draw_text(pen_, style_, text, TextRole::axis, {x_(tick), kPlotTop + kPlot + 13.5}, align);
    }
    pen_.stroke(line(colours_.mark, 0.75));
    const double words = kPlotTop + kPlot + 28;
    draw_text(pen_, style_, data_.x_axis.low, TextRole::chart, {kPlotLeft, words});
    draw_text(pen_, style_, data_.x_axis.name, TextRole::chart_strong, {kPlotLeft + kPlot / 2, words}, Align::centre);
    draw_text(pen_, style_, data_.x_axis.high, TextRole::chart, {kPlotLeft + kPlot, words}, Align::right);
  }

  void draw_cut_lines() {
    pen_.move_to({x_(data_.x_axis.cut), kPlotTop}).line_to({x_(data_.x_axis.cut), kPlotTop + kPlot});
    pen_.move_to({kPlotLeft, y_(data_.y_axis.cut)}).line_to({kPlotLeft + kPlot, y_(data_.y_axis.cut)});
    pen_.stroke(line(colours_.ink_3, 0.75));
  }

  void fill_own_quadrant(const Scale& x, const Scale& y, const Rect& clip) {
    const bool right = reaches(own()->x, data_.x_axis.cut);
    const bool upper = reaches(own()->y, data_.y_axis.cut);
    const double cut_x = std::clamp(x(data_.x_axis.cut), clip.x, clip.right());
    const double cut_y = std::clamp(y(data_.y_axis.cut), clip.y, clip.bottom());
    const double left = right ? cut_x : clip.x;
    const double top = upper ? clip.y : cut_y;
    const Rect rect{left, top, (right ? clip.right() : cut_x) - left, (upper ? cut_y : clip.bottom()) - top};
    if (rect.width <= 0 || rect.height <= 0) return;
    pen_.rectangle(rect);
    pen_.fill(colours_.tint);
  }

  void draw_quadrant_words() {
    for (const bool upper : {true, false})
      for (const bool right : {false, true}) draw_words_of(upper, right);
  }

  void draw_words_of(bool upper, bool right) {
    const MatrixQuadrant& quadrant = data_.quadrants[upper][right];
    const bool mine =
        own() && reaches(own()->x, data_.x_axis.cut) == right && reaches(own()->y, data_.y_axis.cut) == upper;
    const double room = std::min(118.0, std::fabs(x_(right ? 100 : 0) - x_(data_.x_axis.cut)) - 16);
    std::vector<Line> lines;
    const auto add = [&](const std::string& text, TextRole role) {
      auto more =
          break_lines(style_.shaper, {{text, style_.theme.style(role)}}, room, {.hyphenate = false, .balance = false});
      std::move(more.begin(), more.end(), std::back_inserter(lines));
    };
    add(quadrant.id + "\u00A0\u00A0" + quadrant.name, mine ? TextRole::chart_own : TextRole::chart_strong);
    add(quadrant.count, TextRole::chart);
    constexpr double kLeading = 11.5;
    double y = upper ? kPlotTop + 8 + 7 : kPlotTop + kPlot - 10 - kLeading * (static_cast<double>(lines.size()) - 1);
    const double edge = right ? kPlotLeft + kPlot - 8 : kPlotLeft + 8;
    for (const Line& text : lines) {
      const double left = right ? edge - text.width : edge;
      if (dense_) {
        pen_.rectangle({left - 2, y - 8.5, text.width + 4, kLeading});
        pen_.fill(mine ? colours_.tint : colours_.paper);
      }
      for (const GlyphRun& run : text.runs) pen_.text(run, {left + run.origin.x, y});
      obstacles_.push_back({left, y - 8, text.width, 11});
      y += kLeading;
    }
  }

  void draw_others() {
    if (dense_) {
      draw_density(pen_, style_.theme, data_.others, x_, y_);
      draw_cut_lines();  // which the cells have covered
      obstacles_ = dark_cells(data_.others, x_, y_);
    } else {
      const std::vector<Point> dots = cell_dots(data_.others, x_, y_, kDot);
      draw_dots(pen_, dots, kDot, colours_.dot);
      for (const Point& p : dots) obstacles_.push_back({p.x - kDot / 2, p.y - kDot / 2, kDot, kDot});
    }
    if (data_.median_x && data_.median_y)
      draw_median_square(pen_, style_.theme, {x_(data_.median_x.number()), y_(data_.median_y.number())}, 5);
  }

  void draw_window_frame() {
    if (!own()) return;
    const Rect frame{x_(window_.x), y_(window_.y + window_.side), kPlot * window_.side / 100,
                     kPlot * window_.side / 100};
    pen_.rectangle(frame);
    pen_.stroke(line(colours_.ink, 0.75));
    for (const Rect& edge : {Rect{frame.x, frame.y, frame.width, 1}, Rect{frame.x, frame.bottom(), frame.width, 1},
                             Rect{frame.x, frame.y, 1, frame.height}, Rect{frame.right(), frame.y, 1, frame.height}})
      obstacles_.push_back(edge);
    add_cut_lines(obstacles_, x_, y_, {kPlotLeft, kPlotTop, kPlot, kPlot});
    const Size size = label_size(data_.enlarged, TextRole::chart);
    std::vector<Rect> taken = obstacles_;
    taken.push_back(mark_box({x_(own()->x), y_(own()->y)}, 8));
    for (const Point corner :
         {Point{frame.right() + 3, frame.bottom() - size.height - 1}, Point{frame.right() + 3, frame.y + 1},
          Point{frame.x - size.width - 3, frame.bottom() - size.height - 1},
          Point{frame.right() - size.width, frame.bottom() + 2}, Point{frame.x, frame.bottom() + 2},
          Point{frame.right() - size.width, frame.y - size.height - 2}}) {
      const Rect box{corner.x, corner.y, size.width, size.height};
      const bool inside = box.x > kPlotLeft + 2 && box.right() < kPlotLeft + kPlot - 2 && box.y > kPlotTop + 2 &&
                          box.bottom() < kPlotTop + kPlot - 2;
      if (!inside || std::any_of(taken.begin(), taken.end(), [&](const Rect& o) { return o.overlaps(box); })) continue;
      obstacles_.push_back(draw_text(pen_, style_, data_.enlarged, TextRole::chart, {box.x, box.y + 0.76 * 9}));
      return;
    }
  }

  void add_cut_lines(std::vector<Rect>& obstacles, const Scale& x, const Scale& y, const Rect& plot) const {
    obstacles.push_back({x(data_.x_axis.cut) - 0.5, plot.y, 1, plot.height});
    obstacles.push_back({plot.x, y(data_.y_axis.cut) - 0.5, plot.width, 1});
  }

  Size label_size(const std::string& text, TextRole role) const {
    const TextStyle& s = style_.theme.style(role);
    return {style_.shaper.width(text, s), 0.96 * s.size};
  }

  static Rect mark_box(Point centre, double reach) {
    return {centre.x - reach, centre.y - reach, 2 * reach, 2 * reach};
  }

  void draw_own_in_plot() {
    if (!own()) return;
    draw_trail_line(x_, y_);
    const Point centre{x_(own()->x), y_(own()->y)};
    label_mark(centre, 7, data_.own_name, TextRole::chart_own, {kPlotLeft + 3, kPlotTop + 3, kPlot - 6, kPlot - 6},
               obstacles_);
    draw_own(pen_, style_.theme, centre, 4.6);
  }

  void draw_trail_line(const Scale& x, const Scale& y) {
    if (data_.trail.size() < 2) return;
    pen_.move_to({x(data_.trail[0].x), y(data_.trail[0].y)});
    for (std::size_t i = 1; i < data_.trail.size(); ++i) pen_.line_to({x(data_.trail[i].x), y(data_.trail[i].y)});
    pen_.stroke(line(colours_.accent, 1.5));
  }

  /// Labels a mark where there is room, or records that there was none.
  void label_mark(Point centre, double reach, const std::string& text, TextRole role, const Rect& frame,
                  std::vector<Rect>& obstacles) {
    const auto place = place_label(centre, reach, label_size(text, role), frame, obstacles);
    if (!place) {
      if (dropped_) dropped_->push_back(text);
      return;
    }
    if (place->leader) {
      pen_.move_to(place->leader_from).line_to(place->leader_to);
      pen_.stroke(line(style_.theme.style(role).colour, 0.75));
    }
    obstacles.push_back(
        draw_text(pen_, style_, text, role, {place->box.x, place->box.y + 0.76 * style_.theme.style(role).size}));
  }

  void draw_enlarged() {
    if (!own()) return;
    const Rect plot{window_left_, kPlotTop, kWindow, kWindow};
    // The scales are those of the whole matrix, stretched so that the window fills the plot.
    const double unit = kWindow / window_.side;
    const Scale x{plot.x - window_.x * unit, plot.x + (100 - window_.x) * unit};
    const Scale y{plot.bottom() + window_.y * unit, plot.bottom() - (100 - window_.y) * unit};
    draw_text(pen_, style_, data_.window_title, TextRole::chart_strong, {kWindowColumn, 9});
    fill_own_quadrant(x, y, plot);
    std::vector<Rect> obstacles;
    draw_enlarged_frame(plot, x, y, obstacles);
    draw_trail_line(x, y);
    draw_enlarged_marks(plot, x, y, obstacles);
  }

  void draw_enlarged_frame(const Rect& plot, const Scale& x, const Scale& y, std::vector<Rect>& obstacles) {
    const double cut_x = x(data_.x_axis.cut);
    const double cut_y = y(data_.y_axis.cut);
    if (cut_x > plot.x && cut_x < plot.right()) {
      pen_.move_to({cut_x, plot.y}).line_to({cut_x, plot.bottom()});
      obstacles.push_back({cut_x - 0.5, plot.y, 1, plot.height});
    }
    if (cut_y > plot.y && cut_y < plot.bottom()) {
      pen_.move_to({plot.x, cut_y}).line_to({plot.right(), cut_y});
      obstacles.push_back({plot.x, cut_y - 0.5, plot.width, 1});
    }
    pen_.stroke(line(colours_.ink_3, 0.75));
    pen_.rectangle(plot);
    pen_.stroke(line(colours_.ink, 0.75));
    for (int i = 0; i <= 2; ++i) {
      const double step = window_.side / 2 * i;
      const auto text = [&](double from) { return std::to_string(static_cast<int>(from + step)); };
      const Align align = i == 0 ? Align::left : i == 2 ? Align::right : Align::centre;
      draw_text(pen_, style_, text(window_.x), TextRole::axis,
                {plot.x + step * plot.width / window_.side, plot.bottom() + 12}, align);
      const double lift = i == 2 ? 6.5 : i == 0 ? 0 : 3.2;
      draw_text(pen_, style_, text(window_.y), TextRole::axis,
                {plot.x - 5, plot.bottom() - step * plot.height / window_.side + lift}, Align::right);
    }
  }

  void draw_enlarged_marks(const Rect& plot, const Scale& x, const Scale& y, std::vector<Rect>& obstacles) {
    const Point centre{x(own()->x), y(own()->y)};
    if (data_.x_margin && data_.y_margin) {
      // The interval ends where the scale does.
      const double left = x(std::max(0.0, own()->x - data_.x_margin.number()));
      const double right = x(std::min(100.0, own()->x + data_.x_margin.number()));
      const double low = y(std::max(0.0, own()->y - data_.y_margin.number()));
      const double high = y(std::min(100.0, own()->y + data_.y_margin.number()));
      pen_.move_to({left, centre.y}).line_to({right, centre.y});
      pen_.move_to({centre.x, high}).line_to({centre.x, low});
      pen_.stroke(line(colours_.accent, 1.5));
      obstacles.push_back({left, centre.y - 1, right - left, 2});
      obstacles.push_back({centre.x - 1, high, 2, low - high});
    }
    for (std::size_t i = 1; i < data_.trail.size(); ++i)
      add_line_obstacles(obstacles, data_.trail[i - 1], data_.trail[i], x, y);
    for (const MatrixPlace& place : data_.trail) obstacles.push_back(mark_box({x(place.x), y(place.y)}, 4.5));
    const Rect frame{plot.x + 2, plot.y + 2, plot.width - 4, plot.height - 4};
    if (data_.median_x && data_.median_y) {
      const Point median{x(data_.median_x.number()), y(data_.median_y.number())};
      draw_median_square(pen_, style_.theme, median, 6);
      obstacles.push_back(mark_box(median, 7));
    }
    label_mark(centre, 6, own()->label, TextRole::chart_own, frame, obstacles);
    for (std::size_t i = 0; i + 1 < data_.trail.size(); ++i) {
      const Point earlier{x(data_.trail[i].x), y(data_.trail[i].y)};
      draw_own_earlier(pen_, style_.theme, earlier, 3.4);
      label_mark(earlier, 4.5, data_.trail[i].label, TextRole::chart_accent, frame, obstacles);
    }
    if (data_.median_x && data_.median_y)
      label_mark({x(data_.median_x.number()), y(data_.median_y.number())}, 3.5, data_.median_label,
                 TextRole::chart_strong, frame, obstacles);
    draw_own(pen_, style_.theme, centre, 4.6);
  }

  static void add_line_obstacles(std::vector<Rect>& obstacles, const MatrixPlace& a, const MatrixPlace& b,
                                 const Scale& x, const Scale& y) {
    constexpr int kPieces = 8;
    for (int i = 0; i <= kPieces; ++i) {
      const double t = static_cast<double>(i) / kPieces;
      obstacles.push_back(mark_box({x(a.x + (b.x - a.x) * t), y(a.y + (b.y - a.y) * t)}, 1));
    }
  }

  void draw_key() {
    MarkKeyData key;
    if (own()) key.rows.emplace_back(Mark::own, data_.key_own);
    if (data_.trail.size() > 1) key.rows.emplace_back(Mark::own_earlier, data_.key_earlier);
    if (data_.x_margin) key.rows.emplace_back(Mark::interval, data_.key_interval);
    if (data_.median_x) key.rows.emplace_back(Mark::median, data_.key_median);
    if (!data_.others.counts.empty()) key.rows.emplace_back(dense_ ? Mark::density : Mark::other, data_.key_other);
    const Point at{kWindowColumn, kPlotTop + (own() ? kWindow + 28 : 0)};
    const double height = draw_key_rows(pen_, style_, key, at, picture_.size.width - kWindowColumn, KeyForm::plane);
    picture_.size.height = std::max(picture_.size.height, at.y + height);  // where names are very long
  }

  const MatrixData& data_;
  const ChartStyle& style_;
  const Colours& colours_;
  std::vector<std::string>* dropped_;
  bool dense_;
  Picture picture_;
  Pen pen_;
  Scale x_;
  Scale y_;
  double window_left_;
  Window window_;
  std::vector<Rect> obstacles_;
};

}  // namespace

Picture draw_matrix(const MatrixData& data, double width, const ChartStyle& style, std::vector<std::string>* dropped) {
  return MatrixDrawing(data, width, style, dropped).run();
}

}  // namespace mognad
