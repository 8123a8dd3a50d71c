#include "charts/answer_bars.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "base/rounding.h"
#include "charts/marks.h"
#include "charts/spoken_value.h"

namespace mognad {
namespace {

constexpr double kHead = 36;
constexpr double kGroup = 22;
constexpr double kRow = 27.5;
constexpr double kBar = 19;
constexpr double kStatement = 188;
constexpr double kBarFrom = 200;
constexpr double kBarTo = 72;    // from the right edge
constexpr double kMeanEnd = 36;  // the same
constexpr double kLeastWidth = 11.5;

/// The colour of a step when the scale has fewer or more than the ramp has colours: evenly spread over it.
Colour step_colour(const Ramp& ramp, std::size_t step, std::size_t steps) {
  if (steps == ramp.size() || steps < 2) return ramp[std::min(step, ramp.size() - 1)];
  const double at = static_cast<double>(step) * static_cast<double>(ramp.size() - 1) / static_cast<double>(steps - 1);
  return ramp[static_cast<std::size_t>(std::lround(at))];
}

class AnswerDrawing {
 public:
  AnswerDrawing(const AnswerBarsData& data, double width, const ChartStyle& style)
      : data_(data), style_(style), theme_(style.theme), pen_(picture_), width_(width) {}

  Picture run() {
    draw_head();
    double y = kHead;
    for (const AnswerGroup& group : data_.groups) {
      draw_group(group, y);
      y += kGroup;
      for (const AnswerBar& bar : group.bars) {
        draw_bar(bar, y);
        y += kRow;
      }
    }
    picture_.size = {width_, y};
    return std::move(picture_);
  }

 private:
  double bar_width() const { return width_ - kBarTo - kBarFrom; }

  /// The scale itself as a key: every step with its number, and what its ends say.
  void draw_head() {
    const double right = kBarFrom + bar_width();
    draw_text(pen_, style_, data_.lowest, TextRole::caption, {kBarFrom, 9});
    draw_text(pen_, style_, data_.highest, TextRole::caption, {right, 9}, Align::right);
    const double each = bar_width() / static_cast<double>(std::max<std::size_t>(data_.steps.size(), 1));
    for (std::size_t i = 0; i < data_.steps.size(); ++i) {
      const Rect box{kBarFrom + each * static_cast<double>(i), 14, each, 12};
      const Colour ground = step_colour(theme_.ramps.answers, i, data_.steps.size());
      pen_.rectangle(box);
      pen_.fill(ground);
      draw_text_on(pen_, style_, data_.steps[i], TextRole::chart, {box.x + each / 2, 23.2}, Align::centre, ground);
    }
    frame({kBarFrom, 14, bar_width(), 12});
    draw_text(pen_, style_, data_.stem, TextRole::chart, {0, 23});
    draw_text(pen_, style_, data_.mean_head, TextRole::table_head, {width_ - kMeanEnd, 23}, Align::right);
    draw_text(pen_, style_, data_.count_head, TextRole::table_head, {width_, 23}, Align::right);
  }

  void draw_group(const AnswerGroup& group, double y) {
    pen_.move_to({0, y - 2.5}).line_to({width_, y - 2.5});
    pen_.stroke(line(theme_.colours.ink, 0.75));
    draw_text(pen_, style_, group.name, TextRole::figure_row, {0, y + 10.5});
    draw_text(pen_, style_, group.mean, TextRole::chart_own, {width_ - kMeanEnd, y + 10.5}, Align::right);
  }

  void draw_bar(const AnswerBar& bar, double y) {
    const double middle = y + kBar / 2;
    draw_lines(pen_, style_, bar.text, TextRole::chart, kStatement, {0, middle}, 10);
    draw_text(pen_, style_, bar.mean, TextRole::chart_strong, {width_ - kMeanEnd, middle + 3.2}, Align::right);
    draw_text(pen_, style_, bar.answered, TextRole::chart, {width_, middle + 3.2}, Align::right);
    const Rect whole{kBarFrom, y, bar_width(), kBar};
    const int all = std::accumulate(bar.counts.begin(), bar.counts.end(), 0);
    if (all > 0) draw_steps(bar.counts, all, whole);
    frame(whole);
  }

  void draw_steps(const std::vector<int>& counts, int all, const Rect& whole) {
    int below = 0;
    double middle = whole.x;
    for (std::size_t i = 0; i < counts.size(); ++i) {
      const double from = whole.x + whole.width * below / all;
      const double width = whole.width * counts[i] / all;
      below += counts[i];
      if (i + 1 == counts.size() / 2) middle = from + width;
      if (counts[i] == 0) continue;
      const Colour ground = step_colour(theme_.ramps.answers, i, counts.size());
      pen_.rectangle({from, whole.y, width, whole.height});
      pen_.fill(ground);
      if (width >= kLeastWidth)
        draw_text_on(pen_, style_, std::to_string(round_to_units(100.0 * counts[i] / all, 0)), TextRole::chart,
                     {from + width / 2, whole.y + whole.height / 2 + 3.2}, Align::centre, ground);
    }
    // Between disagreement and agreement; a scale with a middle step has no such place.
    if (counts.size() % 2 != 0) return;
    pen_.move_to({middle, whole.y - 2.5}).line_to({middle, whole.bottom() + 2.5});
    pen_.stroke(line(theme_.colours.ink, 1.5));
  }

  void frame(const Rect& box) {
    pen_.rectangle({box.x + 0.25, box.y + 0.25, box.width - 0.5, box.height - 0.5});
    pen_.stroke(line(theme_.colours.ink_3, 0.5));
  }

  const AnswerBarsData& data_;
  const ChartStyle& style_;
  const Theme& theme_;
  Picture picture_;
  Pen pen_;
  double width_;
};

}  // namespace

Picture draw_answer_bars(const AnswerBarsData& data, double width, const ChartStyle& style) {
  return AnswerDrawing(data, width, style).run();
}

std::string describe_answer_bars(const AnswerBarsData& data, const Words& words) {
  int bars = 0;
  std::string groups;
  for (const AnswerGroup& group : data.groups) {
    bars += static_cast<int>(group.bars.size());
    groups += (groups.empty() ? "" : ", ") + group.name + " " + spoken(words, group.mean);
  }
  return words.say("describe.answer_bars", {{"bars", bars}, {"groups", groups}});
}

}  // namespace mognad
