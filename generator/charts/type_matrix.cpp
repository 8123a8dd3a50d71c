#include "charts/type_matrix.h"

#include <algorithm>
#include <cmath>

#include "charts/label_placement.h"
#include "charts/marks.h"
#include "text/line_breaker.h"

namespace mognad {
namespace {

// Lengths of pages.md, as in the matrix of one organisation; a larger plot has larger dots.
constexpr double kPlotMost = 340;  // no windows stand beside it
constexpr double kPlotUsual = 282;
constexpr double kLeft = 26;
constexpr double kTop = 16.5;
constexpr double kBelow = 30;
constexpr double kDot = 2.6;
constexpr double kLeading = 11.5;
constexpr double kMedian = 6;

class TypeMatrixDrawing {
 public:
  TypeMatrixDrawing(const TypeMatrixData& data, double width, const ChartStyle& style,
                    std::vector<std::string>* dropped)
      : data_(data),
        style_(style),
        theme_(style.theme),
        dropped_(dropped),
        pen_(picture_),
        side_(std::min(kPlotMost, width - kLeft - 2)),
        dot_(kDot * std::max(1.0, side_ / kPlotUsual)),
        x_{kLeft, kLeft + side_},
        y_{kTop + side_, kTop} {
    picture_.size = {width, kTop + side_ + kBelow};
  }

  Picture run() {
    draw_others();
    draw_frame();
    draw_ticks();
    draw_axis_words();
    for (const bool upper : {true, false})
      for (const bool right : {false, true}) draw_quadrant(upper, right);
    draw_median();
    return std::move(picture_);
  }

 private:
  void draw_others() {
    if (is_dense(data_.cells)) draw_density(pen_, theme_, data_.cells, x_, y_);
    else draw_dots(pen_, cell_dots(data_.cells, x_, y_, dot_), dot_, theme_.colours.dot);
  }

  void draw_frame() {
    pen_.rectangle({kLeft, kTop, side_, side_});
    pen_.stroke(line(theme_.colours.mark, 0.75));
    pen_.move_to({x_(data_.x_axis.cut), kTop}).line_to({x_(data_.x_axis.cut), kTop + side_});
    pen_.move_to({kLeft, y_(data_.y_axis.cut)}).line_to({kLeft + side_, y_(data_.y_axis.cut)});
    pen_.stroke(line(theme_.colours.ink_3, 0.75));
  }

  void draw_ticks() {
    for (const int tick : {0, 25, 50, 75, 100}) {
      pen_.move_to({kLeft - 4, y_(tick)}).line_to({kLeft, y_(tick)});
      pen_.move_to({x_(tick), kTop + side_}).line_to({x_(tick), kTop + side_ + 4});
      const double lift = tick == 100 ? 6.5 : tick == 0 ? 1 : 3.2;  // the end labels stay inside
      const std::string text = std::to_string(tick);
      draw_text(pen_, style_, text, TextRole::axis, {kLeft - 6, y_(tick) + lift}, Align::right);
      const Align align = tick == 0 ? Align::left : tick == 100 ? Align::right : Align::centre;
      draw_text(pen_, style_, text, TextRole::axis, {x_(tick), kTop + side_ + 13.5}, align);
    }
    pen_.stroke(line(theme_.colours.mark, 0.75));
  }

  /// The name first: where the words of an axis are long, what is left out are those of its ends.
  void draw_axis_words() {
    draw_text(pen_, style_, data_.y_axis.name, TextRole::chart_strong, {0, 9});
    const double words = kTop + side_ + 28;
    draw_text(pen_, style_, data_.x_axis.name, TextRole::chart_strong, {kLeft + side_ / 2, words}, Align::centre);
    draw_text(pen_, style_, data_.x_axis.low, TextRole::chart, {kLeft, words});
    draw_text(pen_, style_, data_.x_axis.high, TextRole::chart, {kLeft + side_, words}, Align::right);
  }

  /// Letter and name, and under them the share, in the quadrant's outer corner.
  void draw_quadrant(bool upper, bool right) {
    const MatrixQuadrant& quadrant = data_.quadrants[upper][right];
    const double room = std::min(118.0, std::fabs(x_(right ? 100 : 0) - x_(data_.x_axis.cut)) - 14);
    std::vector<Line> lines;
    const auto add = [&](const std::string& text, TextRole role) {
      auto more = break_lines(style_.shaper, {{text, theme_.style(role)}}, std::max(room, 24.0), {.hyphenate = false});
      std::move(more.begin(), more.end(), std::back_inserter(lines));
    };
    add(quadrant.id + "\u00A0\u00A0" + quadrant.name, TextRole::chart_strong);
    add(quadrant.count, TextRole::chart_own);
    const double height = kLeading * (static_cast<double>(lines.size()) - 1);
    double baseline = upper ? kTop + 14 : kTop + side_ - 8 - height;
    for (const Line& text : lines) {
      const Point at{right ? kLeft + side_ - 7 - text.width : kLeft + 7, baseline};
      if (text.width < side_ - 14 && at.y > kTop + 7 && at.y < kTop + side_ - 3) draw_line_on_paper(text, at);
      else drop(text);
      baseline += kLeading;
    }
  }

  void drop(const Line& text) {
    if (!dropped_) return;
    for (const GlyphRun& run : text.runs) dropped_->push_back(run.text);
  }

  void draw_line_on_paper(const Line& text, Point at) {
    const Rect box{at.x, at.y - 7.5, text.width, 10};
    pen_.rectangle({box.x - 2, box.y - 0.5, box.width + 4, box.height + 1});
    pen_.fill(theme_.colours.paper);
    for (const GlyphRun& run : text.runs) pen_.text(run, {at.x + run.origin.x, at.y});
    taken_.push_back(box);
  }

  /// The label stands where no word is, over dots if it must, and clear of the cut lines.
  void draw_median() {
    if (!data_.median_x || !data_.median_y) return;
    const Point centre{x_(data_.median_x.number()), y_(data_.median_y.number())};
    pen_.rectangle({centre.x - kMedian / 2 - 1.25, centre.y - kMedian / 2 - 1.25, kMedian + 2.5, kMedian + 2.5});
    pen_.fill(theme_.colours.paper);
    draw_median_square(pen_, theme_, centre, kMedian);
    if (data_.median_label.empty()) return;
    const TextStyle& text = theme_.style(TextRole::chart_strong);
    const Size size{style_.shaper.width(data_.median_label, text) + 4, 0.96 * text.size + 1.5};
    taken_.push_back({x_(data_.x_axis.cut) - 0.5, kTop, 1, side_});
    taken_.push_back({kLeft, y_(data_.y_axis.cut) - 0.5, side_, 1});
    const auto place = place_label(centre, kMedian, size, {kLeft + 3, kTop + 3, side_ - 6, side_ - 6}, taken_);
    if (!place) {
      if (dropped_) dropped_->push_back(data_.median_label);
      return;
    }
    if (place->leader) {
      pen_.move_to(place->leader_from).line_to(place->leader_to);
      pen_.stroke(line(theme_.colours.ink, 0.75));
    }
    draw_text_on_paper(pen_, style_, data_.median_label, TextRole::chart_strong,
                       {place->box.x + 2, place->box.y + 0.75 + 0.76 * text.size});
  }

  const TypeMatrixData& data_;
  const ChartStyle& style_;
  const Theme& theme_;
  std::vector<std::string>* dropped_;
  Picture picture_;
  Pen pen_;
  double side_;
  double dot_;
  Scale x_;
  Scale y_;
  std::vector<Rect> taken_;
};

}  // namespace

Picture draw_type_matrix(const TypeMatrixData& data, double width, const ChartStyle& style,
                         std::vector<std::string>* dropped) {
  return TypeMatrixDrawing(data, width, style, dropped).run();
}

std::string describe_type_matrix(const TypeMatrixData& data, const Words& words) {
  std::string list;
  for (const bool upper : {false, true})
    for (const bool right : {false, true}) {
      const MatrixQuadrant& quadrant = data.quadrants[upper][right];
      if (quadrant.count.empty()) continue;
      list += list.empty() ? "" : "; ";
      list += words.say("describe_nation.type", {{"type", quadrant.id}, {"text", quadrant.count}});
    }
  std::string text = words.say(
      "describe_nation.type_matrix",
      {{"x_axis", data.x_axis.name}, {"y_axis", data.y_axis.name}, {"peers", data.peers_many}, {"list", list}});
  if (data.median_x && data.median_y) {
    const std::string x = words.number(data.median_x, 1), y = words.number(data.median_y, 1);
    text += " " + words.say("describe_nation.type_matrix_median",
                            {{"x", x}, {"y", y}, {"x_axis", data.x_axis.name}, {"y_axis", data.y_axis.name}});
  }
  return text;
}

}  // namespace mognad
