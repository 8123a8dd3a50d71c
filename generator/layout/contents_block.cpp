#include "layout/contents_block.h"

#include "layout/grid.h"

namespace mognad {
namespace {

constexpr double kNumber = 20;  // where titles begin
constexpr double kPage = 36;    // kept free for page numbers at the right end

/// One entry: TOCI, Reference, Link (ISO 32000-1, 14.8.4.3.4 and 14.8.4.4).
Row entry_row(LayoutContext& context, const Contents::Entry& entry, double width, int toc) {
  const Theme& theme = context.style.theme;
  const int reference = context.structure.add(context.structure.add(toc, Role::toci), Role::reference);
  const int link = context.structure.add(reference, Role::link);
  const TextStyle& title = theme.style(TextRole::body_strong);
  const double baseline = grid::baseline(title.leading);
  Row row;
  double y = 0;
  tagged(row.picture, link, [&] {
    const auto put = [&](const std::string& text, TextStyle style, double x) {
      style.colour = theme.colours.accent;
      GlyphRun run = context.style.shaper.run(text, style);
      run.origin = {x, baseline};
      row.picture.items.emplace_back(std::move(run));
    };
    if (!entry.number.empty()) put(entry.number + " ", title, 0);
    put(entry.title + " ", title, kNumber);
    y = title.leading;
    const TextStyle& finding = theme.style(TextRole::column);
    auto lines = break_lines(context.style.shaper, {{entry.finding, finding}}, width - kNumber - kPage,
                             {.hyphenate = false, .balance = false});
    y += put_lines(context, row.picture, lines, {kNumber, y}, finding.leading, width - kNumber - kPage);
    row.page_numbers.push_back({row.picture.items.size(), entry.section});
    GlyphRun page{title.font, title.size, title.tracking, title.colour, {width, baseline}, 0, {}, {}};
    row.picture.items.emplace_back(std::move(page));
    row.picture.items.emplace_back(Link{{0, 0, width, y}, link, "", entry.section, entry.title});
  });
  row.picture.size = {width, y};
  return row;
}

}  // namespace

Rows contents_rows(LayoutContext& context, const Contents& contents, double width, int parent) {
  Rows rows;
  const int toc = context.structure.add(parent, Role::toc);
  for (const Contents::Entry& entry : contents.entries) {
    Row row = entry_row(context, entry, width, toc);
    if (!rows.empty()) row.space_before = 9;
    rows.push_back(std::move(row));
  }
  return rows;
}

}  // namespace mognad
