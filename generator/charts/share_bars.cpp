#include "charts/share_bars.h"

#include <algorithm>

#include "charts/marks.h"
#include "charts/spoken_value.h"
#include "text/line_breaker.h"

namespace mognad {
namespace {

// Lengths of pages.md, page 12: bars 16 high, rows of 50, ticks of 22.
constexpr double kRow = 50;
constexpr double kLeading = 11;
constexpr double kNameBaseline = 9;
constexpr double kBarTop = 15;  // under the last line of the name
constexpr double kBar = 16;
constexpr double kTick = 22;
constexpr double kClear = 2;  // nearer to the bar's end a white tick would leave a sliver
constexpr double kValueGap = 7;

class ShareBarsDrawing {
 public:
  ShareBarsDrawing(const ShareBarsData& data, double width, const ChartStyle& style)
      : data_(data), style_(style), theme_(style.theme), pen_(picture_), width_(width), unit_(points_of_a_per_cent()) {}

  Picture run() {
    double y = 0;
    for (const ShareBar& bar : data_.bars) y += draw_bar(bar, y);
    picture_.size = {width_, data_.bars.empty() ? 0 : y - (kRow - kBarTop - kBar) + (labelled_last_ ? 14 : 5)};
    return std::move(picture_);
  }

 private:
  double text_width(const std::string& text, TextRole role) const {
    return style_.shaper.width(text, theme_.style(role));
  }

  double words_width(const ShareBar& bar) const {
    return kValueGap + text_width(bar.value, TextRole::figure_row) + 6 + text_width(bar.count, TextRole::chart);
  }

  /// The longest bar with the widest words beside it fills the width.
  double points_of_a_per_cent() const {
    double most = 1, words = 0;
    for (const ShareBar& bar : data_.bars) {
      words = std::max(words, words_width(bar));
      for (const Measured& share : {bar.share, bar.earlier})
        if (share) most = std::max(most, share.number());
    }
    return std::max(width_ - words - 2, width_ * 0.4) / most;
  }

  /// Returns the height of the row.
  double draw_bar(const ShareBar& bar, double top) {
    const std::string name = bar.letter.empty() ? bar.name : bar.letter + "\u00A0\u00A0" + bar.name;
    const auto lines = break_lines(style_.shaper, {{name, theme_.style(TextRole::chart_strong)}}, width_);
    double baseline = top + kNameBaseline;
    for (const Line& text : lines) {
      for (const GlyphRun& run : text.runs) pen_.text(run, {run.origin.x, baseline});
      baseline += kLeading;
    }
    const double more = kLeading * (std::max(1.0, static_cast<double>(lines.size())) - 1);
    draw_marks(bar, top + more + kBarTop);
    return kRow + more;
  }

  void draw_marks(const ShareBar& bar, double top) {
    const double middle = top + kBar / 2;
    double end = 0;
    if (bar.share) {
      end = std::max(0.0, bar.share.number()) * unit_;
      pen_.rectangle({0, top, end, kBar});
      pen_.fill(bar.finding ? theme_.colours.accent : theme_.colours.dot);
    }
    pen_.move_to({0.375, middle - kTick / 2}).line_to({0.375, middle + kTick / 2});
    pen_.stroke(line(theme_.colours.ink, 0.75));
    if (bar.earlier) end = std::max(end, draw_earlier(bar.earlier.number() * unit_, end, middle));
    const Rect value = draw_text(pen_, style_, bar.value, bar.share ? TextRole::figure_row : TextRole::chart,
                                 {end + kValueGap, middle + 3.4});
    draw_text(pen_, style_, bar.count, TextRole::chart, {value.right() + 6, middle + 3.4});
  }

  /// A tick; named at the first of them. On the bar it is white, and dark above and below: a ring would cut the bar in
  /// two. Returns its right edge.
  double draw_earlier(double at, double end, double middle) {
    draw_median_tick(pen_, theme_, at, middle - kTick / 2, middle + kTick / 2);
    if (at < end - kClear) {
      pen_.move_to({at, middle - kBar / 2}).line_to({at, middle + kBar / 2});
      pen_.stroke(line(theme_.colours.paper, 1.5));
    }
    labelled_last_ = !labelled_ && !data_.earlier_label.empty();
    if (labelled_last_) {
      const double half = text_width(data_.earlier_label, TextRole::chart) / 2;
      draw_text(pen_, style_, data_.earlier_label, TextRole::chart,
                {std::max(half, std::min(at, width_ - half)), middle + kTick / 2 + 9.5}, Align::centre);
    }
    labelled_ = true;
    return at;
  }

  const ShareBarsData& data_;
  const ChartStyle& style_;
  const Theme& theme_;
  Picture picture_;
  Pen pen_;
  double width_;
  double unit_;
  bool labelled_ = false;
  bool labelled_last_ = false;  // the label stands under the last bar
};

}  // namespace

Picture draw_share_bars(const ShareBarsData& data, double width, const ChartStyle& style) {
  return ShareBarsDrawing(data, width, style).run();
}

std::string describe_share_bars(const ShareBarsData& data, const Words& words) {
  std::string list;
  for (const ShareBar& bar : data.bars) {
    const std::string name = bar.letter.empty() ? bar.name : bar.letter;
    list += list.empty() ? "" : "; ";
    const char* key = bar.share ? "describe_nation.share" : "describe_nation.share_withheld";
    list += words.say(key, {{"name", name}, {"value", spoken(words, bar.value)}, {"count", bar.count}});
  }
  if (list.empty()) return words.say("describe_nation.shares_empty");
  return words.say("describe_nation.shares", {{"bars", static_cast<int>(data.bars.size())}, {"list", list}});
}

}  // namespace mognad
