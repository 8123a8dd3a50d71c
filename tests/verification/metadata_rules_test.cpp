#include <qpdf/Buffer.hh>

#include "support/defect_table.h"
#include "verification/date_spelling.h"
#include "verification/rules.h"
#include "verification/xmp.h"

using namespace mognad;
using namespace mognad::test;
using verification::kDublinCoreNamespace;
using verification::read_xmp;
using verification::seconds_of_pdf_date;
using verification::seconds_of_xmp_date;
using verification::Xmp;

namespace {

QPDFObjectHandle metadata(QPDF& file) { return file.getRoot().getKey("/Metadata"); }
QPDFObjectHandle info(QPDF& file) { return file.getTrailer().getKey("/Info"); }

std::string packet(QPDF& file) {
  const std::shared_ptr<Buffer> data = metadata(file).getStreamData(qpdf_dl_generalized);
  return {reinterpret_cast<const char*>(data->getBuffer()), data->getSize()};
}

void set_packet(QPDF& file, const std::string& text) {
  metadata(file).replaceStreamData(text, pdf_object("null"), pdf_object("null"));
}

void change(QPDF& file, const std::string& from, const std::string& to) { replace_in_stream(metadata(file), from, to); }

void change_all(QPDF& file, const std::string& from, const std::string& to) {
  std::string text = packet(file);
  REQUIRE(text.find(from) != std::string::npos);
  for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
    text.replace(at, from.size(), to);
  set_packet(file, text);
}

std::function<void(QPDF&)> changed(const std::string& from, const std::string& to) {
  return [=](QPDF& file) { change(file, from, to); };
}

std::string utf16(const std::string& text) {
  std::string out = "\xFE\xFF";
  for (const char c : text) out += {'\0', c};
  return out;
}

/// What the rules of metadata alone find.
std::set<std::string> broken_by(const verification::Document& document) {
  verification::Findings findings;
  verification::kMetadataRules.check({document, {}, {}, {}}, findings);
  std::set<std::string> ids;
  for (const verification::Finding& finding : findings) ids.emplace(finding.rule->id);
  return ids;
}

const std::string kRdf =
    "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" "
    "xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:s=\"urn:s#\">";

Xmp read_rdf(const std::string& inner) { return read_xmp(kRdf + inner + "</rdf:RDF></x:xmpmeta>"); }

}  // namespace

TEST_CASE("Defects of the metadata stream are found", "[verification][metadata]") {
  check_defects({
      {"no stream", "A3-6.6.2.1-1", [](QPDF& f) { f.getRoot().removeKey("/Metadata"); }},
      {"another type", "A3-6.6.2.1-1", [](QPDF& f) { metadata(f).getDict().removeKey("/Type"); }},
      {"another subtype", "A3-6.6.2.1-1",
       [](QPDF& f) { metadata(f).getDict().replaceKey("/Subtype", pdf_object("/Text")); }},
      {"bytes", "A3-6.6.2.1-2", changed("NTczkc9d\"", "NTczkc9d\" bytes=\"4000\"")},
      {"encoding", "A3-6.6.2.1-2", changed("NTczkc9d\"", "NTczkc9d\" encoding=\"UTF-8\"")},
      {"an element not closed", "A3-6.6.2.1-3", changed("</rdf:RDF>", "")},
      {"a prefix without a namespace", "A3-6.6.2.1-3", changed("<dc:format>", "<dd:format>")},
      {"no RDF", "A3-6.6.2.1-3", [](QPDF& f) { set_packet(f, "<?xpacket begin=''?><x/><?xpacket end='r'?>"); }},
      {"two RDF", "A3-6.6.2.1-3",
       changed("</rdf:RDF>", "</rdf:RDF><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\"/>")},
      {"a document type", "A3-6.6.2.1-3", changed("<x:xmpmeta", "<!DOCTYPE x [<!ENTITY a 'b'>]><x:xmpmeta")},
      {"no header", "A3-6.6.2.1-3", changed("<?xpacket begin", "<?xpocket begin")},
      {"nothing", "A3-6.6.2.1-3", [](QPDF& f) { set_packet(f, ""); }},
      {"UTF-16", "A3-6.6.2.1-4", [](QPDF& f) { set_packet(f, utf16(packet(f))); }},
      {"a property twice", "A3-6.6.2.1-5", changed("<dc:format>", "<dc:format>a/b</dc:format><dc:format>")},
      {"two subjects", "A3-6.6.2.1-5", changed("</rdf:RDF>", "<rdf:Description rdf:about=\"urn:other\"/></rdf:RDF>")},
      {"damaged metadata of a page", "A3-6.6.2.1-3",
       [](QPDF& f) {
         QPDFObjectHandle other = QPDFObjectHandle::newStream(&f, "<x>");
         other.getDict().replaceKey("/Type", pdf_object("/Metadata"));
         page_at(f, 0).replaceKey("/Metadata", other);
       }},
  });
}

TEST_CASE("Defects of metadata that libqpdf would mend are found", "[verification][metadata]") {
  const verification::Document good = verification::Document::read(good_file());
  verification::Document filtered = good;
  const auto number = std::get<verification::Reference>(good.catalog["Metadata"]).number;
  verification::Dictionary stream = *good.object(number).dictionary();
  stream.set("Filter", verification::Name{"FlateDecode"});
  filtered.objects[static_cast<std::size_t>(number)].value = stream;
  CHECK(broken_by(filtered) == std::set<std::string>{"M-metadata-1"});
  verification::Document listed = good;
  listed.trailer.set("Info", verification::Array{});
  CHECK(broken_by(listed) == std::set<std::string>{"M-metadata-2"});
}

TEST_CASE("Defects of identification, title and language are found", "[verification][metadata]") {
  check_defects({
      {"part", "A3-6.6.4-1", changed("<pdfaid:part>3", "<pdfaid:part>2")},
      {"no part", "A3-6.6.4-1", changed("<pdfaid:part>3</pdfaid:part>", "")},
      {"conformance", "A3-6.6.4-1", changed("conformance>A<", "conformance>B<")},
      {"prefix", "A3-6.6.4-2", [](QPDF& f) { change_all(f, "pdfaid:", "aid:"), change(f, ":pdfaid=", ":aid="); }},
      {"part of PDF/UA", "UA1-5-1", changed("<pdfuaid:part>1", "<pdfuaid:part>2")},
      {"no part of PDF/UA", "UA1-5-1", changed("<pdfuaid:part>1</pdfuaid:part>", "")},
      {"prefix of PDF/UA", "UA1-5-2",
       [](QPDF& f) { change_all(f, "pdfuaid:", "uaid:"), change(f, ":pdfuaid=", ":uaid="); }},
      {"no title", "UA1-7.1-31", [](QPDF& f) { change_all(f, "dc:title", "dc:subject"); }},
      {"an empty title", "UA1-7.1-31",
       [](QPDF& f) {
         const std::string text = packet(f);
         const std::size_t begin = text.find("x-default\">") + 11;
         set_packet(f, text.substr(0, begin) + "  " + text.substr(text.find("</rdf:li>", begin)));
       }},
      {"another language", "M-metadata-5", changed("<rdf:li>sv-SE", "<rdf:li>en-GB")},
      {"no language", "M-metadata-5", changed("<rdf:li>sv-SE</rdf:li>", "")},
      {"no title for others", "M-metadata-6",
       changed("<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">", "<dc:title><rdf:Alt><rdf:li xml:lang=\"sv\">")},
      {"another format", "M-metadata-7", changed("application/pdf", "text/html")},
      {"no format", "M-metadata-7", changed("<dc:format>application/pdf</dc:format>", "")},
      {"another subject", "M-metadata-8", changed("rdf:about=\"\"", "rdf:about=\"urn:other\"")},
      {"no subject", "M-metadata-8", changed("rdf:about=\"\"", "")},
      {"trapped as a string", "M-metadata-9", [](QPDF& f) { info(f).replaceKey("/Trapped", pdf_object("(True)")); }},
      {"trapped somehow", "M-metadata-9", [](QPDF& f) { info(f).replaceKey("/Trapped", pdf_object("/Yes")); }},
  });
}

TEST_CASE("Differences between Info and XMP are found", "[verification][metadata]") {
  const auto set = [](const std::string& key, const std::string& text) {
    return [=](QPDF& f) { info(f).replaceKey(key, QPDFObjectHandle::newUnicodeString(text)); };
  };
  check_defects({
      {"title", "M-metadata-2", set("/Title", "Another")},
      {"author", "M-metadata-2", set("/Author", "Another")},
      {"subject", "M-metadata-2", set("/Subject", "Another")},
      {"keywords", "M-metadata-2", set("/Keywords", "Another")},
      {"creator", "M-metadata-2", set("/Creator", "Another")},
      {"producer", "M-metadata-2", set("/Producer", "Another")},
      {"created", "M-metadata-2", set("/CreationDate", "D:20200101000000Z")},
      {"modified", "M-metadata-2", set("/ModDate", "D:20200101000000Z")},
      {"no title", "M-metadata-2", [](QPDF& f) { info(f).removeKey("/Title"); }},
      {"a title that is no string", "M-metadata-2", [](QPDF& f) { info(f).replaceKey("/Title", pdf_object("/Name")); }},
      {"a key of its own", "M-metadata-3", set("/Company", "Another")},
      {"a date without D", "M-metadata-4", set("/ModDate", "20260212000000Z")},
      {"a day that isn't", "M-metadata-4", set("/ModDate", "D:20260230000000Z")},
  });
}

TEST_CASE("Defects of properties and their types are found", "[verification][metadata]") {
  check_defects({
      {"a property of no schema", "A3-6.6.2.3-1", changed("<dc:format>", "<dc:form>x</dc:form><dc:format>")},
      {"a namespace of its own", "A3-6.6.2.3-1", changed("<dc:format>", "<o:a xmlns:o=\"urn:own\">x</o:a><dc:format>")},
      {"one not described", "A3-6.6.2.3-1", changed(">organisationCode<", ">organizationCode<")},
      {"an attribute not described", "A3-6.6.2.3-1", changed("rdf:about=\"\"", "rdf:about=\"\" xmp:Other=\"1\"")},
      {"a date", "A3-6.6.2.3-2", changed("<xmp:MetadataDate>2026", "<xmp:MetadataDate>yesterday")},
      {"a bag of creators", "A3-6.6.2.3-2",
       [](QPDF& f) {
         change(f, "<dc:creator><rdf:Seq>", "<dc:creator><rdf:Bag>"),
             change(f, "</rdf:Seq></dc:creator>", "</rdf:Bag></dc:creator>");
       }},
      {"a title without language", "A3-6.6.2.3-2", changed("<rdf:li xml:lang=\"x-default\">", "<rdf:li>")},
      {"a language alone", "A3-6.6.2.3-2", changed("<rdf:Bag><rdf:li>sv-SE</rdf:li></rdf:Bag>", "sv-SE")},
      {"an integer", "A3-6.6.2.3-2", changed("<mognad:year>", "<mognad:year>about ")},
      {"a structure for a text", "A3-6.6.2.3-2",
       changed("<dc:format>application/pdf</dc:format>",
               "<dc:format rdf:parseType=\"Resource\"><dc:a>b</dc:a></dc:format>")},
  });
}

TEST_CASE("Defects of extension schemas are found", "[verification][metadata]") {
  const std::string type =
      "<pdfaSchema:valueType><rdf:Seq><rdf:li rdf:parseType=\"Resource\" xmlns:pdfaType=\"http://www.aiim.org/pdfa/ns/"
      "type#\"><pdfaType:type>Place</pdfaType:type></rdf:li></rdf:Seq></pdfaSchema:valueType><pdfaSchema:property>";
  check_defects({
      {"prefix of the container", "A3-6.6.2.3-3",
       [](QPDF& f) { change_all(f, "pdfaExtension:", "ext:"), change(f, ":pdfaExtension=", ":ext="); }},
      {"no bag", "A3-6.6.2.3-3",
       [](QPDF& f) {
         change(f, "schemas><rdf:Bag>", "schemas><rdf:Seq>"),
             change(f, "</rdf:Bag></pdfaExtension", "</rdf:Seq></pdfaExtension");
       }},
      {"a text for a schema", "A3-6.6.2.3-3", changed("schemas><rdf:Bag>", "schemas><rdf:Bag><rdf:li>x</rdf:li>")},
      {"no prefix", "A3-6.6.2.3-4", changed("<pdfaSchema:prefix>mognad</pdfaSchema:prefix>", "")},
      {"another prefix than described", "M-schema-1", changed("prefix>mognad<", "prefix>report<")},
      {"no name of the schema", "A3-6.6.2.3-4", changed("<pdfaSchema:schema>Report identity</pdfaSchema:schema>", "")},
      {"a field of its own", "A3-6.6.2.3-4",
       changed("<pdfaSchema:prefix>", "<pdfaSchema:own>x</pdfaSchema:own><pdfaSchema:prefix>")},
      {"prefix of the schema", "A3-6.6.2.3-4",
       [](QPDF& f) { change_all(f, "pdfaSchema:", "sch:"), change(f, ":pdfaSchema=", ":sch="); }},
      {"no description", "A3-6.6.2.3-5",
       changed("<pdfaProperty:description>Part of ISO 14289</pdfaProperty:description>", "")},
      {"an empty name", "A3-6.6.2.3-5", changed("<pdfaProperty:name>year<", "<pdfaProperty:name><")},
      {"prefix of the property", "A3-6.6.2.3-5",
       [](QPDF& f) { change_all(f, "pdfaProperty:", "pro:"), change(f, ":pdfaProperty=", ":pro="); }},
      {"category", "A3-6.6.2.3-6", changed("category>internal<", "category>private<")},
      {"an unknown type", "A3-6.6.2.3-7", changed("valueType>Integer<", "valueType>Number<")},
      {"a type half described", "A3-6.6.2.3-8", changed("<pdfaSchema:property>", type)},
  });
}

TEST_CASE("A type that the schema itself describes may be used", "[verification][metadata]") {
  const std::string type =
      "<pdfaSchema:valueType><rdf:Seq><rdf:li rdf:parseType=\"Resource\" xmlns:pdfaType=\"http://www.aiim.org/pdfa/ns/"
      "type#\"><pdfaType:type>Code</pdfaType:type><pdfaType:namespaceURI>urn:c#</pdfaType:namespaceURI>"
      "<pdfaType:prefix>c</pdfaType:prefix><pdfaType:description>A code</pdfaType:description></rdf:li></rdf:Seq>"
      "</pdfaSchema:valueType><pdfaSchema:property>";
  const std::string bytes = edited(good_file(), [&](QPDF& f) {
    change(f, "<pdfaSchema:property>", type);
    change(f, "valueType>Integer<", "valueType>closed Choice of Code<");
  });
  CHECK(findings_text(bytes).find("A3-6.6.2.3") == std::string::npos);
}

TEST_CASE("XMP is read alike in each of its forms", "[verification][metadata]") {
  for (const char* form :
       {"<rdf:Description dc:format='a/b'/>", "<rdf:Description><dc:format>a/b</dc:format></rdf:Description>",
        "<rdf:Description><dc:format><![CDATA[a/b]]></dc:format></rdf:Description>"})
    CHECK(read_rdf(form).value(kDublinCoreNamespace, "format") == "a/b");
  for (const char* form :
       {"<dc:x rdf:parseType='Resource'><s:f>1</s:f></dc:x>", "<dc:x s:f='1'/>",
        "<dc:x><rdf:Description><s:f>1</s:f></rdf:Description></dc:x>", "<dc:x><rdf:Description s:f='1'/></dc:x>"}) {
    const Xmp xmp = read_rdf(std::string("<rdf:Description>") + form + "</rdf:Description>");
    REQUIRE(xmp.property(kDublinCoreNamespace, "x"));
    const auto* field = xmp.property(kDublinCoreNamespace, "x")->field("urn:s#", "f");
    REQUIRE(field);
    CHECK(field->value == "1");
  }
  const Xmp languages = read_rdf(
      "<rdf:Description><dc:title><rdf:Alt><rdf:li xml:lang='en'>E</rdf:li>"
      "<rdf:li xml:lang='x-default'>S</rdf:li></rdf:Alt></dc:title></rdf:Description>");
  CHECK(languages.value(kDublinCoreNamespace, "title") == "S");
  CHECK(languages.value(kDublinCoreNamespace, "subject").empty());
}

TEST_CASE("A hostile packet is refused without harm", "[verification][metadata]") {
  CHECK_FALSE(read_xmp("<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/hostname'>]><x>&a;</x>").fault.empty());
  CHECK_FALSE(read_xmp("<x>&a;</x>").fault.empty());
  CHECK_FALSE(read_xmp(std::string(5000000, ' ')).fault.empty());
  CHECK_FALSE(read_xmp(std::string_view("\0<x/>", 5)).fault.empty());
  std::string deep;
  for (int i = 0; i < 100000; ++i) deep += "<s:a>";
  CHECK_FALSE(read_rdf("<rdf:Description>" + deep).fault.empty());
  std::string nested = "x";
  for (int i = 0; i < 100; ++i) nested = "<s:a rdf:parseType='Resource'>" + nested + "</s:a>";
  CHECK(read_rdf("<rdf:Description>" + nested + "</rdf:Description>").properties.size() == 1);
}

TEST_CASE("Dates of PDF and XMP are read strictly and compared as moments", "[verification][metadata]") {
  CHECK(seconds_of_pdf_date("D:19700101000000Z") == 0);
  CHECK(seconds_of_pdf_date("D:20000229120000+01'30'") == 951820200);
  CHECK(seconds_of_pdf_date("D:2026") == seconds_of_xmp_date("2026-01-01"));
  CHECK(seconds_of_pdf_date("D:20260212090000+01'00'") == seconds_of_xmp_date("2026-02-12T08:00:00Z"));
  CHECK(seconds_of_pdf_date("D:20260212090000-05'00") == seconds_of_xmp_date("2026-02-12T09:00:00.5-05:00"));
  CHECK(seconds_of_xmp_date("2026-02-12T09:30+01:00").has_value());
  for (const char* wrong : {"", "D:", "2026", "D:20261301", "D:20260229", "D:202602120", "D:20260212250000Z",
                            "D:20260212000000X", "D:20260212000000+1", "D:20260212000000Z+"})
    CHECK_FALSE(seconds_of_pdf_date(wrong).has_value());
  for (const char* wrong : {"", "26-02-12", "2026-2-12", "2026-02-12T", "2026-02-12T09", "2026-02-12 09:00:00Z",
                            "2026-02-12T09:00:00ZZ", "2026-02-12T09:00:00+0100", "2026-02-29"})
    CHECK_FALSE(seconds_of_xmp_date(wrong).has_value());
}
