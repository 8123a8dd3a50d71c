#include <catch2/catch.hpp>

#include "support/defect_table.h"
#include "verification/rules.h"

namespace mognad::test {
namespace {

QPDFObjectHandle numbers(QPDF& file) { return tree_root(file).getKey("/ParentTree").getKey("/Nums"); }

/// The parent tree in two leaves; the limits of the second are as told.
void split(QPDF& file, long long last) {
  std::vector<QPDFObjectHandle> all = numbers(file).getArrayAsVector();
  QPDFObjectHandle kids = QPDFObjectHandle::newArray();
  const std::size_t middle = all.size() / 4 * 2;
  for (const auto& [from, to] : {std::pair{std::size_t{0}, middle}, std::pair{middle, all.size()}}) {
    QPDFObjectHandle leaf = file.makeIndirectObject(QPDFObjectHandle::newDictionary());
    leaf.replaceKey("/Nums", QPDFObjectHandle::newArray({all.begin() + static_cast<std::ptrdiff_t>(from),
                                                         all.begin() + static_cast<std::ptrdiff_t>(to)}));
    const long long greatest = to == all.size() ? last : all[to - 2].getIntValue();
    leaf.replaceKey("/Limits", QPDFObjectHandle::newArray({all[from], pdf_number(greatest)}));
    kids.appendItem(leaf);
  }
  QPDFObjectHandle tree = tree_root(file).getKey("/ParentTree");
  tree.removeKey("/Nums");
  tree.replaceKey("/Kids", kids);
}

long long greatest_key(QPDF& file) {
  QPDFObjectHandle list = numbers(file);
  return list.getArrayItem(list.getArrayNItems() - 2).getIntValue();
}

const std::vector<Defect> kParentTreeDefects{
    {"no parent tree", "UA1-7.1-40", [](QPDF& f) { tree_root(f).removeKey("/ParentTree"); }},
    {"keys that fall", "UA1-7.1-40",
     [](QPDF& f) {
       numbers(f).setArrayItem(0, pdf_number(1));
       numbers(f).setArrayItem(2, pdf_number(0));
     }},
    {"a key without a value", "UA1-7.1-40", [](QPDF& f) { numbers(f).appendItem(pdf_number(5000)); }},
    {"wrong limits", "UA1-7.1-40", [](QPDF& f) { split(f, 3); }},
    {"a tree in a circle", "UA1-7.1-40",
     [](QPDF& f) {
       QPDFObjectHandle tree = f.makeIndirectObject(tree_root(f).getKey("/ParentTree"));
       tree_root(f).replaceKey("/ParentTree", tree);
       QPDFObjectHandle kids = QPDFObjectHandle::newArray();
       kids.appendItem(tree);
       tree.replaceKey("/Kids", kids);
     }},
    {"a page without a key", "UA1-7.1-41", [](QPDF& f) { page_at(f, 1).removeKey("/StructParents"); }},
    {"two pages with one key", "UA1-7.1-41",
     [](QPDF& f) { page_at(f, 1).replaceKey("/StructParents", page_at(f, 0).getKey("/StructParents")); }},
    {"a key without an entry", "UA1-7.1-41",
     [](QPDF& f) { page_at(f, 1).replaceKey("/StructParents", pdf_number(7000)); }},
    {"an entry that is no array", "UA1-7.1-42", [](QPDF& f) { numbers(f).setArrayItem(1, element_of(f, "P")); }},
    {"content that leads to another element", "UA1-7.1-42",
     [](QPDF& f) { numbers(f).getArrayItem(1).setArrayItem(0, element_of(f, "Document")); }},
    {"content that leads nowhere", "UA1-7.1-42", [](QPDF& f) { numbers(f).getArrayItem(1).eraseItem(0); }},
    {"an entry for content that nothing holds", "UA1-7.1-42",
     [](QPDF& f) { numbers(f).getArrayItem(1).appendItem(element_of(f, "P")); }},
    {"an annotation without a key", "UA1-7.1-43", [](QPDF& f) { link_of(f).removeKey("/StructParent"); }},
    {"an annotation with the key of a page", "UA1-7.1-43",
     [](QPDF& f) { link_of(f).replaceKey("/StructParent", pdf_number(0)); }},
    {"an annotation that leads to another element", "UA1-7.1-43",
     [](QPDF& f) {
       const long long key = link_of(f).getKey("/StructParent").getIntValue();
       QPDFObjectHandle list = numbers(f);
       for (int i = 0; i < list.getArrayNItems(); i += 2)
         if (list.getArrayItem(i).getIntValue() == key) list.setArrayItem(i + 1, element_of(f, "Document"));
     }},
    {"a next key that is used", "UA1-7.1-44",
     [](QPDF& f) { tree_root(f).replaceKey("/ParentTreeNextKey", pdf_number(1)); }},
    {"content that is not on the page", "UA1-7.1-45",
     [](QPDF& f) { element_of(f, "P").replaceKey("/K", pdf_number(9999)); }},
    {"content that was on the page", "UA1-7.1-45",
     [](QPDF& f) { replace_in_stream(content_of(f, 0), "/MCID 1", "/OCID 1"); }},
};

TEST_CASE("Defects of the parent tree are found", "[verification][parent_tree_rules]") {
  check_defects(verification::kParentTreeRules, kParentTreeDefects);
}

TEST_CASE("A parent tree may have leaves", "[verification][parent_tree_rules]") {
  check_allowed(verification::kParentTreeRules, [](QPDF& f) { split(f, greatest_key(f)); });
}

}  // namespace
}  // namespace mognad::test
