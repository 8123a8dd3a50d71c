#include <catch2/catch.hpp>

#include "support/defect_table.h"
#include "verification/rules.h"

namespace mognad::test {
namespace {

/// Gives the first cell of a type these attributes of a table.
void give(QPDF& file, const std::string& type, const std::string& attributes, std::size_t which = 0) {
  element_of(file, type, which).replaceKey("/A", pdf_object("<< /O /Table " + attributes + " >>"));
}

/// A table of two rows and two columns without any content, last in the document.
QPDFObjectHandle add_table(QPDF& file, const std::vector<std::vector<std::string>>& rows) {
  QPDFObjectHandle table = add_element(file, element_of(file, "Document"), "Table");
  for (const std::vector<std::string>& row : rows) {
    QPDFObjectHandle tr = add_element(file, table, "TR");
    for (const std::string& cell : row) {
      QPDFObjectHandle made = add_element(file, tr, cell.substr(0, 2));
      if (cell.size() > 3) made.replaceKey("/A", pdf_object("<< /O /Table " + cell.substr(3) + " >>"));
    }
  }
  return table;
}

const std::string kHead = "TH /Scope /Column";

const std::vector<Defect> kTableDefects{
    {"a cell too few", "UA1-7.2-80", [](QPDF& f) { element_of(f, "TR", 5).getKey("/K").eraseItem(0); }},
    {"a cell too many", "UA1-7.2-80", [](QPDF& f) { add_element(f, element_of(f, "TR", 5), "TD"); }},
    {"a span too wide", "UA1-7.2-80", [](QPDF& f) { give(f, "TD", "/ColSpan 2"); }},
    {"a span that leaves a row short", "UA1-7.2-80",
     [](QPDF& f) { add_table(f, {{kHead, kHead + " /RowSpan 2"}, {"TD", "TD"}}); }},
    {"a table as wide as memory", "UA1-7.2-80",
     [](QPDF& f) { add_table(f, {std::vector<std::string>(20, kHead + " /ColSpan 1000")}); }},
    {"a cell that reaches below its table", "UA1-7.2-81",
     [](QPDF& f) { add_table(f, {{kHead, kHead}, {"TD /RowSpan 2", "TD"}}); }},
    {"a cell laid upon another", "UA1-7.2-81",
     [](QPDF& f) { add_table(f, {{kHead, kHead + " /RowSpan 2"}, {"TD /ColSpan 2"}}); }},
    {"a span of nothing", "UA1-7.2-82", [](QPDF& f) { give(f, "TD", "/ColSpan 0"); }},
    {"a span of words", "UA1-7.2-82", [](QPDF& f) { give(f, "TD", "/RowSpan (two)"); }},
    {"a span of billions", "UA1-7.2-82", [](QPDF& f) { give(f, "TD", "/RowSpan 4000000000"); }},
    {"a head without scope", "UA1-7.5-1", [](QPDF& f) { element_of(f, "TH").removeKey("/A"); }},
    {"a head of an unknown scope", "UA1-7.5-1", [](QPDF& f) { give(f, "TH", "/Scope /Col"); }},
    {"Headers that are nowhere", "UA1-7.5-2", [](QPDF& f) { give(f, "TD", "/Headers [ (a) ]"); }},
    {"Headers that are a TD", "UA1-7.5-2",
     [](QPDF& f) {
       QPDFObjectHandle row = element_of(f, "TD").getKey("/P");
       row.getKey("/K")
           .getArrayItem(row.getKey("/K").getArrayNItems() - 1)
           .replaceKey("/ID", QPDFObjectHandle::newString("a"));
       give(f, "TD", "/Headers [ (a) ]");
     }},
    {"empty Headers", "UA1-7.5-2", [](QPDF& f) { give(f, "TD", "/Headers []"); }},
    {"a table without heads", "UA1-7.5-3", [](QPDF& f) { add_table(f, {{"TD", "TD"}, {"TD", "TD"}}); }},
    {"a cell without a head", "UA1-7.5-4",
     [](QPDF& f) {
       QPDFObjectHandle table = add_table(f, {{"TH /Scope /Column", "TD"}, {"TD", "TD"}});
       QPDFObjectHandle cell = table.getKey("/K").getArrayItem(1).getKey("/K").getArrayItem(1);
       add_element(f, cell, "P");
     }},
};

TEST_CASE("Defects of tables are found", "[verification][table_rules]") {
  check_defects(verification::kTableRules, kTableDefects);
}

TEST_CASE("Spans that fit and Headers that lead to heads are allowed", "[verification][table_rules]") {
  check_allowed(verification::kTableRules, [](QPDF& f) {
    add_table(f, {{kHead + " /RowSpan 2", kHead + " /ColSpan 2"}, {kHead, kHead}, {"TD", "TD", "TD"}});
    QPDFObjectHandle table = add_table(f, {{"TH", "TH"}, {"TD /Headers [ (a) ]", "TD /Headers [ (a) ]"}});
    table.getKey("/K").getArrayItem(0).getKey("/K").getArrayItem(0).replaceKey("/ID", QPDFObjectHandle::newString("a"));
  });
}

}  // namespace
}  // namespace mognad::test
