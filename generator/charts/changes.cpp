#include "charts/changes.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "charts/marks.h"

namespace mognad {
namespace {

constexpr double kRow = 22;
constexpr double kNames = 112;
constexpr double kIndent = 10;
constexpr double kWords = 76;    // the verdict's column, at the right edge
constexpr double kNumbers = 38;  // left of it
constexpr double kFoot = 15;

/// The ends of the scale and what stands between two of its ticks: the smallest that holds every change with its
/// uncertainty and is no narrower than wanted.
struct Extent {
  int end = 10;
  int step = 5;
};

Extent extent_of(const ChangesData& data) {
  double most = 0;
  for (const ChangeRow& row : data.rows)
    if (row.points) most = std::max(most, std::fabs(row.points.number()) + (row.margin ? row.margin.number() : 0));
  for (const Extent extent : {Extent{2, 1}, Extent{5, 5}, Extent{10, 5}, Extent{15, 5}, Extent{20, 10}, Extent{30, 10},
                              Extent{40, 20}, Extent{60, 20}})
    if (extent.end >= data.least_span && most <= extent.end) return extent;
  return {100, 50};
}

class ChangesDrawing {
 public:
  ChangesDrawing(const ChangesData& data, double width, const ChartStyle& style)
      : data_(data),
        style_(style),
        theme_(style.theme),
        pen_(picture_),
        width_(width),
        extent_(extent_of(data)),
        left_(std::min(kNames, width * 0.3)),
        right_(std::max(left_ + 40, width - kWords - kNumbers - 26)),
        bottom_(kRow * static_cast<double>(data.rows.size())) {
    picture_.size = {width, bottom_ + kFoot};
  }

  Picture run() {
    draw_axis();
    for (std::size_t i = 0; i < data_.rows.size(); ++i) draw_row(data_.rows[i], kRow * (static_cast<double>(i) + 0.5));
    return std::move(picture_);
  }

 private:
  double x(double points) const {
    const double share = std::clamp(points / extent_.end, -1.0, 1.0);
    return left_ + (right_ - left_) * (share + 1) / 2;
  }

  void draw_axis() {
    for (int tick = -extent_.end; tick <= extent_.end; tick += extent_.step) {
      if (tick != 0) pen_.move_to({x(tick), 0}).line_to({x(tick), bottom_});
      const std::string text = tick == 0 ? "0" : fmt::format("{}{}", tick < 0 ? "−" : "+", std::abs(tick));
      draw_text(pen_, style_, text, TextRole::axis, {x(tick), bottom_ + 12}, Align::centre);
    }
    pen_.stroke(line(theme_.colours.hair, 0.5));
    pen_.move_to({x(0), 0}).line_to({x(0), bottom_});
    pen_.stroke(line(theme_.colours.ink, 1));
  }

  void draw_row(const ChangeRow& row, double y) {
    if (row.rule_above) {
      pen_.move_to({0, y - kRow / 2}).line_to({width_, y - kRow / 2});
      pen_.stroke(line(theme_.colours.hair, 0.75));
    }
    const double indent = row.part ? kIndent : 0;
    draw_lines(pen_, style_, row.name, row.part ? TextRole::chart : TextRole::chart_strong, left_ - indent - 8,
               {indent, y}, 10);
    draw_text(pen_, style_, row.points_text, row.clear ? TextRole::chart_strong : TextRole::chart,
              {width_ - kWords - 10, y + 3.2}, Align::right);
    const Point words{width_ - kWords, y};
    draw_lines(pen_, style_, row.verdict, row.clear ? TextRole::chart_own : TextRole::chart, kWords, words, 10);
    if (row.points) draw_change(row, y);
  }

  void draw_change(const ChangeRow& row, double y) {
    const double points = row.points.number();
    if (row.margin) {
      pen_.move_to({x(points - row.margin.number()), y}).line_to({x(points + row.margin.number()), y});
      pen_.stroke(line(theme_.colours.accent, 1.5));
    }
    if (row.clear) draw_own(pen_, theme_, {x(points), y}, 4.6);
    else draw_own_earlier(pen_, theme_, {x(points), y}, 4.4);
  }

  const ChangesData& data_;
  const ChartStyle& style_;
  const Theme& theme_;
  Picture picture_;
  Pen pen_;
  double width_;
  Extent extent_;
  double left_;
  double right_;
  double bottom_;
};

}  // namespace

Picture draw_changes(const ChangesData& data, double width, const ChartStyle& style) {
  if (data.rows.empty()) return {{width, 0}, {}};
  return ChangesDrawing(data, width, style).run();
}

std::string describe_changes(const ChangesData& data, const Words& words) {
  const ChangeRow* up = nullptr;
  const ChangeRow* down = nullptr;
  int clear = 0, known = 0;
  bool tested = false;
  for (const ChangeRow& row : data.rows) {
    if (!row.points) continue;
    ++known;
    if (row.clear) ++clear;
    tested = tested || row.margin.known();
    if (!up || row.points.number() > up->points.number()) up = &row;
    if (!down || row.points.number() < down->points.number()) down = &row;
  }
  if (known == 0) return words.say("describe.changes_empty");
  return words.say(tested ? "describe.changes" : "describe.changes_untested", {{"rows", known},
                                                                               {"clear", clear},
                                                                               {"high", up->name},
                                                                               {"high_points", up->points_text},
                                                                               {"low", down->name},
                                                                               {"low_points", down->points_text}});
}

}  // namespace mognad
