#include "batch/content_hash.h"

#include <catch2/catch.hpp>
#include <set>

#include "report/report.h"

using namespace mognad;

namespace {

template <class T>
std::string bytes_of(const T& value) {
  ContentBytes content;
  content.add(value);
  return content.bytes();
}

Report small_report() {
  Report report;
  report.title = "Rapport";
  Section section;
  section.blocks.emplace_back(Paragraph{{{"Ett stycke", true}}});
  CategoryDotsData dots;
  dots.rows.push_back({"Strategi", 51.5, Missing::no_answer, 47.0, 40.0, 55.0, "51,5"});
  section.blocks.emplace_back(Figure{"Figur", "", dots, "Bildtext", "Beskrivning"});
  report.sections.push_back(section);
  return report;
}

}  // namespace

TEST_CASE("Equal content has equal bytes, however it came about", "[batch]") {
  const Report report = small_report();
  CHECK(bytes_of(report) == bytes_of(small_report()));
  CHECK(bytes_of(0.0) == bytes_of(-0.0));
}

TEST_CASE("A change anywhere in a report changes its bytes", "[batch]") {
  std::set<std::string> seen{bytes_of(small_report())};
  const auto changed = [&](const char* what, auto change) {
    Report report = small_report();
    change(report);
    INFO(what);
    CHECK(seen.insert(bytes_of(report)).second);
  };
  const auto figure = [](Report& report) -> Figure& { return std::get<Figure>(report.sections[0].blocks[1]); };
  const auto row = [&](Report& report) -> CategoryDot& {
    return std::get<CategoryDotsData>(figure(report).chart).rows[0];
  };
  changed("title", [](Report& r) { r.title = "Rapporten"; });
  changed("a text moved between fields", [](Report& r) { std::swap(r.title, r.subject); });
  changed("weight of words", [](Report& r) { std::get<Paragraph>(r.sections[0].blocks[0]).text[0].strong = false; });
  changed("kind of paragraph",
          [](Report& r) { std::get<Paragraph>(r.sections[0].blocks[0]).kind = Paragraph::Kind::small; });
  changed("a value", [&](Report& r) { row(r).own = 51.6; });
  changed("a value that is missing", [&](Report& r) { row(r).own = Missing::withheld; });
  changed("why a value is missing", [&](Report& r) { row(r).earlier = Missing::withheld; });
  changed("the last field of a row", [&](Report& r) { row(r).new_group = true; });
  changed("a reference", [&](Report& r) { figure(r).see = Reference{SectionKind::tables, "Se", 3}; });
  changed("another block", [](Report& r) { r.sections[0].blocks.emplace_back(Callout{{{"Obs"}}}); });
  changed("an attachment", [](Report& r) { r.attachments.push_back({"data.csv", "text/csv", "", "1;2"}); });
  changed("a picture", [](Report& r) { r.cover.logo = std::make_shared<Raster>(Raster{1, 1, "abc", "x"}); });
  changed("another name", [](Report& r) { r.cover.logo = std::make_shared<Raster>(Raster{1, 1, "abd", "y"}); });
  changed("one without a name", [](Report& r) { r.cover.logo = std::make_shared<Raster>(Raster{1, 1, "abc", ""}); });
  changed("its pixels", [](Report& r) { r.cover.logo = std::make_shared<Raster>(Raster{1, 1, "abd", ""}); });
}

TEST_CASE("Texts in a list don't run together", "[batch]") {
  CHECK(bytes_of(std::vector<std::string>{"ab", "c"}) != bytes_of(std::vector<std::string>{"a", "bc"}));
  CHECK(bytes_of(std::vector<std::vector<int>>{{1}, {2}}) != bytes_of(std::vector<std::vector<int>>{{1, 2}, {}}));
}
