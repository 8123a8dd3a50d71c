#include "layout/text_block.h"

#include <fmt/format.h>

#include <algorithm>

#include "layout/grid.h"

namespace mognad {
namespace {

std::string text_of(const Line& line) {
  std::string text;
  for (const GlyphRun& run : line.runs) text += run.text;
  return text;
}

/// Whether the words are an element of their own.
bool is_marked(const TextSpan& span) { return span.link || !span.language.empty() || !span.organisation.empty(); }

int add_element(LayoutContext& context, int parent, const TextSpan& span) {
  const int added = context.structure.add(parent, span.link ? Role::link : Role::span);
  Element& element = context.structure.at(added);
  element.language = span.language;
  element.organisation = span.organisation;
  return added;
}

}  // namespace

std::vector<StyledSpan> styled(const RichText& text, const Theme& theme, TextRole plain, TextRole strong) {
  std::vector<StyledSpan> spans;
  for (std::size_t i = 0; i < text.size(); ++i) {
    TextStyle style = theme.style(text[i].strong ? strong : plain);
    if (text[i].link) style.colour = theme.colours.accent;
    spans.push_back({text[i].text, style, is_marked(text[i]) ? static_cast<int>(i) : -1, text[i].organisation.empty()});
  }
  return spans;
}

RichText caption_of(const std::string& caption, const std::optional<Reference>& see) {
  RichText text;
  if (!caption.empty()) text.push_back({see ? caption + " " : caption, false});
  if (see) text.push_back({see->text, false, LinkTarget{"", see->index}});
  return text;
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

namespace {

/// `elements` of the marks, by span, −1 before they have one: a mark over two lines is one element.
double put_marked_lines(LayoutContext& context, Picture& picture, std::span<Line> lines, Point at, double leading,
                        double width, int element, const RichText& text, std::vector<int>& elements) {
  const auto unmarked = [](const Line& line) {
    return !line.runs.empty() && std::all_of(line.marks.begin(), line.marks.end(), [](int mark) { return mark < 0; });
  };
  if (std::all_of(lines.begin(), lines.end(), unmarked) && !lines.empty()) {  // as most are: one tag around them
    picture.items.emplace_back(TagBegin{element});
    const double height = put_lines(context, picture, lines, at, leading, width);
    picture.items.emplace_back(TagEnd{});
    return height;
  }
  int open = -2;  // the mark whose tag is open; −1: the element's own
  double y = at.y;
  const auto close = [&] {
    if (open != -2) picture.items.emplace_back(TagEnd{});
    open = -2;
  };
  for (Line& line : lines) {
    Picture line_picture;
    const std::vector<int> marks = line.marks;
    put_lines(context, line_picture, {&line, 1}, {at.x, y}, leading, width);
    for (std::size_t r = 0; r < line_picture.items.size(); ++r) {
      const int mark = r < marks.size() ? marks[r] : -1;
      const TextSpan* span = mark < 0 ? nullptr : &text[static_cast<std::size_t>(mark)];
      int* child = mark < 0 ? nullptr : &elements[static_cast<std::size_t>(mark)];
      if (mark != open) {
        close();
        if (child && *child < 0) *child = add_element(context, element, *span);
        picture.items.emplace_back(TagBegin{child ? *child : element});
        open = mark;
      }
      const auto& run = std::get<GlyphRun>(line_picture.items[r]);
      const Rect box{run.origin.x, y, run.width, leading};
      picture.items.push_back(std::move(line_picture.items[r]));
      if (span && span->link)
        picture.items.emplace_back(Link{box, *child, span->link->uri, span->link->section, span->text});
    }
    y += leading;
  }
  close();
  return y - at.y;
}

}  // namespace

double put_tagged_lines(LayoutContext& context, Picture& picture, std::span<Line> lines, Point at, double leading,
                        double width, int element, const RichText& text) {
  std::vector<int> elements(text.size(), -1);
  return put_marked_lines(context, picture, lines, at, leading, width, element, text, elements);
}

double put_text(LayoutContext& context, Picture& picture, const RichText& text, TextRole plain, TextRole strong,
                Point at, double width, int element, LineOptions options) {
  const auto spans = styled(text, context.style.theme, plain, strong);
  auto lines = break_lines(context.style.shaper, spans, width, options);
  return put_tagged_lines(context, picture, lines, at, context.style.theme.style(plain).leading, width, element, text);
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
  std::vector<int> elements(text.size(), -1);  // of marks, which may go on from row to row
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
    put_marked_lines(context, row.picture, part, {indent, 0}, leading, width - indent, element, text, elements);
    rows.push_back(std::move(row));
    i += take;
  }
  return rows;
}

}  // namespace mognad
