// FigureTemplate and StatusTemplate: which figures a year's publication has, and how its status report is made of them.
// Read from figures.toml and status-report.toml.
#pragma once

#include <array>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/language_tag.h"
#include "base/problem.h"

namespace mognad {

enum class FigureKind {
  result,         // total, dimensions and categories with their spread
  matrix,         // all organisations in the maturity matrix
  types,          // the share of each type of organisation
  groups,         // the groups of one definition of the survey beside each other
  kinds,          // kinds of organisations (municipalities, regions) beside each other
  unit_types,     // kinds of units
  capabilities,   // ranked
  statements,     // answer bars, a figure for each dimension
  change,         // of those measured in both years
  moves,          // between the types
  series,         // over the years with published figures and targets
  correlation,    // of categories
  agreement,      // among the respondents
  tile_map,       // groups as squares in a grid
  participation,  // over the years
  count
};

inline constexpr int kFigureKinds = static_cast<int>(FigureKind::count);

/// Names in figures.toml, in the order of FigureKind.
inline constexpr std::array<std::string_view, kFigureKinds> kFigureKindNames{
    "result", "matrix", "types",  "groups",      "kinds",     "unit_types", "capabilities", "statements",
    "change", "moves",  "series", "correlation", "agreement", "tile_map",   "participation"};

enum class FigureSize { one_column, two_columns, slide };

/// Names in figures.toml, in the order of FigureSize.
inline constexpr std::array<std::string_view, 3> kFigureSizeNames{"one-column", "two-columns", "slide"};

/// A square of a tile map.
struct TileChoice {
  int row = 0;
  int column = 0;
  std::string value;  // of the group's property: "Norrbottens län"
  LocalText name;     // "Norrbotten"
};

struct FigureChoice {
  Place place;  // in figures.toml
  FigureKind kind = FigureKind::result;
  std::string name;  // of its files, lower-case ASCII: "national-result"
  FigureSize size = FigureSize::two_columns;
  std::string type;               // of organisations; empty: the one with the most
  bool each_type = false;         // a figure for each type; its id is put behind the name
  std::string group;              // id of a peer group of the survey: of `groups` and `tile_map`
  LocalText called;               // what its groups are called together: "län"; may be empty
  LocalText title;                // instead of the finding; may be empty
  std::vector<TileChoice> tiles;  // of `tile_map`
};

struct FigureTemplate {
  std::vector<FigureChoice> figures;
};

enum class StatusSectionKind { summary, contents, figures, editions, method, participants, tables, text, count };

/// Names in status-report.toml, in the order of StatusSectionKind.
inline constexpr std::array<std::string_view, static_cast<std::size_t>(StatusSectionKind::count)>
    kStatusSectionKindNames{"summary", "contents", "figures", "editions", "method", "participants", "tables", "text"};

struct StatusSectionChoice {
  Place place;
  StatusSectionKind kind = StatusSectionKind::figures;
  LocalText title;
  LocalText message;                  // of a text section: its finding; may be empty elsewhere
  std::vector<LocalText> paragraphs;  // put before what the section says itself; of a text section all that it says
  std::vector<std::string> figures;   // names in figures.toml, in order; of `figures`, `editions` too
};

struct StatusTemplate {
  LocalText title;     // on the cover: "Statusrapport"
  LocalText subtitle;  // "Digital mognad i offentlig sektor"
  std::vector<StatusSectionChoice> sections;
};

}  // namespace mognad
