#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>

#include "verification/dictionary_walk.h"
#include "verification/raw_syntax.h"
#include "verification/rules.h"

namespace mognad::verification {
namespace {

constexpr Rule kSyntaxList[] = {
    {"A3-6.1.1-1", "ISO 19005-3, 6.1.1; ISO 32000-1, 7.5", "The file is read without repairs",
     "Write the file again; it is damaged"},
    {"A3-6.1.2-1", "ISO 19005-3, 6.1.2; ISO 14289-1, 6.1",
     "The file begins with %PDF-1.0 to %PDF-1.7 and one end of line", "Write %PDF-1.7 as the first line"},
    {"A3-6.1.2-2", "ISO 19005-3, 6.1.2", "The second line is a comment of at least four bytes above 127",
     "Write a comment of four such bytes after the header"},
    {"A3-6.1.3-1", "ISO 19005-3, 6.1.3; ISO 32000-1, 14.4", "The trailer has an ID of two strings that are not empty",
     "Write ID into the trailer"},
    {"A3-6.1.3-2", "ISO 19005-3, 6.1.3; ISO 14289-1, 7.16; Matterhorn 26-001, 26-002", "The file is not encrypted",
     "Leave Encrypt out of the trailer"},
    {"A3-6.1.3-3", "ISO 19005-3, 6.1.3", "Nothing but one end of line follows the last %%EOF",
     "Cut the file after %%EOF"},
    {"A3-6.1.4-1", "ISO 19005-3, 6.1.4; ISO 32000-1, 7.5.4", "Cross-reference tables are spelled as the standard says",
     "Write one end of line after xref, one space between the numbers and entries of 20 bytes"},
    {"A3-6.1.6-1", "ISO 19005-3, 6.1.6", "Hexadecimal strings have an even number of digits",
     "Write the last digit too"},
    {"A3-6.1.6-2", "ISO 19005-3, 6.1.6", "Hexadecimal strings hold hexadecimal digits alone",
     "Write 0 to 9 and A to F"},
    {"A3-6.1.7-1", "ISO 19005-3, 6.1.7.1", "The Length of a stream is the number of its bytes",
     "Write the number of bytes between stream and endstream"},
    {"A3-6.1.7-2", "ISO 19005-3, 6.1.7.1",
     "LF or CR LF follows the keyword stream, and an end of line stands before endstream", "Write these ends of lines"},
    {"A3-6.1.7-3", "ISO 19005-3, 6.1.7.1", "The data of a stream stand in the file",
     "Leave F, FFilter and FDecodeParms out of the stream's dictionary"},
    {"A3-6.1.7-4", "ISO 19005-3, 6.1.7.2; ISO 32000-1, Table 6",
     "Streams use the filters of the standard, but neither LZWDecode nor Crypt other than Identity",
     "Compress with FlateDecode"},
    {"A3-6.1.7-5", "ISO 19005-3, 6.1.7; ISO 32000-1, 7.4", "Every stream can be decoded", "Write the stream again"},
    {"A3-6.1.8-1", "ISO 19005-3, 6.1.8", "Names of fonts, colourants and structure types are UTF-8",
     "Write the name in UTF-8"},
    {"A3-6.1.9-1", "ISO 19005-3, 6.1.9",
     "An object begins on a line with number, generation and obj, one space apart; endobj has a line of its own",
     "Write the object so"},
    {"A3-6.1.13-1", "ISO 19005-3, 6.1.13", "Integers have 32 bits", "Write a smaller number"},
    {"A3-6.1.13-2", "ISO 19005-3, 6.1.13", "Real numbers are 0 or between 1.175e-38 and 3.403e38 in size",
     "Round the number"},
    {"A3-6.1.13-3", "ISO 19005-3, 6.1.13", "Strings have at most 32767 bytes", "Divide the string"},
    {"A3-6.1.13-4", "ISO 19005-3, 6.1.13", "Names have at most 127 bytes", "Shorten the name"},
    {"A3-6.1.13-5", "ISO 19005-3, 6.1.13", "The file has at most 8388607 objects", "Divide the document"},
    {"A3-6.1.13-6", "ISO 19005-3, 6.1.13", "Graphics states are saved at most 28 deep",
     "Restore with Q before the next q"},
    {"A3-6.1.13-7", "ISO 19005-3, 6.1.13; ISO 32000-1, 14.11.2", "Page boundaries measure 3 to 14400 units",
     "Choose another size of page"},
};

void tell_syntax(Findings& findings, std::string_view id, std::string where, std::string found) {
  report(findings, kSyntaxRules, id, std::move(where), std::move(found));
}

void check_header(const Document& document, Findings& findings) {
  static constexpr std::string_view kBegin = "%PDF-1.";
  const std::string_view bytes = document.bytes;
  const bool begins = bytes.substr(0, kBegin.size()) == kBegin && bytes.size() > kBegin.size() && bytes[7] >= '0' &&
                      bytes[7] <= '7' && end_of_line_at(bytes, 8) > 0;
  if (!begins) {
    tell_syntax(findings, "A3-6.1.2-1", "byte 0", "no %PDF-1.0 to %PDF-1.7 as the first line");
    return;
  }
  const std::string_view comment = bytes.substr(8 + end_of_line_at(bytes, 8), 5);
  const bool binary =
      comment.size() == 5 && comment[0] == '%' &&
      std::all_of(comment.begin() + 1, comment.end(), [](char c) { return static_cast<std::uint8_t>(c) > 127; });
  if (!binary) tell_syntax(findings, "A3-6.1.2-2", "the second line", "no comment of four bytes above 127");
}

void check_end(const Document& document, Findings& findings) {
  const std::string_view bytes = document.bytes;
  const std::size_t mark = bytes.rfind("%%EOF");
  if (mark == std::string_view::npos) {
    tell_syntax(findings, "A3-6.1.3-3", "the end of the file", "no %%EOF");
    return;
  }
  const std::size_t after = mark + 5;
  const std::size_t rest = bytes.size() - after - end_of_line_at(bytes, after);
  if (rest > 0) tell_syntax(findings, "A3-6.1.3-3", "the end of the file", std::to_string(rest) + " bytes after %%EOF");
}

void check_trailer(const Document& document, Findings& findings) {
  const Array* id = document.get(document.trailer, "ID").array();
  const auto is_filled = [&](const Value& item) {
    const String* string = document.resolve(item).string();
    return string && !string->bytes.empty();
  };
  if (!id) tell_syntax(findings, "A3-6.1.3-1", "the trailer", "no ID");
  else if (id->size() != 2 || !std::all_of(id->begin(), id->end(), is_filled))
    tell_syntax(findings, "A3-6.1.3-1", "the trailer", "an ID that is not two strings");
  if (document.trailer.has("Encrypt")) tell_syntax(findings, "A3-6.1.3-2", "the trailer", "Encrypt");
}

bool is_allowed(const Document& document, std::string_view filter, const Value& parameters) {
  static constexpr std::array<std::string_view, 8> kAllowed{"ASCIIHexDecode",  "ASCII85Decode",  "FlateDecode",
                                                            "RunLengthDecode", "CCITTFaxDecode", "JBIG2Decode",
                                                            "DCTDecode",       "JPXDecode"};
  if (std::find(kAllowed.begin(), kAllowed.end(), filter) != kAllowed.end()) return true;
  // Without a name Crypt means Identity (ISO 32000-1, Table 14).
  const Dictionary* dictionary = parameters.dictionary();
  if (filter != "Crypt") return false;
  return !dictionary || !dictionary->has("Name") || document.get(*dictionary, "Name").name() == "Identity";
}

void check_filters(const Document& document, const Dictionary& stream, int number, Findings& findings) {
  const Value& filter = document.get(stream, "Filter");
  const Value& parameters = document.get(stream, "DecodeParms");
  const auto check_one = [&](const Value& name, const Value& of_it) {
    if (!is_allowed(document, document.resolve(name).name(), document.resolve(of_it)))
      tell_syntax(findings, "A3-6.1.7-4", at_object(number),
                  "the filter " + std::string(document.resolve(name).name()));
  };
  if (const Array* filters = filter.array()) {
    const Array* of_each = parameters.array();
    for (std::size_t i = 0; i < filters->size(); ++i)
      check_one((*filters)[i], of_each && i < of_each->size() ? (*of_each)[i] : Value());
  } else if (!filter.is_null()) {
    check_one(filter, parameters);
  }
}

void check_streams(const Document& document, Findings& findings) {
  for (std::size_t i = 0; i < document.objects.size(); ++i) {
    const Object& object = document.objects[i];
    const Dictionary* stream = object.value.dictionary();
    if (!object.is_stream || !stream) continue;
    const int number = static_cast<int>(i);
    for (const char* key : {"F", "FFilter", "FDecodeParms"})
      if (stream->has(key)) tell_syntax(findings, "A3-6.1.7-3", at_object(number), key);
    check_filters(document, *stream, number, findings);
    if (object.undecodable)
      tell_syntax(findings, "A3-6.1.7-5", at_object(number), "data that its filters don't decode");
  }
}

bool is_utf8(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const auto lead = static_cast<std::uint8_t>(text[i]);
    const std::size_t length = lead < 0x80   ? 1
                               : lead < 0xC2 ? 0
                               : lead < 0xE0 ? 2
                               : lead < 0xF0 ? 3
                               : lead < 0xF5 ? 4
                                             : 0;
    if (length == 0 || i + length > text.size()) return false;
    for (std::size_t k = 1; k < length; ++k)
      if ((static_cast<std::uint8_t>(text[i + k]) & 0xC0U) != 0x80U) return false;
    const auto second = length > 1 ? static_cast<std::uint8_t>(text[i + 1]) : 0;
    // Longer than needed, a surrogate, or beyond Unicode.
    if ((lead == 0xE0 && second < 0xA0) || (lead == 0xED && second > 0x9F) || (lead == 0xF0 && second < 0x90) ||
        (lead == 0xF4 && second > 0x8F))
      return false;
    i += length;
  }
  return true;
}

void check_name(std::string_view name, int object, Findings& findings) {
  if (!is_utf8(name)) tell_syntax(findings, "A3-6.1.8-1", at_object(object), "the name " + std::string(name));
}

/// Colour spaces are arrays: [/Separation name …] and [/DeviceN [names] …].
void check_colourants(const Value& value, int object, Findings& findings) {
  if (const Dictionary* dictionary = value.dictionary())
    for (const Dictionary::Entry& entry : dictionary->entries()) check_colourants(entry.value, object, findings);
  const Array* array = value.array();
  if (!array) return;
  if (array->size() > 2 && (*array)[0].name() == "Separation") check_name((*array)[1].name(), object, findings);
  const Array* names = array->size() > 2 && (*array)[0].name() == "DeviceN" ? (*array)[1].array() : nullptr;
  if (names)
    for (const Value& name : *names) check_name(name.name(), object, findings);
  for (const Value& item : *array) check_colourants(item, object, findings);
}

void check_names(const Document& document, Findings& findings) {
  for_each_dictionary(document, [&](int number, const Dictionary& dictionary) {
    const std::string_view type = dictionary["Type"].name();
    if (type == "Font") check_name(dictionary["BaseFont"].name(), number, findings);
    if (type == "FontDescriptor") check_name(dictionary["FontName"].name(), number, findings);
    if (type == "StructElem" || dictionary.has("P")) check_name(dictionary["S"].name(), number, findings);
    const Dictionary* roles = document.get(dictionary, "RoleMap").dictionary();
    if (!roles) return;
    for (const Dictionary::Entry& entry : roles->entries()) {
      check_name(entry.key, number, findings);
      check_name(entry.value.name(), number, findings);
    }
  });
  for (std::size_t i = 0; i < document.objects.size(); ++i)
    check_colourants(document.objects[i].value, static_cast<int>(i), findings);
}

void check_boundaries(const Document& document, Findings& findings) {
  for (std::size_t page = 0; page < document.pages.size(); ++page)
    for (const char* key : {"MediaBox", "CropBox", "BleedBox", "TrimBox", "ArtBox"}) {
      const Array* box = document.get(document.pages[page].dictionary, key).array();
      if (!box || box->size() != 4) continue;  // what is no box is the catalogue's rule
      const auto side = [&](std::size_t i) { return document.resolve((*box)[i]).number_or(0); };
      for (const double size : {std::abs(side(2) - side(0)), std::abs(side(3) - side(1))})
        if (size < 3 || size > 14400)
          tell_syntax(findings, "A3-6.1.13-7", on_page(page), key + (" of " + std::to_string(size)) + " units");
    }
}

void check_limits(const ReadFile& file, Findings& findings) {
  // Size of the trailer is one more than the greatest number (ISO 32000-1, Table 15); most files use all of them.
  const long long size =
      std::max(file.document.trailer["Size"].integer_or(0), static_cast<long long>(file.document.objects.size()));
  if (size > 8388608) tell_syntax(findings, "A3-6.1.13-5", "the file", std::to_string(size - 1) + " objects");
  for (std::size_t page = 0; page < file.contents.size(); ++page)
    if (file.contents[page].deepest_nesting > 28)
      tell_syntax(findings, "A3-6.1.13-6", on_page(page),
                  std::to_string(file.contents[page].deepest_nesting) + " levels of q");
  check_boundaries(file.document, findings);
}

/// Page contents, forms, patterns and glyphs hold tokens; so do object streams.
bool holds_tokens(const Dictionary& stream) {
  return stream["Subtype"].name() == "Form" || stream["Type"].name() == "ObjStm" || stream.has("PatternType");
}

/// The streams of the pages' contents and others of tokens, each once even when many pages share it.
std::vector<bool> streams_of_tokens(const Document& document) {
  std::vector<bool> chosen(document.objects.size());
  const auto choose = [&](const Value& value) {
    const auto* reference = std::get_if<Reference>(&value);
    if (reference && document.stream(value)) chosen[static_cast<std::size_t>(reference->number)] = true;
  };
  for (const DocumentPage& page : document.pages) {
    choose(page.dictionary["Contents"]);
    if (const Array* parts = document.get(page.dictionary, "Contents").array())
      for (const Value& part : *parts) choose(part);
  }
  for (std::size_t i = 0; i < document.objects.size(); ++i) {
    const Dictionary* dictionary = document.objects[i].value.dictionary();
    if (document.objects[i].is_stream && dictionary && holds_tokens(*dictionary)) chosen[i] = true;
  }
  return chosen;
}

void check_spelling(const Document& document, Findings& findings) {
  const auto add_all = [&](std::vector<RawFault> faults) {
    for (RawFault& fault : faults) tell_syntax(findings, fault.rule, std::move(fault.where), std::move(fault.found));
  };
  add_all(faults_of_file(document));
  const std::vector<bool> chosen = streams_of_tokens(document);
  for (std::size_t i = 0; i < chosen.size(); ++i)
    if (chosen[i]) add_all(faults_of_content(document.objects[i].data, at_object(static_cast<int>(i))));
}

void check_syntax_rules(const ReadFile& file, Findings& findings) {
  for (const std::string& complaint : file.document.complaints)
    tell_syntax(findings, "A3-6.1.1-1", "the file", complaint);
  check_header(file.document, findings);
  check_end(file.document, findings);
  check_trailer(file.document, findings);
  check_spelling(file.document, findings);
  check_streams(file.document, findings);
  check_names(file.document, findings);
  check_limits(file, findings);
}

}  // namespace

const RuleGroup kSyntaxRules{"syntax", kSyntaxList, check_syntax_rules};

}  // namespace mognad::verification
