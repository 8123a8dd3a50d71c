#include "delivery/print_run.h"

#include <catch2/catch.hpp>

#include "support/defects.h"
#include "verification/document.h"

using namespace mognad;
using namespace mognad::test;
using verification::Document;

namespace {

/// The good file with only its first pages.
std::string first_pages(std::size_t count) {
  return edited(good_file(), [&](QPDF& file) {
    while (file.getAllPages().size() > count) file.removePage(file.getAllPages().back());
  });
}

Document joined(const std::vector<PrintPiece>& pieces, PrintSides sides) {
  const auto bytes = join_for_print(pieces, sides);
  REQUIRE(bytes);
  Document document = Document::read(*bytes);
  CHECK(document.complaints.empty());
  return document;
}

/// What a bookmark is called, and the page that it leads to, from 0.
std::vector<std::pair<std::string, int>> bookmarks(const std::string& bytes) {
  QPDF file;
  file.processMemoryFile("joined", bytes.data(), bytes.size());
  const std::vector<QPDFObjectHandle> pages = file.getAllPages();
  std::vector<std::pair<std::string, int>> found;
  for (QPDFObjectHandle mark = file.getRoot().getKey("/Outlines").getKey("/First"); mark.isDictionary();
       mark = mark.getKey("/Next")) {
    const QPDFObjGen target = mark.getKey("/Dest").getArrayItem(0).getObjGen();
    int page = 0;
    while (pages.at(static_cast<std::size_t>(page)).getObjGen() != target) ++page;
    found.emplace_back(mark.getKey("/Title").getUTF8Value(), page);
  }
  return found;
}

}  // namespace

TEST_CASE("Pieces follow each other, each with a bookmark", "[delivery]") {
  const auto bytes =
      join_for_print({{"Åmål: brev", first_pages(1)}, {"Åmål: rapport", first_pages(3)}}, PrintSides::one);
  REQUIRE(bytes);
  CHECK(bookmarks(*bytes) == std::vector<std::pair<std::string, int>>{{"Åmål: brev", 0}, {"Åmål: rapport", 1}});
  CHECK(Document::read(*bytes).pages.size() == 4);
}

TEST_CASE("On both sides of the paper each piece begins on a front", "[delivery]") {
  const auto bytes =
      join_for_print({{"a", first_pages(1)}, {"b", first_pages(2)}, {"c", first_pages(1)}}, PrintSides::both);
  REQUIRE(bytes);
  for (const auto& [name, page] : bookmarks(*bytes)) CHECK(page % 2 == 0);
  CHECK(Document::read(*bytes).pages.size() == 5);  // an empty one behind the first piece, none at the end
}

TEST_CASE("Fonts and images that pieces share are in the print run once", "[delivery]") {
  const std::string piece = first_pages(2);
  const auto one = join_for_print({{"a", piece}}, PrintSides::one);
  const auto ten = join_for_print(std::vector<PrintPiece>(10, {"a", piece}), PrintSides::one);
  REQUIRE(one);
  REQUIRE(ten);
  CHECK(ten->size() < 3 * one->size());
  // Every page still has the fonts that it names.
  const Document document = Document::read(*ten);
  REQUIRE(document.pages.size() == 20);
  const auto fonts = [&](std::size_t page) {
    const auto* resources = document.get(document.pages[page].dictionary, "Resources").dictionary();
    REQUIRE(resources);
    const auto* all = document.get(*resources, "Font").dictionary();
    REQUIRE(all);
    return all->entries().size();
  };
  for (std::size_t page = 2; page < 20; ++page) CHECK(fonts(page) == fonts(0));
}

TEST_CASE("The same pieces give the same print run", "[delivery]") {
  const std::vector<PrintPiece> pieces{{"a", first_pages(1)}, {"b", first_pages(2)}};
  CHECK(*join_for_print(pieces, PrintSides::both) == *join_for_print(pieces, PrintSides::both));
}

TEST_CASE("A print run has no links and no structure that leads to nothing", "[delivery]") {
  const Document document = joined({{"a", good_file()}}, PrintSides::one);
  for (const verification::DocumentPage& page : document.pages)
    for (const char* key : {"Annots", "StructParents"}) CHECK(document.get(page.dictionary, key).is_null());
}

TEST_CASE("A piece that is no PDF file is named", "[delivery]") {
  const auto bytes = join_for_print({{"a", first_pages(1)}, {"Åmål: rapport", "no file"}}, PrintSides::one);
  CHECK_FALSE(bytes);
  REQUIRE(bytes.problems.size() == 1);
  CHECK(bytes.problems.front().place.file == "Åmål: rapport");
}
