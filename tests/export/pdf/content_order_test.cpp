// The order of the structure tree is the order of the content: what is read aloud, what is copied and what is painted
// come one after the other in the same way, so that readers that follow either agree.
#include <catch2/catch.hpp>

#include <map>

#include "report/small_survey.h"
#include "support/sample_reports.h"
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
  each_document([](const Document& document) {
    const TagTree tree = verification::read_tag_tree(document);
    std::map<int, int> last;  // MCID, by page
    int last_page = 0;
    for (const int root : tree.roots)
      walk(tree, root, [&](int index, const TagKid& piece) {
        INFO(at_element(tree, index));
        CHECK(piece.page >= last_page);
        const auto known = last.find(piece.page);
        CHECK(piece.mcid > (known == last.end() ? -1 : known->second));
        last[piece.page] = piece.mcid;
        last_page = piece.page;
      });
    CHECK(last.size() == document.pages.size());
  });
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
