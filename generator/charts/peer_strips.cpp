#include "charts/peer_strips.h"

#include <algorithm>
#include <cmath>

#include "charts/marks.h"
#include "charts/spoken_value.h"

namespace mognad {
namespace {

constexpr double kFull = 102;  // a strip with dots
constexpr double kLow = 73;    // a strip without
constexpr double kWithheld = 27.5;
constexpr double kPitch = 4.7;
constexpr double kDot = 4.2;

class StripDrawing {
 public:
  StripDrawing(const PeerStrip& strip, double top, double width, const ChartStyle& style, Pen& pen)
      : strip_(strip), top_(top), width_(width), style_(style), theme_(style.theme), pen_(pen), x_{0, width} {}

  static double height(const PeerStrip& strip) {
    if (strip.withheld) return kWithheld;
    return strip.dots.empty() ? kLow : kFull;
  }

  void run() {
    draw_head();
    if (strip_.withheld) return;
    axis_ = top_ + height(strip_) - 25;
    draw_axis();
    draw_marks();
  }

 private:
  void draw_head() {
    pen_.move_to({0, top_}).line_to({width_, top_});
    pen_.stroke(line(theme_.colours.ink, 0.75));
    const double baseline = top_ + 13;
    const Rect name = draw_text(pen_, style_, strip_.name, TextRole::figure_row, {0, baseline});
    const Rect words = draw_text(pen_, style_, strip_.words, TextRole::chart_strong, {width_, baseline}, Align::right);
    std::string note = strip_.note;
    if (!strip_.note_more.empty()) note += " " + strip_.note_more;
    if (text_box(style_, note, TextRole::chart, {name.right() + 8, baseline}).right() > words.x - 10)
      note = strip_.note;
    draw_text(pen_, style_, note, TextRole::chart, {name.right() + 8, baseline});
  }

  void draw_axis() {
    const double high = top_ + 28;
    for (const int tick : {0, 25, 50, 75, 100}) {
      const double at = tick == 0 ? 0.25 : tick == 100 ? width_ - 0.25 : x_(tick);
      pen_.move_to({at, high}).line_to({at, axis_});
    }
    pen_.stroke(line(theme_.colours.hair, 0.5));
    for (const int tick : {0, 25, 50, 75, 100}) {
      const Align align = tick == 0 ? Align::left : tick == 100 ? Align::right : Align::centre;
      draw_text(pen_, style_, std::to_string(tick), TextRole::axis, {x_(tick), axis_ + 13}, align);
    }
  }

  void draw_marks() {
    const double stem_top = top_ + 26;
    if (strip_.lower && strip_.upper)
      draw_band(pen_, theme_,
                {x_(strip_.lower.number()), top_ + 32, x_(strip_.upper.number()) - x_(strip_.lower.number()),
                 axis_ - top_ - 32});
    pen_.move_to({0, axis_}).line_to({width_, axis_});
    pen_.stroke(line(theme_.colours.mark, 0.75));
    if (strip_.median) draw_median_tick(pen_, theme_, x_(strip_.median.number()), stem_top - 4, axis_ + 4);
    if (strip_.own) {
      pen_.move_to({x_(strip_.own.number()), stem_top}).line_to({x_(strip_.own.number()), axis_ + 4});
      pen_.stroke(line(theme_.colours.accent, 1.5));
    }
    draw_dots(pen_, stacked_dots(), kDot, theme_.colours.dot);
    draw_labels(stem_top);
  }

  /// A step of two units has room for two columns; where more stand than fit, all stacks close up alike.
  std::vector<Point> stacked_dots() const {
    const double step = width_ * strip_.dot_step / 100;
    const int columns = std::max(1, static_cast<int>(step / kDot));
    int most = 0;
    for (const int count : strip_.dots) most = std::max(most, (count + columns - 1) / columns);
    const double room = axis_ - (top_ + 34) - kDot / 2;
    const double pitch = most > 1 ? std::min(kPitch, room / (most - 1)) : kPitch;
    std::vector<Point> dots;
    for (std::size_t i = 0; i < strip_.dots.size(); ++i)
      for (int k = 0; k < strip_.dots[i]; ++k) {
        const int level = k / columns;
        dots.push_back(
            {step * (static_cast<double>(i) + (k % columns + 0.5) / columns), axis_ - kDot / 2 - 0.6 - pitch * level});
      }
    return dots;
  }

  void draw_labels(double stem_top) {
    const double baseline = stem_top - 0.5;
    if (!strip_.own) {
      if (strip_.median)
        draw_text(pen_, style_, strip_.median_label, TextRole::chart_strong, {x_(strip_.median.number()) - 5, baseline},
                  Align::right);
      return;
    }
    const double own = x_(strip_.own.number());
    const double own_width = style_.shaper.width(strip_.own_label, theme_.style(TextRole::chart_own));
    const bool median_left = !strip_.median || strip_.median.number() <= strip_.own.number();
    const bool own_right = (median_left && own + 9 + own_width < width_) || own - 9 - own_width < 0;
    draw_text(pen_, style_, strip_.own_label, TextRole::chart_own, {own_right ? own + 9 : own - 9, baseline},
              own_right ? Align::left : Align::right);
    draw_own(pen_, theme_, {own, baseline - 3.4}, 5);
    if (!strip_.median) return;
    const double median = x_(strip_.median.number());
    const double clear = own_right ? std::min(median - 5, own - 10) : std::max(median + 5, own + 10);
    draw_text(pen_, style_, strip_.median_label, TextRole::chart_strong, {clear, baseline},
              own_right ? Align::right : Align::left);
  }

  const PeerStrip& strip_;
  double top_;
  double width_;
  const ChartStyle& style_;
  const Theme& theme_;
  Pen& pen_;
  Scale x_;
  double axis_ = 0;
};

}  // namespace

Picture draw_peer_strips(const PeerStripsData& data, double width, const ChartStyle& style) {
  Picture picture;
  Pen pen(picture);
  double y = 0.75;
  for (const PeerStrip& strip : data.strips) {
    StripDrawing(strip, y, width, style, pen).run();
    y += StripDrawing::height(strip);
  }
  picture.size = {width, y};
  return picture;
}

namespace {

std::string strip_in_words(const PeerStrip& strip, const Words& words) {
  const std::string median = spoken(words, strip.median);
  if (!strip.lower || !strip.upper)
    return words.say("describe.strips_group", {{"group", strip.name}, {"note", strip.note}, {"median", median}});
  const std::string lower = words.number(strip.lower, 1), upper = words.number(strip.upper, 1);
  return words.say("describe.strips_quartiles", {{"group", strip.name},
                                                 {"note", strip.note},
                                                 {"median", median},
                                                 {"lower", lower},
                                                 {"upper", upper},
                                                 {"words", strip.words}});
}

}  // namespace

std::string describe_peer_strips(const PeerStripsData& data, const Words& words) {
  int withheld = 0;
  const PeerStrip* first = nullptr;
  for (const PeerStrip& strip : data.strips) {
    if (strip.withheld) ++withheld;
    else if (!first) first = &strip;
  }
  std::string text =
      words.say("describe.strips", {{"measure", data.measure}, {"groups", static_cast<int>(data.strips.size())}});
  if (first) text += " " + words.say("describe.strips_own", {{"own", spoken(words, first->own)}});
  if (withheld > 0) text += " " + words.say("describe.strips_withheld", {{"count", withheld}});
  for (const PeerStrip& strip : data.strips)
    if (!strip.withheld) text += " " + strip_in_words(strip, words);
  return text;
}

}  // namespace mognad
