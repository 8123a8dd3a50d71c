// Reports made for the test: how blocks break over pages, and what doesn't fit.
#include "layout/block_rows.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <set>

#include "support/dump.h"
#include "support/small_survey.h"

using namespace mognad;
using namespace mognad::test;

namespace {

Result<Pages> laid_out(const Report& report) { return lay_out(report, small_survey().style("sv")); }

Report report_of(Blocks blocks) {
  Report report = small_survey().report(0, "sv");
  report.sections = {Section{SectionKind::summary, "Ett avsnitt", "Vad det säger", std::move(blocks)}};
  return report;
}

Table table_of(int rows) {
  Table table;
  table.title = "En tabell";
  table.columns = {{"Del", TableColumn::Align::left}, {"2025"}, {"Omdöme", TableColumn::Align::left}};
  for (int i = 0; i < rows; ++i)
    table.rows.push_back({{"Rad " + std::to_string(i + 1), "49,5", "inom slumpen"}, false});
  return table;
}

RichText sentences(int count) {
  std::string text;
  for (int i = 0; i < count; ++i)
    text += "Organisationen kan förstå och använda digitala möjligheter bättre än de flesta. ";
  text.pop_back();
  return {{text, false}};
}

int count_on(const Page& page, const std::string& text) {
  int count = 0;
  for (const PlacedText& placed : placed_texts(page.picture)) count += placed.run.text == text;
  return count;
}

}  // namespace

TEST_CASE("A table's head is repeated on the next page and read once", "[layout]") {
  const auto pages = laid_out(report_of({table_of(70)}));
  REQUIRE(pages);
  REQUIRE(pages->pages.size() >= 3);
  for (std::size_t page = 1; page < pages->pages.size(); ++page) CHECK(count_on(pages->pages[page], "Omdöme") == 1);
  CHECK(std::count_if(pages->elements.begin(), pages->elements.end(),
                      [](const Element& e) { return e.role == Role::thead; }) == 1);
  int read = 0;
  for (const Page& page : pages->pages)
    for (const PlacedText& text : placed_texts(page.picture)) read += text.run.text == "Omdöme" && text.element >= 0;
  CHECK(read == 1);
}

TEST_CASE("No row of a long table is lost or alone on a page", "[layout]") {
  for (const int rows : {13, 38, 39, 40, 41, 42, 79, 80, 81, 120}) {
    const auto pages = laid_out(report_of({table_of(rows)}));
    REQUIRE(pages);
    int all = 0;
    for (std::size_t page = 1; page < pages->pages.size(); ++page) {
      const int here = count_on(pages->pages[page], "inom slumpen");
      INFO(rows << " rows, page " << page + 1);
      CHECK(here >= 2);
      all += here;
    }
    CHECK(all == rows);
  }
}

TEST_CASE("A table of few rows stays whole", "[layout]") {
  for (int lines = 20; lines < 40; ++lines) {
    const auto pages = laid_out(report_of({Paragraph{sentences(lines)}, table_of(12)}));
    REQUIRE(pages);
    for (const Page& page : pages->pages) {
      const int here = count_on(page, "inom slumpen");
      CHECK((here == 0 || here == 12));
    }
  }
}

TEST_CASE("A long paragraph never leaves one line on a page", "[layout]") {
  for (int lines = 30; lines < 60; ++lines) {
    const auto pages = laid_out(report_of({Paragraph{sentences(lines)}}));
    REQUIRE(pages);
    for (std::size_t page = 1; page < pages->pages.size(); ++page) {
      std::set<double> baselines;
      for (const PlacedText& text : placed_texts(pages->pages[page].picture))
        if (text.element >= 0 && text.run.size == 11 && text.run.font == 0) baselines.insert(text.run.origin.y);
      INFO(lines << " sentences, page " << page + 1);
      CHECK(baselines.size() != 1);
    }
  }
}

TEST_CASE("A heading moves to the next page with what follows", "[layout]") {
  for (int lines = 25; lines < 45; ++lines) {
    const auto pages = laid_out(report_of({Paragraph{sentences(lines)}, Heading{"Rubriken"}, Paragraph{sentences(6)}}));
    REQUIRE(pages);
    for (const Page& page : pages->pages)
      if (count_on(page, "Rubriken")) {
        const auto texts = placed_texts(page.picture);
        const auto heading =
            std::find_if(texts.begin(), texts.end(), [](const PlacedText& t) { return t.run.text == "Rubriken"; });
        CHECK(std::count_if(texts.begin(), texts.end(),
                            [&](const PlacedText& t) { return t.element > heading->element; }) >= 2);
      }
  }
}

TEST_CASE("Text that can't fit is a problem that names it", "[layout]") {
  Report report = report_of({Paragraph{sentences(1)}});
  report.cover.name = std::string(90, 'M');
  const auto pages = laid_out(report);
  CHECK_FALSE(pages);
  REQUIRE_FALSE(pages.problems.empty());
  CHECK(pages.problems.front().message.find("MMMM") != std::string::npos);
}

TEST_CASE("A cover's line that is too long is a problem and not cut off in silence", "[layout]") {
  Report report = report_of({Paragraph{sentences(1)}});
  report.cover.reader = "Rapport till " + std::string(120, 'm');
  CHECK_FALSE(laid_out(report));
}

TEST_CASE("A section's title that is too long is a problem and not cut off in silence", "[layout]") {
  Report report = report_of({Paragraph{sentences(1)}});
  report.sections.front().title = std::string(120, 'm');
  CHECK_FALSE(laid_out(report));
}

TEST_CASE("A table that is too wide is a problem and not cut off in silence", "[layout]") {
  Table table = table_of(3);
  for (TableRow& row : table.rows) row.cells[2] = std::string(120, 'm');
  const auto pages = laid_out(report_of({table}));
  CHECK_FALSE(pages);
}

TEST_CASE("A tile's number that is too wide is a problem and not cut off in silence", "[layout]") {
  Tiles tiles;
  for (const char* number : {"123456789012", "49,5", "47,3"})
    tiles.tiles.push_back(Tile{.label = "Digital mognad", .number = number, .unit = "procentenheter"});
  CHECK_FALSE(laid_out(report_of({tiles})));
}

TEST_CASE("A foot that is too long is cut and never printed over the page number", "[layout]") {
  Report report = report_of({Paragraph{sentences(1)}});
  report.foot_strong = std::string(120, 'm');
  report.foot_short = "Askdala";
  CHECK(laid_out(report));
  report.foot_short = report.foot_strong;
  const auto pages = laid_out(report);
  REQUIRE(pages);
  double cut = 0, number = 0;
  for (const PlacedText& text : placed_texts(pages->pages[1].picture)) {
    if (text.run.text.ends_with("\u2026")) cut = text.run.origin.x + text.run.width;
    if (text.run.text == "2") number = text.run.origin.x;
  }
  CHECK(cut > 0);
  CHECK(cut < number);
}

TEST_CASE("A character that no font has is an error that names it, in every document", "[layout]") {
  for (int document = 0; document < 2; ++document) {
    const auto pages = laid_out(report_of({Paragraph{{{"pil \u25B2 upp", false}}}}));
    CHECK_FALSE(pages);
    REQUIRE(pages.problems.size() == 1);
    CHECK(pages.problems.front().message.find("U+25B2") != std::string::npos);
  }
}

TEST_CASE("Missing characters of one document are not reported in the next", "[layout]") {
  CHECK_FALSE(laid_out(report_of({Paragraph{{{"\u25B2", false}}}})));
  CHECK(laid_out(report_of({Paragraph{sentences(1)}})));
}

TEST_CASE("A list's label is read before its item and stands on its first line", "[layout]") {
  List list{.numbered = true, .items = {sentences(3), sentences(1)}};
  const auto pages = laid_out(report_of({list}));
  REQUIRE(pages);
  const auto texts = placed_texts(pages->pages[1].picture);
  for (std::size_t i = 0; i + 1 < texts.size(); ++i) {
    if (texts[i].element < 0 || pages->elements[static_cast<std::size_t>(texts[i].element)].role != Role::lbl) continue;
    CHECK(pages->elements[static_cast<std::size_t>(texts[i + 1].element)].role == Role::lbody);
    CHECK(texts[i].run.origin.y == Approx(texts[i + 1].run.origin.y));
  }
}

TEST_CASE("Columns stand beside each other and don't touch", "[layout]") {
  for (const auto split : {Columns::Split::halves, Columns::Split::thirds, Columns::Split::two_to_one}) {
    Columns columns{split, true, {}};
    for (int i = 0; i < (split == Columns::Split::thirds ? 3 : 2); ++i)
      columns.columns.push_back({Paragraph{sentences(3)}});
    const auto pages = laid_out(report_of({columns}));
    REQUIRE(pages);
    const auto texts = placed_texts(pages->pages[1].picture);
    for (std::size_t i = 0; i < texts.size(); ++i)
      for (std::size_t k = i + 1; k < texts.size(); ++k) CHECK_FALSE(collide(texts[i], texts[k]));
  }
}

TEST_CASE("The same report is laid out the same way twice", "[layout]") {
  const Report report = small_survey().report(3, "sv");
  const auto once = laid_out(report);
  const auto again = laid_out(report);
  REQUIRE(once);
  REQUIRE(once->pages.size() == again->pages.size());
  for (std::size_t page = 0; page < once->pages.size(); ++page)
    CHECK(once->pages[page].picture == again->pages[page].picture);
}
