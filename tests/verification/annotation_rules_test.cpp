#include <catch2/catch.hpp>

#include "support/defect_table.h"
#include "verification/rules.h"

namespace mognad::test {
namespace {

/// Puts an annotation of a type on the first page, with everything that the rules ask of it but a place in the tree.
QPDFObjectHandle add_annotation(QPDF& file, const std::string& type) {
  QPDFObjectHandle annotation = file.makeIndirectObject(
      pdf_object("<< /Type /Annot /F 4 /Rect [10 10 20 20] /Contents (what it is) /Subtype /" + type + " >>"));
  QPDFObjectHandle stream = QPDFObjectHandle::newStream(&file, "");
  stream.replaceDict(pdf_object("<< /Type /XObject /Subtype /Form /BBox [0 0 10 10] >>"));
  annotation.replaceKey("/AP", pdf_object("<< >>"));
  annotation.getKey("/AP").replaceKey("/N", stream);
  QPDFObjectHandle page = page_at(file, 0);
  if (!page.hasKey("/Annots")) page.replaceKey("/Annots", QPDFObjectHandle::newArray());
  page.getKey("/Annots").appendItem(annotation);
  page.replaceKey("/Tabs", pdf_name("/S"));
  return annotation;
}

/// An element of a type with an object reference to it.
QPDFObjectHandle tag(QPDF& file, QPDFObjectHandle annotation, const std::string& type) {
  QPDFObjectHandle element = add_element(file, element_of(file, "Document"), type);
  QPDFObjectHandle reference = pdf_object("<< /Type /OBJR >>");
  reference.replaceKey("/Obj", annotation);
  reference.replaceKey("/Pg", page_at(file, 0));
  element.replaceKey("/K", reference);
  return element;
}

QPDFObjectHandle page_of_link(QPDF& file) {
  for (QPDFObjectHandle page : file.getAllPages())
    if (page.hasKey("/Annots")) return page;
  return page_at(file, 0);
}

void lead(QPDF& file, const std::string& action) {
  link_of(file).removeKey("/Dest");
  link_of(file).replaceKey("/A", pdf_object(action));
}

const std::vector<Defect> kArchiveDefects{
    {"a sound", "A3-6.3.1-1", [](QPDF& f) { add_annotation(f, "Sound"); }},
    {"a screen", "A3-6.3.1-1", [](QPDF& f) { add_annotation(f, "Screen"); }},
    {"a type of our own", "A3-6.3.1-1", [](QPDF& f) { add_annotation(f, "Sticker"); }},
    {"an annotation that is a number", "A3-6.3.1-1",
     [](QPDF& f) { page_of_link(f).getKey("/Annots").appendItem(pdf_number(3)); }},
    {"no flags", "A3-6.3.2-1", [](QPDF& f) { link_of(f).removeKey("/F"); }},
    {"not printed", "A3-6.3.2-2", [](QPDF& f) { link_of(f).replaceKey("/F", pdf_number(0)); }},
    {"hidden", "A3-6.3.2-2", [](QPDF& f) { link_of(f).replaceKey("/F", pdf_number(4 + 2)); }},
    {"invisible", "A3-6.3.2-2", [](QPDF& f) { link_of(f).replaceKey("/F", pdf_number(4 + 1)); }},
    {"not viewed", "A3-6.3.2-2", [](QPDF& f) { link_of(f).replaceKey("/F", pdf_number(4 + 32)); }},
    {"viewed at times", "A3-6.3.2-2", [](QPDF& f) { link_of(f).replaceKey("/F", pdf_number(4 + 256)); }},
    {"no appearance", "A3-6.3.3-1", [](QPDF& f) { add_annotation(f, "Square").removeKey("/AP"); }},
    {"an appearance when pressed", "A3-6.3.3-2",
     [](QPDF& f) {
       QPDFObjectHandle appearance = add_annotation(f, "Square").getKey("/AP");
       appearance.replaceKey("/D", appearance.getKey("/N"));
     }},
    {"an appearance without N", "A3-6.3.3-2",
     [](QPDF& f) { add_annotation(f, "Square").getKey("/AP").removeKey("/N"); }},
    {"an N that is no stream", "A3-6.3.3-3",
     [](QPDF& f) { add_annotation(f, "Square").getKey("/AP").replaceKey("/N", pdf_object("<< >>")); }},
    {"a button with one appearance", "A3-6.3.3-3",
     [](QPDF& f) { add_annotation(f, "Widget").replaceKey("/FT", pdf_name("/Btn")); }},
};

const std::vector<Defect> kAccessDefects{
    {"a square outside of the tree", "UA1-7.18.1-1", [](QPDF& f) { add_annotation(f, "Square"); }},
    {"a square in a P", "UA1-7.18.1-1", [](QPDF& f) { tag(f, add_annotation(f, "Square"), "P"); }},
    {"a square that says nothing", "UA1-7.18.1-2", [](QPDF& f) { add_annotation(f, "Square").removeKey("/Contents"); }},
    {"a field without a name", "UA1-7.18.1-3", [](QPDF& f) { add_annotation(f, "Widget"); }},
    {"an object reference to a page", "UA1-7.18.1-4",
     [](QPDF& f) { element_of(f, "Link").getKey("/K").getArrayItem(1).replaceKey("/Obj", page_at(f, 0)); }},
    {"an object reference with another page", "UA1-7.18.1-4",
     [](QPDF& f) { element_of(f, "Link").getKey("/K").getArrayItem(1).replaceKey("/Pg", last_page(f)); }},
    {"a trap network", "UA1-7.18.2-1", [](QPDF& f) { add_annotation(f, "TrapNet"); }},
    {"no order of tabs", "UA1-7.18.3-1", [](QPDF& f) { page_of_link(f).removeKey("/Tabs"); }},
    {"tabs in rows", "UA1-7.18.3-1", [](QPDF& f) { page_of_link(f).replaceKey("/Tabs", pdf_name("/R")); }},
    {"a field outside of a Form", "UA1-7.18.4-1", [](QPDF& f) { tag(f, add_annotation(f, "Widget"), "Annot"); }},
    {"a link outside of a Link", "UA1-7.18.5-1",
     [](QPDF& f) { element_of(f, "Link").replaceKey("/S", pdf_name("/Span")); }},
    {"a link outside of the tree", "UA1-7.18.5-1", [](QPDF& f) { element_of(f, "Link").getKey("/K").eraseItem(1); }},
    {"a Link without a link", "UA1-7.18.5-5", [](QPDF& f) { element_of(f, "P").replaceKey("/S", pdf_name("/Link")); }},
    {"a popup in a Link", "UA1-7.18.5-5", [](QPDF& f) { tag(f, add_annotation(f, "Popup"), "Link"); }},
    {"a link without width", "UA1-7.18.5-5",
     [](QPDF& f) { link_of(f).replaceKey("/Rect", pdf_object("[10 10 10 20]")); }},
    {"a link without a place", "UA1-7.18.5-5", [](QPDF& f) { link_of(f).removeKey("/Rect"); }},
    {"a link without Contents", "UA1-7.18.5-2", [](QPDF& f) { link_of(f).removeKey("/Contents"); }},
    {"a link with empty Contents", "UA1-7.18.5-2", [](QPDF& f) { link_of(f).replaceKey("/Contents", pdf_text(" ")); }},
    {"a printer's mark in the tree", "UA1-7.18.8-1",
     [](QPDF& f) { tag(f, add_annotation(f, "PrinterMark"), "Annot"); }},
};

const std::vector<Defect> kTargetDefects{
    {"a link to nowhere", "UA1-7.18.5-3", [](QPDF& f) { link_of(f).removeKey("/Dest"); }},
    {"a link to an element", "UA1-7.18.5-3",
     [](QPDF& f) { link_of(f).getKey("/Dest").setArrayItem(0, element_of(f, "P")); }},
    {"a link to the number of a page", "UA1-7.18.5-3",
     [](QPDF& f) { link_of(f).getKey("/Dest").setArrayItem(0, pdf_number(2)); }},
    {"a link that fits to nothing", "UA1-7.18.5-3",
     [](QPDF& f) { link_of(f).getKey("/Dest").setArrayItem(1, pdf_name("/Fitting")); }},
    {"a link to an unknown name", "UA1-7.18.5-3",
     [](QPDF& f) { link_of(f).replaceKey("/Dest", QPDFObjectHandle::newString("chapter 9")); }},
    {"a link with two targets", "UA1-7.18.5-3",
     [](QPDF& f) { link_of(f).replaceKey("/A", pdf_object("<< /S /URI /URI (https://example.org) >>")); }},
    {"an action of no kind", "UA1-7.18.5-3", [](QPDF& f) { lead(f, "<< /URI (https://example.org) >>"); }},
    {"an action that goes nowhere", "UA1-7.18.5-3", [](QPDF& f) { lead(f, "<< /S /GoTo >>"); }},
    {"no address", "UA1-7.18.5-4", [](QPDF& f) { lead(f, "<< /S /URI >>"); }},
    {"an address with a space", "UA1-7.18.5-4", [](QPDF& f) { lead(f, "<< /S /URI /URI (https://a b) >>"); }},
    {"a script as address", "M-annotation-1", [](QPDF& f) { lead(f, "<< /S /URI /URI (JavaScript:f\\(\\)) >>"); }},
    {"a file as address", "M-annotation-1", [](QPDF& f) { lead(f, "<< /S /URI /URI (file:///a.pdf) >>"); }},
    {"an address without a scheme", "M-annotation-1", [](QPDF& f) { lead(f, "<< /S /URI /URI (a.html) >>"); }},
    {"a scheme alone", "M-annotation-1", [](QPDF& f) { lead(f, "<< /S /URI /URI (https://) >>"); }},
    {"another file", "M-annotation-1", [](QPDF& f) { lead(f, "<< /S /GoToR /F (a.pdf) /D [0 /Fit] >>"); }},
    {"a second action", "M-annotation-1",
     [](QPDF& f) { lead(f, "<< /S /URI /URI (https://example.org) /Next << /S /URI /URI (file:///a) >> >>"); }},
    {"an address put by", "M-annotation-1",
     [](QPDF& f) { link_of(f).replaceKey("/PA", pdf_object("<< /S /URI /URI (file:///a) >>")); }},
};

TEST_CASE("Defects of annotations and links are found", "[verification][annotation_rules]") {
  std::vector<Defect> all = kArchiveDefects;
  all.insert(all.end(), kAccessDefects.begin(), kAccessDefects.end());
  all.insert(all.end(), kTargetDefects.begin(), kTargetDefects.end());
  check_defects(verification::kAnnotationRules, all);
}

TEST_CASE("Annotations of other types may be tagged as the standards have it", "[verification][annotation_rules]") {
  check_allowed(verification::kAnnotationRules, [](QPDF& f) {
    tag(f, add_annotation(f, "Square"), "Annot");
    QPDFObjectHandle field = add_annotation(f, "Widget");
    field.replaceKey("/TU", pdf_text("name"));
    tag(f, field, "Form");
    lead(f, "<< /S /URI /URI (HTTPS://example.org/a?b=c) >>");
  });
}

TEST_CASE("A link may lead to a name", "[verification][annotation_rules]") {
  check_allowed(verification::kAnnotationRules, [](QPDF& f) {
    QPDFObjectHandle pair = QPDFObjectHandle::newArray();
    pair.appendItem(QPDFObjectHandle::newString("chapter 9"));
    pair.appendItem(link_of(f).getKey("/Dest"));
    QPDFObjectHandle tree = pdf_object("<< >>");
    tree.replaceKey("/Names", pair);
    f.getRoot().getKey("/Names").replaceKey("/Dests", tree);
    link_of(f).replaceKey("/Dest", QPDFObjectHandle::newString("chapter 9"));
  });
}

}  // namespace
}  // namespace mognad::test
