#include <algorithm>
#include <array>

#include "verification/date_spelling.h"
#include "verification/rules.h"
#include "verification/xmp.h"

namespace mognad::verification {
namespace {

constexpr Rule kMetadataList[] = {
    {"A3-6.6.2.1-1", "ISO 19005-3, 6.6.2.1; ISO 14289-1, 7.1; Matterhorn 06-001",
     "The catalogue has a metadata stream of type Metadata and subtype XML", "Write an XMP packet and refer to it"},
    {"A3-6.6.2.1-2", "ISO 19005-3, 6.6.2.1", "The header of the packet has neither bytes nor encoding",
     "Write begin and id alone"},
    {"A3-6.6.2.1-3", "ISO 19005-3, 6.6.2.1; ISO 16684-1, 7",
     "Every metadata stream is well-formed XML with one rdf:RDF", "Write the packet again"},
    {"A3-6.6.2.1-4", "ISO 19005-3, 6.6.2.1; ISO 16684-1, 7.1", "The packet is in UTF-8", "Write UTF-8"},
    {"A3-6.6.2.1-5", "ISO 19005-3, 6.6.2.1; ISO 16684-1, 6.1",
     "All properties describe the same resource, each of them once", "Write each property once"},
    {"A3-6.6.4-1", "ISO 19005-3, 6.6.4", "pdfaid:part is 3 and pdfaid:conformance is A",
     "Write both, with the level that the file has"},
    {"A3-6.6.4-2", "ISO 19005-3, 6.6.4", "Properties of the PDF/A identification have the prefix pdfaid",
     "Bind its namespace to pdfaid"},
    {"UA1-5-1", "ISO 14289-1, 5; Matterhorn 06-002", "pdfuaid:part is 1", "Write pdfuaid:part into the packet"},
    {"UA1-5-2", "ISO 14289-1, 5", "Properties of the PDF/UA identification have the prefix pdfuaid",
     "Bind its namespace to pdfuaid"},
    {"UA1-7.1-31", "ISO 14289-1, 7.1; Matterhorn 06-003", "dc:title names the document", "Write dc:title"},
    {"M-metadata-1", "ISO 32000-1, 14.3.2, note",
     "The metadata are uncompressed, so that programs that know no PDF find them", "Write the packet without a filter"},
    {"M-metadata-2", "ISO 32000-1, 14.3.2 and 14.3.3", "Info and XMP say the same", "Write both from the same values"},
    {"M-metadata-3", "ISO 32000-1, 14.3.3, Table 317", "Info has the keys of the standard alone",
     "Put other properties into XMP"},
    {"M-metadata-4", "ISO 32000-1, 7.9.4 and 14.3.3",
     "Dates in Info are spelled D:YYYYMMDDHHmmSS and a zone, or a part of that", "Write the date so"},
    {"M-metadata-5", "ISO 16684-1, 8.3; ISO 32000-1, 14.9.2", "dc:language is the language of the catalogue",
     "Write dc:language from the same value as Lang"},
    {"M-metadata-6", "ISO 16684-1, 8.2", "A text in several languages has one for x-default",
     "Write the text that is shown to readers of other languages with xml:lang x-default"},
    {"M-metadata-7", "ISO 16684-1, 8.3", "dc:format is application/pdf", "Write dc:format so"},
    {"M-metadata-8", "ISO 16684-1, 7.4", "rdf:about is there and empty: the packet is about the file that it stands in",
     "Write rdf:about with nothing in it"},
    {"M-metadata-9", "ISO 32000-1, 14.3.3, Table 317", "Trapped in Info is True, False or Unknown, a name",
     "Leave Trapped out"},
};

void tell_metadata(Findings& findings, std::string_view id, std::string where, std::string found) {
  report(findings, kMetadataRules, id, std::move(where), std::move(found));
}

void check_packet(const Xmp& xmp, const Object& stream, const std::string& where, Findings& findings) {
  if (stream.data.size() > 1 &&
      (stream.data[0] == '\0' || stream.data[1] == '\0' || stream.data[0] == '\xFE' || stream.data[0] == '\xFF'))
    tell_metadata(findings, "A3-6.6.2.1-4", where, "another encoding");
  if (!xmp.fault.empty()) {
    tell_metadata(findings, "A3-6.6.2.1-3", where, xmp.fault);
    return;
  }
  if (xmp.descriptions != 1)
    tell_metadata(findings, "A3-6.6.2.1-3", where, std::to_string(xmp.descriptions) + " elements rdf:RDF");
  if (xmp.header.empty())
    tell_metadata(findings, "A3-6.6.2.1-3", where, "no processing instruction xpacket with begin");
  for (const char* attribute : {"bytes", "encoding"})
    if (xmp.header.find(std::string(" ") + attribute) != std::string::npos)
      tell_metadata(findings, "A3-6.6.2.1-2", where, attribute);
  if (!xmp.same_about) tell_metadata(findings, "A3-6.6.2.1-5", where, "different values of rdf:about");
  std::vector<std::string> names;
  names.reserve(xmp.properties.size());
  for (const XmpProperty& property : xmp.properties) names.push_back(property.namespace_uri + property.name);
  std::sort(names.begin(), names.end());
  const auto twice = std::adjacent_find(names.begin(), names.end());
  if (twice != names.end()) tell_metadata(findings, "A3-6.6.2.1-5", where, *twice + " more than once");
}

void check_identification(const Xmp& xmp, Findings& findings) {
  const std::string_view part = xmp.value(kPdfaIdNamespace, "part");
  const std::string_view level = xmp.value(kPdfaIdNamespace, "conformance");
  if (part != "3" || level != "A")
    tell_metadata(findings, "A3-6.6.4-1", "XMP",
                  "part \"" + std::string(part) + "\", conformance \"" + std::string(level) + "\"");
  const std::string_view universal = xmp.value(kPdfuaIdNamespace, "part");
  if (universal != "1") tell_metadata(findings, "UA1-5-1", "XMP", "part \"" + std::string(universal) + "\"");
  for (const XmpProperty& property : xmp.properties) {
    if (property.namespace_uri == kPdfaIdNamespace && property.prefix != "pdfaid")
      tell_metadata(findings, "A3-6.6.4-2", "XMP", property.prefix + ":" + property.name);
    if (property.namespace_uri == kPdfuaIdNamespace && property.prefix != "pdfuaid")
      tell_metadata(findings, "UA1-5-2", "XMP", property.prefix + ":" + property.name);
  }
}

/// Without white-space at the ends, as a title of spaces alone names nothing.
std::string_view trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t\r\n");
  return first == std::string_view::npos ? std::string_view()
                                         : text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

void check_title_and_language(const Document& document, const Xmp& xmp, Findings& findings) {
  if (trimmed(xmp.value(kDublinCoreNamespace, "title")).empty())
    tell_metadata(findings, "UA1-7.1-31", "XMP", "no dc:title");
  const String* language = document.get(document.catalog, "Lang").string();
  const std::string_view said = xmp.value(kDublinCoreNamespace, "language");
  if (language && said != text_of(*language))
    tell_metadata(findings, "M-metadata-5", "XMP",
                  "dc:language \"" + std::string(said) + "\", Lang " + text_of(*language));
}

void check_habits(const Xmp& xmp, Findings& findings) {
  const auto is_default = [](const XmpProperty& item) { return item.language == "x-default"; };
  for (const XmpProperty& property : xmp.properties)
    if (property.kind == XmpProperty::Kind::alternatives &&
        std::none_of(property.items.begin(), property.items.end(), is_default))
      tell_metadata(findings, "M-metadata-6", "XMP", property.prefix + ":" + property.name);
  if (const std::string_view format = xmp.value(kDublinCoreNamespace, "format"); format != "application/pdf")
    tell_metadata(findings, "M-metadata-7", "XMP", "dc:format \"" + std::string(format) + "\"");
  if (!xmp.has_about) tell_metadata(findings, "M-metadata-8", "XMP", "no rdf:about");
  else if (!xmp.about.empty()) tell_metadata(findings, "M-metadata-8", "XMP", xmp.about);
}

struct Counterpart {
  std::string_view key;
  std::string_view namespace_uri;
  std::string_view name;
  bool is_date;
};

constexpr std::array<Counterpart, 8> kCounterparts{{{"Title", kDublinCoreNamespace, "title", false},
                                                    {"Author", kDublinCoreNamespace, "creator", false},
                                                    {"Subject", kDublinCoreNamespace, "description", false},
                                                    {"Keywords", kPdfNamespace, "Keywords", false},
                                                    {"Creator", kXmpNamespace, "CreatorTool", false},
                                                    {"Producer", kPdfNamespace, "Producer", false},
                                                    {"CreationDate", kXmpNamespace, "CreateDate", true},
                                                    {"ModDate", kXmpNamespace, "ModifyDate", true}}};

/// Several creators are one Author, joined as writers usually join them.
bool is_same_text(const Xmp& xmp, const Counterpart& part, const std::string& text) {
  const XmpProperty* property = xmp.property(part.namespace_uri, part.name);
  if (!property || property->kind != XmpProperty::Kind::sequence || property->items.size() < 2)
    return xmp.value(part.namespace_uri, part.name) == text;
  for (const char* separator : {", ", "; "}) {
    std::string joined;
    for (const XmpProperty& item : property->items) joined += (joined.empty() ? "" : separator) + item.value;
    if (joined == text) return true;
  }
  return false;
}

void check_info_entry(const Document& document, const Dictionary& info, const Xmp& xmp, const Counterpart& part,
                      Findings& findings) {
  const std::string where = "Info, " + std::string(part.key);
  const std::string in_xmp(xmp.value(part.namespace_uri, part.name));
  const String* string = document.get(info, part.key).string();
  if (!string) {
    if (info.has(part.key)) tell_metadata(findings, "M-metadata-2", where, "no string");
    else if (!in_xmp.empty()) tell_metadata(findings, "M-metadata-2", where, "nothing, XMP: " + in_xmp);
    return;
  }
  const std::string text = text_of(*string);
  if (!part.is_date) {
    if (!is_same_text(xmp, part, text)) tell_metadata(findings, "M-metadata-2", where, text + ", XMP: " + in_xmp);
    return;
  }
  const auto seconds = seconds_of_pdf_date(text);
  if (!seconds) tell_metadata(findings, "M-metadata-4", where, text);
  else if (seconds != seconds_of_xmp_date(in_xmp))
    tell_metadata(findings, "M-metadata-2", where, text + ", XMP: " + in_xmp);
}

void check_info(const Document& document, const Xmp& xmp, Findings& findings) {
  if (!document.trailer.has("Info")) return;
  const Dictionary* info = document.get(document.trailer, "Info").dictionary();
  if (!info) {
    tell_metadata(findings, "M-metadata-2", "Info", "no dictionary");
    return;
  }
  for (const Counterpart& part : kCounterparts) check_info_entry(document, *info, xmp, part, findings);
  const std::string_view trapped = document.get(*info, "Trapped").name();
  if (info->has("Trapped") && trapped != "True" && trapped != "False" && trapped != "Unknown")
    tell_metadata(findings, "M-metadata-9", "Info", "Trapped \"" + std::string(trapped) + "\"");
  for (const Dictionary::Entry& entry : info->entries()) {
    const bool known = entry.key == "Trapped" || std::any_of(kCounterparts.begin(), kCounterparts.end(),
                                                             [&](const Counterpart& c) { return c.key == entry.key; });
    if (!known) tell_metadata(findings, "M-metadata-3", "Info", entry.key);
  }
}

/// Streams of metadata that pages, images or fonts may have beside that of the document.
void check_other_packets(const Document& document, const Object* main, Findings& findings) {
  for (std::size_t i = 0; i < document.objects.size(); ++i) {
    const Object& object = document.objects[i];
    const Dictionary* dictionary = object.value.dictionary();
    if (!object.is_stream || &object == main || !dictionary || (*dictionary)["Type"].name() != "Metadata") continue;
    check_packet(read_xmp(object.data), object, at_object(static_cast<int>(i)), findings);
  }
}

void check_metadata_rules(const ReadFile& file, Findings& findings) {
  const Document& document = file.document;
  const Object* stream = document.stream(document.catalog["Metadata"]);
  check_other_packets(document, stream, findings);
  const Dictionary* dictionary = stream ? stream->value.dictionary() : nullptr;
  if (!dictionary) {
    tell_metadata(findings, "A3-6.6.2.1-1", "the catalogue", "no metadata stream");
    return;
  }
  if (document.get(*dictionary, "Type").name() != "Metadata" || document.get(*dictionary, "Subtype").name() != "XML")
    tell_metadata(findings, "A3-6.6.2.1-1", "the catalogue's metadata", "another Type or Subtype");
  if (dictionary->has("Filter")) tell_metadata(findings, "M-metadata-1", "the catalogue's metadata", "Filter");
  const Xmp xmp = read_xmp(stream->data);
  check_packet(xmp, *stream, "XMP", findings);
  if (!xmp.fault.empty()) return;
  check_identification(xmp, findings);
  check_title_and_language(document, xmp, findings);
  check_habits(xmp, findings);
  check_info(document, xmp, findings);
}

}  // namespace

const RuleGroup kMetadataRules{"metadata", kMetadataList, check_metadata_rules};

}  // namespace mognad::verification
