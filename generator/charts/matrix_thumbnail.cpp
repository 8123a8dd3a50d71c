#include "charts/matrix_thumbnail.h"

#include <algorithm>
#include <cmath>

#include "base/rounding.h"
#include "charts/density.h"
#include "charts/label_placement.h"
#include "charts/marks.h"

namespace mognad {
namespace {

/// The own name beside its mark, clear of everything; a long one over dots and lines. Whether it had room.
bool label_own(Pen& pen, const ChartStyle& style, const std::string& name, Point centre, double width,
               const std::vector<Rect>& letters, const std::vector<Rect>& obstacles) {
  const TextStyle& text = style.theme.style(TextRole::chart_own);
  const Size size{style.shaper.width(name, text), 0.96 * text.size};
  const Rect frame{3, 3, width - 6, width - 6};
  auto place = place_label(centre, 6, size, frame, obstacles);
  if (!place) {
    place = place_label(centre, 6, size, frame, letters);
    if (!place) return false;
    pen.rectangle(place->box);
    pen.fill(style.theme.colours.paper);
  }
  if (place->leader) {
    pen.move_to(place->leader_from).line_to(place->leader_to);
    pen.stroke(line(style.theme.colours.accent, 0.75));
  }
  draw_text(pen, style, name, TextRole::chart_own, {place->box.x, place->box.y + 0.76 * text.size});
  return true;
}

/// Dots or shaded cells, which the own name keeps clear of.
void draw_others(Pen& pen, const Theme& theme, const MatrixCells& others, const Scale& x, const Scale& y,
                 std::vector<Rect>& obstacles) {
  if (is_dense(others)) {
    draw_density(pen, theme, others, x, y);
    const std::vector<Rect> dark = dark_cells(others, x, y);
    obstacles.insert(obstacles.end(), dark.begin(), dark.end());
    return;
  }
  const double diameter = 1.7;
  const std::vector<Point> dots = cell_dots(others, x, y, diameter);
  draw_dots(pen, dots, diameter, theme.colours.dot);
  for (const Point& p : dots) obstacles.push_back({p.x - 1, p.y - 1, 2, 2});
}

}  // namespace

Picture draw_matrix_thumbnail(const MatrixThumbnailData& data, double width, const ChartStyle& style,
                              std::vector<std::string>* dropped) {
  const Colours& colours = style.theme.colours;
  Picture picture;
  picture.size = {width, width};
  Pen pen(picture);
  const Scale x{0, width};
  const Scale y{width, 0};
  const bool upper = reaches(data.own.y, data.y_cut);
  const bool right = reaches(data.own.x, data.x_cut);
  const double left = right ? x(data.x_cut) : 0;
  const double top = upper ? 0 : y(data.y_cut);
  pen.rectangle({left, top, (right ? width : x(data.x_cut)) - left, (upper ? y(data.y_cut) : width) - top});
  pen.fill(colours.tint);
  std::vector<Rect> obstacles{{x(data.x_cut) - 0.5, 0, 1, width}, {0, y(data.y_cut) - 0.5, width, 1}};
  draw_others(pen, style.theme, data.others, x, y, obstacles);
  pen.move_to({x(data.x_cut), 0}).line_to({x(data.x_cut), width});
  pen.move_to({0, y(data.y_cut)}).line_to({width, y(data.y_cut)});
  pen.rectangle({0, 0, width, width});
  pen.stroke(line(colours.mark, 0.75));
  std::vector<Rect> letters;
  for (const bool up : {true, false})
    for (const bool to_right : {false, true})
      letters.push_back(draw_text(pen, style, data.letters[up][to_right],
                                  up == upper && to_right == right ? TextRole::chart_own : TextRole::chart_strong,
                                  {to_right ? width - 5 : 5, up ? 12 : width - 6},
                                  to_right ? Align::right : Align::left));
  obstacles.insert(obstacles.end(), letters.begin(), letters.end());
  const Point centre{x(data.own.x), y(data.own.y)};
  if (!label_own(pen, style, data.own.label, centre, width, letters, obstacles) && dropped)
    dropped->push_back(data.own.label);
  draw_own(pen, style.theme, centre, 4.2);
  return picture;
}

std::string describe_matrix_thumbnail(const MatrixThumbnailData& data, const Words& words) {
  const std::string letter = data.letters[reaches(data.own.y, data.y_cut)][reaches(data.own.x, data.x_cut)];
  return words.say("describe.thumbnail", {{"name", data.own.label}, {"type", letter}, {"type_name", data.type_name}});
}

}  // namespace mognad
