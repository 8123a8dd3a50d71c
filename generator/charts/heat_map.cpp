#include "charts/heat_map.h"

#include <algorithm>

#include "base/rounding.h"
#include "charts/marks.h"
#include "text/line_breaker.h"

namespace mognad {
namespace {

constexpr double kHead = 30;
constexpr double kHeadLeading = 9;
constexpr double kHigh = 27.5;
constexpr double kLow = 24;  // of cells where there are many rows
constexpr std::size_t kManyRows = 8;
constexpr double kGap = 1.5;
constexpr double kNames = 104;
constexpr double kCountEnd = 124;
constexpr double kCellsFrom = 132;
constexpr double kApart = 6;  // the whole organisation from its units, the total from its parts
constexpr double kKey = 22;

/// The class of a printed whole number: under 30, by tens, 70 and over.
std::size_t class_of(double value) {
  const long long printed = round_to_units(value, 0);
  return static_cast<std::size_t>(std::clamp((printed - 20) / 10, 0LL, 5LL));
}

class HeatMapDrawing {
 public:
  HeatMapDrawing(const HeatMapData& data, double width, const ChartStyle& style)
      : data_(data), style_(style), theme_(style.theme), pen_(picture_), width_(width) {
    const auto columns = static_cast<double>(std::max<std::size_t>(data.columns.size(), 1));
    cell_height_ = data.rows.size() > kManyRows ? kLow : kHigh;
    pitch_ = (width - kCellsFrom - kApart + kGap) / columns;
  }

  Picture run() {
    draw_head();
    double y = kHead;
    for (std::size_t i = 0; i < data_.rows.size(); ++i) {
      draw_row(data_.rows[i], i == 0, y);
      y += cell_height_ + kGap + (i == 0 ? kApart : 0);
    }
    draw_key(y + 14);
    picture_.size = {width_, y + kKey};
    return std::move(picture_);
  }

 private:
  double column_x(std::size_t i) const { return kCellsFrom + pitch_ * static_cast<double>(i) + (i > 0 ? kApart : 0); }
  double cell_width() const { return pitch_ - kGap; }

  void draw_head() {
    draw_text(pen_, style_, data_.name_head, TextRole::table_head, {0, kHead - 7});
    draw_text(pen_, style_, data_.count_head, TextRole::table_head, {kCountEnd, kHead - 7}, Align::right);
    for (std::size_t i = 0; i < data_.columns.size(); ++i)
      draw_column_head(data_.columns[i], column_x(i) + cell_width() / 2);
  }

  /// Long names break; the last line stands where all heads stand.
  void draw_column_head(const std::string& name, double middle) {
    const auto lines = break_lines(style_.shaper, {{name, theme_.style(TextRole::heat_head)}}, cell_width());
    double baseline = kHead - 7 - kHeadLeading * (static_cast<double>(lines.size()) - 1);
    for (const Line& text : lines) {
      for (const GlyphRun& run : text.runs) pen_.text(run, {middle - text.width / 2 + run.origin.x, baseline});
      baseline += kHeadLeading;
    }
  }

  void draw_row(const HeatRow& row, bool whole, double y) {
    const double middle = y + cell_height_ / 2;
    draw_lines(pen_, style_, row.name, whole ? TextRole::chart_strong : TextRole::chart, kNames, {0, middle}, 10);
    draw_text(pen_, style_, row.count, whole ? TextRole::chart_strong : TextRole::chart, {kCountEnd, middle + 3.2},
              Align::right);
    for (std::size_t i = 0; i < row.values.size(); ++i)
      draw_cell(row.values[i], row.texts[i], whole || i == 0, {column_x(i), y, cell_width(), cell_height_});
  }

  void draw_cell(const Measured& value, const std::string& text, bool strong, const Rect& cell) {
    const Point at{cell.x + cell.width / 2, cell.y + cell.height / 2 + 3.2};
    const TextRole role = strong ? TextRole::chart_strong : TextRole::chart;
    if (!value) {
      frame(cell, theme_.colours.hair);
      draw_text(pen_, style_, text, TextRole::chart, at, Align::centre);
      return;
    }
    const std::size_t which = class_of(value.number());
    const Colour ground = theme_.ramps.heat[which];
    pen_.rectangle(cell);
    pen_.fill(ground);
    // The palest colours would be lost on paper.
    if (which < 2) frame(cell, theme_.colours.mark);
    draw_text_on(pen_, style_, text, role, at, Align::centre, ground);
  }

  void frame(const Rect& cell, Colour colour) {
    pen_.rectangle({cell.x + 0.25, cell.y + 0.25, cell.width - 0.5, cell.height - 0.5});
    pen_.stroke(line(colour, 0.5));
  }

  void draw_key(double baseline) {
    double x = draw_text(pen_, style_, data_.key_label, TextRole::caption, {0, baseline}).right() + 12;
    for (std::size_t i = 0; i < data_.key.size() && i < theme_.ramps.heat.size(); ++i) {
      const Rect box{x, baseline - 8, 10, 10};
      pen_.rectangle(box);
      pen_.fill(theme_.ramps.heat[i]);
      if (i < 2) frame(box, theme_.colours.mark);
      x = draw_text(pen_, style_, data_.key[i], TextRole::caption, {x + 13, baseline}).right() + 12;
    }
  }

  const HeatMapData& data_;
  const ChartStyle& style_;
  const Theme& theme_;
  Picture picture_;
  Pen pen_;
  double width_;
  double pitch_ = 0;
  double cell_height_ = kHigh;
};

}  // namespace

Picture draw_heat_map(const HeatMapData& data, double width, const ChartStyle& style) {
  return HeatMapDrawing(data, width, style).run();
}

std::string describe_heat_map(const HeatMapData& data, const Words& words) {
  const HeatRow* high = nullptr;
  const HeatRow* low = nullptr;
  int withheld = 0;
  for (std::size_t i = 1; i < data.rows.size(); ++i) {
    const HeatRow& row = data.rows[i];
    if (row.values.empty() || !row.values.front()) {
      ++withheld;
      continue;
    }
    if (!high || row.values.front().number() > high->values.front().number()) high = &row;
    if (!low || row.values.front().number() < low->values.front().number()) low = &row;
  }
  const int rows = std::max(0, static_cast<int>(data.rows.size()) - 1), columns = static_cast<int>(data.columns.size());
  std::string text = words.say("describe.heat_map", {{"rows", rows}, {"columns", columns}});
  if (high && high != low)
    text += " " + words.say("describe.heat_map_range", {{"high", high->name},
                                                        {"high_value", high->texts.front()},
                                                        {"low", low->name},
                                                        {"low_value", low->texts.front()}});
  if (withheld > 0) text += " " + words.say("describe.heat_map_withheld", {{"count", withheld}});
  return text;
}

}  // namespace mognad
