#include <catch2/catch.hpp>

#include "support/defect_table.h"
#include "verification/tag_tree.h"

namespace mognad::test {
namespace {

using verification::Document;
using verification::read_tag_tree;
using verification::TagElement;
using verification::TagKid;
using verification::TagTree;

TagTree tree_of(const std::string& bytes) { return read_tag_tree(Document::read(bytes)); }

const TagElement& first_of(const TagTree& tree, const std::string& type) {
  for (const TagElement& element : tree.elements)
    if (element.type == type) return element;
  FAIL("no " << type);
  return tree.elements.front();
}

TEST_CASE("The tree of a good file is read whole, parents before children", "[verification][tag_tree]") {
  const TagTree tree = tree_of(good_file());
  CHECK(tree.present);
  CHECK(tree.faults.empty());
  REQUIRE(tree.roots == std::vector<int>{0});
  CHECK(tree.elements[0].role == "Document");
  for (std::size_t i = 1; i < tree.elements.size(); ++i) {
    REQUIRE(tree.elements[i].parent < static_cast<int>(i));
    REQUIRE(tree.elements[i].depth == tree.elements[static_cast<std::size_t>(tree.elements[i].parent)].depth + 1);
  }
  const TagElement& head = first_of(tree, "TH");
  CHECK_FALSE(head.attribute("Table", "Scope").name().empty());
  CHECK(head.attribute("Layout", "Scope").is_null());
  CHECK(first_of(tree, "Figure").has_alternative);
  const TagElement& link = first_of(tree, "Link");
  CHECK(link.kids.back().kind == TagKid::Kind::object);
  CHECK(link.kids.front().page >= 0);
}

TEST_CASE("A file without a tree has none", "[verification][tag_tree]") {
  const TagTree tree = tree_of(edited(good_file(), [](QPDF& f) { f.getRoot().removeKey("/StructTreeRoot"); }));
  CHECK_FALSE(tree.present);
  CHECK(tree.elements.empty());
}

TEST_CASE("A role map is followed to a standard type", "[verification][tag_tree]") {
  const TagTree tree = tree_of(edited(good_file(), [](QPDF& f) {
    element_of(f, "Sect").replaceKey("/S", pdf_name("/Chapter"));
    tree_root(f).replaceKey("/RoleMap", pdf_object("<< /Chapter /Kapitel /Kapitel /Sect /Loop /Loop >>"));
    element_of(f, "P").replaceKey("/S", pdf_name("/Loop"));
  }));
  CHECK(first_of(tree, "Chapter").role == "Sect");
  CHECK(first_of(tree, "Loop").role.empty());
}

TEST_CASE("Attributes come from the element first, then from its classes", "[verification][tag_tree]") {
  const TagTree tree = tree_of(edited(good_file(), [](QPDF& f) {
    tree_root(f).replaceKey("/ClassMap", pdf_object("<< /Wide [ << /O /Table /ColSpan 3 /RowSpan 2 >> 0 ] >>"));
    QPDFObjectHandle head = element_of(f, "TH");
    head.replaceKey("/S", pdf_name("/TD"));
    head.replaceKey("/ID", QPDFObjectHandle::newString("it"));
    head.replaceKey("/A", pdf_object("[ << /O /Layout /Placement /Block >> << /O /Table /ColSpan 1 >> ]"));
    head.replaceKey("/C", pdf_object("[ /Wide /None ]"));
  }));
  for (const TagElement& element : tree.elements)
    if (element.dictionary.has("ID")) {
      CHECK(element.attribute("Table", "ColSpan").integer_or(0) == 1);
      CHECK(element.attribute("Table", "RowSpan").integer_or(0) == 2);
    }
}

TEST_CASE("A tree that is deep, shared or goes in circles ends", "[verification][tag_tree]") {
  const TagTree deep = tree_of(edited(good_file(), [](QPDF& f) {
    QPDFObjectHandle at = element_of(f, "Document");
    for (int i = 0; i < 2000; ++i) at = add_element(f, at, "Div");
  }));
  CHECK_FALSE(deep.faults.empty());
  CHECK(deep.elements.back().depth <= 200);
  // Many elements share an array of kids.
  const TagTree shared = tree_of(edited(good_file(), [](QPDF& f) {
    QPDFObjectHandle kids = f.makeIndirectObject(QPDFObjectHandle::newArray());
    for (int i = 0; i < 5000; ++i) kids.appendItem(pdf_number(i));
    for (int i = 0; i < 500; ++i) add_element(f, element_of(f, "Document"), "Div").replaceKey("/K", kids);
  }));
  CHECK_FALSE(shared.faults.empty());
  const TagTree circle =
      tree_of(edited(good_file(), [](QPDF& f) { element_of(f, "Sect").replaceKey("/K", element_of(f, "Document")); }));
  CHECK_FALSE(circle.faults.empty());
}

}  // namespace
}  // namespace mognad::test
