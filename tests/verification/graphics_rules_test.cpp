#include <catch2/catch.hpp>

#include "support/defect_table.h"
#include "verification/rules.h"

using namespace mognad::test;

namespace {

using Handle = QPDFObjectHandle;

Handle resources_of(QPDF& file) {
  Handle page = file.getAllPages().at(0);
  return page.getKey("/Resources");
}

/// Adds a resource, written as PDF, and lets the first page's content begin with a use of it.
void use(QPDF& file, const std::string& kind, const std::string& object, const std::string& content) {
  Handle resources = resources_of(file);
  if (!resources.hasKey(kind)) resources.replaceKey(kind, Handle::newDictionary());
  resources.getKey(kind).replaceKey("/Z", file.makeIndirectObject(Handle::parse(object)));
  Handle stream = content_of(file, 0);
  const auto data = stream.getStreamData(qpdf_dl_generalized);
  stream.replaceStreamData("/Artifact BMC " + content + " EMC " +
                               std::string(reinterpret_cast<const char*>(data->getBuffer()), data->getSize()),
                           Handle::newNull(), Handle::newNull());
}

/// The same for an XObject with that dictionary and data.
void use_object(QPDF& file, const std::string& dictionary, const std::string& data) {
  use(file, "/XObject", "null", "/Z Do");
  Handle stream = Handle::newStream(&file, data);
  Handle entries = Handle::parse(dictionary);
  for (const std::string& key : entries.getKeys()) stream.getDict().replaceKey(key, entries.getKey(key));
  resources_of(file).getKey("/XObject").replaceKey("/Z", stream);
}

std::function<void(QPDF&)> with_content(const std::string& content) {
  return [content](QPDF& file) { use(file, "/Other", "null", content); };
}
std::function<void(QPDF&)> with_state(const std::string& state) {
  return [state](QPDF& file) { use(file, "/ExtGState", state, "/Z gs"); };
}
std::function<void(QPDF&)> with_space(const std::string& space) {
  return [space](QPDF& file) { use(file, "/ColorSpace", space, "/Z cs"); };
}
std::function<void(QPDF&)> with_image(const std::string& entries, const std::string& data = "xxxx") {
  return [entries, data](QPDF& file) {
    use_object(file, "<</Type /XObject /Subtype /Image /Width 2 /Height 2 " + entries + ">>", data);
  };
}
std::function<void(QPDF&)> with_form(const std::string& entries) {
  return [entries](QPDF& file) {
    use_object(file, "<</Type /XObject /Subtype /Form /BBox [0 0 1 1] " + entries + ">>", "0 0 1 1 re f");
  };
}

/// An ICCBased space with a profile of the header's fields.
std::function<void(QPDF&)> with_profile(int components, const std::string& kind, const std::string& colour,
                                        char version) {
  return [=](QPDF& file) {
    std::string profile(132, '\0');
    profile[8] = version;
    profile.replace(12, 4, kind).replace(16, 4, colour).replace(36, 4, "acsp");
    use(file, "/ColorSpace", "[/ICCBased null]", "/Z cs");
    Handle stream = Handle::newStream(&file, profile);
    stream.getDict().replaceKey("/N", Handle::newInteger(components));
    resources_of(file).getKey("/ColorSpace").getKey("/Z").setArrayItem(1, stream);
  };
}

void remove_output_intent(QPDF& file) { file.getRoot().removeKey("/OutputIntents"); }

const std::vector<WideDefect>& defects() {
  static const std::vector<WideDefect> all{
      {"an unknown operator", with_content("1 foo"), {"A3-6.2.2-2"}},
      {"an unknown operator between BX and EX", with_content("BX 1 foo EX"), {"A3-6.2.2-2"}},
      {"a missing graphics state", with_content("/None gs"), {"A3-6.2.2-3"}},
      {"a missing XObject", with_content("/None Do"), {"A3-6.2.2-3"}},
      {"a missing colour space", with_content("/None cs"), {"A3-6.2.2-3"}},
      {"a form that names what only the page has",
       [](QPDF& f) { use_object(f, "<</Type /XObject /Subtype /Form /BBox [0 0 1 1]>>", "BT /F0 9 Tf ET"); },
       {"A3-6.2.2-3"}},
      {"an XObject of no kind", [](QPDF& f) { use_object(f, "<</Type /XObject>>", ""); }, {"A3-6.2.2-3"}},
      {"resources that are inherited",
       [](QPDF& f) {
         Handle page = f.getAllPages().at(0);
         page.getKey("/Parent").replaceKey("/Resources", page.getKey("/Resources"));
         page.removeKey("/Resources");
       },
       {"A3-6.2.2-4"}},
      {"a profile with other components", with_profile(4, "mntr", "RGB ", 2), {"A3-6.2.4.2-1"}},
      {"a profile of another class", with_profile(3, "link", "RGB ", 2), {"A3-6.2.4.2-1"}},
      {"a profile of a later version", with_profile(3, "mntr", "RGB ", 5), {"A3-6.2.4.2-1"}},
      {"no profile", with_space("[/ICCBased null]"), {"A3-6.2.4.2-1"}},
      {"overprint with CMYK",
       [](QPDF& f) {
         with_profile(4, "prtr", "CMYK", 2)(f);
         with_state("<</Type /ExtGState /OPM 1 /op true>>")(f);
       },
       {"A3-6.2.4.2-2"}},
      {"RGB without output intent", remove_output_intent, {"A3-6.2.4.3-1"}},
      {"RGB with an intent of another subtype",
       [](QPDF& f) {
         f.getRoot().getKey("/OutputIntents").getArrayItem(0).replaceKey("/S", Handle::newName("/GTS_PDFX"));
       },
       {"A3-6.2.4.3-1"}},
      {"CMYK", with_content("0 0 0 1 k"), {"A3-6.2.4.3-2"}},
      {"CMYK by name", with_content("/DeviceCMYK CS"), {"A3-6.2.4.3-2"}},
      {"CMYK under a palette", with_space("[/Indexed /DeviceCMYK 0 <00000000>]"), {"A3-6.2.4.3-2"}},
      {"CMYK under a pattern", with_space("[/Pattern /DeviceCMYK]"), {"A3-6.2.4.3-2"}},
      {"an image in CMYK",
       with_image("/BitsPerComponent 8 /ColorSpace /DeviceCMYK", std::string(16, 'x')),
       {"A3-6.2.4.3-2"}},
      {"a shading in CMYK",
       [](QPDF& f) { use(f, "/Shading", "<</ShadingType 2 /ColorSpace /DeviceCMYK /Coords [0 0 1 1]>>", "/Z sh"); },
       {"A3-6.2.4.3-2"}},
      {"an inline image in CMYK", with_content("BI /W 1 /H 1 /BPC 8 /CS /CMYK ID xxxx EI"), {"A3-6.2.4.3-2"}},
      {"grey without output intent",
       [](QPDF& f) {
         with_content("0.5 g")(f);
         remove_output_intent(f);
       },
       {"A3-6.2.4.3-3"}},
      {"a Separation that is not whole", with_space("[/Separation /Gold /DeviceRGB]"), {"A3-6.2.4.4-1"}},
      {"a Separation without a function", with_space("[/Separation /Gold /DeviceRGB null]"), {"A3-6.2.4.4-1"}},
      {"a DeviceN without Colorants",
       with_space("[/DeviceN [/Gold] /DeviceRGB <</FunctionType 2>>]"),
       {"A3-6.2.4.4-1"}},
      {"an unknown colour space", with_space("[/DeviceFoo]"), {"A3-6.2.4.5-1"}},
      {"a palette over a palette", with_space("[/Indexed [/Indexed /DeviceRGB 0 <000000>] 0 <00>]"), {"A3-6.2.4.5-1"}},
      {"a palette too short", with_space("[/Indexed /DeviceRGB 3 <000000>]"), {"A3-6.2.4.5-1"}},
      {"CalRGB without a white point", with_space("[/CalRGB <<>>]"), {"A3-6.2.4.5-1"}},
      {"colour spaces in colour spaces",
       with_space("[/Pattern [/Pattern [/Pattern [/Pattern [/Pattern [/Pattern "
                  "[/Pattern [/Pattern [/Pattern [/Pattern /Pattern]]]]]]]]]]"),
       {"A3-6.2.4.5-1"}},
      {"TR", with_state("<</TR /Identity>>"), {"A3-6.2.5-1"}},
      {"TR2", with_state("<</TR2 /Identity>>"), {"A3-6.2.5-2"}},
      {"HTP", with_state("<</HTP [0 0]>>"), {"A3-6.2.5-3"}},
      {"a halftone of type 6", with_state("<</HT <</HalftoneType 6>> >>"), {"A3-6.2.5-4"}},
      {"HalftoneName", with_state("<</HT <</HalftoneType 1 /HalftoneName (a)>> >>"), {"A3-6.2.5-4"}},
      {"TransferFunction in a halftone",
       with_state("<</HT <</HalftoneType 5 /Default <</HalftoneType 1 "
                  "/TransferFunction /Identity>> >> >>"),
       {"A3-6.2.5-5"}},
      {"an unknown rendering intent", with_content("/Best ri"), {"A3-6.2.6-1"}},
      {"an unknown rendering intent of a state", with_state("<</RI /Best>>"), {"A3-6.2.6-1"}},
      {"an unknown rendering intent of an image",
       with_image("/BitsPerComponent 8 /ColorSpace /DeviceGray /Intent /Best"),
       {"A3-6.2.6-1"}},
      {"Alternates", with_image("/BitsPerComponent 8 /ColorSpace /DeviceGray /Alternates []"), {"A3-6.2.8.1-1"}},
      {"OPI", with_image("/BitsPerComponent 8 /ColorSpace /DeviceGray /OPI <<>>"), {"A3-6.2.8.1-2"}},
      {"Interpolate", with_image("/BitsPerComponent 8 /ColorSpace /DeviceGray /Interpolate true"), {"A3-6.2.8.1-3"}},
      {"LZW of an inline image", with_content("BI /W 1 /H 1 /BPC 8 /CS /G /F /LZW ID x EI"), {"A3-6.1.10-1"}},
      {"LZW among other filters",
       with_content("BI /W 1 /H 1 /BPC 8 /CS /G /Filter [/AHx /LZWDecode] ID x EI"),
       {"A3-6.1.10-1"}},
      {"Crypt of an inline image", with_content("BI /W 1 /H 1 /BPC 8 /CS /G /F /Crypt ID x EI"), {"A3-6.1.10-1"}},
      {"Interpolate of an inline image", with_content("BI /W 1 /H 1 /BPC 8 /CS /G /I true ID x EI"), {"A3-6.2.8.1-3"}},
      {"3 bits", with_image("/BitsPerComponent 3 /ColorSpace /DeviceGray"), {"A3-6.2.8.1-4"}},
      {"a mask of 8 bits", with_image("/BitsPerComponent 8 /ImageMask true"), {"A3-6.2.8.1-4"}},
      {"no ColorSpace", with_image("/BitsPerComponent 8"), {"A3-6.2.8.1-5"}},
      {"too few bytes", with_image("/BitsPerComponent 8 /ColorSpace /DeviceGray", "x"), {"A3-6.2.8.1-5"}},
      {"no height",
       [](QPDF& f) {
         with_image("/BitsPerComponent 8 /ColorSpace /DeviceGray")(f);
         resources_of(f).getKey("/XObject").getKey("/Z").getDict().removeKey("/Height");
       },
       {"A3-6.2.8.1-5"}},
      {"JPEG 2000", with_image("/Filter /JPXDecode"), {"A3-6.2.8.3-1"}},
      {"OPI of a form", with_form("/OPI <<>>"), {"A3-6.2.9.1-1"}},
      {"PS of a form", with_form("/PS (a)"), {"A3-6.2.9.1-2"}},
      {"Subtype2 of a form", with_form("/Subtype2 /PS"), {"A3-6.2.9.1-2"}},
      {"a form that refers to another file", with_form("/Ref <<>>"), {"A3-6.2.9.2-1", "UA1-7.20-2"}},
      {"PostScript", [](QPDF& f) { use_object(f, "<</Type /XObject /Subtype /PS>>", ""); }, {"A3-6.2.9.3-1"}},
      {"transparency without a space to blend in",
       [](QPDF& f) {
         with_state("<</ca 0.5>>")(f);
         remove_output_intent(f);
       },
       {"A3-6.2.10-1"}},
      {"a soft mask without a space to blend in",
       [](QPDF& f) {
         with_image("/BitsPerComponent 8 /ColorSpace /DeviceGray /SMask <<>>")(f);
         remove_output_intent(f);
       },
       {"A3-6.2.10-1"}},
      {"a group in CMYK",
       [](QPDF& f) {
         Handle page = f.getAllPages().at(0);
         page.replaceKey("/Group", Handle::parse("<</S /Transparency /CS /DeviceCMYK>>"));
       },
       {"A3-6.2.4.3-2"}},
      {"an unknown blend mode", with_state("<</BM /Strange>>"), {"A3-6.2.10-2"}},
      {"an unknown blend mode in a list", with_state("<</BM [/Strange /Normal]>>"), {"A3-6.2.10-2"}},
  };
  return all;
}

bool is_of_graphics(const std::string& id) {
  const auto& rules = mognad::verification::kGraphicsRules.rules;
  return std::any_of(rules.begin(), rules.end(), [&](const auto& rule) { return rule.id == id; });
}

}  // namespace

TEST_CASE("The graphics of a good file break no rule", "[verification][graphics_rules]") {
  for (const std::string& id : broken_rules(good_file())) {
    INFO(id);
    CHECK_FALSE(is_of_graphics(id));
  }
}

TEST_CASE("Every defect of graphics is found", "[verification][graphics_rules]") {
  check_defects(mognad::verification::kGraphicsRules, defects());
}

TEST_CASE("What the standard allows of graphics is no finding", "[verification][graphics_rules]") {
  const std::vector<std::function<void(QPDF&)>> allowed{
      with_content("0.5 g"),
      with_content("/Perceptual ri"),
      with_content("BI /W 1 /H 1 /BPC 8 /CS /G ID x EI"),
      with_profile(3, "mntr", "RGB ", 4),
      with_space("[/Indexed /DeviceRGB 0 <000000>]"),
      with_space("[/CalRGB <</WhitePoint [1 1 1]>>]"),
      with_space("[/Separation /Gold /DeviceRGB <</FunctionType 2>>]"),
      with_state("<</ca 0.5 /BM /Multiply /TR2 /Default>>"),
      with_image("/BitsPerComponent 8 /ColorSpace /DeviceGray"),
      with_image("/ImageMask true", "xx"),
      with_form("/Resources <<>>"),
      [](QPDF& file) {
        with_content("0 0 0 1 k")(file);
        use(file, "/ColorSpace", "null", "");
        resources_of(file)
            .getKey("/ColorSpace")
            .replaceKey("/DefaultCMYK", Handle::parse("[/CalRGB <</WhitePoint [1 1 1]>>]"));
      }};
  for (std::size_t i = 0; i < allowed.size(); ++i) {
    INFO(i);
    const std::string file = edited(good_file(), allowed[i]);
    INFO(findings_text(file).substr(0, 500));
    for (const std::string& id : broken_rules(file)) CHECK_FALSE(is_of_graphics(id));
  }
}
