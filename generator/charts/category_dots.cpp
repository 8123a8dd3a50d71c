#include "charts/category_dots.h"

#include <algorithm>

#include "charts/marks.h"

namespace mognad {
namespace {

constexpr double kRow = 27.5;
constexpr double kHead = 27.5;  // labels of the first row
constexpr double kNamesLeast = 66;
constexpr double kNamesMostShare = 0.42;  // of the width; longer names take two lines
constexpr double kValues = 44;
constexpr double kOwnLane = -3.5;
constexpr double kEarlierLane = 6.5;

class DotsDrawing {
 public:
  DotsDrawing(const CategoryDotsData& data, double width, const ChartStyle& style)
      : data_(data),
        style_(style),
        theme_(style.theme),
        pen_(picture_),
        width_(width),
        names_(names_width(data, width, style)),
        x_{names_, width - kValues},
        bottom_(kHead + kRow * static_cast<double>(data.rows.size())) {
    picture_.size = {width, bottom_ + 15};
  }

  Picture run() {
    draw_scale(pen_, style_, x_, kHead, bottom_);
    for (std::size_t i = 0; i < data_.rows.size(); ++i) draw_row(i);
    draw_labels();
    return std::move(picture_);
  }

 private:
  static double names_width(const CategoryDotsData& data, double width, const ChartStyle& style) {
    double widest = kNamesLeast;
    for (const CategoryDot& row : data.rows)
      widest = std::max(widest, style.shaper.width(row.name, style.theme.style(TextRole::chart_strong)) + 14);
    return std::min(widest, width * kNamesMostShare);
  }

  double row_y(std::size_t i) const { return kHead + kRow * (static_cast<double>(i) + 0.5); }

  void draw_row(std::size_t i) {
    const CategoryDot& row = data_.rows[i];
    const double y = row_y(i);
    if (row.new_group) {
      pen_.move_to({0, y - kRow / 2}).line_to({width_, y - kRow / 2});
      pen_.stroke(line(theme_.colours.mark, 0.75));
    }
    draw_lines(pen_, style_, row.name, TextRole::chart_strong, names_ - 10, {0, y}, 11);
    draw_text(pen_, style_, row.value, row.own ? TextRole::chart_own : TextRole::chart, {width_, y + 3.2},
              Align::right);
    if (row.lower && row.upper)
      draw_band(pen_, theme_, {x_(row.lower.number()), y - 10, x_(row.upper.number()) - x_(row.lower.number()), 20});
    if (row.median) draw_median_tick(pen_, theme_, x_(row.median.number()), y - 11, y + 11);
    if (row.earlier) draw_own_earlier(pen_, theme_, {x_(row.earlier.number()), y + kEarlierLane}, 3);
    if (row.own) draw_own(pen_, theme_, {x_(row.own.number()), y + kOwnLane}, 4.6);
  }

  /// Names the marks at the first row that has them: median and own above, the earlier year beside its diamond.
  void draw_labels() {
    const auto first =
        std::find_if(data_.rows.begin(), data_.rows.end(), [](const CategoryDot& r) { return r.own.known(); });
    if (first == data_.rows.end()) return;
    const auto i = static_cast<std::size_t>(first - data_.rows.begin());
    if (i == 0) draw_head_labels(*first);
    if (!first->earlier) return;
    const double y = row_y(i) + kEarlierLane;
    double from = x_(first->earlier.number()) + 4.5;
    double to = from + 8;
    for (const Measured& edge : {first->upper, first->median, first->own})
      if (edge) to = std::max(to, x_(edge.number()) + 9);
    pen_.move_to({from, y}).line_to({to, y});
    pen_.stroke(line(theme_.colours.accent, 0.75));
    draw_text(pen_, style_, data_.earlier_label, TextRole::chart_accent, {to + 3, y + 3.2});
  }

  void draw_head_labels(const CategoryDot& row) {
    const double own = x_(row.own.number());
    const bool median_left = !row.median || row.median.number() <= row.own.number();
    const double baseline = kHead - 12;
    const double own_width = style_.shaper.width(data_.own_label, theme_.style(TextRole::chart_own));
    const double median_width =
        row.median ? style_.shaper.width(data_.median_label, theme_.style(TextRole::chart_strong)) : 0;
    // The two labels stand on both sides of the middle between their marks and never closer than 10.
    const double middle = row.median ? (own + x_(row.median.number())) / 2 : own;
    const double own_x = !row.median   ? own - own_width / 2
                         : median_left ? std::max(own - 4, middle + 5)
                                       : std::min(own + 4, middle - 5) - own_width;
    draw_text(pen_, style_, data_.own_label, TextRole::chart_own, {own_x, baseline});
    pen_.move_to({own, baseline + 3}).line_to({own, row_y(0) + kOwnLane - 7});
    pen_.stroke(line(theme_.colours.accent, 0.75));
    if (!row.median) return;
    const double median = x_(row.median.number());
    const double median_x =
        median_left ? std::min(median + 4, middle - 5) - median_width : std::max(median - 4, middle + 5);
    draw_text(pen_, style_, data_.median_label, TextRole::chart_strong, {median_x, baseline});
    pen_.move_to({median, baseline + 3}).line_to({median, row_y(0) - 11});
    pen_.stroke(line(theme_.colours.ink, 0.75));
  }

  const CategoryDotsData& data_;
  const ChartStyle& style_;
  const Theme& theme_;
  Picture picture_;
  Pen pen_;
  double width_;
  double names_;
  Scale x_;
  double bottom_;
};

}  // namespace

Picture draw_category_dots(const CategoryDotsData& data, double width, const ChartStyle& style) {
  return DotsDrawing(data, width, style).run();
}

std::string describe_category_dots(const CategoryDotsData& data, const Words& words) {
  const CategoryDot* high = nullptr;
  const CategoryDot* low = nullptr;
  int above = 0, compared = 0;
  for (const CategoryDot& row : data.rows) {
    if (!row.own) continue;
    if (!high || row.own.number() > high->own.number()) high = &row;
    if (!low || row.own.number() < low->own.number()) low = &row;
    if (!row.median) continue;
    ++compared;
    if (row.own.number() > row.median.number()) ++above;
  }
  if (!high) return words.say("describe.dots_empty");
  std::string text = words.say("describe.dots", {{"name", data.own_label},
                                                 {"rows", static_cast<int>(data.rows.size())},
                                                 {"high", high->name},
                                                 {"high_value", high->value},
                                                 {"low", low->name},
                                                 {"low_value", low->value}});
  if (compared > 0) text += " " + words.say("describe.dots_median", {{"above", above}, {"compared", compared}});
  return text;
}

}  // namespace mognad
