// Composed reports laid out: no text of the content is lost or comes in another order, and none stands outside its
// page.
#include <catch2/catch.hpp>

#include <algorithm>
#include <map>

#include "layout/grid.h"
#include "report/composed_reports.h"
#include "support/dump.h"

using namespace mognad;
using namespace mognad::test;

namespace {

/// The texts of blocks in the order in which they are read.
class ReadTexts {
 public:
  explicit ReadTexts(const Section& section) {
    put(section.title), put(section.message);
    blocks(section.blocks);
  }
  std::vector<std::string> take() { return std::move(texts_); }

 private:
  void put(const std::string& text) {
    if (!text.empty()) texts_.push_back(text);
  }
  void put(const RichText& text) {
    for (const TextSpan& span : text) put(span.text);
  }
  void blocks(const Blocks& all) {
    for (const Block& block : all) std::visit([&](const auto& b) { read(b); }, static_cast<const BlockVariant&>(block));
  }
  void read(const Heading& heading) { put(heading.text); }
  void read(const Paragraph& paragraph) { put(paragraph.text); }
  void read(const Callout& callout) { put(callout.text); }
  void read(const Contents& contents) {
    for (const Contents::Entry& entry : contents.entries) put(entry.number), put(entry.title), put(entry.finding);
  }
  void read(const Plan& plan) {
    for (const std::string& head : plan.heads) put(head);
    for (const std::string& area : plan.areas) put(area);
  }
  void read(const List& list) {
    for (const RichText& item : list.items) put(item);
  }
  void read(const Tiles& tiles) {
    for (const Tile& tile : tiles.tiles) put(tile.label), put(tile.number), put(tile.unit), put(tile.note);
  }
  void read(const Table& table) {
    put(table.title), put(table.subtitle);
    if (table.head)
      for (const TableColumn& column : table.columns) put(column.head);
    for (const TableRow& row : table.rows)
      for (const std::string& cell : row.cells) put(cell);
    put(table.caption);
    if (table.see) put(table.see->text);
  }
  void read(const Figure& figure) {
    put(figure.title), put(figure.subtitle), put(figure.caption);
    if (figure.see) put(figure.see->text);
  }
  void read(const Columns& columns) {
    for (const Blocks& column : columns.columns) blocks(column);
  }

  std::vector<std::string> texts_;
};

/// A text without spaces and the hyphens of line ends.
std::string letters_of(std::string text) {
  for (const char* skipped : {" ", "\n", "\u00A0", "\u00AD"})
    for (std::size_t at = text.find(skipped); at != std::string::npos; at = text.find(skipped, at))
      text.erase(at, std::string(skipped).size());
  return text;
}

/// The letters of all pages by element, which stand in reading order; artifacts are not read.
std::string read_letters(const Pages& pages) {
  std::map<int, std::string> by_element;
  for (const Page& page : pages.pages)
    for (const PlacedText& text : placed_texts(page.picture))
      if (text.element != TagBegin::kArtifact) by_element[text.element] += letters_of(text.run.text);
  std::string all;
  for (const auto& [element, letters] : by_element) all += letters;
  return all;
}

std::string first_lost(const Report& report, const Pages& pages) {
  const std::string read = read_letters(pages);
  std::size_t at = 0;
  for (const Section& section : report.sections)
    for (const std::string& text : ReadTexts(section).take()) {
      const std::string letters = letters_of(text);
      const std::size_t found = read.find(letters, at);
      if (found == std::string::npos) return section.title + ": " + text;
      at = found + letters.size();
    }
  return {};
}

/// A text that reaches out of the columns or into the foot.
std::string first_outside(const Pages& pages) {
  for (std::size_t i = 1; i < pages.pages.size(); ++i)
    for (const PlacedText& text : placed_texts(pages.pages[i].picture)) {
      if (text.element == TagBegin::kArtifact) continue;
      const bool beside = text.box.x < grid::kLeft - 1 || text.box.right() > grid::kLeft + grid::kWidth + 1;
      if (beside || text.box.y < grid::kTop - 1 || text.run.origin.y > grid::kBottom + 1)
        return "page " + std::to_string(i + 1) + ": " + text.run.text;
    }
  return {};
}

std::string first_collision(const Pages& pages) {
  for (std::size_t i = 0; i < pages.pages.size(); ++i) {
    std::vector<PlacedText> texts = placed_texts(pages.pages[i].picture);
    std::sort(texts.begin(), texts.end(), [](const auto& a, const auto& b) { return a.box.y < b.box.y; });
    for (std::size_t a = 0; a < texts.size(); ++a)
      for (std::size_t b = a + 1; b < texts.size() && texts[b].box.y < texts[a].box.bottom(); ++b)
        if (collide(texts[a], texts[b]))
          return "page " + std::to_string(i + 1) + ": " + texts[a].run.text + " on " + texts[b].run.text;
  }
  return {};
}

/// Lays out every so-manyth report of so many surveys; how many there were.
int check_pages(int surveys, int every) {
  Faults faults;
  int number = 0, laid_out = 0;
  each_composed(surveys, [&](const Composed& c) {
    if (number++ % every != 0) return;
    const Result<Pages> pages = lay_out(c.report, small_survey().style(c.tag));
    for (const Problem& problem : pages.problems)
      if (problem.severity == Severity::error) faults.add("an error", c.place() + ": " + to_text(problem));
    if (!pages) return;
    ++laid_out;
    const auto add = [&](const char* kind, const std::string& where) {
      if (!where.empty()) faults.add(kind, c.place() + ", " + where);
    };
    add("a text is lost", first_lost(c.report, *pages));
    add("a text outside its page", first_outside(*pages));
    add("a text on another", first_collision(*pages));
  });
  faults.check();
  return laid_out;
}

}  // namespace

TEST_CASE("Composed reports are laid out with every text, in its order and its place", "[layout]") {
  CHECK(check_pages(60, 5) > 150);
}

TEST_CASE("Many more composed reports are laid out with every text", "[layout][.long]") {
  CHECK(check_pages(1000, 3) > 3000);
}

TEST_CASE("A text that is not on the pages, or comes in another order, is noticed", "[layout]") {
  int changed = 0, noticed = 0;
  each_composed(6, [&](const Composed& c) {
    const Result<Pages> pages = lay_out(c.report, small_survey().style(c.tag));
    REQUIRE(pages);
    Report other = c.report;
    for (std::size_t i = 0; i + 1 < other.sections.size(); ++i) {
      std::swap(other.sections[i].message, other.sections[i + 1].message);
      ++changed;
      noticed += first_lost(other, *pages).empty() ? 0 : 1;
      std::swap(other.sections[i].message, other.sections[i + 1].message);
    }
  });
  CHECK(changed > 100);
  CHECK(noticed == changed);
}
