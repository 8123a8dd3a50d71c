#include "charts/dumbbells.h"

#include <algorithm>

#include "charts/marks.h"

namespace mognad {
namespace {

constexpr double kRow = 22;
constexpr double kHead = 27.5;
constexpr double kNames = 112;
constexpr double kValueEnd = 38;  // from the right edge
constexpr double kPlotEnd = 76;   // the same

class DumbbellDrawing {
 public:
  DumbbellDrawing(const DumbbellsData& data, double width, const ChartStyle& style)
      : data_(data),
        style_(style),
        theme_(style.theme),
        pen_(picture_),
        width_(width),
        x_{kNames, width - kPlotEnd},
        bottom_(kHead + kRow * static_cast<double>(data.rows.size())) {
    picture_.size = {width, bottom_ + 15};
  }

  Picture run() {
    draw_scale(pen_, style_, x_, kHead, bottom_);
    for (std::size_t i = 0; i < data_.rows.size(); ++i) draw_row(i);
    draw_head();
    return std::move(picture_);
  }

 private:
  double row_y(std::size_t i) const { return kHead + kRow * (static_cast<double>(i) + 0.5); }

  void draw_row(std::size_t i) {
    const Dumbbell& row = data_.rows[i];
    const double y = row_y(i);
    if (row.sign_turns) {
      pen_.move_to({0, y - kRow / 2}).line_to({width_, y - kRow / 2});
      pen_.stroke(line(theme_.colours.ink_3, 0.75));
    }
    draw_lines(pen_, style_, row.name, TextRole::chart, kNames - 10, {0, y}, 10);
    draw_text(pen_, style_, row.value, TextRole::chart, {width_ - kValueEnd, y + 3.2}, Align::right);
    draw_text(pen_, style_, row.difference_text, TextRole::chart_strong, {width_, y + 3.2}, Align::right);
    if (row.lower && row.upper)
      draw_band(pen_, theme_, {x_(row.lower.number()), y - 6.5, x_(row.upper.number()) - x_(row.lower.number()), 13});
    if (row.own && row.median) draw_connector(row, y);
    if (row.median) draw_median_tick(pen_, theme_, x_(row.median.number()), y - 7.5, y + 7.5);
    if (row.own) draw_own(pen_, theme_, {x_(row.own.number()), y}, 4.2);
  }

  void draw_connector(const Dumbbell& row, double y) {
    const bool above = row.own.number() >= row.median.number();
    pen_.move_to({x_(row.median.number()), y}).line_to({x_(row.own.number()), y});
    pen_.stroke(line(above ? theme_.colours.accent : theme_.colours.copper, 2.5));
  }

  /// Heads of the columns, and the marks named at the first row.
  void draw_head() {
    const double baseline = kHead - 12;
    const Rect names = draw_text(pen_, style_, data_.name_head, TextRole::table_head, {0, baseline});
    const Rect differences =
        draw_text(pen_, style_, data_.difference_head, TextRole::table_head, {width_, baseline}, Align::right);
    const Rect values = draw_text(pen_, style_, data_.value_head, TextRole::table_head,
                                  {std::min(width_ - kValueEnd, differences.x - 8), baseline}, Align::right);
    if (!data_.rows.empty() && data_.rows.front().own)
      draw_mark_names(data_.rows.front(), baseline, names.right() + 8, values.x - 8);
  }

  /// The own label on its side of the middle between the two marks, the median's on the other; a long name keeps clear
  /// of the heads.
  void draw_mark_names(const Dumbbell& row, double baseline, double from, double to) {
    const double own = x_(row.own.number());
    const double median = row.median ? x_(row.median.number()) : own;
    const bool right = own >= median;
    const double middle = (own + median) / 2;
    const double width = style_.shaper.width(data_.own_label, theme_.style(TextRole::chart_own));
    const double wanted = right ? std::max(middle + 5, own - 4) : std::min(middle - 5, own + 4) - width;
    const Rect own_box = draw_text(pen_, style_, data_.own_label, TextRole::chart_own,
                                   {std::max(from, std::min(wanted, to - width)), baseline});
    stem(own, own_box.x, own_box.right(), baseline, row_y(0) - 6, theme_.colours.accent);
    if (!row.median) return;
    const double edge = right ? std::min({middle - 5, median + 4, own_box.x - 8})
                              : std::max({middle + 5, median - 4, own_box.right() + 8});
    const Rect median_box = draw_text(pen_, style_, data_.median_label, TextRole::chart_strong, {edge, baseline},
                                      right ? Align::right : Align::left);
    stem(median, median_box.x, median_box.right(), baseline, row_y(0) - 7.5, theme_.colours.ink);
  }

  void stem(double at, double left, double right, double baseline, double end, Colour colour) {
    if (at < left - 6 || at > right + 6) return;
    pen_.move_to({at, baseline + 3}).line_to({at, end});
    pen_.stroke(line(colour, 0.75));
  }

  const DumbbellsData& data_;
  const ChartStyle& style_;
  const Theme& theme_;
  Picture picture_;
  Pen pen_;
  double width_;
  Scale x_;
  double bottom_;
};

}  // namespace

Picture draw_dumbbells(const DumbbellsData& data, double width, const ChartStyle& style) {
  return DumbbellDrawing(data, width, style).run();
}

std::string describe_dumbbells(const DumbbellsData& data, const Words& words) {
  std::vector<const Dumbbell*> compared;
  for (const Dumbbell& row : data.rows)
    if (row.own && row.median) compared.push_back(&row);
  const int rows = static_cast<int>(data.rows.size());
  if (compared.empty()) return words.say("describe.dumbbells_alone", {{"name", data.own_label}, {"rows", rows}});
  // In the order of the rows, which is that of the distances: the same two as the figure's title names.
  const Dumbbell &high = *compared.front(), &low = *compared.back();
  const char* key = high.own.number() <= high.median.number() ? "describe.dumbbells_below"
                    : low.own.number() >= low.median.number() ? "describe.dumbbells_above"
                                                              : "describe.dumbbells";
  return words.say(key, {{"name", data.own_label},
                         {"rows", rows},
                         {"high", high.name},
                         {"high_difference", high.difference_text},
                         {"low", low.name},
                         {"low_difference", low.difference_text}});
}

}  // namespace mognad
