#include <catch2/catch.hpp>

#include "support/defect_table.h"
#include "verification/rules.h"

namespace mognad::test {
namespace {

void describe(QPDF& file, const std::string& type, const std::string& text) {
  element_of(file, type).replaceKey("/Alt", pdf_text(text));
}

void number(QPDF& file, const std::string& value) {
  element_of(file, "L").replaceKey("/A", pdf_object("<< /O /List /ListNumbering /" + value + " >>"));
}

const std::vector<Defect> kElementDefects{
    {"a figure without a description", "UA1-7.3-1", [](QPDF& f) { element_of(f, "Figure").removeKey("/Alt"); }},
    {"an empty description", "UA1-7.3-1", [](QPDF& f) { describe(f, "Figure", ""); }},
    {"a description of spaces", "UA1-7.3-1", [](QPDF& f) { describe(f, "Figure", " \u00A0\u00AD\t"); }},
    {"a description that is a file's name", "UA1-7.3-2", [](QPDF& f) { describe(f, "Figure", "figure_3.PNG"); }},
    {"a figure without a box", "UA1-7.3-3", [](QPDF& f) { element_of(f, "Figure").removeKey("/A"); }},
    {"a box of three numbers", "UA1-7.3-3",
     [](QPDF& f) { element_of(f, "Figure").replaceKey("/A", pdf_object("<< /O /Layout /BBox [1 2 3] >>")); }},
    {"a box inside out", "UA1-7.3-3",
     [](QPDF& f) { element_of(f, "Figure").replaceKey("/A", pdf_object("<< /O /Layout /BBox [9 9 3 3] >>")); }},
    {"a box beyond the page", "UA1-7.3-3",
     [](QPDF& f) { element_of(f, "Figure").replaceKey("/A", pdf_object("<< /O /Layout /BBox [5 5 9000 30] >>")); }},
    {"a box below the page", "UA1-7.3-3",
     [](QPDF& f) { element_of(f, "Figure").replaceKey("/A", pdf_object("<< /O /Layout /BBox [5 -5 90 30] >>")); }},
    {"an empty Alt of a paragraph", "UA1-7.3-4", [](QPDF& f) { describe(f, "P", " "); }},
    {"an empty ActualText of a heading", "UA1-7.3-4",
     [](QPDF& f) { element_of(f, "H1").replaceKey("/ActualText", pdf_text("")); }},
    {"a document that begins with H2", "UA1-7.4.2-1",
     [](QPDF& f) { element_of(f, "H1").replaceKey("/S", pdf_name("/H2")); }},
    {"a level left out", "UA1-7.4.2-2", [](QPDF& f) { element_of(f, "H2").replaceKey("/S", pdf_name("/H3")); }},
    {"two H in an element", "UA1-7.4.4-1",
     [](QPDF& f) {
       add_element(f, element_of(f, "Sect"), "H");
       add_element(f, element_of(f, "Sect"), "H");
     }},
    {"H among numbered headings", "UA1-7.4.4-2", [](QPDF& f) { element_of(f, "H2").replaceKey("/S", pdf_name("/H")); }},
    {"a table without a box", "UA1-7.5-5", [](QPDF& f) { element_of(f, "Table").removeKey("/A"); }},
    {"a table beyond the page", "UA1-7.5-5",
     [](QPDF& f) { element_of(f, "Table").replaceKey("/A", pdf_object("<< /O /Layout /BBox [5 5 90 9000] >>")); }},
    {"labels without numbering", "UA1-7.6-1", [](QPDF& f) { element_of(f, "L").removeKey("/A"); }},
    {"labels with the numbering None", "UA1-7.6-1", [](QPDF& f) { number(f, "None"); }},
    {"an unknown numbering", "UA1-7.6-2", [](QPDF& f) { number(f, "Roman"); }},
    {"a formula without a description", "UA1-7.7-1",
     [](QPDF& f) { element_of(f, "P").replaceKey("/S", pdf_name("/Formula")); }},
    {"a note without an ID", "UA1-7.9-1", [](QPDF& f) { element_of(f, "P").replaceKey("/S", pdf_name("/Note")); }},
    {"two notes with one ID", "UA1-7.9-2",
     [](QPDF& f) {
       for (int i = 0; i < 2; ++i) {
         QPDFObjectHandle paragraph = element_of(f, "P");
         paragraph.replaceKey("/ID", QPDFObjectHandle::newString("note"));
         paragraph.replaceKey("/S", pdf_name("/Note"));
       }
     }},
};

TEST_CASE("Defects of headings, figures, lists and notes are found", "[verification][element_rules]") {
  check_defects(verification::kElementRules, kElementDefects);
}

TEST_CASE("What the standards leave open for elements is allowed", "[verification][element_rules]") {
  check_allowed(verification::kElementRules, [](QPDF& f) {
    element_of(f, "H2").replaceKey("/S", pdf_name("/H1"));
    QPDFObjectHandle figure = element_of(f, "Figure");
    figure.replaceKey("/ActualText", figure.getKey("/Alt"));
    figure.removeKey("/Alt");
    QPDFObjectHandle span = add_element(f, element_of(f, "P"), "Span");
    span.replaceKey("/ActualText", pdf_text(""));
  });
}

}  // namespace
}  // namespace mognad::test
