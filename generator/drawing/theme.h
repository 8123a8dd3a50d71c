// Theme: colours, fonts and text styles of a document. A value read from theme.toml; the reader checks contrasts.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "base/colour.h"
#include "drawing/picture.h"

namespace mognad {

/// Colours by their meaning; see docs/guide. Names in theme.toml are those of kColourNames.
struct Colours {
  Colour paper, ink, ink_2, ink_3, dot, mark, hair, band, accent, tint, copper, copper_tint;
  Colour deep, deep_line, deep_dot, deep_text;
};

struct ColourName {
  std::string_view name;
  Colour Colours::* member;
};

inline constexpr std::array<ColourName, 16> kColourNames{{
    {"paper", &Colours::paper},
    {"ink", &Colours::ink},
    {"ink_2", &Colours::ink_2},
    {"ink_3", &Colours::ink_3},
    {"dot", &Colours::dot},
    {"mark", &Colours::mark},
    {"hair", &Colours::hair},
    {"band", &Colours::band},
    {"accent", &Colours::accent},
    {"tint", &Colours::tint},
    {"copper", &Colours::copper},
    {"copper_tint", &Colours::copper_tint},
    {"deep", &Colours::deep},
    {"deep_line", &Colours::deep_line},
    {"deep_dot", &Colours::deep_dot},
    {"deep_text", &Colours::deep_text},
}};

/// Six colours from light to dark, on which a number is written in ink or in paper, whichever is clearer.
using Ramp = std::array<Colour, 6>;

struct Ramps {
  Ramp heat;     // of a value: higher is darker
  Ramp answers;  // of a step of the scale: disagreement, then agreement
};

/// What a piece of text is for; each role has one style.
enum class TextRole {
  section_title,
  message,
  message_long,
  heading,
  body,
  body_strong,
  column,
  column_strong,
  figure_title,
  figure_subtitle,
  figure_row,
  caption,
  chart,
  chart_strong,
  chart_own,
  chart_accent,
  axis,
  heat_head,
  tag,
  table_head,
  table_cell,
  table_strong,
  tile_label,
  tile_number,
  tile_number_first,
  tile_unit,
  tile_number_second,
  tile_unit_second,
  tile_note,
  foot,
  foot_strong,
  example,
  cover_edition,
  cover_name,
  cover_name_2,
  cover_name_3,
  cover_reader,
  cover_own,
  cover_axis,
  cover_label,
  cover_fact,
  count
};

inline constexpr int kTextRoles = static_cast<int>(TextRole::count);

/// Names in theme.toml, in the order of TextRole.
inline constexpr std::array<std::string_view, kTextRoles> kTextRoleNames{
    "section_title",
    "message",
    "message_long",
    "heading",
    "body",
    "body_strong",
    "column",
    "column_strong",
    "figure_title",
    "figure_subtitle",
    "figure_row",
    "caption",
    "chart",
    "chart_strong",
    "chart_own",
    "chart_accent",
    "axis",
    "heat_head",
    "tag",
    "table_head",
    "table_cell",
    "table_strong",
    "tile_label",
    "tile_number",
    "tile_number_first",
    "tile_unit",
    "tile_number_second",
    "tile_unit_second",
    "tile_note",
    "foot",
    "foot_strong",
    "example",
    "cover_edition",
    "cover_name",
    "cover_name_2",
    "cover_name_3",
    "cover_reader",
    "cover_own",
    "cover_axis",
    "cover_label",
    "cover_fact",
};

struct TextStyle {
  FontIndex font = 0;
  double size = 0;
  double leading = 0;
  double tracking = 0;
  Colour colour;
};

/// A font by the name that theme.toml gives it, and the file that holds it.
struct FontChoice {
  std::string name;
  std::string file;
};

/// Where a cover shows the sender's logo: at most so large, in points.
inline constexpr Size kLogoBox{160, 44};

struct Theme {
  std::string name;
  std::vector<FontChoice> fonts;
  std::vector<std::string> font_folders;  // searched in order
  Colours colours;
  Ramps ramps;
  std::array<TextStyle, kTextRoles> styles;

  const TextStyle& style(TextRole role) const { return styles[static_cast<std::size_t>(role)]; }
};

}  // namespace mognad
