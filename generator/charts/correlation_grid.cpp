#include "charts/correlation_grid.h"

#include <algorithm>
#include <cmath>

#include "base/rounding.h"
#include "charts/described_range.h"
#include "charts/marks.h"
#include "text/line_breaker.h"

namespace mognad {
namespace {

constexpr double kWidest = 54;
constexpr double kLeast = 25;
constexpr double kHeight = 22;
constexpr double kGap = 1.5;
constexpr double kLeading = 10;
constexpr double kLastName = 66;  // right of its cells, at least
constexpr double kNameInset = 5;
constexpr double kKeyRow = 16.5;

class CorrelationDrawing {
 public:
  CorrelationDrawing(const CorrelationData& data, double width, const ChartStyle& style)
      : data_(data), style_(style), theme_(style.theme), pen_(picture_), width_(width) {
    const auto columns = static_cast<double>(data.names.size()) - 1;
    cell_ = columns < 1 ? 0 : std::clamp((width - kLastName) / columns - kGap, kLeast - kGap, kWidest - kGap);
    row_ = kHeight;
    for (std::size_t i = 0; i < data.names.size(); ++i)
      row_ = std::max(row_, kLeading * static_cast<double>(name_lines(i).size()) + 2);
  }

  Picture run() {
    for (std::size_t row = 0; row < data_.names.size(); ++row) draw_row(row);
    const double bottom = top_of(data_.names.size());
    picture_.size = {width_, data_.names.empty() ? 0 : draw_key(bottom + 9)};
    return std::move(picture_);
  }

 private:
  double left_of(std::size_t column) const { return static_cast<double>(column) * (cell_ + kGap); }
  double top_of(std::size_t row) const { return static_cast<double>(row) * (row_ + kGap); }

  std::vector<Line> name_lines(std::size_t i) const {
    return break_lines(style_.shaper, {{data_.names[i], theme_.style(TextRole::chart_strong)}},
                       std::max(kLeast, width_ - left_of(i) - kNameInset));
  }

  void draw_row(std::size_t row) {
    if (row < data_.values.size())
      for (std::size_t column = 0; column < std::min(row, data_.values[row].size()); ++column)
        draw_cell(data_.values[row][column], data_.texts[row][column], {left_of(column), top_of(row), cell_, row_});
    const auto lines = name_lines(row);
    double baseline = top_of(row) + row_ / 2 + 3.2 - kLeading / 2 * (static_cast<double>(lines.size()) - 1);
    for (const Line& text : lines) {
      const double left = left_of(row) + (row == 0 ? 0 : kNameInset);
      for (const GlyphRun& run : text.runs) pen_.text(run, {left + run.origin.x, baseline});
      baseline += kLeading;
    }
  }

  std::size_t class_of(double value) const {
    const double printed = round_half_away(std::fabs(value), 2);
    std::size_t which = 0;
    while (which < data_.limits.size() && reaches(printed, data_.limits[which])) ++which;
    return std::min(which, theme_.ramps.heat.size() - 1);
  }

  void draw_cell(const Measured& value, const std::string& text, const Rect& cell) {
    const Point at{cell.x + cell.width / 2, cell.y + cell.height / 2 + 3.2};
    if (!value) {
      frame(cell, theme_.colours.hair);
      draw_text(pen_, style_, text, TextRole::chart, at, Align::centre);
      return;
    }
    const std::size_t which = class_of(value.number());
    fill(cell, which);
    draw_text_on(pen_, style_, text, TextRole::chart_strong, at, Align::centre, theme_.ramps.heat[which]);
  }

  void fill(const Rect& box, std::size_t which) {
    pen_.rectangle(box);
    pen_.fill(theme_.ramps.heat[which]);
    if (which < 2) frame(box, theme_.colours.mark);  // the palest colours would be lost on paper
  }

  void frame(const Rect& box, Colour colour) {
    pen_.rectangle({box.x + 0.25, box.y + 0.25, box.width - 0.5, box.height - 0.5});
    pen_.stroke(line(colour, 0.5));
  }

  /// Classes beside each other, in as many lines as they need; returns where the picture ends.
  double draw_key(double top) {
    double x = 0, baseline = top + 9;
    for (std::size_t i = 0; i < std::min(data_.key.size(), theme_.ramps.heat.size()); ++i) {
      const double entry = 14 + style_.shaper.width(data_.key[i], theme_.style(TextRole::caption));
      if (x > 0 && x + entry > width_) x = 0, baseline += kKeyRow;
      fill({x, baseline - 8, 10, 10}, i);
      draw_text(pen_, style_, data_.key[i], TextRole::caption, {x + 14, baseline});
      x += entry + 11;
    }
    return data_.key.empty() ? top - 9 : baseline + 4;
  }

  const CorrelationData& data_;
  const ChartStyle& style_;
  const Theme& theme_;
  Picture picture_;
  Pen pen_;
  double width_;
  double cell_ = 0;
  double row_ = kHeight;
};

}  // namespace

double least_correlation_width(const CorrelationData& data) {
  const auto columns = static_cast<double>(data.names.size()) - 1;
  return std::max(148.0, columns * kLeast + kLastName);
}

Picture draw_correlation_grid(const CorrelationData& data, double width, const ChartStyle& style) {
  return CorrelationDrawing(data, width, style).run();
}

std::string describe_correlation_grid(const CorrelationData& data, const Words& words) {
  std::vector<NamedValue> pairs;
  int withheld = 0;
  for (std::size_t row = 0; row < data.values.size(); ++row)
    for (std::size_t column = 0; column < std::min(row, data.values[row].size()); ++column) {
      const Measured& value = data.values[row][column];
      const std::string name =
          words.say("describe_nation.pair", {{"first", data.names[column]}, {"second", data.names[row]}});
      if (value) pairs.push_back({name, value.number(), data.texts[row][column]});
      else if (value.withheld()) ++withheld;
    }
  return words.say("describe_nation.correlation", {{"measures", static_cast<int>(data.names.size())}}) + " " +
         describe_range(pairs, withheld, words);
}

}  // namespace mognad
