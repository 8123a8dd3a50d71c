#include <catch2/catch.hpp>

#include "support/defect_table.h"
#include "verification/rules.h"

namespace mognad::test {
namespace {

void forget_language(QPDF& file) { file.getRoot().removeKey("/Lang"); }

const std::vector<Defect> kLanguageDefects{
    {"text without language", "UA1-7.2-70", forget_language},
    {"text whose language is unknown", "UA1-7.2-70",
     [](QPDF& f) { element_of(f, "P").replaceKey("/Lang", QPDFObjectHandle::newString("")); }},
    {"descriptions without language", "UA1-7.2-71", forget_language},
    {"an expansion without language", "UA1-7.2-71",
     [](QPDF& f) {
       element_of(f, "P").replaceKey("/Lang", QPDFObjectHandle::newString(""));
       element_of(f, "P").replaceKey("/E", pdf_text("expanded"));
     }},
    {"outlines without language", "UA1-7.2-72", forget_language},
    {"Contents without language", "UA1-7.2-73", forget_language},
    {"Contents outside of the tree without language", "UA1-7.2-73",
     [](QPDF& f) {
       forget_language(f);
       element_of(f, "Document").replaceKey("/Lang", QPDFObjectHandle::newString("sv"));
       element_of(f, "Link").getKey("/K").eraseItem(1);
     }},
    {"a field's name without language", "UA1-7.2-74",
     [](QPDF& f) {
       forget_language(f);
       link_of(f).replaceKey("/TU", pdf_text("name"));
     }},
    {"a language in words", "UA1-7.2-75",
     [](QPDF& f) { element_of(f, "P").replaceKey("/Lang", QPDFObjectHandle::newString("svenska språket")); }},
    {"a language with an underscore", "UA1-7.2-75",
     [](QPDF& f) { element_of(f, "P").replaceKey("/Lang", QPDFObjectHandle::newString("sv_SE")); }},
    {"a language that ends in a hyphen", "UA1-7.2-75",
     [](QPDF& f) { element_of(f, "P").replaceKey("/Lang", QPDFObjectHandle::newString("sv-")); }},
};

TEST_CASE("Texts in an unknown language are found", "[verification][language_rules]") {
  check_defects(verification::kLanguageRules, kLanguageDefects);
}

TEST_CASE("The language of the outermost element is that of its content", "[verification][language_rules]") {
  const std::set<std::string> broken = broken_rules(edited(good_file(), [](QPDF& f) {
    forget_language(f);
    element_of(f, "Document").replaceKey("/Lang", QPDFObjectHandle::newString("sv-SE"));
  }));
  CHECK_FALSE(broken.contains("UA1-7.2-70"));
  CHECK_FALSE(broken.contains("UA1-7.2-71"));
  CHECK_FALSE(broken.contains("UA1-7.2-73"));
  CHECK(broken.contains("UA1-7.2-72"));
}

}  // namespace
}  // namespace mognad::test
