#include "layout/lay_out_figure.h"

#include <algorithm>
#include <array>

#include "layout/block_rows.h"
#include "text/missing_characters.h"

namespace mognad {
namespace {

void move_boxes(std::vector<Element>& elements, double factor, Point by) {
  for (Element& element : elements) {
    if (element.page < 0) continue;
    const Rect& box = element.box;
    element.box = {box.x * factor + by.x, box.y * factor + by.y, box.width * factor, box.height * factor};
  }
}

Result<Pages> lay_out_in(const Figure& figure, const ChartStyle& style, const std::string& place, double width) {
  Problems problems;
  Structure structure;
  LayoutContext context{style, structure, problems, place};
  Picture whole;
  double y = kFigureRoom;
  for (Row& row : block_rows(context, {figure}, width, 0)) {
    for (const int element : row.figures) {
      structure.at(element).page = 0;
      structure.at(element).box.x += kFigureRoom;
      structure.at(element).box.y += y;
    }
    const double height = row.picture.size.height;
    append(whole, std::move(row.picture), {kFigureRoom, y});
    y += height;
  }
  whole.size = {width + 2 * kFigureRoom, y + kFigureRoom};
  report_missing_characters(style.shaper, place, problems);
  if (has_errors(problems)) return problems;
  Pages pages;
  pages.pages.push_back({std::move(whole)});
  pages.elements = structure.take();
  return {std::move(pages), std::move(problems)};
}

/// How much larger a picture becomes on the slide.
double factor_of(const Size& size) {
  constexpr double kMargin = 24;
  return std::min((kSlide.width - 2 * kMargin) / size.width, (kSlide.height - 2 * kMargin) / size.height);
}

/// In the middle of the slide.
Pages on_slide(Pages pages) {
  Picture& picture = pages.pages.front().picture;
  const double factor = factor_of(picture.size);
  const Point at{(kSlide.width - picture.size.width * factor) / 2, (kSlide.height - picture.size.height * factor) / 2};
  Picture slide;
  slide.size = kSlide;
  append(slide, scaled(std::move(picture), factor), at);
  picture = std::move(slide);
  move_boxes(pages.elements, factor, at);
  return pages;
}

/// Of some widths the one in which letters become largest: a narrow figure is high, a wide one makes them small.
Result<Pages> lay_out_slide(const Figure& figure, const ChartStyle& style, const std::string& place) {
  constexpr std::array kWidths{kTwoColumns, 360.0, 420.0, 540.0, 640.0};
  std::optional<Result<Pages>> best;
  double largest = 0;
  for (const double width : kWidths) {
    if (width < least_width(figure)) continue;
    Result<Pages> pages = lay_out_in(figure, style, place, width);
    const double factor = pages ? factor_of(pages->pages.front().picture.size) : 0;
    if (best && factor <= largest) continue;
    largest = factor;
    best = std::move(pages);
  }
  if (!best) best = lay_out_in(figure, style, place, least_width(figure));
  Problems problems;
  auto pages = best->take(problems);
  if (!pages) return problems;
  return {on_slide(std::move(*pages)), std::move(problems)};
}

}  // namespace

double least_width(const Figure& figure) { return figure.left ? kTwoColumns : least_width(figure.chart); }

Result<Picture> lay_out_figure(const Figure& figure, const ChartStyle& style, const std::string& place) {
  Problems problems;
  auto pages = lay_out_in(figure, style, place, kTwoColumns).take(problems);
  if (!pages) return problems;
  return {std::move(pages->pages.front().picture), std::move(problems)};
}

Result<Pages> lay_out_figure_page(const Figure& figure, const ChartStyle& style, const std::string& place,
                                  const FigureMeasure& measure) {
  return measure.slide ? lay_out_slide(figure, style, place) : lay_out_in(figure, style, place, measure.width);
}

}  // namespace mognad
