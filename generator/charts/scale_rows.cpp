// More than 300 lines, and whole: columns, rows, heads and the names of marks share the same few lengths.
#include "charts/scale_rows.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "charts/described_range.h"
#include "charts/label_row.h"
#include "charts/marks.h"
#include "text/line_breaker.h"

namespace mognad {
namespace {

constexpr double kLeading = 10;
constexpr double kNamesShare = 0.42;   // of the width, at most; longer names take more lines
constexpr double kGap = 12;            // between the columns
constexpr double kBetweenNames = 4.5;  // of two lines
constexpr double kHeadLine = 12;
constexpr double kDotsHeight = 16;
constexpr double kDot = 2.6;
constexpr double kMean = 2.6;  // radius

constexpr std::size_t kMany = 15;  // longer lists have the scale's numbers above too, and guide lines

/// Marks of a scale's end stand so far from other columns.
constexpr double kScaleMargin = 6;

struct RowPlace {
  double top = 0;
  double height = 0;
  double middle = 0;  // of the band
};

std::string tick_text(const ScaleRowsData& data, std::size_t tick) {
  return data.ticks[tick].empty() ? std::to_string(25 * tick) : data.ticks[tick];
}

class ScaleRowsDrawing {
 public:
  ScaleRowsDrawing(const ScaleRowsData& data, double width, const ChartStyle& style)
      : data_(data),
        style_(style),
        theme_(style.theme),
        pen_(picture_),
        width_(width),
        wide_(width >= kWideRows),
        band_(wide_ ? 9 : 7) {
    set_columns();
    place_rows();
    picture_.size = {width, bottom_ + 15};
  }

  Picture run() {
    draw_guides();
    draw_grid();
    draw_ticks();
    draw_reference_line();
    draw_mark_labels();
    for (std::size_t i = 0; i < data_.rows.size(); ++i) draw_row(data_.rows[i], places_[i]);
    draw_column_heads();
    return std::move(picture_);
  }

 private:
  double text_width(const std::string& text, TextRole role) const {
    return style_.shaper.width(text, theme_.style(role));
  }

  static TextRole name_role(const ScaleRow& row) { return row.strong ? TextRole::chart_strong : TextRole::chart; }

  double widest(std::string ScaleRow::* text, const std::string& head) const {
    double widest = text_width(head, TextRole::table_head);
    for (const ScaleRow& row : data_.rows) widest = std::max(widest, text_width(row.*text, TextRole::chart_strong));
    return widest;
  }

  void set_columns() {
    const double values = std::min(width_ * 0.2, widest(&ScaleRow::value, data_.value_head));
    const double notes = std::min(width_ * 0.2, widest(&ScaleRow::note, data_.note_head));
    const double room = width_ - values - kGap - kScaleMargin;
    if (!wide_) {
      names_ = room;
      x_ = {kScaleMargin, room};
      return;
    }
    names_ = std::min(width_ * kNamesShare - notes, widest(&ScaleRow::name, data_.name_head) + 1);
    note_end_ = names_ + (notes > 0 ? kGap + notes : 0);
    x_ = {note_end_ + kGap + kScaleMargin, room};
  }

  /// Rows as high as a table's, so that the tallest chart has room on a page and two short ones share one; names above
  /// their scale need more.
  double least_height() const {
    if (wide_) return 16.5;
    return data_.rows.size() > 20 ? 20 : 22;
  }

  void place_rows() {
    const bool marks = first_with_median().has_value();
    // Left and right of a scale the heads have a line with the names of marks in common.
    const int head_lines = (data_.reference ? 1 : 0) + (wide_ ? 1 : has_heads() + (marks ? 1 : 0));
    head_ = kHeadLine * (head_lines + (is_long() ? 1 : 0)) + 5.5;
    double y = head_;
    for (const ScaleRow& row : data_.rows) {
      const double lines = static_cast<double>(
          break_lines(style_.shaper, {{row.name, theme_.style(name_role(row))}}, names_room(row)).size());
      const double dots = row.dots.empty() ? 0 : kDotsHeight;
      RowPlace place{y, 0, 0};
      if (wide_) {
        place.height = std::max(least_height(), lines * kLeading + kBetweenNames) + dots;
        place.middle = y + (place.height - dots) / 2;
      } else {
        const double names = lines * kLeading;
        place.height = std::max(least_height(), names + band_ + 3) + dots;
        place.middle = y + names + 1.5 + band_ / 2;
      }
      y += place.height;
      places_.push_back(place);
    }
    bottom_ = y;
  }

  bool is_long() const { return wide_ && data_.rows.size() > kMany; }

  int has_heads() const {
    return data_.name_head.empty() && data_.note_head.empty() && data_.value_head.empty() ? 0 : 1;
  }

  /// Above the scale a name shares its line with the note.
  double names_room(const ScaleRow& row) const {
    return wide_ || row.note.empty() ? names_ : names_ - kGap - text_width(row.note, TextRole::chart);
  }

  std::optional<std::size_t> first_with_median() const {
    for (std::size_t i = 0; i < data_.rows.size(); ++i)
      if (data_.rows[i].median) return i;
    return std::nullopt;
  }

  /// Below every second row of a long list, so that each row lies along a line from its name to its value; each part
  /// counts its own rows.
  void draw_guides() {
    if (!is_long()) return;
    int of_part = 0;
    for (std::size_t i = 0; i + 1 < places_.size(); ++i) {
      of_part = data_.rows[i].rule_above ? 1 : of_part + 1;
      if (of_part % 2 != 0 || data_.rows[i + 1].rule_above) continue;
      pen_.move_to({0, places_[i + 1].top}).line_to({width_, places_[i + 1].top});
    }
    pen_.stroke(line(theme_.colours.hair, 0.5));
  }

  /// Above the scale names would stand on lines from top to bottom: the grid is drawn behind each row alone. In a long
  /// list it goes up to the numbers above it.
  void draw_grid() {
    for (const double value : {0.0, 25.0, 50.0, 75.0, 100.0}) {
      if (wide_) pen_.move_to({x_(value), is_long() ? head_ - kHeadLine - 5 : head_}).line_to({x_(value), bottom_});
      else
        for (const RowPlace& place : places_)
          pen_.move_to({x_(value), place.middle - band_ / 2 - 1}).line_to({x_(value), place.top + place.height - 1});
    }
    pen_.stroke(line(theme_.colours.hair, 0.5));
  }

  void draw_ticks() {
    for (std::size_t t = 0; t < data_.ticks.size(); ++t) {
      const double value = 25.0 * static_cast<double>(t);
      const std::string text = tick_text(data_, t);
      const bool inside = !wide_ && (t == 0 || t == 4);
      const double at = inside ? x_(value) + (t == 0 ? -kScaleMargin : kScaleMargin) : x_(value);
      const Align align = !inside ? Align::centre : t == 0 ? Align::left : Align::right;
      draw_text(pen_, style_, text, TextRole::axis, {at, bottom_ + 12}, align);
      if (is_long() && !at_reference(text, at))
        draw_text(pen_, style_, text, TextRole::axis, {at, head_ - kHeadLine - 8}, align);
    }
  }

  /// The reference's line would strike through the number.
  bool at_reference(const std::string& text, double at) const {
    return data_.reference && std::fabs(x_(data_.reference.number()) - at) < text_width(text, TextRole::axis) / 2 + 2;
  }

  double head_baseline(bool of_reference) const {
    const double lines = of_reference ? (wide_ || first_with_median() ? 1 : 0) + (is_long() ? 1 : 0) : 0;
    return head_ - 8 - kHeadLine * lines;
  }

  void draw_reference_line() {
    if (!data_.reference || data_.rows.empty()) return;
    const double at = x_(data_.reference.number());
    pen_.move_to({at, head_baseline(true) + 2.5});
    if (wide_) pen_.line_to({at, bottom_});
    else {
      pen_.line_to({at, head_});
      for (const RowPlace& place : places_)
        pen_.move_to({at, place.middle - band_ / 2 - 1.5}).line_to({at, place.top + place.height - 1});
    }
    pen_.stroke({.colour = theme_.colours.ink_3, .width = 0.75, .cap = Cap::butt, .dash = {4, 2}});
    const double half = text_width(data_.reference_label, TextRole::chart_strong) / 2;
    const double centre = std::max(half, std::min(at, width_ - half));
    draw_label(data_.reference_label, TextRole::chart_strong, {centre, head_baseline(true)}, Align::centre);
  }

  void draw_row(const ScaleRow& row, const RowPlace& place) {
    if (row.rule_above) {
      pen_.move_to({0, place.top}).line_to({width_, place.top});
      pen_.stroke(line(theme_.colours.ink_3, 0.75));
    }
    draw_row_words(row, place);
    if (row.lower && row.upper) {
      const double from = x_(row.lower.number());
      draw_band(pen_, theme_, {from, place.middle - band_ / 2, x_(row.upper.number()) - from, band_});
    }
    draw_strip(row, place);
    if (row.median)
      draw_median_tick(pen_, theme_, x_(row.median.number()), place.middle - band_ / 2 - 1.5,
                       place.middle + band_ / 2 + 1.5);
    if (row.mean) draw_mean(row.mean.number(), place.middle);
  }

  void draw_mean(double value, double y) {
    draw_dots(pen_, {{x_(value), y}}, 2 * kMean + 2.5, theme_.colours.paper);
    draw_dots(pen_, {{x_(value), y}}, 2 * kMean, theme_.colours.ink);
  }

  void draw_row_words(const ScaleRow& row, const RowPlace& place) {
    const auto lines = break_lines(style_.shaper, {{row.name, theme_.style(name_role(row))}}, names_room(row));
    const double first =
        wide_ ? place.middle + 3.2 - kLeading / 2 * (static_cast<double>(lines.size()) - 1) : place.top + kLeading - 1;
    double baseline = first;
    for (const Line& text : lines) {
      if (!wide_) {  // stems of the marks' names would strike through
        pen_.rectangle({0, baseline - 7.5, std::min(text.width + 2, width_), kLeading});
        pen_.fill(theme_.colours.paper);
      }
      for (const GlyphRun& run : text.runs) pen_.text(run, {run.origin.x, baseline});
      baseline += kLeading;
    }
    const Point note = wide_ ? Point{note_end_, place.middle + 3.2} : Point{names_, first};
    draw_text(pen_, style_, row.note, TextRole::chart, note, Align::right);
    const bool known = row.median || row.mean;
    draw_text(pen_, style_, row.value,
              !known       ? TextRole::chart
              : row.strong ? TextRole::chart_strong
                           : TextRole::table_head,
              {width_, place.middle + 3.2}, Align::right);
  }

  /// Stacks of dots on the row's foot; where more stand than fit, all stacks close up alike.
  void draw_strip(const ScaleRow& row, const RowPlace& place) {
    int most = 0;
    for (const int count : row.dots) most = std::max(most, count);
    const double room = kDotsHeight - kDot - 2;
    const double pitch = most > 1 ? std::min(kDot + 0.2, room / (most - 1)) : 0;
    const double foot = place.top + place.height - 1.5 - kDot / 2;
    std::vector<Point> dots;
    for (std::size_t i = 0; i < row.dots.size(); ++i) {
      const double at = x_(std::min(100.0, (static_cast<double>(i) + 0.5) * data_.dot_step));
      for (int k = 0; k < row.dots[i]; ++k) dots.push_back({at, foot - pitch * k});
    }
    draw_dots(pen_, dots, kDot, theme_.colours.dot);
  }

  void draw_column_heads() {
    const double baseline = wide_ ? head_ - 8 : 9;
    draw_text(pen_, style_, data_.name_head, TextRole::table_head, {0, baseline});
    draw_text(pen_, style_, data_.note_head, TextRole::table_head, {wide_ ? note_end_ : names_, baseline},
              Align::right);
    draw_text(pen_, style_, data_.value_head, TextRole::table_head, {width_, baseline}, Align::right);
  }

  /// On paper, but for a label without room, which is taken away later.
  void draw_label(const std::string& text, TextRole role, Point at, Align align = Align::left) {
    const Rect box = text_box(style_, text, role, at, align);
    if (box.x >= -1 && box.right() <= width_ + 1) draw_text_on_paper(pen_, style_, text, role, at, align);
    else draw_text(pen_, style_, text, role, at, align);
  }

  struct MarkLabel {
    const std::string* text;
    double at;
    TextRole role;
    double mark_top;
    Colour colour;
  };

  /// The marks of the first row that has them, by their names.
  std::vector<MarkLabel> mark_labels(const ScaleRow& row, double middle) const {
    const double top = middle - band_ / 2;
    std::vector<MarkLabel> labels{
        {&data_.median_label, x_(row.median.number()), TextRole::chart_strong, top - 1.5, theme_.colours.ink}};
    if (row.mean && !data_.mean_label.empty())
      labels.push_back(
          {&data_.mean_label, x_(row.mean.number()), TextRole::chart_strong, middle - kMean - 1, theme_.colours.ink});
    if (row.lower && row.upper && !data_.band_label.empty())
      labels.push_back({&data_.band_label, x_(row.upper.number()), TextRole::chart, top, theme_.colours.mark});
    return labels;
  }

  /// Left edges of the labels: on the side of the reference's line that their marks are on, where they have room there.
  std::vector<double> beside_reference(const std::vector<RowLabel>& wanted, double from, double to) const {
    constexpr double kBetween = 8;
    const std::vector<double> together = place_in_row(wanted, kBetween, from, to);
    if (!data_.reference) return together;
    const double reference = x_(data_.reference.number());
    std::vector<RowLabel> before, after;
    for (const RowLabel& label : wanted) (label.mark < reference ? before : after).push_back(label);
    const std::vector<double> lefts = place_in_row(before, kBetween, from, reference - 4);
    const std::vector<double> right = place_in_row(after, kBetween, reference + 4, to);
    std::size_t next_left = 0, next_right = 0;
    std::vector<double> all;
    for (const RowLabel& label : wanted) {
      const bool is_before = label.mark < reference;
      all.push_back(is_before ? lefts[next_left++] : right[next_right++]);
      if (all.back() + label.width > (is_before ? reference - 4 : to) + 0.01) return together;
    }
    return all;
  }

  void draw_mark_labels() {
    const auto first = first_with_median();
    if (!first) return;
    const std::vector<MarkLabel> labels = mark_labels(data_.rows[*first], places_[*first].middle);
    std::vector<RowLabel> wanted;
    for (const MarkLabel& label : labels) {
      const double width = text_width(*label.text, label.role);
      // The band's name begins at its end: its middle belongs to the median.
      const bool band = label.text == &data_.band_label;
      wanted.push_back({label.at + (band ? width / 2 - 6 : 0), width});
    }
    const double baseline = head_ - 8;
    const double to = wide_ ? width_ - text_width(data_.value_head, TextRole::table_head) - 8 : width_;
    const std::vector<double> lefts = beside_reference(wanted, wide_ ? note_end_ + 8 : 0, to);
    for (std::size_t i = 0; i < labels.size(); ++i) {
      const MarkLabel& label = labels[i];
      draw_label(*label.text, label.role, {lefts[i], baseline});
      if (lefts[i] + wanted[i].width > width_ + 1) continue;  // without room: taken away later
      const double from = std::max(lefts[i] + 1, std::min(label.at, lefts[i] + wanted[i].width - 1));
      pen_.move_to({from, baseline + 2.5}).line_to({label.at, label.mark_top});
      pen_.stroke(line(label.colour, 0.75));
    }
  }

  const ScaleRowsData& data_;
  const ChartStyle& style_;
  const Theme& theme_;
  Picture picture_;
  Pen pen_;
  double width_;
  bool wide_;
  double band_;  // height of the middle half
  double names_ = 0;
  double note_end_ = 0;
  Scale x_;
  double head_ = 0;
  double bottom_ = 0;
  std::vector<RowPlace> places_;
};

}  // namespace

Picture draw_scale_rows(const ScaleRowsData& data, double width, const ChartStyle& style) {
  return ScaleRowsDrawing(data, width, style).run();
}

std::string describe_scale_rows(const ScaleRowsData& data, const Words& words) {
  std::vector<NamedValue> values;
  int withheld = 0;
  for (const ScaleRow& row : data.rows) {
    const Measured& shown = row.mean ? row.mean : row.median;
    if (shown) values.push_back({row.name, shown.number(), row.value});
    else if (shown.withheld()) ++withheld;
  }
  std::string text = words.say(
      "describe_nation.rows",
      {{"rows", static_cast<int>(data.rows.size())}, {"from", tick_text(data, 0)}, {"to", tick_text(data, 4)}});
  text += " " + describe_range(values, withheld, words);
  if (data.reference && !data.reference_label.empty())
    text += " " + words.say("describe_nation.reference", {{"reference", data.reference_label}});
  return text;
}

}  // namespace mognad
