#include "layout/text_block.h"

#include <fmt/format.h>

#include "layout/grid.h"

namespace mognad {
namespace {

std::string text_of(const Line& line) {
  std::string text;
  for (const GlyphRun& run : line.runs) text += run.text;
  return text;
}

}  // namespace

std::vector<StyledSpan> styled(const RichText& text, const Theme& theme, TextRole plain, TextRole strong) {
  std::vector<StyledSpan> spans;
  for (const TextSpan& span : text) spans.push_back({span.text, theme.style(span.strong ? strong : plain)});
  return spans;
}

double put_lines(LayoutContext& context, Picture& picture, std::span<Line> lines, Point at, double leading,
                 double width) {
  double y = at.y;
  for (Line& line : lines) {
    constexpr double kTolerance = 0.5;  // kerning at a division
    if (line.width > width + kTolerance)
      context.problems.push_back(
          error_at({context.document},
                   fmt::format("\"{}\" is {:.1f} pt wide where {:.1f} fit", text_of(line), line.width, width),
                   "shorten the text, or give the name a short form"));
    for (GlyphRun& run : line.runs) {
      run.origin = {at.x + run.origin.x, y + grid::baseline(leading)};
      picture.items.emplace_back(std::move(run));
    }
    y += leading;
  }
  return y - at.y;
}

double put_text(LayoutContext& context, Picture& picture, const RichText& text, TextRole plain, TextRole strong,
                Point at, double width, int element, LineOptions options) {
  const auto spans = styled(text, context.style.theme, plain, strong);
  auto lines = break_lines(context.style.shaper, spans, width, options);
  double height = 0;
  tagged(picture, element,
         [&] { height = put_lines(context, picture, lines, at, context.style.theme.style(plain).leading, width); });
  return height;
}

double put_text(LayoutContext& context, Picture& picture, const std::string& text, TextRole role, Point at,
                double width, int element, LineOptions options) {
  return put_text(context, picture, RichText{{text, false}}, role, role, at, width, element, options);
}

Rows paragraph_rows(LayoutContext& context, const RichText& text, TextRole plain, TextRole strong, double width,
                    int element, double indent) {
  const auto spans = styled(text, context.style.theme, plain, strong);
  auto lines = break_lines(context.style.shaper, spans, width - indent);
  const double leading = context.style.theme.style(plain).leading;
  Rows rows;
  std::size_t i = 0;
  while (i < lines.size()) {
    // The first two lines stand together, and so do the last two; up to three are one row.
    std::size_t take = 1;
    if (lines.size() <= 3) take = lines.size();
    else if (i == 0 || lines.size() - i <= 2) take = 2;
    else if (lines.size() - i == 3) take = 1;
    take = std::min(take, lines.size() - i);
    Row row;
    row.picture.size = {width, leading * static_cast<double>(take)};
    const std::span<Line> part(lines.data() + i, take);
    tagged(row.picture, element, [&] { put_lines(context, row.picture, part, {indent, 0}, leading, width - indent); });
    rows.push_back(std::move(row));
    i += take;
  }
  return rows;
}

}  // namespace mognad
