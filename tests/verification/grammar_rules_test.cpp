#include <catch2/catch.hpp>

#include "support/defect_table.h"
#include "verification/rules.h"

namespace mognad::test {
namespace {

void rename(QPDF& file, const std::string& from, const std::string& to, std::size_t which = 0) {
  element_of(file, from, which).replaceKey("/S", pdf_name("/" + to));
}

const std::vector<Defect> kGrammarDefects{
    {"a row that is a Div", "UA1-7.2-60", [](QPDF& f) { rename(f, "TR", "Div", 3); }},
    {"a cell that is a P", "UA1-7.2-60", [](QPDF& f) { rename(f, "TD", "P", 3); }},
    {"a section in a table", "UA1-7.2-60", [](QPDF& f) { add_element(f, element_of(f, "Table"), "Sect"); }},
    {"a table that is a Div", "UA1-7.2-60", [](QPDF& f) { rename(f, "Table", "Div"); }},
    {"a row that holds content", "UA1-7.2-60",
     [](QPDF& f) { element_of(f, "TR").getKey("/K").appendItem(pdf_number(0)); }},
    {"two heads", "UA1-7.2-60", [](QPDF& f) { add_element(f, element_of(f, "THead").getKey("/P"), "THead"); }},
    {"two feet", "UA1-7.2-60",
     [](QPDF& f) {
       add_element(f, element_of(f, "Table"), "TFoot");
       add_element(f, element_of(f, "Table"), "TFoot");
     }},
    {"a head without a body", "UA1-7.2-60",
     [](QPDF& f) {
       QPDFObjectHandle head = element_of(f, "THead");
       for (QPDFObjectHandle kid : head.getKey("/P").getKey("/K").getArrayAsVector())
         if (kid.getKey("/S").getName() == "/TBody") kid.replaceKey("/S", pdf_name("/TFoot"));
     }},
    {"captions before and after", "UA1-7.2-60",
     [](QPDF& f) {
       add_element(f, element_of(f, "Table"), "Caption");
       add_element(f, element_of(f, "Table"), "Caption");
     }},
    {"a caption in the middle", "UA1-7.2-60",
     [](QPDF& f) {
       QPDFObjectHandle table = element_of(f, "Table");
       add_element(f, table, "TBody");
       add_element(f, table, "Caption");
       add_element(f, table, "TBody");
     }},
    {"an item outside of a list", "UA1-7.2-61", [](QPDF& f) { rename(f, "L", "Div"); }},
    {"a paragraph in a list", "UA1-7.2-61", [](QPDF& f) { rename(f, "LI", "P"); }},
    {"a paragraph in an item", "UA1-7.2-61", [](QPDF& f) { rename(f, "LBody", "P"); }},
    {"a list with content", "UA1-7.2-61", [](QPDF& f) { element_of(f, "L").getKey("/K").appendItem(pdf_number(0)); }},
    {"a caption last in a list", "UA1-7.2-61", [](QPDF& f) { add_element(f, element_of(f, "L"), "Caption"); }},
    {"a paragraph in the contents", "UA1-7.2-62", [](QPDF& f) { rename(f, "TOCI", "P"); }},
    {"entries outside of the contents", "UA1-7.2-62", [](QPDF& f) { rename(f, "TOC", "Div"); }},
    {"ruby with text", "UA1-7.2-63", [](QPDF& f) { rename(f, "P", "Ruby"); }},
    {"ruby in disorder", "UA1-7.2-63",
     [](QPDF& f) {
       QPDFObjectHandle ruby = add_element(f, element_of(f, "P"), "Ruby");
       add_element(f, ruby, "RT");
       add_element(f, ruby, "RB");
     }},
    {"ruby text alone", "UA1-7.2-63", [](QPDF& f) { rename(f, "P", "RT"); }},
    {"warichu with text", "UA1-7.2-64", [](QPDF& f) { rename(f, "P", "Warichu"); }},
    {"warichu text alone", "UA1-7.2-64", [](QPDF& f) { rename(f, "P", "WT"); }},
    {"text in a section", "UA1-7.2-65", [](QPDF& f) { element_of(f, "Sect").getKey("/K").appendItem(pdf_number(0)); }},
    {"a paragraph that is a Div", "UA1-7.2-65", [](QPDF& f) { rename(f, "P", "Div"); }},
};

TEST_CASE("Elements in the wrong place are found", "[verification][grammar_rules]") {
  check_defects(verification::kGrammarRules, kGrammarDefects);
}

TEST_CASE("A ruby, a list in a list and a caption before a table are allowed", "[verification][grammar_rules]") {
  check_allowed(verification::kGrammarRules, [](QPDF& f) {
    QPDFObjectHandle ruby = add_element(f, element_of(f, "P"), "Ruby");
    for (const char* type : {"RB", "RP", "RT", "RP"}) add_element(f, ruby, type);
    add_element(f, element_of(f, "L"), "L");
  });
}

}  // namespace
}  // namespace mognad::test
