#include <catch2/catch.hpp>

#include "support/defect_table.h"
#include "verification/rules.h"

namespace mognad::test {
namespace {

QPDFObjectHandle id_tree(QPDF& file, const std::vector<std::pair<std::string, QPDFObjectHandle>>& names) {
  QPDFObjectHandle list = QPDFObjectHandle::newArray();
  for (const auto& [name, element] : names) {
    list.appendItem(QPDFObjectHandle::newString(name));
    list.appendItem(element);
  }
  QPDFObjectHandle tree = file.makeIndirectObject(QPDFObjectHandle::newDictionary());
  tree.replaceKey("/Names", list);
  return tree;
}

void exchange(QPDFObjectHandle element, int one, int other) {
  QPDFObjectHandle kids = element.getKey("/K");
  QPDFObjectHandle first = kids.getArrayItem(one);
  kids.setArrayItem(one, kids.getArrayItem(other));
  kids.setArrayItem(other, first);
}

/// The parent of a cell that is not the first of its row.
QPDFObjectHandle row_of_cells(QPDF& file) { return element_of(file, "TD", 1).getKey("/P"); }

const std::vector<Defect> kTreeDefects{
    {"no tree", "A3-6.7.3.3-1", [](QPDF& f) { f.getRoot().removeKey("/StructTreeRoot"); }},
    {"a root of another type", "A3-6.7.3.3-1", [](QPDF& f) { tree_root(f).replaceKey("/Type", pdf_name("/Root")); }},
    {"a root without kids", "A3-6.7.3.3-1", [](QPDF& f) { tree_root(f).removeKey("/K"); }},
    {"an element without a type", "UA1-7.1-60", [](QPDF& f) { element_of(f, "H1").removeKey("/S"); }},
    {"no parent", "UA1-7.1-61", [](QPDF& f) { element_of(f, "TD", 5).removeKey("/P"); }},
    {"another parent", "UA1-7.1-61",
     [](QPDF& f) { element_of(f, "TD", 5).replaceKey("/P", element_of(f, "Document")); }},
    {"a wrong Type", "UA1-7.1-62", [](QPDF& f) { element_of(f, "P").replaceKey("/Type", pdf_name("/Elem")); }},
    {"an element in a circle", "UA1-7.1-63",
     [](QPDF& f) { element_of(f, "Sect").getKey("/K").appendItem(element_of(f, "Document")); }},
    {"an element in two places", "UA1-7.1-63",
     [](QPDF& f) { element_of(f, "Sect", 1).getKey("/K").appendItem(element_of(f, "P")); }},
    {"a kid that is a string", "UA1-7.1-63",
     [](QPDF& f) { element_of(f, "Sect").getKey("/K").appendItem(pdf_text("text")); }},
    {"a kid that does not exist", "UA1-7.1-63",
     [](QPDF& f) { element_of(f, "Sect").getKey("/K").appendItem(pdf_object("<< /Type /MCR /MCID -3 >>")); }},
    {"a page that is none", "UA1-7.1-63",
     [](QPDF& f) { element_of(f, "P").replaceKey("/Pg", element_of(f, "Document")); }},
    {"content of no page", "UA1-7.1-63", [](QPDF& f) { element_of(f, "P").removeKey("/Pg"); }},
    {"an object reference to nothing", "UA1-7.1-63",
     [](QPDF& f) { element_of(f, "Link").getKey("/K").appendItem(pdf_object("<< /Type /OBJR >>")); }},
    {"content of the root", "UA1-7.1-63", [](QPDF& f) { tree_root(f).replaceKey("/K", pdf_number(0)); }},
    {"a type of our own", "UA1-7.1-64", [](QPDF& f) { element_of(f, "Sect").replaceKey("/S", pdf_name("/Chapter")); }},
    {"a type mapped to one of our own", "UA1-7.1-64",
     [](QPDF& f) {
       element_of(f, "Sect").replaceKey("/S", pdf_name("/Chapter"));
       tree_root(f).replaceKey("/RoleMap", pdf_object("<< /Chapter /Kapitel >>"));
     }},
    {"a type mapped to a number", "UA1-7.1-64",
     [](QPDF& f) { tree_root(f).replaceKey("/RoleMap", pdf_object("<< /Chapter 5 >>")); }},
    {"a role map in a circle", "UA1-7.1-65",
     [](QPDF& f) { tree_root(f).replaceKey("/RoleMap", pdf_object("<< /Chapter /Kapitel /Kapitel /Chapter >>")); }},
    {"a standard type mapped", "UA1-7.1-66",
     [](QPDF& f) { tree_root(f).replaceKey("/RoleMap", pdf_object("<< /P /H1 >>")); }},
    {"an unknown class", "UA1-7.1-67", [](QPDF& f) { element_of(f, "P").replaceKey("/C", pdf_name("/Wide")); }},
    {"a class that is no attributes", "UA1-7.1-67",
     [](QPDF& f) { tree_root(f).replaceKey("/ClassMap", pdf_object("<< /Wide 5 >>")); }},
    {"attributes without owner", "UA1-7.1-68", [](QPDF& f) { element_of(f, "TH").getKey("/A").removeKey("/O"); }},
    {"an ID outside of IDTree", "UA1-7.1-69",
     [](QPDF& f) { element_of(f, "P").replaceKey("/ID", QPDFObjectHandle::newString("a")); }},
    {"an ID twice", "UA1-7.1-69",
     [](QPDF& f) {
       for (const std::size_t which : {0U, 1U})
         element_of(f, "P", which).replaceKey("/ID", QPDFObjectHandle::newString("a"));
       tree_root(f).replaceKey("/IDTree", id_tree(f, {{"a", element_of(f, "P")}}));
     }},
    {"an ID tree out of order", "UA1-7.1-69",
     [](QPDF& f) {
       element_of(f, "P", 0).replaceKey("/ID", QPDFObjectHandle::newString("a"));
       element_of(f, "P", 1).replaceKey("/ID", QPDFObjectHandle::newString("b"));
       tree_root(f).replaceKey("/IDTree", id_tree(f, {{"b", element_of(f, "P", 1)}, {"a", element_of(f, "P")}}));
     }},
    {"an ID tree with a foreign ID", "UA1-7.1-69",
     [](QPDF& f) { tree_root(f).replaceKey("/IDTree", id_tree(f, {{"a", element_of(f, "P")}})); }},
    {"an empty heading", "UA1-7.1-70", [](QPDF& f) { element_of(f, "H2").removeKey("/K"); }},
    {"an empty paragraph", "UA1-7.1-70",
     [](QPDF& f) { element_of(f, "P").replaceKey("/K", QPDFObjectHandle::newArray()); }},
    {"sections in another order", "M-tree-1", [](QPDF& f) { exchange(element_of(f, "Document"), 0, 1); }},
    {"cells backwards", "M-tree-1", [](QPDF& f) { exchange(row_of_cells(f), 0, 1); }},
    {"a section under the root", "M-tree-2",
     [](QPDF& f) {
       QPDFObjectHandle kids = QPDFObjectHandle::newArray();
       kids.appendItem(element_of(f, "Document"));
       tree_root(f).replaceKey("/K", kids);
       add_element(f, tree_root(f), "Sect");
     }},
    {"two documents", "M-tree-2",
     [](QPDF& f) {
       QPDFObjectHandle kids = QPDFObjectHandle::newArray();
       kids.appendItem(element_of(f, "Document"));
       tree_root(f).replaceKey("/K", kids);
       add_element(f, tree_root(f), "Document");
     }},
    {"a Part instead of the Document", "M-tree-2",
     [](QPDF& f) { element_of(f, "Document").replaceKey("/S", pdf_name("/Part")); }},
    {"a document in the document", "M-tree-2",
     [](QPDF& f) { element_of(f, "Sect").replaceKey("/S", pdf_name("/Document")); }},
};

TEST_CASE("Defects of the structure tree are found", "[verification][tree_rules]") {
  check_defects(verification::kTreeRules, kTreeDefects);
}

TEST_CASE("A role map, classes and IDs that are right are allowed", "[verification][tree_rules]") {
  check_allowed(verification::kTreeRules, [](QPDF& f) {
    element_of(f, "Sect").replaceKey("/S", pdf_name("/Chapter"));
    tree_root(f).replaceKey("/RoleMap", pdf_object("<< /Chapter /Kapitel /Kapitel /Sect >>"));
    tree_root(f).replaceKey("/ClassMap", pdf_object("<< /Wide [ << /O /Layout /SpaceBefore 3 >> 0 ] >>"));
    element_of(f, "P").replaceKey("/C", pdf_name("/Wide"));
    element_of(f, "P").replaceKey("/ID", QPDFObjectHandle::newString("a"));
    tree_root(f).replaceKey("/IDTree", id_tree(f, {{"a", element_of(f, "P")}}));
  });
}

}  // namespace
}  // namespace mognad::test
