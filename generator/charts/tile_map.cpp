#include "charts/tile_map.h"

#include <algorithm>

#include "base/rounding.h"
#include "charts/described_range.h"
#include "charts/marks.h"
#include "text/line_breaker.h"

namespace mognad {
namespace {

constexpr double kTile = 55.5;
constexpr double kLeastTile = 40;
constexpr double kGap = 2;
constexpr double kInset = 4;
constexpr double kNameLeading = 9.5;
constexpr double kKeyRow = 16.5;
constexpr double kKeyBox = 11.5;
constexpr double kKeyText = 17;

/// The class of a value as it is printed, without decimals.
std::size_t class_of(const TileMapData& data, double value) {
  const auto printed = static_cast<double>(round_to_units(value, 0));
  std::size_t which = 0;
  while (which < data.limits.size() && reaches(printed, data.limits[which])) ++which;
  return which;
}

/// The colours of so many classes: neighbours as far apart as the ramp allows, the darkest left out where it can be,
/// since it hides the frames of its neighbours.
Colour colour_of(const Ramp& ramp, std::size_t which, std::size_t classes) {
  if (classes >= ramp.size()) return ramp[std::min(which, ramp.size() - 1)];
  if (classes < 2) return ramp[ramp.size() / 2];
  return ramp[which * (ramp.size() - 2) / (classes - 1)];
}

struct Grid {
  int rows = 0;
  int columns = 0;
};

Grid grid_of(const TileMapData& data) {
  Grid grid;
  for (const MapTile& tile : data.tiles) {
    grid.rows = std::max(grid.rows, tile.row + 1);
    grid.columns = std::max(grid.columns, tile.column + 1);
  }
  return grid;
}

class TileMapDrawing {
 public:
  TileMapDrawing(const TileMapData& data, double width, const ChartStyle& style)
      : data_(data), style_(style), theme_(style.theme), pen_(picture_), width_(width), grid_(grid_of(data)) {
    const double columns = std::max(grid_.columns, 1);
    tile_ = std::min(kTile, (width - kGap * (columns - 1)) / columns);
  }

  Picture run() {
    for (const MapTile& tile : data_.tiles) draw_tile(tile);
    const double map_height = std::max(0.0, grid_.rows * pitch() - kGap);
    const double key_bottom = data_.tiles.empty() ? 0 : draw_key(map_height);
    picture_.size = {width_, std::max(map_height, key_bottom)};
    return std::move(picture_);
  }

 private:
  double pitch() const { return tile_ + kGap; }
  bool has_withheld() const { return !data_.withheld_label.empty(); }

  void draw_tile(const MapTile& tile) {
    const Rect box{tile.column * pitch(), tile.row * pitch(), tile_, tile_};
    Colour ground = theme_.colours.paper;
    if (tile.value) {
      const std::size_t which = class_of(data_, tile.value.number());
      ground = colour_of(theme_.ramps.heat, which, classes());
      fill_box(box, ground, which);
    } else {
      frame(box, theme_.colours.hair);
    }
    draw_name(tile.name, box, ground);
    const double baseline = box.bottom() - kInset - 1.5;
    draw_text_on(pen_, style_, tile.text, TextRole::heading, {box.x + kInset, baseline}, Align::left, ground);
  }

  std::size_t classes() const { return data_.limits.size() + 1; }

  void fill_box(const Rect& box, Colour ground, std::size_t which) {
    pen_.rectangle(box);
    pen_.fill(ground);
    // The palest colours would be lost on paper.
    if (which < 2) frame(box, theme_.colours.mark);
  }

  void frame(const Rect& box, Colour colour) {
    pen_.rectangle({box.x + 0.25, box.y + 0.25, box.width - 0.5, box.height - 0.5});
    pen_.stroke(line(colour, 0.5));
  }

  void draw_name(const std::string& name, const Rect& box, Colour ground) {
    TextStyle text = theme_.style(TextRole::heat_head);
    text.font = theme_.style(TextRole::chart).font;
    text.colour = text_on(theme_, ground);
    double baseline = box.y + kInset + 6.5;
    for (const Line& words : break_lines(style_.shaper, {{name, text}}, tile_ - 2 * kInset + 1)) {
      if (baseline > box.bottom() - kInset - 12) break;
      for (const GlyphRun& run : words.runs) pen_.text(run, {box.x + kInset + run.origin.x, baseline});
      baseline += kNameLeading;
    }
  }

  double key_width() const {
    double widest = 0;
    for (const std::string& text : data_.key)
      widest = std::max(widest, style_.shaper.width(text, theme_.style(TextRole::chart)));
    return kKeyText + std::max(widest, style_.shaper.width(data_.withheld_label, theme_.style(TextRole::chart)));
  }

  /// Columns of the upper rows that no tile stands in.
  int free_columns(int rows) const {
    int free = grid_.columns;
    for (const MapTile& tile : data_.tiles)
      if (tile.row < rows) free = std::min(free, tile.column);
    return free;
  }

  /// Returns where the key ends.
  double draw_key(double map_height) {
    const double height = kKeyRow * static_cast<double>(data_.key.size() + (has_withheld() ? 1 : 0));
    const int rows = static_cast<int>((height + kGap) / pitch()) + 1;
    const double map_width = grid_.columns * pitch() - kGap;
    if (key_width() <= free_columns(rows) * pitch() - 8) return draw_key_rows({0, 0});
    if (key_width() <= width_ - map_width - 16) return draw_key_rows({map_width + 16, 0});
    return draw_key_rows({0, map_height + 11});
  }

  double draw_key_rows(Point at) {
    const std::size_t shown = std::min(data_.key.size(), classes());
    for (std::size_t i = 0; i < shown; ++i, at.y += kKeyRow) {
      fill_box({at.x, at.y, kKeyBox, kKeyBox}, colour_of(theme_.ramps.heat, i, classes()), i);
      draw_text(pen_, style_, data_.key[i], TextRole::chart, {at.x + kKeyText, at.y + 9});
    }
    if (!has_withheld()) return at.y;
    frame({at.x, at.y, kKeyBox, kKeyBox}, theme_.colours.hair);
    draw_text(pen_, style_, data_.withheld_label, TextRole::chart, {at.x + kKeyText, at.y + 9});
    return at.y + kKeyRow;
  }

  const TileMapData& data_;
  const ChartStyle& style_;
  const Theme& theme_;
  Picture picture_;
  Pen pen_;
  double width_;
  Grid grid_;
  double tile_ = kTile;
};

}  // namespace

double least_tile_map_width(const TileMapData& data) {
  return std::max(148.0, grid_of(data).columns * (kLeastTile + kGap) - kGap);
}

Picture draw_tile_map(const TileMapData& data, double width, const ChartStyle& style) {
  return TileMapDrawing(data, width, style).run();
}

std::string describe_tile_map(const TileMapData& data, const Words& words) {
  std::vector<NamedValue> values;
  int withheld = 0;
  for (const MapTile& tile : data.tiles) {
    if (tile.value) values.push_back({tile.name, tile.value.number(), tile.text});
    else if (tile.value.withheld()) ++withheld;
  }
  return words.say("describe_nation.tile_map", {{"tiles", static_cast<int>(data.tiles.size())}}) + " " +
         describe_range(values, withheld, words);
}

}  // namespace mognad
