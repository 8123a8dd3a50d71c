#include "layout/address_block.h"

#include <algorithm>
#include <optional>

#include "layout/grid.h"

namespace mognad {
namespace {

using BrokenLines = std::vector<std::vector<Line>>;  // of each line of the address

/// The lines in that style, when they fit. Below the last baseline there must be room for the letters that reach down,
/// not for the whole line.
std::optional<BrokenLines> fitting(LayoutContext& context, const std::vector<std::string>& lines, const Rect& box,
                                   const TextStyle& style) {
  constexpr double kDescent = 0.25;  // of the size
  BrokenLines broken;
  double height = grid::baseline(style.leading) + kDescent * style.size - style.leading;
  for (const std::string& line : lines) {
    broken.push_back(break_lines(context.style.shaper, {{line, style}}, box.width, {.hyphenate = false}));
    height += style.leading * static_cast<double>(broken.back().size());
    if (std::any_of(broken.back().begin(), broken.back().end(), [&](const Line& l) { return l.width > box.width; }))
      return std::nullopt;
  }
  if (height > box.height) return std::nullopt;
  return broken;
}

}  // namespace

bool put_address(LayoutContext& context, Picture& picture, const std::vector<std::string>& lines, const Rect& box,
                 std::span<const TextRole> styles, int parent) {
  for (const TextRole role : styles) {
    const TextStyle& style = context.style.theme.style(role);
    auto broken = fitting(context, lines, box, style);
    if (!broken) continue;
    double y = box.y;
    for (std::vector<Line>& line : *broken)
      tagged(picture, context.structure.add(parent, Role::p),
             [&] { y += put_lines(context, picture, line, {box.x, y}, style.leading, box.width); });
    return true;
  }
  return false;
}

}  // namespace mognad
