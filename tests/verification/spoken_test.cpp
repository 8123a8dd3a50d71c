#include <catch2/catch.hpp>

#include <algorithm>

#include "support/defect_table.h"
#include "verification/spoken.h"

namespace mognad::test {
namespace {

using verification::Document;
using verification::Fonts;
using verification::PageContent;
using verification::spoken;
using verification::TagElement;
using verification::TagKid;
using verification::TagTree;

/// A tree made by hand; the text of each piece of content stands in the test.
class Tree {
 public:
  int add(const std::string& role, int parent) {
    TagElement element;
    element.type = element.role = role;
    element.parent = parent;
    tree.elements.push_back(element);
    const int index = static_cast<int>(tree.elements.size()) - 1;
    if (parent < 0) tree.roots.push_back(index);
    else tree.elements[static_cast<std::size_t>(parent)].kids.push_back({TagKid::Kind::element, index, -1, -1, {}});
    return index;
  }
  int add(const std::string& role, int parent, const std::string& text) {
    const int index = add(role, parent);
    write(index, text);
    return index;
  }
  void write(int index, const std::string& text) {
    at(index).kids.push_back({TagKid::Kind::marked_content, -1, 0, static_cast<int>(texts.size()), {}});
    texts.push_back(text);
  }
  TagElement& at(int index) { return tree.elements[static_cast<std::size_t>(index)]; }
  void scope(int index, const std::string& scope) {
    verification::Dictionary attributes;
    attributes.set("O", verification::Name{"Table"});
    attributes.set("Scope", verification::Name{scope});
    at(index).attributes.push_back(attributes);
  }
  std::vector<std::string> say() const {
    const std::vector<PageContent> contents;
    const Fonts fonts;
    return spoken({document, contents, fonts, tree},
                  [&](int, int mcid) { return texts.at(static_cast<std::size_t>(mcid)); });
  }

  Document document;
  TagTree tree;
  std::vector<std::string> texts;
};

using Lines = std::vector<std::string>;

TEST_CASE("Headings, paragraphs and figures are said with what they are", "[verification][spoken]") {
  Tree tree;
  const int root = tree.add("Document", -1);
  tree.add("H1", root, "Results");
  const int paragraph = tree.add("P", root, "First  line");
  tree.write(paragraph, "second line");
  const int figure = tree.add("Figure", root, "axis labels");
  tree.at(figure).has_alternative = true;
  tree.at(figure).alternative = "A rising line.";
  CHECK(tree.say() == Lines{"heading 1: Results", "paragraph: First line second line", "figure: A rising line."});
}

TEST_CASE("Items are said with their labels, lists in items in their place", "[verification][spoken]") {
  Tree tree;
  const int list = tree.add("L", tree.add("Document", -1));
  const int item = tree.add("LI", list);
  tree.add("Lbl", item, "1.");
  const int body = tree.add("LBody", item, "Fewer systems");
  const int inner = tree.add("L", body);
  tree.add("LBody", tree.add("LI", inner), "of one kind");
  CHECK(tree.say() == Lines{"list of 1 item", "item 1.: Fewer systems", "list of 1 item", "item: of one kind"});
}

TEST_CASE("Cells are said with the heads above them", "[verification][spoken]") {
  Tree tree;
  const int table = tree.add("Table", tree.add("Document", -1));
  int row = tree.add("TR", tree.add("THead", table));
  tree.scope(tree.add("TH", row, "Part"), "Column");
  tree.scope(tree.add("TH", row, "Score"), "Column");
  row = tree.add("TR", tree.add("TBody", table));
  tree.scope(tree.add("TH", row, "Innovation"), "Row");
  tree.add("TD", row, "43.8");
  tree.add("Caption", table, "Per cent.");
  CHECK(tree.say() == Lines{"caption: Per cent.", "table of 2 rows and 2 columns", "heads: Part; Score",
                            "row: Part Innovation; Score 43.8"});
}

TEST_CASE("A change of language is said, in a line and between lines", "[verification][spoken]") {
  Tree tree;
  const int root = tree.add("Document", -1);
  tree.at(root).language = "sv";
  const int paragraph = tree.add("P", root, "Ordet");
  tree.at(tree.add("Span", paragraph, "legacy")).language = "en";
  tree.write(paragraph, "betyder arv.");
  tree.at(tree.add("P", root, "In English.")).language = "en";
  CHECK(tree.say() ==
        Lines{"language sv", "paragraph: Ordet [en: legacy] betyder arv.", "language en", "paragraph: In English."});
}

TEST_CASE("A replacement is said in place of what it replaces", "[verification][spoken]") {
  Tree tree;
  const int root = tree.add("Document", -1);
  const int paragraph = tree.add("P", root, "See");
  const int span = tree.add("Span", paragraph, "fi");
  tree.at(span).has_actual = true;
  tree.at(span).actual = "figure 3";
  CHECK(tree.say() == Lines{"paragraph: See figure 3"});
}

TEST_CASE("A whole report is said from its language to its last table", "[verification][spoken]") {
  const Document document = Document::read(good_file());
  const auto contents = verification::read_contents(document);
  const Fonts fonts = Fonts::read(document);
  const TagTree tree = verification::read_tag_tree(document);
  const verification::ReadFile file{document, contents, fonts, tree};
  const Lines lines = spoken(file, verification::marked_text(file));
  REQUIRE(lines.size() > 50);
  CHECK(lines[0] == "language sv-SE");
  const auto count = [&](const std::string& start) {
    return std::count_if(lines.begin(), lines.end(), [&](const std::string& line) { return line.starts_with(start); });
  };
  CHECK(count("heading 1: ") > 3);
  CHECK(count("table of ") > 1);
  CHECK(count("figure: ") > 3);
  CHECK(count("figure:") == count("figure: "));
  CHECK(count("entry: [link ") > 3);
  for (const std::string& line : lines) {
    INFO(line);
    CHECK(line.find("to nowhere") == std::string::npos);
    CHECK(line.find("\uFFFD") == std::string::npos);
  }
}

}  // namespace
}  // namespace mognad::test
