#include <qpdf/Buffer.hh>

#include "support/defect_table.h"
#include "verification/language_tag.h"

using namespace mognad;
using namespace mognad::test;
using verification::is_language_tag;

namespace {

using Edit = std::function<void(QPDF&)>;

Edit catalog_entry(const std::string& key, const std::string& value) {
  return [=](QPDF& file) { file.getRoot().replaceKey(key, pdf_object(value)); };
}
Edit set_on_page(const std::string& key, const std::string& value) {
  return [=](QPDF& file) { page_at(file, 0).replaceKey(key, pdf_object(value)); };
}
Edit set_in_names(const std::string& key, const std::string& value) {
  return [=](QPDF& file) { file.getRoot().getKey("/Names").replaceKey(key, pdf_object(value)); };
}

QPDFObjectHandle intent(QPDF& file) { return file.getRoot().getKey("/OutputIntents").getArrayItem(0); }

Edit set_in_intent(const std::string& key, const std::string& value) {
  return [=](QPDF& file) { intent(file).replaceKey(key, pdf_object(value)); };
}

/// Changes bytes of the colour profile.
Edit in_profile(std::size_t at, const std::string& bytes) {
  return [=](QPDF& file) {
    QPDFObjectHandle profile = intent(file).getKey("/DestOutputProfile");
    const std::shared_ptr<Buffer> data = profile.getStreamData(qpdf_dl_generalized);
    std::string text(reinterpret_cast<const char*>(data->getBuffer()), data->getSize());
    profile.replaceStreamData(text.replace(at, bytes.size(), bytes), pdf_object("null"), pdf_object("null"));
  };
}

/// An action of an annotation that isn't there in a good file.
Edit annotation(const std::string& action) {
  return set_on_page("/Annots", "[<</Type /Annot /Subtype /Link /Rect [0 0 1 1] /A " + action + ">>]");
}

/// Optional content of two groups.
Edit layers(const std::string& configuration, const std::string& others = "[]") {
  return [=](QPDF& file) {
    const auto group = [&](const char* name) {
      return file.makeIndirectObject(pdf_object(std::string("<</Type /OCG /Name (") + name + ")>>"));
    };
    const QPDFObjectHandle first = group("one");
    const QPDFObjectHandle second = group("two");
    QPDFObjectHandle properties = pdf_object("<</D " + configuration + " /Configs " + others + ">>");
    properties.replaceKey("/OCGs", QPDFObjectHandle::newArray({first, second}));
    QPDFObjectHandle order = properties.getKey("/D").getKey("/Order");
    if (order.isArray()) order.appendItem(first);
    file.getRoot().replaceKey("/OCProperties", properties);
  };
}

}  // namespace

TEST_CASE("Defects of the catalogue are found", "[verification][catalog]") {
  check_defects({
      {"a version", "A3-6.1.2-3", catalog_entry("/Version", "/2.0")},
      {"no version", "A3-6.1.2-3", catalog_entry("/Version", "(1.7)")},
      {"a permission", "A3-6.1.12-1", catalog_entry("/Perms", "<</Own <<>> >>")},
      {"a digest", "A3-6.1.12-1", catalog_entry("/Perms", "<</DocMDP <</Reference [<</DigestMethod /MD5>>]>> >>")},
      {"appearances to make", "A3-6.4.1-2", catalog_entry("/AcroForm", "<</Fields [] /NeedAppearances true>>")},
      {"XFA", "A3-6.4.2-1", catalog_entry("/AcroForm", "<</Fields [] /XFA ()>>")},
      {"rendering", "A3-6.4.2-2", catalog_entry("/NeedsRendering", "true")},
      {"not marked", "A3-6.7.2-1", catalog_entry("/MarkInfo", "<</Marked false>>")},
      {"no marks", "A3-6.7.2-1", catalog_entry("/MarkInfo", "null")},
      {"no tree", "A3-6.7.3-31", catalog_entry("/StructTreeRoot", "null")},
      {"suspects", "UA1-7.1-32", catalog_entry("/MarkInfo", "<</Marked true /Suspects true>>")},
      {"a name shown", "UA1-7.1-33", catalog_entry("/ViewerPreferences", "<</DisplayDocTitle false>>")},
      {"no preferences", "UA1-7.1-33", catalog_entry("/ViewerPreferences", "null")},
      {"no language", "UA1-7.2-31", catalog_entry("/Lang", "null")},
      {"an empty language", "UA1-7.2-31", catalog_entry("/Lang", "()")},
      {"no language tag", "A3-6.7.4-31", catalog_entry("/Lang", "(svenska_SE)")},
      {"requirements", "A3-6.11-1", catalog_entry("/Requirements", "[]")},
      {"another type", "M-catalog-1", catalog_entry("/Type", "/Katalog")},
      {"alternate presentations", "A3-6.10-1", set_in_names("/AlternatePresentations", "<<>>")},
      {"names of its own", "M-catalog-2", set_in_names("/Own", "<<>>")},
  });
}

TEST_CASE("Defects of labels and pages are found", "[verification][catalog]") {
  check_defects({
      {"no labels", "M-catalog-3", catalog_entry("/PageLabels", "<</Nums []>>")},
      {"no first label", "M-catalog-3", catalog_entry("/PageLabels", "<</Nums [1 <</S /D>>]>>")},
      {"labels out of order", "M-catalog-3", catalog_entry("/PageLabels", "<</Nums [0 <</S /D>> 2 <<>> 1 <<>>]>>")},
      {"a label beyond the pages", "M-catalog-3", catalog_entry("/PageLabels", "<</Nums [0 <</S /D>> 9999 <<>>]>>")},
      {"a style", "M-catalog-3", catalog_entry("/PageLabels", "<</Nums [0 <</S /X>>]>>")},
      {"a prefix", "M-catalog-3", catalog_entry("/PageLabels", "<</Nums [0 <</P /A>>]>>")},
      {"a start", "M-catalog-3", catalog_entry("/PageLabels", "<</Kids [<</Nums [0 <</St 0>>]>>]>>")},
      {"steps", "A3-6.10-2", set_on_page("/PresSteps", "<<>>")},
      {"a box of names", "M-catalog-4", set_on_page("/MediaBox", "[/A 0 500 500]")},
      {"a box of three numbers", "M-catalog-4", set_on_page("/CropBox", "[0 500 500]")},
      {"a box outside", "M-catalog-4", set_on_page("/TrimBox", "[-10 0 500 500]")},
      {"a turn", "M-catalog-5", set_on_page("/Rotate", "45")},
  });
}

TEST_CASE("Defects of optional content are found", "[verification][catalog]") {
  check_defects({
      {"no name", "A3-6.9-1", layers("<<>>")},
      {"an empty name", "A3-6.9-1", layers("<</Name ()>>")},
      {"no name of another", "A3-6.9-1", layers("<</Name (a)>>", "[<<>>]")},
      {"a name twice", "A3-6.9-1", layers("<</Name (a)>>", "[<</Name (a)>>]")},
      {"AS", "A3-6.9-2", layers("<</Name (a) /AS []>>")},
      {"a group not in order", "A3-6.9-3", layers("<</Name (a) /Order []>>")},
      {"no groups", "A3-6.9-4", catalog_entry("/OCProperties", "<</D <</Name (a)>> >>")},
      {"no dictionary", "A3-6.9-4", catalog_entry("/OCProperties", "[]")},
  });
  CHECK(findings_text(edited(good_file(), layers("<</Name (a)>>", "[<</Name (b)>>]"))).find("A3-6.9") ==
        std::string::npos);
}

TEST_CASE("Defects of the output intent are found", "[verification][catalog]") {
  check_defects({
      {"no intent", "A3-6.2.3-1", catalog_entry("/OutputIntents", "null")},
      {"another kind", "A3-6.2.3-1", set_in_intent("/S", "/GTS_PDFX")},
      {"no profile", "A3-6.2.3-1", set_in_intent("/DestOutputProfile", "null")},
      {"two", "A3-6.2.3-1", [](QPDF& f) { f.getRoot().getKey("/OutputIntents").appendItem(intent(f).shallowCopy()); }},
      {"no signature", "A3-6.2.3-2", in_profile(36, "xxxx")},
      {"version 5", "A3-6.2.3-2", in_profile(8, "\5")},
      {"a scanner", "A3-6.2.3-2", in_profile(12, "scnr")},
      {"another space", "A3-6.2.3-2", in_profile(16, "Lab ")},
      {"another size", "A3-6.2.3-2", in_profile(0, std::string("\0\1\0\0", 4))},
      {"too many tags", "A3-6.2.3-2", in_profile(128, "\x7F\xFF\xFF\xFF")},
      {"a tag beyond the end", "A3-6.2.3-2", in_profile(136, "\x7F\xFF\xFF\xFF")},
      {"a short profile", "A3-6.2.3-2",
       [](QPDF& f) {
         intent(f).getKey("/DestOutputProfile").replaceStreamData("x", pdf_object("null"), pdf_object("null"));
       }},
      {"different profiles", "A3-6.2.3-3",
       [](QPDF& f) {
         QPDFObjectHandle other = pdf_object("<</S /GTS_PDFX /OutputConditionIdentifier (x)>>");
         other.replaceKey("/DestOutputProfile", QPDFObjectHandle::newStream(&f, "x"));
         f.getRoot().getKey("/OutputIntents").appendItem(other);
       }},
      {"a profile elsewhere", "A3-6.2.3-4", set_in_intent("/DestOutputProfileRef", "<<>>")},
      {"no identifier", "A3-6.2.3-5", set_in_intent("/OutputConditionIdentifier", "null")},
      {"another type", "A3-6.2.3-5", set_in_intent("/Type", "/Intent")},
      {"components", "A3-6.2.3-6",
       [](QPDF& f) { intent(f).getKey("/DestOutputProfile").getDict().replaceKey("/N", pdf_object("4")); }},
  });
}

TEST_CASE("Forbidden actions are found wherever they stand", "[verification][catalog]") {
  for (const char* kind : {"Launch", "Sound", "Movie", "ResetForm", "ImportData", "Hide", "SetOCGState", "Rendition",
                           "Trans", "GoTo3DView", "JavaScript", "Own"}) {
    INFO(kind);
    const std::string action = std::string("<</S /") + kind + ">>";
    CHECK(broken_rules(edited(good_file(), catalog_entry("/OpenAction", action))).count("A3-6.5.1-1") == 1);
  }
  check_defects({
      {"of an annotation", "A3-6.5.1-1", annotation("<</S /Launch>>")},
      {"after another", "A3-6.5.1-1", annotation("<</S /URI /URI (x:) /Next [<</S /URI /Next <</S /Hide>> >>]>>")},
      {"of an outline item", "A3-6.5.1-1",
       [](QPDF& f) {
         QPDFObjectHandle item = f.getRoot().getKey("/Outlines").getKey("/First");
         REQUIRE(item.isDictionary());
         item.replaceKey("/A", pdf_object("<</S /JavaScript /JS ()>>"));
       }},
      {"on its own", "A3-6.5.1-1", catalog_entry("/Odd", "[<</Type /Action /S /Launch>>]")},
      {"after opening", "A3-6.5.1-1", catalog_entry("/AA", "<</WC <</S /JavaScript>> >>")},
      {"a named one", "A3-6.5.1-2", annotation("<</S /Named /N /Print>>")},
      {"scripts", "A3-6.5.1-3", set_in_names("/JavaScript", "<</Names []>>")},
      {"of the document", "A3-6.5.2-1", catalog_entry("/AA", "<<>>")},
      {"of a page", "A3-6.5.2-1", set_on_page("/AA", "<</O <</S /URI>> >>")},
      {"of a widget", "A3-6.4.1-1",
       set_on_page("/Annots", "[<</Type /Annot /Subtype /Widget /Rect [0 0 1 1] /A <</S /URI>> >>]")},
      {"no dictionary", "M-action-1", annotation("/URI")},
      {"a place nowhere", "M-action-2", catalog_entry("/OpenAction", "[0 /Fit]")},
  });
}

TEST_CASE("Actions that go in circles are found", "[verification][catalog]") {
  const std::string bytes = edited(good_file(), [](QPDF& f) {
    QPDFObjectHandle action = f.makeIndirectObject(pdf_object("<</Type /Action /S /URI /URI (x:)>>"));
    action.replaceKey("/Next", QPDFObjectHandle::newArray({action, action}));
    f.getRoot().replaceKey("/OpenAction", action);
  });
  CHECK(broken_rules(bytes).count("M-action-1") == 1);
}

TEST_CASE("A file may open at one of its pages and turn them by name", "[verification][catalog]") {
  const std::string bytes = edited(good_file(), [](QPDF& f) {
    QPDFObjectHandle place = pdf_object("[null /Fit]");
    place.setArrayItem(0, f.getAllPages()[1]);
    f.getRoot().replaceKey("/OpenAction", place);
    annotation("<</S /Named /N /NextPage>>")(f);
  });
  const std::string text = findings_text(bytes);
  CHECK(text.find("A3-6.5") == std::string::npos);
  CHECK(text.find("M-action") == std::string::npos);
}

TEST_CASE("Language tags are told by their form", "[verification][catalog]") {
  for (const char* right : {"sv", "sv-SE", "en-GB", "se", "zh-Hant-TW", "sl-rozaj-biske", "de-CH-1901", "es-419",
                            "zh-yue-HK", "en-a-myext-b-another", "x-own", "sv-x-lattlast", "tlh"})
    CHECK(is_language_tag(right));
  for (const char* wrong : {"", "s", "sv_SE", "sv-", "-sv", "sv--SE", "svenska språk", "123", "sv-SE-", "sv-a", "en-x",
                            "sv-SE-SE", "i", "swedishlanguage"})
    CHECK_FALSE(is_language_tag(wrong));
}
