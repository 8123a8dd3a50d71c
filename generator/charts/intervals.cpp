#include "charts/intervals.h"

#include <algorithm>

#include "charts/marks.h"

namespace mognad {
namespace {

constexpr double kRow = 18;
constexpr double kHead = 16;
constexpr double kNames = 138;
constexpr double kValues = 34;

class IntervalDrawing {
 public:
  IntervalDrawing(const IntervalsData& data, double width, const ChartStyle& style)
      : data_(data),
        style_(style),
        theme_(style.theme),
        pen_(picture_),
        width_(width),
        x_{kNames, width - kValues},
        bottom_(kHead + kRow * static_cast<double>(data.rows.size())) {
    picture_.size = {width, bottom_ + 15};
  }

  Picture run() {
    draw_ground();
    for (std::size_t i = 0; i < data_.rows.size(); ++i)
      draw_row(data_.rows[i], kHead + kRow * (static_cast<double>(i) + 0.5));
    return std::move(picture_);
  }

 private:
  void draw_ground() {
    if (data_.lower && data_.upper) {
      const double left = x_(data_.lower.number()), right = x_(data_.upper.number());
      draw_band(pen_, theme_, {left, kHead, right - left, bottom_ - kHead});
      draw_text(pen_, style_, data_.band_label, TextRole::chart, {(left + right) / 2, kHead - 5}, Align::centre);
    }
    draw_scale(pen_, style_, x_, kHead, bottom_);
  }

  void draw_row(const IntervalRow& row, double y) {
    draw_lines(pen_, style_, row.name, row.own ? TextRole::chart_strong : TextRole::chart, kNames - 10, {0, y}, 9);
    draw_text(pen_, style_, row.text, row.own ? TextRole::chart_own : TextRole::chart, {width_, y + 3.2}, Align::right);
    if (!row.value) return;
    const double value = row.value.number();
    if (row.margin) {
      const double low = std::max(0.0, value - row.margin.number()),
                   high = std::min(100.0, value + row.margin.number());
      pen_.move_to({x_(low), y}).line_to({x_(high), y});
      pen_.stroke(line(row.own ? theme_.colours.accent : theme_.colours.ink, 1.5));
    }
    if (row.own) draw_own(pen_, theme_, {x_(value), y}, 4.2);
    else {
      draw_dots(pen_, {{x_(value), y}}, 9.5, theme_.colours.paper);
      draw_dots(pen_, {{x_(value), y}}, 7, theme_.colours.ink);
    }
  }

  const IntervalsData& data_;
  const ChartStyle& style_;
  const Theme& theme_;
  Picture picture_;
  Pen pen_;
  double width_;
  Scale x_;
  double bottom_;
};

}  // namespace

Picture draw_intervals(const IntervalsData& data, double width, const ChartStyle& style) {
  return IntervalDrawing(data, width, style).run();
}

std::string describe_intervals(const IntervalsData& data, const Words& words) {
  const IntervalRow* high = nullptr;
  const IntervalRow* low = nullptr;
  int rows = 0;
  for (const IntervalRow& row : data.rows) {
    if (!row.value || row.own) continue;
    ++rows;
    if (!high || row.value.number() > high->value.number()) high = &row;
    if (!low || row.value.number() < low->value.number()) low = &row;
  }
  if (!high) return words.say("describe.intervals_empty");
  return words.say(
      "describe.intervals",
      {{"rows", rows}, {"high", high->name}, {"high_value", high->text}, {"low", low->name}, {"low_value", low->text}});
}

}  // namespace mognad
