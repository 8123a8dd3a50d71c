#include "charts/type_matrix.h"

#include <algorithm>
#include <cmath>

#include "base/rounding.h"
#include "charts/density.h"
#include "charts/label_placement.h"
#include "charts/marks.h"
#include "text/line_breaker.h"

namespace mognad {
namespace {

// Lengths of pages.md, as in the matrix of one organisation; a larger plot has larger dots.
constexpr double kPlotMost = 340;  // no windows stand beside it, and of the nation little else on its page
constexpr double kPlotUsual = 282;
constexpr double kLeft = 26;
constexpr double kTop = 16.5;
constexpr double kBelow = 30;
constexpr double kDot = 2.6;
constexpr double kLeading = 11.5;
constexpr double kMedian = 6;
constexpr double kOwn = 5;  // half the diamond

class TypeMatrixDrawing {
 public:
  TypeMatrixDrawing(const TypeMatrixData& data, double width, const ChartStyle& style,
                    std::vector<std::string>* dropped)
      : data_(data),
        style_(style),
        theme_(style.theme),
        dropped_(dropped),
        pen_(picture_),
        side_(std::min(has_own() ? kPlotUsual : kPlotMost, width - kLeft - 2)),
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
    draw_medians();
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

  bool has_own() const { return data_.own_x && data_.own_y; }

  void take_cut_lines() {
    taken_.push_back({x_(data_.x_axis.cut) - 0.5, kTop, 1, side_});
    taken_.push_back({kLeft, y_(data_.y_axis.cut) - 0.5, side_, 1});
  }

  void take_mark(Point centre, double reach) {
    taken_.push_back({centre.x - reach, centre.y - reach, 2 * reach, 2 * reach});
  }

  /// The marks keep clear of no word, but their labels of every word and of the other mark. The group's label has the
  /// first choice, its diamond is drawn last.
  void draw_medians() {
    take_cut_lines();
    const bool median = data_.median_x && data_.median_y;
    const Point own{has_own() ? x_(data_.own_x.number()) : 0, has_own() ? y_(data_.own_y.number()) : 0};
    const Point all{median ? x_(data_.median_x.number()) : 0, median ? y_(data_.median_y.number()) : 0};
    if (has_own()) {
      if (median) take_mark(all, kMedian / 2);
      draw_label(own, kOwn + 2, data_.own_label, TextRole::chart_own);
      take_mark(own, kOwn);
    }
    if (median) {
      pen_.rectangle({all.x - kMedian / 2 - 1.25, all.y - kMedian / 2 - 1.25, kMedian + 2.5, kMedian + 2.5});
      pen_.fill(theme_.colours.paper);
      draw_median_square(pen_, theme_, all, kMedian);
      if (!data_.median_label.empty()) draw_label(all, kMedian, data_.median_label, TextRole::chart_strong);
    }
    if (has_own()) draw_own(pen_, theme_, own, kOwn);
  }

  /// Where no word is, over dots if it must, and clear of the cut lines.
  void draw_label(Point mark, double reach, const std::string& label, TextRole role) {
    const TextStyle& text = theme_.style(role);
    const Size size{style_.shaper.width(label, text) + 4, 0.96 * text.size + 1.5};
    const auto place = place_label(mark, reach, size, {kLeft + 3, kTop + 3, side_ - 6, side_ - 6}, taken_);
    if (!place) {
      if (dropped_) dropped_->push_back(label);
      return;
    }
    if (place->leader) {
      pen_.move_to(place->leader_from).line_to(place->leader_to);
      pen_.stroke(line(text.colour, 0.75));
    }
    draw_text_on_paper(pen_, style_, label, role, {place->box.x + 2, place->box.y + 0.75 + 0.76 * text.size});
    taken_.push_back(place->box);
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

namespace {

std::string fields_in_words(const TypeMatrixData& data, const Words& words) {
  std::string list;
  for (const bool upper : {false, true})
    for (const bool right : {false, true}) {
      const MatrixQuadrant& quadrant = data.quadrants[upper][right];
      if (quadrant.count.empty()) continue;
      list += list.empty() ? "" : "; ";
      list += words.say("describe_nation.type", {{"type", quadrant.id}, {"text", quadrant.count}});
    }
  return words.say(
      "describe_nation.type_matrix",
      {{"x_axis", data.x_axis.name}, {"y_axis", data.y_axis.name}, {"peers", data.peers_many}, {"list", list}});
}

std::string own_in_words(const TypeMatrixData& data, const Words& words) {
  const bool upper = reaches(data.own_y.number(), data.y_axis.cut);
  const bool right = reaches(data.own_x.number(), data.x_axis.cut);
  return words.say("group_matrix.described", {{"group", data.own_label},
                                              {"peers", data.peers_many},
                                              {"x", words.number(data.own_x, 1)},
                                              {"y", words.number(data.own_y, 1)},
                                              {"x_axis", data.x_axis.name},
                                              {"y_axis", data.y_axis.name},
                                              {"type", data.quadrants[upper][right].id}});
}

}  // namespace

std::string describe_type_matrix(const TypeMatrixData& data, const Words& words) {
  const bool own = data.own_x && data.own_y;
  std::string text = own ? own_in_words(data, words) : fields_in_words(data, words);
  if (!data.median_x || !data.median_y) return text;
  const std::string x = words.number(data.median_x, 1), y = words.number(data.median_y, 1);
  if (own)
    return text + " " + words.say("group_matrix.described_all", {{"peers", data.peers_many}, {"x", x}, {"y", y}});
  return text + " " +
         words.say("describe_nation.type_matrix_median",
                   {{"x", x}, {"y", y}, {"x_axis", data.x_axis.name}, {"y_axis", data.y_axis.name}});
}

}  // namespace mognad
