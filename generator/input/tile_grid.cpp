#include "input/tile_grid.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "language/edit_distance.h"

namespace mognad {
namespace {

constexpr std::size_t kMostTiles = 400;  // of a grid of 20 by 20: more can't be read at the size of a page

/// The cells of one row, which blanks separate.
std::vector<std::string> cells_of(const std::string& row) {
  std::vector<std::string> cells;
  std::size_t at = 0;
  while ((at = row.find_first_not_of(" \t", at)) != std::string::npos) {
    const std::size_t end = std::min(row.find_first_of(" \t", at), row.size());
    cells.push_back(row.substr(at, end - at));
    at = end;
  }
  return cells;
}

bool is_empty_place(const std::string& cell) { return cell == "-" || cell == "–"; }

class GridReader {
 public:
  GridReader(TableReader& figure, const std::vector<LanguageTag>& languages) : figure_(figure), languages_(languages) {}

  std::vector<TileChoice> run() {
    read_tiles();
    const TomlValue* grid = figure_.value("grid");
    const std::vector<std::string> rows = figure_.texts("grid");
    if (!grid || grid->kind != TomlValue::Kind::array || rows.empty()) {
      if (!grid || grid->items.empty())
        figure_.error("grid", "a tile map needs 'grid'", "rows of codes from the north: grid = [\"– A\", \"B C\"]");
      return {};
    }
    for (std::size_t row = 0; row < rows.size() && row < grid->items.size(); ++row)
      read_row(cells_of(rows[row]), static_cast<int>(row), grid->items[row].place);
    tell_unused();
    return std::move(tiles_);
  }

 private:
  struct Tile {
    Place place;
    TileChoice choice;
    bool used = false;
  };

  void read_tiles() {
    if (!figure_.has("tiles"))
      figure_.error("grid", "a tile map needs 'tiles'", "[figure.tiles] with a line for each code of 'grid'");
    TableReader tiles = figure_.table_or_empty("tiles");
    for (const std::string& code : tiles.keys()) {
      TableReader tile = tiles.table(code);
      TileChoice choice;
      choice.value = tile.text("value");
      choice.name = tile.local("name", languages_);
      const auto same = [&](const auto& other) { return other.second.choice.value == choice.value; };
      if (std::any_of(known_.begin(), known_.end(), same) && !choice.value.empty())
        tile.error("value", fmt::format("two tiles stand for '{}'", excerpt(choice.value)),
                   "each value of the group has one square");
      tile.finish();
      known_[code] = {tiles.place_of(code), std::move(choice)};
      codes_.push_back(code);
    }
  }

  void read_row(const std::vector<std::string>& cells, int row, const Place& place) {
    if (row == 0) columns_ = cells.size();
    if (cells.size() != columns_)
      figure_.error_at_place(
          place, fmt::format("this row of the grid has {} places, the first has {}", cells.size(), columns_),
          "write \"–\" where no square stands");
    for (std::size_t column = 0; column < cells.size(); ++column)
      if (!is_empty_place(cells[column])) put(cells[column], row, static_cast<int>(column), place);
  }

  void put(const std::string& code, int row, int column, const Place& place) {
    const auto found = known_.find(code);
    if (found == known_.end()) {
      figure_.error_at_place(place, fmt::format("the grid has the code '{}', which no tile explains", excerpt(code)),
                             hint_for(code, codes_));
      return;
    }
    if (found->second.used)
      figure_.error_at_place(place, fmt::format("the code '{}' stands twice in the grid", excerpt(code)),
                             "each tile has one place");
    found->second.used = true;
    TileChoice tile = found->second.choice;
    tile.row = row;
    tile.column = column;
    if (tiles_.size() < kMostTiles) tiles_.push_back(std::move(tile));
    else if (!too_many_) too_many_ = true, tell_too_many(place);
  }

  void tell_too_many(const Place& place) {
    figure_.error_at_place(place, fmt::format("the grid has more than {} squares", kMostTiles),
                           "choose larger groups for the map");
  }

  void tell_unused() {
    for (const std::string& code : codes_)
      if (!known_.at(code).used)
        figure_.error_at_place(known_.at(code).place,
                               fmt::format("the tile '{}' has no place in the grid", excerpt(code)),
                               "put its code into 'grid', or take the tile away");
  }

  TableReader& figure_;
  const std::vector<LanguageTag>& languages_;
  std::map<std::string, Tile> known_;
  std::vector<std::string> codes_;  // in the order of the file
  std::size_t columns_ = 0;
  bool too_many_ = false;
  std::vector<TileChoice> tiles_;
};

}  // namespace

std::vector<TileChoice> read_tile_grid(TableReader& figure, const std::vector<LanguageTag>& languages) {
  return GridReader(figure, languages).run();
}

}  // namespace mognad
