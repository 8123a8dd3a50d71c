#include "export/html/page_table.h"

#include <fmt/format.h>

namespace mognad {
namespace {

constexpr std::size_t kWide = 4;  // columns that a small screen doesn't hold

/// An empty head is no head: nothing would be read for its cells.
std::string cell(PageBuilder& page, const char* scope, const std::string& utf8, const char* style) {
  const std::string attributes = *style ? fmt::format(" class=\"{}\"", style) : "";
  if (utf8.empty() || !*scope) return fmt::format("<td{}>{}</td>", attributes, page.text(utf8));
  return fmt::format("<th scope=\"{}\"{}>{}</th>", scope, attributes, page.text(utf8));
}

const char* style_of(const TableColumn& column) { return column.align == TableColumn::Align::right ? "number" : ""; }

void put_caption(PageBuilder& page, const Table& table) {
  if (table.title.empty() && table.subtitle.empty()) return;
  page.put("<caption>");
  if (!table.title.empty()) page.put(fmt::format("<span class=\"title\">{}</span>", page.text(table.title)));
  if (!table.subtitle.empty())
    page.put(
        fmt::format("{}<span class=\"subtitle\">{}</span>", table.title.empty() ? "" : " ", page.text(table.subtitle)));
  page.put("</caption>\n");
}

void put_head(PageBuilder& page, const Table& table) {
  if (!table.head) return;
  page.put("<thead><tr>");
  for (const TableColumn& column : table.columns) page.put(cell(page, "col", column.head, style_of(column)));
  page.put("</tr></thead>\n");
}

void put_row(PageBuilder& page, const Table& table, const TableRow& row) {
  page.put(row.total ? "<tr class=\"total\">" : "<tr>");
  for (std::size_t c = 0; c < row.cells.size(); ++c)
    page.put(cell(page, c == 0 ? "row" : "", row.cells[c], c < table.columns.size() ? style_of(table.columns[c]) : ""));
  page.put("</tr>\n");
}

}  // namespace

std::string reference_markup(PageBuilder& page, const Reference& reference) {
  if (reference.index < 0) return page.text(reference.text);
  return fmt::format("<a href=\"#section-{}\">{}</a>", reference.index, page.text(reference.text));
}

void put_table(PageBuilder& page, const Table& table) {
  const bool wide = table.columns.size() >= kWide;
  if (wide) {
    const std::string& title = table.title.empty() ? page.report().page_words.table : table.title;
    page.put(fmt::format("<section class=\"scroll\" tabindex=\"0\" aria-label=\"{}\">\n",
                         page.text(page.region_name(title))));
  }
  page.put("<table>\n");
  put_caption(page, table);
  put_head(page, table);
  page.put("<tbody>\n");
  for (const TableRow& row : table.rows) put_row(page, table, row);
  page.put("</tbody>\n</table>\n");
  if (wide) page.put("</section>\n");
  if (table.caption.empty() && !table.see) return;
  page.put("<p class=\"caption\">");
  page.put(page.text(table.caption));
  if (table.see) page.put((table.caption.empty() ? "" : " ") + reference_markup(page, *table.see));
  page.put("</p>\n");
}

void put_plan(PageBuilder& page, const Plan& plan) {
  page.put("<table class=\"plan\">\n<thead><tr>");
  for (const std::string& head : plan.heads) page.put(cell(page, "col", head, ""));
  page.put("</tr></thead>\n<tbody>\n");
  for (const std::string& area : plan.areas) {
    page.put("<tr>" + cell(page, "row", area, ""));
    for (std::size_t c = 1; c < plan.heads.size(); ++c) page.put("<td></td>");
    page.put("</tr>\n");
  }
  page.put("</tbody>\n</table>\n");
}

}  // namespace mognad
