#include <catch2/catch.hpp>

#include "support/defect_table.h"
#include "verification/rules.h"

using namespace mognad::test;

namespace {

using Handle = QPDFObjectHandle;

/// The Type 0 font of running text, and its descendant.
Handle font_of(QPDF& file) {
  Handle page = file.getAllPages().at(0);
  return page.getKey("/Resources").getKey("/Font").getKey("/F0");
}
Handle descendant_of(QPDF& file) { return font_of(file).getKey("/DescendantFonts").getArrayItem(0); }
Handle descriptor_of(QPDF& file) { return descendant_of(file).getKey("/FontDescriptor"); }
Handle name(const char* text) { return Handle::newName(text); }

Handle stream_of(QPDF& file, const std::string& data, const char* dictionary = "<<>>") {
  Handle stream = Handle::newStream(&file, data);
  stream.getDict();
  Handle entries = Handle::parse(dictionary);
  for (const std::string& key : entries.getKeys()) stream.getDict().replaceKey(key, entries.getKey(key));
  return stream;
}

/// A simple font that the first page uses in place of the one of running text.
void use_simple_font(QPDF& file, const char* font) {
  Handle made = Handle::parse(font);
  made.replaceKey("/FontDescriptor", descriptor_of(file));
  Handle page = file.getAllPages().at(0);
  page.getKey("/Resources").getKey("/Font").replaceKey("/F0", file.makeIndirectObject(made));
}

/// Which of the codes of W's first list stands for the letter a: one that every report shows.
void widen_everything(QPDF& file) {
  Handle w = descendant_of(file).getKey("/W");
  for (int i = 0; i < w.getArrayNItems(); ++i) {
    Handle list = w.getArrayItem(i);
    if (!list.isArray()) continue;
    for (int k = 0; k < list.getArrayNItems(); ++k)
      list.setArrayItem(k, Handle::newReal(list.getArrayItem(k).getNumericValue() + 1.5, 2));
  }
}

const std::vector<WideDefect>& defects() {
  static const std::vector<WideDefect> all{
      {"no Type", [](QPDF& f) { font_of(f).removeKey("/Type"); }, {"A3-6.2.11.2-1"}},
      {"no BaseFont", [](QPDF& f) { font_of(f).removeKey("/BaseFont"); }, {"A3-6.2.11.2-1"}},
      {"unknown Subtype", [](QPDF& f) { font_of(f).replaceKey("/Subtype", name("/Type7")); }, {"A3-6.2.11.2-1"}},
      {"W that can't be read",
       [](QPDF& f) { descendant_of(f).replaceKey("/W", Handle::parse("[1 [500] 7]")); },
       {"A3-6.2.11.2-1"}},
      {"a string in W",
       [](QPDF& f) { descendant_of(f).replaceKey("/W", Handle::parse("[(a) [500]]")); },
       {"A3-6.2.11.2-1"}},
      {"text without a font",
       [](QPDF& f) { replace_in_stream(content_of(f, 0), "/F0 ", "/F7 "); },
       {"A3-6.2.11.2-1", "A3-6.2.2-3"}},
      {"TrueType in FontFile3",
       [](QPDF& f) {
         Handle program = descriptor_of(f).getKey("/FontFile2");
         program.getDict().replaceKey("/Subtype", name("/CIDFontType0C"));
         descriptor_of(f).replaceKey("/FontFile3", program);
         descriptor_of(f).removeKey("/FontFile2");
       },
       {"A3-6.2.11.2-2"}},
      {"CIDFontType0 with TrueType",
       [](QPDF& f) { descendant_of(f).replaceKey("/Subtype", name("/CIDFontType0")); },
       {"A3-6.2.11.2-2"}},
      {"no StemV", [](QPDF& f) { descriptor_of(f).removeKey("/StemV"); }, {"A3-6.2.11.2-3"}},
      {"no FontBBox", [](QPDF& f) { descriptor_of(f).removeKey("/FontBBox"); }, {"A3-6.2.11.2-3"}},
      {"no FontDescriptor",
       [](QPDF& f) { descendant_of(f).removeKey("/FontDescriptor"); },
       {"A3-6.2.11.2-3", "A3-6.2.11.4.1-1", "UA1-7.21.4.1-1"}},
      {"another FontName",
       [](QPDF& f) { descriptor_of(f).replaceKey("/FontName", name("/Other")); },
       {"A3-6.2.11.2-4"}},
      {"another BaseFont", [](QPDF& f) { font_of(f).replaceKey("/BaseFont", name("/Other")); }, {"A3-6.2.11.2-4"}},
      {"a tag of small letters",
       [](QPDF& f) { font_of(f).replaceKey("/BaseFont", name("/abcdef+Lato")); },
       {"A3-6.2.11.2-4"}},
      {"two descendants",
       [](QPDF& f) { font_of(f).getKey("/DescendantFonts").appendItem(descendant_of(f)); },
       {"A3-6.2.11.3.1-1"}},
      {"a descendant of another kind",
       [](QPDF& f) { descendant_of(f).replaceKey("/Subtype", name("/TrueType")); },
       {"A3-6.2.11.3.1-1"}},
      {"no CIDSystemInfo",
       [](QPDF& f) { descendant_of(f).removeKey("/CIDSystemInfo"); },
       {"A3-6.2.11.3.1-2", "UA1-7.21.3.1-1"}},
      {"a CMap of another collection",
       [](QPDF& f) {
         font_of(f).replaceKey("/Encoding", stream_of(f, "/WMode 0 def",
                                                      "<</CIDSystemInfo <</Registry (Adobe) /Ordering (Japan1) "
                                                      "/Supplement 0>> >>"));
       },
       {"A3-6.2.11.3.1-2", "UA1-7.21.3.1-1", "M-font-1"}},
      {"no CIDToGIDMap",
       [](QPDF& f) { descendant_of(f).removeKey("/CIDToGIDMap"); },
       {"A3-6.2.11.3.2-1", "UA1-7.21.3.2-1"}},
      {"a CIDToGIDMap of another name",
       [](QPDF& f) { descendant_of(f).replaceKey("/CIDToGIDMap", name("/Other")); },
       {"A3-6.2.11.3.2-1", "UA1-7.21.3.2-1"}},
      {"an unknown CMap",
       [](QPDF& f) { font_of(f).replaceKey("/Encoding", name("/Other-H")); },
       {"A3-6.2.11.3.3-1", "UA1-7.21.3.3-1"}},
      {"no Encoding", [](QPDF& f) { font_of(f).removeKey("/Encoding"); }, {"A3-6.2.11.3.3-1", "UA1-7.21.3.3-1"}},
      {"a WMode that differs",
       [](QPDF& f) { font_of(f).replaceKey("/Encoding", stream_of(f, "/WMode 1 def", "<</WMode 0>>")); },
       {"A3-6.2.11.3.3-2", "UA1-7.21.3.3-2"}},
      {"no font program",
       [](QPDF& f) { descriptor_of(f).removeKey("/FontFile2"); },
       {"A3-6.2.11.4.1-1", "UA1-7.21.4.1-1"}},
      {"a font program that is none",
       [](QPDF& f) { descriptor_of(f).replaceKey("/FontFile2", stream_of(f, "no font")); },
       {"A3-6.2.11.4.1-1", "UA1-7.21.4.1-1"}},
      {"a CIDToGIDMap that ends early",
       [](QPDF& f) { descendant_of(f).replaceKey("/CIDToGIDMap", stream_of(f, std::string("\0\0\0\1", 4))); },
       {"A3-6.2.11.4.1-2", "UA1-7.21.4.1-2"}},
      {"glyphs that the program doesn't have",
       [](QPDF& f) { descendant_of(f).replaceKey("/CIDToGIDMap", stream_of(f, std::string(2000, '\x7F'))); },
       {"A3-6.2.11.4.1-2", "UA1-7.21.4.1-2"}},
      {"a CIDToGIDMap of an odd length",
       [](QPDF& f) { descendant_of(f).replaceKey("/CIDToGIDMap", stream_of(f, "\1\2\3")); },
       {"A3-6.2.11.2-1"}},
      {"a CIDSet that leaves all out",
       [](QPDF& f) { descriptor_of(f).replaceKey("/CIDSet", stream_of(f, std::string(4, '\0'))); },
       {"A3-6.2.11.4.2-1", "UA1-7.21.4.2-1"}},
      {"a CIDSet that names everything",
       [](QPDF& f) { descriptor_of(f).replaceKey("/CIDSet", stream_of(f, std::string(8192, '\xFF'))); },
       {"A3-6.2.11.4.2-1", "UA1-7.21.4.2-1"}},
      {"widths that differ by more than a thousandth", widen_everything, {"A3-6.2.11.5-1", "UA1-7.21.5-1"}},
      {"no W", [](QPDF& f) { descendant_of(f).removeKey("/W"); }, {"A3-6.2.11.5-1", "UA1-7.21.5-1"}},
      {"a TrueType font without a flag",
       [](QPDF& f) {
         descriptor_of(f).replaceKey("/Flags", Handle::newInteger(0));
         use_simple_font(f, "<</Type /Font /Subtype /TrueType /BaseFont /Lato /Encoding /WinAnsiEncoding>>");
       },
       {"A3-6.2.11.6-1", "UA1-7.21.6-1", "A3-6.2.11.2-1", "M-font-1"}},
      {"a symbolic TrueType font with an encoding",
       [](QPDF& f) {
         descriptor_of(f).replaceKey("/Flags", Handle::newInteger(4));
         use_simple_font(f, "<</Type /Font /Subtype /TrueType /BaseFont /Lato /Encoding /WinAnsiEncoding>>");
       },
       {"A3-6.2.11.6-1", "UA1-7.21.6-1"}},
      {"a TrueType font that is not symbolic, without an encoding",
       [](QPDF& f) {
         descriptor_of(f).replaceKey("/Flags", Handle::newInteger(32));
         use_simple_font(f, "<</Type /Font /Subtype /TrueType /BaseFont /Lato>>");
       },
       {"A3-6.2.11.6-1", "UA1-7.21.6-1"}},
      {"a Type 3 font",
       [](QPDF& f) {
         use_simple_font(f, "<</Type /Font /Subtype /Type3 /CharProcs <<>> /FirstChar 0 /LastChar 0 /Widths [0]>>");
       },
       {"M-font-1"}},
      {"no ToUnicode", [](QPDF& f) { font_of(f).removeKey("/ToUnicode"); }, {"A3-6.2.11.7.2-1", "UA1-7.21.7-1"}},
      {"codes that ToUnicode leaves out",
       [](QPDF& f) { replace_in_stream(font_of(f).getKey("/ToUnicode"), "endbfchar", "endbfcxxx"); },
       {"A3-6.2.11.7.2-2", "UA1-7.21.7-2"}},
      {"U+0000",
       [](QPDF& f) { replace_in_stream(font_of(f).getKey("/ToUnicode"), "> <0061>", "> <0000>"); },
       {"A3-6.2.11.7.2-3", "UA1-7.21.7-3"}},
      {"U+FEFF",
       [](QPDF& f) { replace_in_stream(font_of(f).getKey("/ToUnicode"), "> <0061>", "> <FEFF>"); },
       {"A3-6.2.11.7.2-3", "UA1-7.21.7-3"}},
      {"U+FFFE",
       [](QPDF& f) { replace_in_stream(font_of(f).getKey("/ToUnicode"), "> <0061>", "> <0062FFFE>"); },
       {"A3-6.2.11.7.2-3", "UA1-7.21.7-3"}},
      {"a ToUnicode without end",
       [](QPDF& f) { replace_in_stream(font_of(f).getKey("/ToUnicode"), "endcmap", "endcxxx"); },
       {"A3-6.2.11.7.2-4"}},
      {"a private character",
       [](QPDF& f) { replace_in_stream(font_of(f).getKey("/ToUnicode"), "> <0061>", "> <E061>"); },
       {"A3-6.2.11.7.3-1"}},
      {"a supplementary private character",
       [](QPDF& f) { replace_in_stream(font_of(f).getKey("/ToUnicode"), "> <0061>", "> <DBC0DC01>"); },
       {"A3-6.2.11.7.3-1"}},
      {".notdef",
       [](QPDF& f) { descendant_of(f).replaceKey("/CIDToGIDMap", stream_of(f, std::string(2000, '\0'))); },
       {"A3-6.2.11.8-1", "UA1-7.21.8-1"}},
  };
  return all;
}

}  // namespace

TEST_CASE("The fonts of a good file break no rule", "[verification][font_rules]") {
  for (const std::string& id : broken_rules(good_file()))
    for (const mognad::verification::Rule& rule : mognad::verification::kFontRules.rules) CHECK(id != rule.id);
}

TEST_CASE("Every defect of a font is found", "[verification][font_rules]") {
  check_defects(mognad::verification::kFontRules, defects());
}

TEST_CASE("Invisible text needs no font program", "[verification][font_rules]") {
  const std::string file = edited(good_file(), [](QPDF& f) {
    for (std::size_t page = 0; page < f.getAllPages().size(); ++page) {
      Handle content = content_of(f, page);
      const auto data = content.getStreamData(qpdf_dl_generalized);
      content.replaceStreamData(
          "3 Tr " + std::string(reinterpret_cast<const char*>(data->getBuffer()), data->getSize()), Handle::newNull(),
          Handle::newNull());
    }
    descriptor_of(f).removeKey("/FontFile2");
  });
  CHECK(broken_rules(file).count("A3-6.2.11.4.1-1") == 0);
}

TEST_CASE("A private character with an ActualText is allowed", "[verification][font_rules]") {
  const std::string file = edited(good_file(), [](QPDF& f) {
    replace_in_stream(font_of(f).getKey("/ToUnicode"), "> <0061>", "> <E061>");
    for (std::size_t page = 0; page < f.getAllPages().size(); ++page) {
      Handle content = content_of(f, page);
      const auto data = content.getStreamData(qpdf_dl_generalized);
      content.replaceStreamData("/Span <</ActualText (a)>> BDC " +
                                    std::string(reinterpret_cast<const char*>(data->getBuffer()), data->getSize()) +
                                    " EMC",
                                Handle::newNull(), Handle::newNull());
    }
  });
  CHECK(broken_rules(file).count("A3-6.2.11.7.3-1") == 0);
}
