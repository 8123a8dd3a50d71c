#include <catch2/catch.hpp>

#include "support/defect_table.h"
#include "verification/rules.h"

namespace mognad::test {
namespace {

QPDFObjectHandle outlines(QPDF& file) { return file.getRoot().getKey("/Outlines"); }
QPDFObjectHandle first(QPDF& file) { return outlines(file).getKey("/First"); }
QPDFObjectHandle second(QPDF& file) { return first(file).getKey("/Next"); }

const std::vector<Defect> kOutlineDefects{
    {"no title", "UA1-7.17-1", [](QPDF& f) { second(f).removeKey("/Title"); }},
    {"an empty title", "UA1-7.17-1", [](QPDF& f) { second(f).replaceKey("/Title", pdf_text(" ")); }},
    {"a bookmark to no page", "UA1-7.17-2",
     [](QPDF& f) { second(f).getKey("/Dest").setArrayItem(0, element_of(f, "P")); }},
    {"a bookmark to no address", "UA1-7.17-2",
     [](QPDF& f) {
       second(f).removeKey("/Dest");
       second(f).replaceKey("/A", pdf_object("<< /S /URI /URI () >>"));
     }},
    {"a root of another type", "UA1-7.17-3", [](QPDF& f) { outlines(f).replaceKey("/Type", pdf_name("/Outline")); }},
    {"bookmarks in a circle", "UA1-7.17-3", [](QPDF& f) { second(f).replaceKey("/Next", first(f)); }},
    {"a bookmark below itself", "UA1-7.17-3", [](QPDF& f) { first(f).replaceKey("/First", first(f)); }},
    {"another parent", "UA1-7.17-3", [](QPDF& f) { second(f).replaceKey("/Parent", first(f)); }},
    {"another one before", "UA1-7.17-3", [](QPDF& f) { second(f).removeKey("/Prev"); }},
    {"another last one", "UA1-7.17-3", [](QPDF& f) { outlines(f).replaceKey("/Last", first(f)); }},
    {"a last one without a first", "UA1-7.17-3", [](QPDF& f) { outlines(f).removeKey("/First"); }},
    {"a next one that does not exist", "UA1-7.17-3", [](QPDF& f) { second(f).replaceKey("/Next", pdf_text("third")); }},
    {"a wrong count", "UA1-7.17-4", [](QPDF& f) { outlines(f).replaceKey("/Count", pdf_number(99)); }},
    {"a wrong count of a bookmark", "UA1-7.17-4", [](QPDF& f) { first(f).replaceKey("/Count", pdf_number(7)); }},
    {"bookmarks out of order", "UA1-7.17-5", [](QPDF& f) { first(f).getKey("/Dest").setArrayItem(0, last_page(f)); }},
};

TEST_CASE("Defects of bookmarks are found", "[verification][outline_rules]") {
  check_defects(verification::kOutlineRules, kOutlineDefects);
}

TEST_CASE("A file may be without bookmarks", "[verification][outline_rules]") {
  check_allowed(verification::kOutlineRules, [](QPDF& f) { f.getRoot().removeKey("/Outlines"); });
}

}  // namespace
}  // namespace mognad::test
