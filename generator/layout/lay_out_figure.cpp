#include "layout/lay_out_figure.h"

#include <fmt/format.h>

#include "layout/block_rows.h"
#include "layout/grid.h"

namespace mognad {

Result<Picture> lay_out_figure(const Figure& figure, const ChartStyle& style, const std::string& place) {
  constexpr double kRoom = grid::kStep;  // half a line's width would be cut at the edge
  Problems problems;
  Structure structure;
  LayoutContext context{style, structure, problems, place};
  Picture whole;
  double y = kRoom;
  for (Row& row : block_rows(context, {figure}, grid::kWidth, 0)) {
    const double height = row.picture.size.height;
    append(whole, std::move(row.picture), {kRoom, y});
    y += height;
  }
  whole.size = {grid::kWidth + 2 * kRoom, y + kRoom};
  for (const std::string& missing : style.shaper.take_missing())
    problems.push_back(error_at({place}, fmt::format("no font of the theme has the character {}", missing),
                                "choose another font in theme.toml, or other words"));
  if (has_errors(problems)) return problems;
  return {std::move(whole), std::move(problems)};
}

}  // namespace mognad
