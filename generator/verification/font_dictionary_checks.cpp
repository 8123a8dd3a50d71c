#include <algorithm>
#include <array>

#include "verification/font_checks.h"
#include "verification/rules.h"

namespace mognad::verification {
namespace {

/// A font on its way through the checks.
struct FontCheck {
  const Document& document;
  const FontReading& font;
  const Dictionary& dictionary;
  const std::string where;
  Findings& findings;

  void add(std::string_view id, std::string found) const { report(findings, kFontRules, id, where, std::move(found)); }
  void add(std::string_view id, std::string_view other, std::string found) const {
    report(findings, kFontRules, id, where, found);
    report(findings, kFontRules, other, where, std::move(found));
  }
};

/// ISO 32000-1, 9.6.4: a tag of six capital letters and a plus.
bool is_tag_sound(std::string_view name) {
  const std::size_t plus = name.find('+');
  if (plus == std::string_view::npos) return true;
  return plus == 6 && name.size() > 7 &&
         std::all_of(name.begin(), name.begin() + 6, [](char c) { return c >= 'A' && c <= 'Z'; });
}

void check_simple(const FontCheck& check) {
  const Document& document = check.document;
  const long long first = document.get(check.dictionary, "FirstChar").integer_or(-1);
  const long long last = document.get(check.dictionary, "LastChar").integer_or(-1);
  const Array* widths = document.get(check.dictionary, "Widths").array();
  if (first < 0 || last < first || last > 255)
    check.add("A3-6.2.11.2-1", "FirstChar " + std::to_string(first) + ", LastChar " + std::to_string(last));
  else if (!widths || static_cast<long long>(widths->size()) != last - first + 1)
    check.add("A3-6.2.11.2-1", std::to_string(widths ? widths->size() : 0) + " widths for " +
                                   std::to_string(last - first + 1) + " codes");
  check.add("M-font-1", check.font.subtype.empty() ? "no Subtype" : check.font.subtype);
}

void check_true_type_encoding(const FontCheck& check) {
  constexpr long long kSymbolic = 4;
  constexpr long long kNotSymbolic = 32;
  const Document& document = check.document;
  const Dictionary* descriptor = document.get(check.dictionary, "FontDescriptor").dictionary();
  const long long flags = descriptor ? document.get(*descriptor, "Flags").integer_or(0) : 0;
  const bool symbolic = (flags & kSymbolic) != 0;
  const auto fail = [&](std::string found) { check.add("A3-6.2.11.6-1", "UA1-7.21.6-1", std::move(found)); };
  if (symbolic == ((flags & kNotSymbolic) != 0)) fail("Flags " + std::to_string(flags));
  const Value& encoding = document.get(check.dictionary, "Encoding");
  const Dictionary* differences = encoding.dictionary();
  const std::string_view name = differences ? document.get(*differences, "BaseEncoding").name() : encoding.name();
  const bool known = name == "WinAnsiEncoding" || name == "MacRomanEncoding";
  if (symbolic && !encoding.is_null()) fail("a symbolic font with an Encoding");
  if (!symbolic && !known) fail("a font that is not symbolic, with the encoding \"" + std::string(name) + "\"");
  if (check.font.program && symbolic && !check.font.program->has_symbol_map && check.font.program->character_maps != 1)
    fail("a symbolic font whose program has " + std::to_string(check.font.program->character_maps) + " maps");
  if (check.font.program && !symbolic && !check.font.program->has_unicode_map)
    fail("a font that is not symbolic, whose program has no map for its characters");
}

void check_kind(const FontCheck& check) {
  static constexpr std::string_view kKinds[] = {"Type0", "Type1", "MMType1", "TrueType", "Type3"};
  const Document& document = check.document;
  if (document.get(check.dictionary, "Type").name() != "Font") check.add("A3-6.2.11.2-1", "Type is not Font");
  if (std::find(std::begin(kKinds), std::end(kKinds), check.font.subtype) == std::end(kKinds))
    check.add("A3-6.2.11.2-1", "Subtype is \"" + check.font.subtype + "\"");
  const std::string_view name = document.get(check.dictionary, "BaseFont").name();
  if (check.font.subtype != "Type3" && name.empty()) check.add("A3-6.2.11.2-1", "no BaseFont");
  if (!is_tag_sound(name)) check.add("A3-6.2.11.2-4", "the tag of " + std::string(name));
  for (const std::string& fault : check.font.faults)
    check.add(fault.starts_with("ToUnicode") ? "A3-6.2.11.7.2-4" : "A3-6.2.11.2-1", fault);
}

void check_cid_system(const FontCheck& check, const Dictionary& descendant) {
  const Document& document = check.document;
  const Dictionary* info = document.get(descendant, "CIDSystemInfo").dictionary();
  if (!info || !document.get(*info, "Registry").string() || !document.get(*info, "Ordering").string())
    return check.add("A3-6.2.11.3.1-2", "UA1-7.21.3.1-1", "no whole CIDSystemInfo");
  const Object* map = document.stream(check.dictionary["Encoding"]);
  const Dictionary* dictionary = map ? map->value.dictionary() : nullptr;
  const Dictionary* other = dictionary ? document.get(*dictionary, "CIDSystemInfo").dictionary() : nullptr;
  if (!dictionary) return;
  for (const char* key : {"Registry", "Ordering"}) {
    const String* one = document.get(*info, key).string();
    const String* two = other ? document.get(*other, key).string() : nullptr;
    if (!two || two->bytes != one->bytes) check.add("A3-6.2.11.3.1-2", "UA1-7.21.3.1-1", std::string(key) + " differs");
  }
  if (other && document.get(*info, "Supplement").integer_or(0) < document.get(*other, "Supplement").integer_or(0))
    check.add("A3-6.2.11.3.1-2", "UA1-7.21.3.1-1", "the CMap's Supplement is higher");
}

/// The names of table 118 other than Identity need a CIDFont of the same collection; our codes are read as Identity.
void check_encoding(const FontCheck& check) {
  const Document& document = check.document;
  const Object* map = document.stream(check.dictionary["Encoding"]);
  const std::string_view name = document.get(check.dictionary, "Encoding").name();
  if (!map && name != "Identity-H" && name != "Identity-V")
    check.add("A3-6.2.11.3.3-1", "UA1-7.21.3.3-1", "Encoding is \"" + std::string(name) + "\"");
  if (name != "Identity-H") check.add("M-font-1", map ? "an embedded CMap" : "Encoding \"" + std::string(name) + "\"");
  if (!map || !map->value.dictionary()) return;
  const long long of_dictionary = document.get(*map->value.dictionary(), "WMode").integer_or(0);
  const std::size_t word = map->data.find("/WMode");
  const std::size_t digit = word == std::string::npos ? word : map->data.find_first_not_of(" \r\n\t", word + 6);
  const long long of_stream = digit != std::string::npos && map->data[digit] == '1' ? 1 : 0;
  if (of_dictionary != of_stream)
    check.add("A3-6.2.11.3.3-2", "UA1-7.21.3.3-2",
              "WMode " + std::to_string(of_dictionary) + " and " + std::to_string(of_stream));
}

void check_program(const FontCheck& check, const Dictionary& descriptor, std::string_view kind) {
  const Document& document = check.document;
  for (const char* key : {"FontFile", "FontFile2", "FontFile3"}) {
    if (!descriptor.has(key)) continue;
    const std::string_view file = key;
    const Object* stream = document.stream(descriptor[key]);
    if (!stream || !stream->value.dictionary()) {
      check.add("A3-6.2.11.2-2", std::string(key) + " is no stream");
      continue;
    }
    const std::string_view subtype = document.get(*stream->value.dictionary(), "Subtype").name();
    const bool true_type = kind == "CIDFontType2" || kind == "TrueType";
    const bool composite = kind.starts_with("CIDFont");
    const bool fits = file == "FontFile"      ? !true_type && !composite
                      : file == "FontFile2"   ? true_type
                      : subtype == "OpenType" ? true
                                              : subtype == (composite ? "CIDFontType0C" : "Type1C") && !true_type;
    if (!fits) check.add("A3-6.2.11.2-2", std::string(kind) + " with " + key + " " + std::string(subtype));
    if (!check.font.program || check.font.program->format.empty()) continue;
    const bool wrapped = check.font.program->is_wrapped;
    if ((file == "FontFile2" && (!wrapped || check.font.program->format != "TrueType")) ||
        (file == "FontFile3" && subtype != "OpenType" && (wrapped || check.font.program->format != "CFF")))
      check.add("A3-6.2.11.2-2", std::string(key) + " holds " + check.font.program->format);
  }
}

void check_descriptor(const FontCheck& check, const Dictionary& owner, std::string_view kind) {
  static constexpr std::array kNumbers{"Flags", "ItalicAngle", "Ascent", "Descent", "CapHeight", "StemV"};
  const Document& document = check.document;
  const Dictionary* descriptor = document.get(owner, "FontDescriptor").dictionary();
  if (!descriptor) return check.add("A3-6.2.11.2-3", "no FontDescriptor");
  if (document.get(*descriptor, "Type").name() != "FontDescriptor")
    check.add("A3-6.2.11.2-3", "Type is not FontDescriptor");
  for (const char* key : kNumbers)
    if (!document.get(*descriptor, key).is_number()) check.add("A3-6.2.11.2-3", std::string("no ") + key);
  const Array* box = document.get(*descriptor, "FontBBox").array();
  if (!box || box->size() != 4) check.add("A3-6.2.11.2-3", "FontBBox is no rectangle");
  const std::string_view name = document.get(*descriptor, "FontName").name();
  const std::string_view base = document.get(owner, "BaseFont").name();
  if (name != base) check.add("A3-6.2.11.2-4", "BaseFont " + std::string(base) + ", FontName " + std::string(name));
  check_program(check, *descriptor, kind);
}

void check_composite(const FontCheck& check) {
  const Document& document = check.document;
  const Array* descendants = document.get(check.dictionary, "DescendantFonts").array();
  const Dictionary* descendant =
      descendants && descendants->size() == 1 ? document.resolve(descendants->front()).dictionary() : nullptr;
  check_encoding(check);
  if (!descendant || (check.font.descendant != "CIDFontType0" && check.font.descendant != "CIDFontType2"))
    return check.add("A3-6.2.11.3.1-1", std::to_string(descendants ? descendants->size() : 0) +
                                            " descendants, of which the only is \"" + check.font.descendant + "\"");
  check_cid_system(check, *descendant);
  check_descriptor(check, *descendant, check.font.descendant);
  const std::string_view name = document.get(check.dictionary, "BaseFont").name();
  const std::string_view base = document.get(*descendant, "BaseFont").name();
  // ISO 32000-1, 9.7.6.1: with CFF outlines the CMap's name may follow.
  if (name != base && !(check.font.descendant == "CIDFontType0" && name.starts_with(base)))
    check.add("A3-6.2.11.2-4", "BaseFont " + std::string(name) + ", of the descendant " + std::string(base));
  const Value& map = document.get(*descendant, "CIDToGIDMap");
  if (check.font.descendant == "CIDFontType2" && map.name() != "Identity" &&
      !document.stream((*descendant)["CIDToGIDMap"]))
    check.add("A3-6.2.11.3.2-1", "UA1-7.21.3.2-1", map.is_null() ? "none" : "\"" + std::string(map.name()) + "\"");
}

}  // namespace

std::string place_of(const ReadFile& file, const FontReading& font) {
  const Dictionary* dictionary = file.document.object(font.object).dictionary();
  const std::string_view name = dictionary ? file.document.get(*dictionary, "BaseFont").name() : "";
  return at_object(font.object) + (name.empty() ? "" : ", ") + std::string(name);
}

void check_font_dictionary(const ReadFile& file, const FontReading& font, Findings& findings) {
  const Dictionary* dictionary = file.document.object(font.object).dictionary();
  if (!dictionary) return;
  const FontCheck check{file.document, font, *dictionary, place_of(file, font), findings};
  check_kind(check);
  if (font.is_composite()) return check_composite(check);
  check_simple(check);
  if (font.subtype == "TrueType") check_true_type_encoding(check);
  if (font.subtype != "Type3") check_descriptor(check, *dictionary, font.subtype);
}

}  // namespace mognad::verification
