#include "charts/year_columns.h"

#include <algorithm>
#include <cmath>

#include "charts/marks.h"
#include "charts/spoken_value.h"
#include "text/line_breaker.h"

namespace mognad {
namespace {

constexpr double kLeastPanel = 104;
constexpr int kMostPanels = 4;  // in a row
constexpr double kGutter = 12;
constexpr double kRowGap = 16.5;
constexpr double kTitleLeading = 11;
constexpr double kPlot = 77;
constexpr double kValueRoom = 14;  // above the highest column
constexpr double kYears = 15;
constexpr double kWidestColumn = 30;

class PanelDrawing {
 public:
  PanelDrawing(const ColumnPanel& panel, Rect plot, const ChartStyle& style, Pen& pen)
      : panel_(panel), plot_(plot), style_(style), theme_(style.theme), pen_(pen) {
    for (const YearColumn& column : panel.columns)
      if (column.value) most_ = std::max(most_, column.value.number());
    const auto columns = static_cast<double>(std::max<std::size_t>(panel.columns.size(), 1));
    pitch_ = std::min(plot.width / columns, kWidestColumn * 1.6);
    column_ = std::min(kWidestColumn, pitch_ * 0.72);
  }

  void run() {
    for (std::size_t i = 0; i < panel_.columns.size(); ++i) draw_column(i);
    pen_.move_to({plot_.x, plot_.bottom()}).line_to({plot_.x + pitch_ * columns(), plot_.bottom()});
    pen_.stroke(line(theme_.colours.ink, 0.75));
    draw_years();
  }

 private:
  double columns() const { return static_cast<double>(panel_.columns.size()); }
  double middle(std::size_t i) const { return plot_.x + pitch_ * (static_cast<double>(i) + 0.5); }

  void draw_column(std::size_t i) {
    const YearColumn& column = panel_.columns[i];
    const bool last = i + 1 == panel_.columns.size();
    double top = plot_.bottom();
    if (column.value && most_ > 0) {
      const double height = plot_.height * std::max(0.0, column.value.number()) / most_;
      top -= height;
      pen_.rectangle({middle(i) - column_ / 2, top, column_, height});
      pen_.fill(last ? theme_.colours.accent : theme_.colours.dot);
    }
    const TextRole role = !column.value ? TextRole::chart : last ? TextRole::chart_own : TextRole::chart_strong;
    draw_text(pen_, style_, column.text, role, {middle(i), top - 3.5}, Align::centre);
  }

  /// The last year and the first, then as many others as have room.
  void draw_years() {
    if (panel_.columns.empty()) return;
    const double room = style_.shaper.width("2000", theme_.style(TextRole::axis)) + 4;
    std::vector<std::size_t> order{panel_.columns.size() - 1};
    for (std::size_t i = 0; i + 1 < panel_.columns.size(); ++i) order.push_back(i);
    std::vector<double> placed;
    for (const std::size_t i : order) {
      const double at = middle(i);
      if (std::any_of(placed.begin(), placed.end(), [&](double p) { return std::abs(p - at) < room; })) continue;
      draw_text(pen_, style_, std::to_string(panel_.columns[i].year), TextRole::axis, {at, plot_.bottom() + 12},
                Align::centre);
      placed.push_back(at);
    }
  }

  const ColumnPanel& panel_;
  Rect plot_;
  const ChartStyle& style_;
  const Theme& theme_;
  Pen& pen_;
  double most_ = 0;
  double pitch_ = 0;
  double column_ = 0;
};

using Lines = std::vector<Line>;

Lines title_lines(const ColumnPanel& panel, double width, const ChartStyle& style) {
  return break_lines(style.shaper, {{panel.title, style.theme.style(TextRole::chart_strong)}}, width);
}

/// Titles end where the tallest of their row does, so that all columns of a row stand on one line.
double draw_panels(const std::vector<ColumnPanel>& panels, std::size_t first, std::size_t end, double panel_width,
                   double top, const ChartStyle& style, Pen& pen) {
  std::size_t most = 1;
  for (std::size_t i = first; i < end; ++i) most = std::max(most, title_lines(panels[i], panel_width, style).size());
  const double plot_top = top + static_cast<double>(most) * kTitleLeading + kValueRoom;
  for (std::size_t i = first; i < end; ++i) {
    const double left = static_cast<double>(i - first) * (panel_width + kGutter);
    double baseline = top + 9;
    for (const Line& text : title_lines(panels[i], panel_width, style)) {
      for (const GlyphRun& run : text.runs) pen.text(run, {left + run.origin.x, baseline});
      baseline += kTitleLeading;
    }
    PanelDrawing(panels[i], {left, plot_top, panel_width, kPlot}, style, pen).run();
  }
  return plot_top + kPlot + kYears;
}

}  // namespace

Picture draw_year_columns(const YearColumnsData& data, double width, const ChartStyle& style) {
  Picture picture;
  picture.size = {width, 0};
  if (data.panels.empty()) return picture;
  Pen pen(picture);
  const int room = std::clamp(static_cast<int>((width + kGutter) / (kLeastPanel + kGutter)), 1, kMostPanels);
  // As many rows as the width needs, filled evenly: five panels stand three and two.
  const std::size_t rows = (data.panels.size() - 1) / static_cast<std::size_t>(room) + 1;
  const std::size_t in_row = (data.panels.size() - 1) / rows + 1;
  const double panel_width = (width + kGutter) / static_cast<double>(in_row) - kGutter;
  double y = 0;
  for (std::size_t first = 0; first < data.panels.size(); first += in_row) {
    if (first > 0) y += kRowGap;
    y = draw_panels(data.panels, first, std::min(first + in_row, data.panels.size()), panel_width, y, style, pen);
  }
  picture.size.height = y;
  return picture;
}

std::string describe_year_columns(const YearColumnsData& data, const Words& words) {
  std::string list;
  for (const ColumnPanel& panel : data.panels) {
    if (panel.columns.empty()) continue;
    const YearColumn &first = panel.columns.front(), &last = panel.columns.back();
    const std::string from = spoken(words, first.text), to = spoken(words, last.text);
    const std::string first_year = std::to_string(first.year), last_year = std::to_string(last.year);
    const char* key = panel.columns.size() == 1 ? "describe_nation.columns_one" : "describe_nation.columns_panel";
    list +=
        (list.empty() ? "" : "; ") +
        words.say(
            key,
            {{"panel", panel.title}, {"from", from}, {"to", to}, {"first_year", first_year}, {"last_year", last_year}});
  }
  return list.empty() ? words.say("describe_nation.columns_empty")
                      : words.say("describe_nation.columns", {{"list", list}});
}

}  // namespace mognad
