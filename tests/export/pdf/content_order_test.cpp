// The order of the structure tree is the order of the content: what is read aloud, what is copied and what is painted
// come one after the other in the same way, so that readers that follow either agree.
#include <catch2/catch.hpp>

#include <map>

#include "support/defects.h"
#include "support/sample_reports.h"
#include "support/small_survey.h"
#include "verification/page_content.h"
#include "verification/tag_tree.h"

using namespace mognad;
using namespace mognad::test;
using verification::Document;
using verification::TagElement;
using verification::TagKid;
using verification::TagTree;

namespace {

/// Hands every piece of marked content to `visit`, with its element, in the order of the tree.
template <class Visit>
void walk(const TagTree& tree, int index, const Visit& visit) {
  for (const TagKid& kid : tree.elements[static_cast<std::size_t>(index)].kids) {
    if (kid.kind == TagKid::Kind::element) walk(tree, kid.element, visit);
    if (kid.kind == TagKid::Kind::marked_content) visit(index, kid);
  }
}

/// Places where the tree goes back in the content, or leaves a page out.
std::vector<std::string> steps_back(const Document& document) {
  const TagTree tree = verification::read_tag_tree(document);
  std::vector<std::string> found;
  std::map<int, int> last;  // MCID, by page
  int last_page = 0;
  for (const int root : tree.roots)
    walk(tree, root, [&](int index, const TagKid& piece) {
      const auto known = last.find(piece.page);
      if (piece.page < last_page || (known != last.end() && piece.mcid <= known->second))
        found.push_back(at_element(tree, index) + ": mark " + std::to_string(piece.mcid));
      last[piece.page] = piece.mcid;
      last_page = piece.page;
    });
  if (last.size() != document.pages.size()) found.push_back(std::to_string(last.size()) + " pages with tags");
  return found;
}

template <class Check>
void each_document(Check check) {
  for (const LanguageTag tag : kLanguages)
    for (const SampleKind kind : kSampleKinds) {
      const SampleReport& sample = sample_report(kind, tag);
      INFO(sample.place);
      check(Document::read(sample.bytes));
    }
}

}  // namespace

TEST_CASE("The structure tree meets content in the order in which it is painted", "[pdf][order]") {
  each_document([](const Document& document) { CHECK(steps_back(document) == std::vector<std::string>{}); });
}

TEST_CASE("A tree in another order than the content is noticed", "[pdf][order]") {
  const std::string swapped = edited(good_file(), [](QPDF& file) {
    QPDFObjectHandle kids = element_of(file, "Sect", 2).getKey("/K");
    const QPDFObjectHandle first = kids.getArrayItem(0);
    kids.setArrayItem(0, kids.getArrayItem(1));
    kids.setArrayItem(1, first);
  });
  CHECK(steps_back(Document::read(swapped)).size() == 1);
}

TEST_CASE("Marks are numbered in the order of the content, none left out", "[pdf][order]") {
  each_document([](const Document& document) {
    std::size_t page = 0;
    for (const verification::PageContent& content : verification::read_contents(document)) {
      INFO("page " << ++page);
      int next = 0;
      for (const verification::Mark& mark : content.marks)
        if (mark.mcid >= 0) CHECK(mark.mcid == next++);
      CHECK(next > 0);
    }
  });
}
