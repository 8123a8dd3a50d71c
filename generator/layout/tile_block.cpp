#include "layout/tile_block.h"

#include <fmt/format.h>

#include <algorithm>

#include "layout/grid.h"

namespace mognad {
namespace {

constexpr std::size_t kAcross = 3;

class TileLayout {
 public:
  TileLayout(LayoutContext& context, Row& row, const Tile& tile, double x, int parent)
      : context_(context), row_(row), tile_(tile), x_(x), parent_(parent), theme_(context.style.theme) {}

  /// Draws the tile into the row and returns its height.
  double run() {
    draw_rule();
    double y = 6;
    y += put_text(context_, row_.picture, tile_.label, TextRole::tile_label, {x_, y}, grid::span(4),
                  context_.structure.add(parent_, Role::p)) -
         1;
    y += draw_number(y);
    if (!tile_.note.empty()) {
      const double gap = tile_.kind == Tile::Kind::second ? 3 : 5.5;
      y += gap + put_text(context_, row_.picture, tile_.note, TextRole::tile_note, {x_, y + gap}, grid::span(4),
                          context_.structure.add(parent_, Role::p));
    }
    if (tile_.strip) y += draw_strip(y + 11) + 11;
    return y;
  }

 private:
  void draw_rule() {
    const bool first = tile_.kind == Tile::Kind::first;
    const double width = first ? 3 : 1;
    tagged(row_.picture, TagBegin::kArtifact, [&] {
      row_.picture.items.emplace_back(straight_line({x_, width / 2}, {x_ + grid::span(4), width / 2},
                                                    {.colour = first ? theme_.colours.accent : theme_.colours.ink,
                                                     .width = width,
                                                     .cap = Cap::butt,
                                                     .dash = {}}));
    });
  }

  /// The number and its unit on one baseline, read as one paragraph.
  double draw_number(double y) {
    const bool second = tile_.kind == Tile::Kind::second;
    const TextStyle& number = theme_.style(second                            ? TextRole::tile_number_second
                                           : tile_.kind == Tile::Kind::first ? TextRole::tile_number_first
                                                                             : TextRole::tile_number);
    const TextStyle& unit = theme_.style(second ? TextRole::tile_unit_second : TextRole::tile_unit);
    const double baseline = y + grid::baseline(number.leading) + (second ? 2 : 3);
    tagged(row_.picture, context_.structure.add(parent_, Role::p), [&] {
      // The no-break space is the number's own: at the size of the unit it would be too narrow to be read as one.
      GlyphRun run = context_.style.shaper.run(tile_.unit.empty() ? tile_.number : tile_.number + "\u00A0", number);
      run.origin = {x_, baseline};
      const double end = x_ + run.width;
      row_.picture.items.emplace_back(std::move(run));
      if (tile_.unit.empty()) return;
      GlyphRun after = context_.style.shaper.run(tile_.unit, unit);
      after.origin = {end, baseline};
      if (end + after.width > x_ + grid::span(4) + 0.5)
        context_.problems.push_back(
            error_at({context_.document}, fmt::format("\"{} {}\" is too wide for its tile", tile_.number, tile_.unit),
                     "choose a shorter unit"));
      row_.picture.items.emplace_back(std::move(after));
    });
    return number.leading;
  }

  double draw_strip(double y) {
    const int element = context_.structure.add(parent_, Role::figure);
    Picture strip = draw(*tile_.strip, grid::span(4), context_.style);
    const double height = strip.size.height;
    context_.structure.at(element).alternative = tile_.description;
    context_.structure.at(element).box = {x_, y, grid::span(4), height};
    row_.figures.push_back(element);
    tagged(row_.picture, element, [&] { append(row_.picture, std::move(strip), {x_, y}); });
    return height;
  }

  LayoutContext& context_;
  Row& row_;
  const Tile& tile_;
  double x_;
  int parent_;
  const Theme& theme_;
};

}  // namespace

Rows tile_rows(LayoutContext& context, const Tiles& tiles, double width, int parent) {
  Rows rows;
  for (std::size_t start = 0; start < tiles.tiles.size(); start += kAcross) {
    Row row;
    double height = 0;
    for (std::size_t i = start; i < std::min(start + kAcross, tiles.tiles.size()); ++i) {
      const double x = static_cast<double>(i - start) * (grid::span(4) + grid::kGutter);
      height = std::max(height, TileLayout(context, row, tiles.tiles[i], x, parent).run());
    }
    row.picture.size = {width, height};
    row.space_before = 16.5;
    rows.push_back(std::move(row));
  }
  return rows;
}

}  // namespace mognad
