#include <catch2/catch.hpp>

#include "support/defect_table.h"
#include "verification/rules.h"

namespace mognad::test {
namespace {

void set_attributes(QPDF& file, const std::string& source) {
  element_of(file, "P").replaceKey("/A", pdf_object(source));
}

const std::vector<Defect> kAttributeDefects{
    {"an owner of our own", "M-attribute-1", [](QPDF& f) { set_attributes(f, "<< /O /Mognad /Chart 1 >>"); }},
    {"an owner of another standard", "M-attribute-1",
     [](QPDF& f) { set_attributes(f, "[<< /O /Layout >> 0 << /O /FENote >> 0]"); }},
    {"an unknown Placement", "M-attribute-2", [](QPDF& f) { set_attributes(f, "<< /O /Layout /Placement /Above >>"); }},
    {"a Placement that is a string", "M-attribute-2",
     [](QPDF& f) { set_attributes(f, "<< /O /Layout /Placement (Block) >>"); }},
    {"an unknown TextAlign", "M-attribute-2", [](QPDF& f) { set_attributes(f, "<< /O /Layout /TextAlign /Left >>"); }},
    {"an unknown WritingMode", "M-attribute-2",
     [](QPDF& f) { set_attributes(f, "<< /O /Layout /WritingMode /Lr >>"); }},
    {"a name for a number", "M-attribute-2", [](QPDF& f) { set_attributes(f, "<< /O /Layout /SpaceAfter /Auto >>"); }},
    {"a border with three edges", "M-attribute-2",
     [](QPDF& f) { set_attributes(f, "<< /O /Layout /BorderStyle [/Solid /None /None] >>"); }},
};

TEST_CASE("Defects of attributes are found", "[verification][attribute_rules]") {
  check_defects(verification::kAttributeRules, kAttributeDefects);
}

TEST_CASE("Attributes of the standard are allowed", "[verification][attribute_rules]") {
  check_allowed(verification::kAttributeRules, [](QPDF& f) {
    set_attributes(f,
                   "[<< /O /UserProperties /P [] >> << /O /CSS-2.00 /color (red) >> << /O /Layout /Placement /Inline "
                   "/Width /Auto /Height 4.5 /LineHeight /Normal /BorderStyle [/Solid null /None /Double] /Padding 3 "
                   "/TextAlign /Justify /WritingMode /RlTb >>]");
  });
}

}  // namespace
}  // namespace mognad::test
