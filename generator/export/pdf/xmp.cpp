#include "export/pdf/xmp.h"

#include <fmt/format.h>

#include <string_view>
#include <vector>

namespace mognad::pdf {
namespace {

std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    switch (c) {
      case '&': out += "&amp;"; break;
      case '<': out += "&lt;"; break;
      case '>': out += "&gt;"; break;
      case '"': out += "&quot;"; break;
      default: out += c;
    }
  }
  return out;
}

struct Property {
  const char* name;
  const char* type;
  const char* description;
};

std::string schema(const char* title, const char* uri, const char* prefix, const std::vector<Property>& properties) {
  std::string out = fmt::format(
      "<rdf:li rdf:parseType=\"Resource\"><pdfaSchema:schema>{}</pdfaSchema:schema>"
      "<pdfaSchema:namespaceURI>{}</pdfaSchema:namespaceURI><pdfaSchema:prefix>{}</"
      "pdfaSchema:prefix><pdfaSchema:property><rdf:Seq>\n",
      title, uri, prefix);
  for (const Property& p : properties)
    out += fmt::format(
        "<rdf:li "
        "rdf:parseType=\"Resource\"><pdfaProperty:name>{}</pdfaProperty:name><pdfaProperty:valueType>{}</"
        "pdfaProperty:valueType>"
        "<pdfaProperty:category>internal</pdfaProperty:category><pdfaProperty:description>{}</"
        "pdfaProperty:description></rdf:li>\n",
        p.name, p.type, p.description);
  return out + "</rdf:Seq></pdfaSchema:property></rdf:li>\n";
}

constexpr const char* kIdentityUri = "https://mognad.example/ns/identity/1/";

/// Described only where it is used, so that a report which replaces none has the bytes that it always had.
std::vector<Property> identity_properties(const Identity& identity) {
  std::vector<Property> properties{{"organisationCode", "Text", "Code of the organisation"},
                                   {"organisationName", "Text", "Name of the organisation"},
                                   {"survey", "Text", "Identifier of the survey"},
                                   {"year", "Integer", "Year of measurement"},
                                   {"edition", "Integer", "Edition of the report"},
                                   {"model", "Text", "Model and version"},
                                   {"program", "Text", "Program and version"},
                                   {"inputsSha256", "Text", "SHA-256 of the inputs of this report"}};
  if (identity.replaces > 0)
    properties.push_back({"replaces", "Integer", "Edition of the report that this one takes the place of"});
  return properties;
}

std::string extension_schemas(const Identity& identity) {
  return "<pdfaExtension:schemas><rdf:Bag>\n" +
         schema("PDF/UA identification", "http://www.aiim.org/pdfua/ns/id/", "pdfuaid",
                {{"part", "Integer", "Part of ISO 14289"}}) +
         schema("Report identity", kIdentityUri, "mognad", identity_properties(identity)) +
         "</rdf:Bag></pdfaExtension:schemas>\n";
}

}  // namespace

std::string xmp_packet(const Report& report, const std::string& producer) {
  const std::string date = report.date + "T00:00:00Z";
  const Identity& id = report.identity;
  std::string out =
      "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
      "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
      "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "
      "xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\""
      " xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\" xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\" "
      "xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\""
      " xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\" "
      "xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\""
      " xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\"";
  out += fmt::format(" xmlns:mognad=\"{}\">\n", kIdentityUri);
  out +=
      "<pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance><pdfuaid:part>1</"
      "pdfuaid:part>\n<dc:format>application/pdf</dc:format>\n";
  out += fmt::format("<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">{}</rdf:li></rdf:Alt></dc:title>\n",
                     escaped(report.title));
  out += fmt::format("<dc:description><rdf:Alt><rdf:li xml:lang=\"x-default\">{}</rdf:li></rdf:Alt></dc:description>\n",
                     escaped(report.subject));
  out += fmt::format("<dc:creator><rdf:Seq><rdf:li>{}</rdf:li></rdf:Seq></dc:creator>\n", escaped(report.author));
  out += fmt::format("<dc:language><rdf:Bag><rdf:li>{}</rdf:li></rdf:Bag></dc:language>\n", report.document_tag);
  out += fmt::format(
      "<xmp:CreateDate>{}</xmp:CreateDate><xmp:ModifyDate>{}</xmp:ModifyDate><xmp:MetadataDate>{}</xmp:MetadataDate>\n",
      date, date, date);
  out += fmt::format("<xmp:CreatorTool>{}</xmp:CreatorTool><pdf:Producer>{}</pdf:Producer>\n", escaped(id.program),
                     escaped(producer));
  out += fmt::format(
      "<mognad:organisationCode>{}</mognad:organisationCode><mognad:organisationName>{}</mognad:organisationName>\n",
      escaped(id.organisation_code), escaped(id.organisation_name));
  out +=
      fmt::format("<mognad:survey>{}</mognad:survey><mognad:year>{}</mognad:year><mognad:edition>{}</mognad:edition>\n",
                  escaped(id.survey_id), id.year, id.edition);
  out += fmt::format(
      "<mognad:model>{}</mognad:model><mognad:program>{}</mognad:program><mognad:inputsSha256>{}</"
      "mognad:inputsSha256>\n",
      escaped(id.model), escaped(id.program), id.inputs_sha256);
  if (id.replaces > 0) out += fmt::format("<mognad:replaces>{}</mognad:replaces>\n", id.replaces);
  out += extension_schemas(id);
  return out + "</rdf:Description></rdf:RDF></x:xmpmeta>\n<?xpacket end=\"r\"?>";
}

}  // namespace mognad::pdf
