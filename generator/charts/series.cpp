#include "charts/series.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "charts/marks.h"
#include "charts/spoken_value.h"
#include "charts/stem_labels.h"
#include "text/line_breaker.h"

namespace mognad {
namespace {

constexpr double kLeft = 24;
constexpr double kTop = 16.5;  // for the words of breaks
constexpr double kHeight = 176;
constexpr double kNarrowHeight = 208;  // labels that find no room beside each other stand above each other
constexpr double kNarrow = 320;
constexpr double kInset = 8;  // of the first and last year from the plot's sides
constexpr double kYears = 17;
constexpr double kOwnMark = 4.2;
constexpr double kOwnReach = kOwnMark + 1.5;  // with its white ring
constexpr double kRing = 3;
constexpr double kLeading = 10;
constexpr double kWidestLabel = 92;

class SeriesDrawing {
 public:
  SeriesDrawing(const SeriesData& data, double width, const ChartStyle& style, std::vector<std::string>* dropped)
      : data_(data),
        style_(style),
        theme_(style.theme),
        dropped_(dropped),
        pen_(picture_),
        plot_{kLeft, kTop, width - kLeft - 1, width < kNarrow ? kNarrowHeight : kHeight},
        y_{plot_.bottom(), plot_.y} {
    picture_.size = {width, plot_.bottom() + kYears};
    first_ = data.first_year, last_ = data.last_year;
    for (const TrendTarget& target : data.targets) last_ = std::max(last_, target.year);
  }

  Picture run() {
    draw_axes();
    draw_breaks();
    for (const SeriesLine& each : data_.lines) take_marks(each);
    for (const bool own : {false, true})
      for (const SeriesLine& each : data_.lines)
        if (each.own == own) draw_line(each);
    for (const TrendTarget& target : data_.targets) draw_target(pen_, theme_, {x(target.year), y_(target.value)});
    for (const TrendTarget& target : data_.targets)
      taken_.push_back({x(target.year) - 5.5, y_(target.value) - 2, 11, 4});
    draw_labels();
    return std::move(picture_);
  }

 private:
  double x(int year) const {
    const double span = plot_.width - 2 * kInset;
    return last_ == first_ ? plot_.x + plot_.width / 2 : plot_.x + kInset + span * (year - first_) / (last_ - first_);
  }

  Point at(const SeriesLine::Point& p) const { return {x(p.year), y_(p.value.number())}; }

  void draw_axes() {
    for (const int tick : {0, 25, 50, 75, 100}) {
      draw_text(pen_, style_, std::to_string(tick), TextRole::axis, {plot_.x - 5, y_(tick) + 3.2}, Align::right);
      if (tick > 0) pen_.move_to({plot_.x, y_(tick)}).line_to({plot_.right(), y_(tick)});
    }
    pen_.stroke(line(theme_.colours.hair, 0.5));
    pen_.move_to({plot_.x, y_(0)}).line_to({plot_.right(), y_(0)});
    for (const int year : years()) pen_.move_to({x(year), y_(0)}).line_to({x(year), y_(0) + 3});
    pen_.stroke(line(theme_.colours.mark, 0.75));
    draw_years();
  }

  /// Those with something to show.
  std::set<int> years() const {
    std::set<int> years;
    for (const SeriesLine& each : data_.lines)
      for (const SeriesLine::Point& p : each.points) years.insert(p.year);
    for (const TrendTarget& target : data_.targets) years.insert(target.year);
    return years;
  }

  /// The ends and the last own year first, then as many others as have room.
  void draw_years() {
    const std::set<int> shown = years();
    if (shown.empty()) return;
    std::vector<int> order{*shown.rbegin(), *shown.begin()};
    for (const SeriesLine& each : data_.lines)
      if (each.own)
        for (auto p = each.points.rbegin(); p != each.points.rend(); ++p) order.push_back(p->year);
    order.insert(order.end(), shown.begin(), shown.end());
    const double room = style_.shaper.width("2000", theme_.style(TextRole::axis)) + 6;
    std::vector<double> placed;
    for (const int year : order) {
      const double at_x = x(year);
      if (std::any_of(placed.begin(), placed.end(), [&](double p) { return std::fabs(p - at_x) < room; })) continue;
      draw_text(pen_, style_, std::to_string(year), TextRole::axis, {at_x, y_(0) + 13}, Align::centre);
      placed.push_back(at_x);
    }
  }

  /// A dotted line before a year from which on what was asked is not the same; named once.
  void draw_breaks() {
    std::set<double> places;
    for (const SeriesLine& each : data_.lines)
      for (std::size_t i = 1; i < each.points.size(); ++i)
        if (each.points[i].break_before) places.insert((x(each.points[i - 1].year) + x(each.points[i].year)) / 2);
    for (const double place : places) {
      pen_.move_to({place, kTop - 3}).line_to({place, plot_.bottom()});
      pen_.stroke({.colour = theme_.colours.ink_3, .width = 0.75, .cap = Cap::butt, .dash = {1.5, 2.5}});
    }
    if (places.empty() || data_.break_label.empty()) return;
    const double half = style_.shaper.width(data_.break_label, theme_.style(TextRole::chart)) / 2;
    const double centre = std::max(half, std::min(*places.begin(), picture_.size.width - half));
    taken_.push_back(draw_text(pen_, style_, data_.break_label, TextRole::chart, {centre, kTop - 7}, Align::centre));
  }

  static bool joined(const SeriesLine& each, std::size_t i) {
    return i > 0 && each.points[i - 1].value && each.points[i].value && !each.points[i].break_before;
  }

  /// Labels keep clear of marks, and of the lines between them.
  void take_marks(const SeriesLine& each) {
    constexpr double kPiece = 3;
    for (std::size_t i = 0; i < each.points.size(); ++i) {
      if (!each.points[i].value) continue;
      const Point p = at(each.points[i]);
      const double reach = each.own ? kOwnReach : kRing;
      taken_.push_back({p.x - reach, p.y - reach, 2 * reach, 2 * reach});
      if (!joined(each, i)) continue;
      const Point from = at(each.points[i - 1]);
      const int pieces = static_cast<int>(std::hypot(p.x - from.x, p.y - from.y) / kPiece) + 1;
      for (int k = 1; k < pieces; ++k) {
        const double t = static_cast<double>(k) / pieces;
        taken_.push_back({from.x + (p.x - from.x) * t - 1, from.y + (p.y - from.y) * t - 1, 2, 2});
      }
    }
  }

  void draw_line(const SeriesLine& each) {
    bool any = false;
    for (std::size_t i = 0; i < each.points.size(); ++i) {
      if (!joined(each, i)) continue;
      pen_.move_to(at(each.points[i - 1])).line_to(at(each.points[i]));
      any = true;
    }
    if (any) pen_.stroke(each.own ? line(theme_.colours.accent, 2) : line(theme_.colours.ink_3, 1));
    for (const SeriesLine::Point& p : each.points) {
      if (!p.value) continue;
      if (each.own) draw_own(pen_, theme_, at(p), kOwnMark);
      else draw_benchmark(pen_, theme_, at(p));
    }
  }

  static const SeriesLine::Point* last_of(const SeriesLine& each) {
    const SeriesLine::Point* last = nullptr;
    for (const SeriesLine::Point& p : each.points)
      if (p.value) last = &p;
    return last;
  }

  struct Label {
    StemLabel stem;
    std::string text;
    TextRole role = TextRole::chart;
    std::vector<Line> lines;
  };

  /// The name and the value that each line ends with, the own values before it, and the targets: own below, others
  /// above.
  std::vector<Label> labels() const {
    std::vector<Label> labels;
    for (const SeriesLine& each : data_.lines) {
      const SeriesLine::Point* last = last_of(each);
      if (!last) continue;
      const std::string end = last->text.empty() ? each.label : each.label + ":\u00A0" + last->text;
      const double reach = each.own ? kOwnReach : kRing;
      const StemSide side = each.own ? StemSide::below : StemSide::above;
      labels.push_back({{at(*last), reach, {}, side, true}, end, each.own ? TextRole::chart_own : TextRole::chart, {}});
      for (const SeriesLine::Point& p : each.points)
        if (each.own && &p != last && p.value)
          labels.push_back({{at(p), reach, {}, side}, p.text, TextRole::chart_accent, {}});
    }
    for (const TrendTarget& target : data_.targets)
      labels.push_back({{{x(target.year), y_(target.value)}, 4}, target.label, TextRole::chart, {}});
    std::erase_if(labels, [](const Label& label) { return label.text.empty(); });
    std::stable_sort(labels.begin(), labels.end(),
                     [](const Label& a, const Label& b) { return a.stem.anchor.x < b.stem.anchor.x; });
    for (Label& label : labels) measure(label);
    return labels;
  }

  /// In as many lines as its width asks for. Own values stand close to each other and are narrow; names of editions
  /// keep to a line where they can.
  void measure(Label& label) const {
    const double share = label.role == TextRole::chart ? 0.36 : 0.25;
    label.lines = break_lines(style_.shaper, {{label.text, theme_.style(label.role)}},
                              std::min(kWidestLabel, plot_.width * share), {.hyphenate = false, .balance = true});
    double width = 0;
    for (const Line& each : label.lines) width = std::max(width, each.width);
    label.stem.size = {width + 3, kLeading * static_cast<double>(label.lines.size())};
  }

  /// Those for which there is no room are recorded.
  void draw_labels() {
    const std::vector<Label> all = labels();
    std::vector<StemLabel> stems;
    for (const Label& each : all) stems.push_back(each.stem);
    const Rect frame{plot_.x + 2, plot_.y, plot_.width - 2, plot_.height - 2};
    const auto places = place_all(stems, frame, taken_);
    for (std::size_t i = 0; i < all.size(); ++i) {
      if (places[i]) draw_label(all[i].lines, *places[i], all[i].role);
      else if (dropped_) dropped_->push_back(all[i].text);
    }
  }

  /// Paper under the words: the grid goes on behind.
  void draw_label(const std::vector<Line>& lines, const StemPlace& place, TextRole role) {
    const Rect& box = place.box;
    pen_.rectangle({box.x, box.y + 0.5, box.width, box.height - 1});
    pen_.fill(theme_.colours.paper);
    if (place.has_stem()) {
      pen_.move_to(place.from).line_to(place.to);
      pen_.stroke(line(theme_.style(role).colour, 0.5));
    }
    double baseline = box.y + 7.6;
    for (const Line& each : lines) {
      const double left = place.beside ? box.x + 1.5 : box.x + (box.width - each.width) / 2;
      for (const GlyphRun& run : each.runs) pen_.text(run, {left + run.origin.x, baseline});
      baseline += kLeading;
    }
  }

  const SeriesData& data_;
  const ChartStyle& style_;
  const Theme& theme_;
  std::vector<std::string>* dropped_;
  Picture picture_;
  Pen pen_;
  Rect plot_;
  Scale y_;
  int first_ = 0;
  int last_ = 0;
  std::vector<Rect> taken_;
};

}  // namespace

Picture draw_series(const SeriesData& data, double width, const ChartStyle& style, std::vector<std::string>* dropped) {
  return SeriesDrawing(data, width, style, dropped).run();
}

namespace {

std::string line_in_words(const SeriesLine& each, const Words& words) {
  const SeriesLine::Point *first = nullptr, *last = nullptr;
  for (const SeriesLine::Point& p : each.points) {
    if (!p.value) continue;
    if (!first) first = &p;
    last = &p;
  }
  if (!first) return "";
  // Published values are said as they are printed; the survey's own are printed with their number of organisations.
  const auto value = [&](const SeriesLine::Point& p) {
    return each.own || p.text.empty() ? spoken(words, p.value) : p.text;
  };
  const std::string from = value(*first), to = value(*last);
  const std::string first_year = std::to_string(first->year), last_year = std::to_string(last->year);
  return words.say(
      first == last ? "describe_nation.series_one" : "describe_nation.series_line",
      {{"label", each.label}, {"from", from}, {"to", to}, {"first_year", first_year}, {"last_year", last_year}});
}

}  // namespace

std::string describe_series(const SeriesData& data, const Words& words) {
  std::string own, targets, published;
  const auto add = [](std::string& list, const std::string& said) {
    if (!said.empty()) list += (list.empty() ? "" : "; ") + said;
  };
  for (const SeriesLine& each : data.lines) add(each.own ? own : published, line_in_words(each, words));
  for (const TrendTarget& target : data.targets) add(targets, target.label);
  // A long description is cut at its end: targets go before what others have published.
  std::string list = own;
  add(list, targets);
  add(list, published);
  return list.empty() ? words.say("describe_nation.series_empty")
                      : words.say("describe_nation.series", {{"list", list}});
}

}  // namespace mognad
