#include "export/html/page_blocks.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "export/html/page_table.h"
#include "layout/grid.h"

namespace mognad {
namespace {

class PageBlocks {
 public:
  PageBlocks(PageBuilder& page, double width) : page_(page), width_(width) {}

  void put(const Heading& heading) { page_.put(fmt::format("<h3>{}</h3>\n", page_.text(heading.text))); }

  void put(const Paragraph& paragraph) {
    page_.put(paragraph.kind != Paragraph::Kind::body ? "<p class=\"column\">" : "<p>");
    page_.put_rich(paragraph.text);
    page_.put("</p>\n");
  }

  void put(const List& list) {
    const char* name = list.numbered ? "ol" : "ul";
    page_.put(fmt::format("<{}{}>\n", name, list.kind == Paragraph::Kind::column ? " class=\"column\"" : ""));
    for (const RichText& item : list.items) {
      page_.put("<li>");
      page_.put_rich(item);
      page_.put("</li>\n");
    }
    page_.put(fmt::format("</{}>\n", name));
  }

  void put(const Tiles& tiles) {
    page_.put("<dl class=\"tiles\">\n");
    for (const Tile& tile : tiles.tiles) put_tile(tile);
    page_.put("</dl>\n");
  }

  void put(const Table& table) { put_table(page_, table); }
  void put(const Plan& plan) { put_plan(page_, plan); }

  void put(const Figure& figure) {
    page_.put("<figure>\n");
    page_.put_paragraph("title", figure.title);
    page_.put_paragraph("subtitle", figure.subtitle);
    std::vector<std::string> dropped;
    put_charts(figure, dropped);
    put_caption(figure, dropped);
    page_.put("</figure>\n");
  }

  void put(const Callout& callout) {
    page_.put("<p class=\"callout\">");
    page_.put_rich(callout.text);
    page_.put("</p>\n");
  }

  void put(const Contents& contents) {
    page_.put(fmt::format("<nav aria-label=\"{}\">\n<ul class=\"contents\">\n",
                          page_.text(page_.report().page_words.contents)));
    for (const Contents::Entry& entry : contents.entries) {
      const std::string number = entry.number.empty() ? "" : entry.number + " ";
      page_.put(fmt::format("<li><a href=\"#section-{}\">{}{}</a>", entry.section, page_.text(number),
                            page_.text(entry.title)));
      if (!entry.finding.empty()) page_.put(fmt::format(" <span>{}</span>", page_.text(entry.finding)));
      page_.put("</li>\n");
    }
    page_.put("</ul>\n</nav>\n");
  }

  void put(const Columns& columns) {
    page_.put(fmt::format("<div class=\"columns {}{}\">\n", split_name(columns.split), columns.ruled ? " ruled" : ""));
    for (std::size_t i = 0; i < columns.columns.size(); ++i) {
      page_.put("<div>\n");
      put_blocks(page_, columns.columns[i], column_width(columns.split, i));
      page_.put("</div>\n");
    }
    page_.put("</div>\n");
  }

 private:
  void put_tile(const Tile& tile) {
    const char* kind = tile.kind == Tile::Kind::first ? " class=\"first\"" : "";
    page_.put(fmt::format("<div{}><dt>{}</dt>\n<dd class=\"{}\">{}", kind, page_.text(tile.label),
                          tile.kind == Tile::Kind::second ? "value second" : "value", page_.text(tile.number)));
    if (!tile.unit.empty()) page_.put(fmt::format("\u00A0<span class=\"unit\">{}</span>", page_.text(tile.unit)));
    page_.put("</dd>\n");
    if (!tile.note.empty()) page_.put(fmt::format("<dd class=\"note\">{}</dd>\n", page_.text(tile.note)));
    if (tile.strip) {
      page_.put("<dd>\n");
      page_.put_chart({*tile.strip, tile.description}, tile.label, grid::span(4));
      page_.put("</dd>\n");
    }
    page_.put("</div>\n");
  }

  /// The key above, a smaller chart before the one that says more.
  void put_charts(const Figure& figure, std::vector<std::string>& dropped) {
    if (!figure.key.rows.empty()) page_.put_chart({figure.key, figure.key_description}, "", width_, &dropped);
    if (!figure.left) return page_.put_chart({figure.chart, figure.description}, figure.title, width_, &dropped);
    constexpr int kLeftColumns = 5, kMainColumns = 7;
    page_.put("<div class=\"pair\">\n");
    page_.put_chart(*figure.left, "", grid::span(kLeftColumns), &dropped);
    page_.put_chart({figure.chart, figure.description}, figure.title, grid::span(kMainColumns), &dropped);
    page_.put("</div>\n");
  }

  void put_caption(const Figure& figure, const std::vector<std::string>& dropped) {
    std::string caption = page_.text(figure.caption);
    const auto add = [&](const std::string& markup) { caption += (caption.empty() ? "" : " ") + markup; };
    const std::string& left_out = page_.report().left_out_label;
    if (!dropped.empty() && !left_out.empty())
      add(page_.text(fmt::format("{} {}.", left_out, fmt::join(dropped, ", "))));
    if (figure.see) add(reference_markup(page_, *figure.see));
    if (!caption.empty()) page_.put(fmt::format("<figcaption>{}</figcaption>\n", caption));
  }

  static const char* split_name(Columns::Split split) {
    switch (split) {
      case Columns::Split::halves: return "halves";
      case Columns::Split::thirds: return "thirds";
      case Columns::Split::two_to_one: break;
    }
    return "two-to-one";
  }

  static double column_width(Columns::Split split, std::size_t column) {
    switch (split) {
      case Columns::Split::halves: return grid::span(6);
      case Columns::Split::thirds: return grid::span(4);
      case Columns::Split::two_to_one: break;
    }
    return grid::span(column == 0 ? 8 : 4);
  }

  PageBuilder& page_;
  double width_;
};

}  // namespace

void put_blocks(PageBuilder& page, const Blocks& blocks, double width) {
  PageBlocks put(page, width);
  for (const Block& block : blocks)
    std::visit([&](const auto& b) { put.put(b); }, static_cast<const BlockVariant&>(block));
}

}  // namespace mognad
