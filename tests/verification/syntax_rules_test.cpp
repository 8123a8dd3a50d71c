#include <qpdf/Buffer.hh>
#include <qpdf/QPDFWriter.hh>

#include "support/defect_table.h"
#include "verification/raw_syntax.h"
#include "verification/rules.h"

using namespace mognad;
using namespace mognad::test;

namespace {

/// What the rules of syntax alone find in a file and contents made by hand.
std::set<std::string> broken_by(const verification::Document& document,
                                const std::vector<verification::PageContent>& contents) {
  verification::Findings findings;
  verification::kSyntaxRules.check({document, contents, {}, {}}, findings);
  std::set<std::string> ids;
  for (const verification::Finding& finding : findings) ids.emplace(finding.rule->id);
  return ids;
}

void set_in_catalogue(QPDF& file, QPDFObjectHandle value) { file.getRoot().replaceKey("/Odd", value); }

void add_to_content(QPDF& file, const std::string& text) {
  QPDFObjectHandle content = content_of(file, 0);
  const std::shared_ptr<Buffer> data = content.getStreamData(qpdf_dl_generalized);
  content.replaceStreamData(std::string(reinterpret_cast<const char*>(data->getBuffer()), data->getSize()) + text,
                            QPDFObjectHandle::newNull(), QPDFObjectHandle::newNull());
}

void set_data(QPDFObjectHandle stream, const std::string& data, const std::string& filter,
              const std::string& parameters = "null") {
  stream.replaceStreamData(data, pdf_object(filter), pdf_object(parameters));
}

std::string encrypted() {
  QPDF file;
  file.processMemoryFile("good", good_file().data(), good_file().size());
  QPDFWriter writer(file);
  writer.setOutputMemory();
  writer.setR6EncryptionParameters("", "owner", true, true, true, true, true, true, qpdf_r3p_full, true);
  writer.write();
  const std::unique_ptr<Buffer> buffer(writer.getBuffer());
  return {reinterpret_cast<const char*>(buffer->getBuffer()), buffer->getSize()};
}

/// "q Q" in a stored block (RFC 1951, 3.2.4), with its checksum or another.
std::string deflated(char last) { return std::string("\x78\x01\x01\x03\x00\xFC\xFFq Q\x01\xE7\x00", 13) + last; }

std::string with_wrong_length() {
  std::string bytes = edited(good_file(), [](QPDF&) {});
  const std::size_t at = bytes.find("/Length ") + 8;
  bytes[at] = bytes[at] == '1' ? '2' : '1';
  return bytes;
}

bool has_fault(std::string_view content, std::string_view rule) {
  const auto faults = verification::faults_of_content(content, "here");
  return std::any_of(faults.begin(), faults.end(), [&](const auto& fault) { return fault.rule == rule; });
}

}  // namespace

TEST_CASE("A good file breaks no rule of syntax, metadata, catalogue or attachments", "[verification][syntax]") {
  for (const std::string& bytes : {good_file(), edited(good_file(), [](QPDF&) {})}) {
    const verification::Document document = verification::Document::read(bytes);
    verification::Findings findings;
    for (const auto* group : {&verification::kSyntaxRules, &verification::kMetadataRules, &verification::kSchemaRules,
                              &verification::kCatalogRules, &verification::kIntentRules, &verification::kActionRules,
                              &verification::kAttachmentRules})
      group->check({document, {}, {}, {}}, findings);
    for (const verification::Finding& finding : findings)
      FAIL_CHECK(finding.rule->id << ", " << finding.where << ": " << finding.found);
  }
  CHECK(broken_rules(good_file().substr(0, good_file().size() - 1)).count("A3-6.1.3-3") == 0);
}

TEST_CASE("Defects of header, trailer and end are found", "[verification][syntax]") {
  const std::string& good = good_file();
  check_bytes("\n" + good, "A3-6.1.2-1");
  check_bytes(replaced_bytes(good, "%PDF-1.7", "%PDF-2.0"), "A3-6.1.2-1");
  check_bytes(replaced_bytes(good, "%PDF-1.7\n", "%PDF-1.7 "), "A3-6.1.2-1");
  check_bytes(replaced_bytes(good, "\n%\xB7\xBE\xAD\xAA", "\n%abcd"), "A3-6.1.2-2");
  check_bytes(replaced_bytes(good, "/ID [", "/IX ["), "A3-6.1.3-1");
  check_bytes(replaced_bytes(good, "/ID [<", "/ID [ "), "A3-6.1.3-1");
  check_bytes(encrypted(), "A3-6.1.3-2");
  check_bytes(good + "x", "A3-6.1.3-3");
  check_bytes(good + "\n", "A3-6.1.3-3");
  check_bytes(replaced_bytes(good, "%%EOF", "%%EOX"), "A3-6.1.3-3");
}

TEST_CASE("A damaged file is found to be damaged", "[verification][syntax]") {
  const std::string& good = good_file();
  check_bytes("", "A3-6.1.1-1");
  check_bytes("no PDF", "A3-6.1.1-1");
  check_bytes(good.substr(0, good.size() / 2), "A3-6.1.1-1");
  check_bytes(replaced_bytes(good, "startxref", "startxreg"), "A3-6.1.1-1");
  for (std::size_t size = 0; size < good.size(); size += good.size() / 17)
    CHECK(!broken_rules(good.substr(0, size)).empty());
}

TEST_CASE("Defects of cross-references are found", "[verification][syntax]") {
  const std::string& good = good_file();
  check_bytes(replaced_bytes(good, "\nxref\n0 ", "\nxref \n0"), "A3-6.1.4-1");
  check_bytes(replaced_bytes(good, " 65535 f\r\n", " 65535 f\n\n"), "A3-6.1.4-1");
  check_bytes(replaced_bytes(good, " 65535 f\r\n", "65535 f \r\n"), "A3-6.1.4-1");
}

TEST_CASE("Defects of objects and their spelling are found", "[verification][syntax]") {
  const std::string& good = good_file();
  check_bytes(replaced_bytes(good, "\n2 0 obj\n", "\n2 0 obj "), "A3-6.1.9-1");
  check_bytes(replaced_bytes(good, ">>\nendobj\n2 0 ", ">> endobj\n2 0 "), "A3-6.1.9-1");
  check_bytes(replaced_bytes(good, ">>\nendobj\n2 0 ", ">>\nendobj 2 0 "), "A3-6.1.9-1");
  const std::size_t digit = good.find("/ID [<") + 8;
  for (const auto& [wrong, rule] : {std::pair{' ', "A3-6.1.6-1"}, std::pair{'G', "A3-6.1.6-2"}}) {
    std::string bytes = good;
    bytes[digit] = wrong;
    check_bytes(bytes, rule);
  }
  check_defects({
      {"an odd string on a page", "A3-6.1.6-1", [](QPDF& f) { add_to_content(f, "\n<004> Tj"); }},
      {"a font's name", "A3-6.1.8-1",
       [](QPDF& f) {
         for (auto& o : f.getAllObjects())
           if (o.isDictionary() && o.getKey("/BaseFont").isName()) o.replaceKey("/BaseFont", pdf_object("/A#ff"));
       }},
      {"a structure type", "A3-6.1.8-1", [](QPDF& f) { element_of(f, "P").replaceKey("/S", pdf_object("/P#c3")); }},
      {"a role", "A3-6.1.8-1",
       [](QPDF& f) { f.getRoot().getKey("/StructTreeRoot").replaceKey("/RoleMap", pdf_object("<</A#ed#a0#80 /P>>")); }},
      {"a colourant", "A3-6.1.8-1",
       [](QPDF& f) { set_in_catalogue(f, pdf_object("[/Separation /A#c0#80 /DeviceRGB null]")); }},
      {"several colourants", "A3-6.1.8-1",
       [](QPDF& f) { set_in_catalogue(f, pdf_object("[/DeviceN [/Cyan /A#f5#80#80#80] /DeviceRGB null]")); }},
  });
}

TEST_CASE("Defects of streams are found", "[verification][syntax]") {
  const std::string& good = good_file();
  // libqpdf takes Crypt away when it writes.
  check_bytes(
      replaced_bytes(edited(good, [](QPDF& f) { set_data(content_of(f, 0), "q Q", "/OwnDe", "<</Name /Own>>"); }),
                     "/OwnDe", "/Crypt"),
      "A3-6.1.7-4");
  check_bytes(with_wrong_length(), "A3-6.1.7-1");
  check_bytes(replaced_bytes(good, ">>\nstream\r\n", ">>\nstream \n"), "A3-6.1.7-2");
  check_bytes(replaced_bytes(good, "\nendstream", " endstream"), "A3-6.1.7-2");
  check_defects({
      {"data in another file", "A3-6.1.7-3",
       [](QPDF& f) { content_of(f, 0).getDict().replaceKey("/F", pdf_object("(data)")); }},
      {"a filter of that", "A3-6.1.7-3",
       [](QPDF& f) { content_of(f, 0).getDict().replaceKey("/FFilter", pdf_object("/FlateDecode")); }},
      {"LZW", "A3-6.1.7-4", [](QPDF& f) { set_data(content_of(f, 0), "\x80\x0B\x60\x50", "/LZWDecode"); }},
      {"LZW among others", "A3-6.1.7-4",
       [](QPDF& f) { set_data(content_of(f, 0), "800B60>", "[/ASCIIHexDecode /LZWDecode]"); }},
      {"a filter of its own", "A3-6.1.7-4", [](QPDF& f) { set_data(content_of(f, 0), "q Q", "/OwnDecode"); }},
      {"another checksum", "A3-6.1.7-5", [](QPDF& f) { set_data(content_of(f, 0), deflated('\xE2'), "/FlateDecode"); }},
      {"no checksum", "A3-6.1.7-5",
       [](QPDF& f) { set_data(content_of(f, 0), deflated('\xE3').substr(0, 10), "[/FlateDecode]"); }},
      {"no deflated data", "A3-6.1.7-5", [](QPDF& f) { set_data(content_of(f, 0), "q Q", "/FlateDecode"); }},
  });
}

TEST_CASE("Bytes after a checksum, and predictors, are allowed", "[verification][syntax]") {
  // Two rows of three bytes, each the difference to the row above (ISO 32000-1, 7.4.4.4).
  const std::string rows("\x78\x01\x01\x08\x00\xF7\xFF\x02q Q\x02\x00\x00\x00\x05\x8C\x00\xE7", 19);
  const std::pair<std::string, std::string> cases[]{
      {deflated('\xE3'), "null"}, {deflated('\xE3') + "\n", "null"}, {rows, "<< /Predictor 12 /Columns 3 >>"}};
  for (const auto& [data, parameters] : cases) {
    const std::string bytes =
        edited(good_file(), [&](QPDF& f) { set_data(content_of(f, 0), data, "/FlateDecode", parameters); });
    CHECK(broken_rules(bytes).count("A3-6.1.7-5") == 0);
  }
}

TEST_CASE("Values beyond the limits are found", "[verification][syntax]") {
  const std::string zeros(40, '0');
  check_defects({
      {"an integer", "A3-6.1.13-1", [](QPDF& f) { set_in_catalogue(f, pdf_object("2147483648")); }},
      {"a negative one", "A3-6.1.13-1", [](QPDF& f) { set_in_catalogue(f, pdf_object("-2147483649")); }},
      {"an integer on a page", "A3-6.1.13-1", [](QPDF& f) { add_to_content(f, "\n9999999999 w"); }},
      {"a great number", "A3-6.1.13-2", [&](QPDF& f) { set_in_catalogue(f, pdf_object("1" + zeros + ".5")); }},
      {"a tiny number", "A3-6.1.13-2", [&](QPDF& f) { set_in_catalogue(f, pdf_object("0." + zeros + "1")); }},
      {"a string", "A3-6.1.13-3",
       [](QPDF& f) { set_in_catalogue(f, QPDFObjectHandle::newString(std::string(32768, 'a'))); }},
      {"a string of bytes", "A3-6.1.13-3",
       [](QPDF& f) { set_in_catalogue(f, QPDFObjectHandle::newString(std::string(32768, '\1'))); }},
      {"a name", "A3-6.1.13-4",
       [](QPDF& f) { set_in_catalogue(f, QPDFObjectHandle::newName("/" + std::string(128, 'a'))); }},
      {"a small page", "A3-6.1.13-7",
       [](QPDF& f) { page_at(f, 0).replaceKey("/MediaBox", pdf_object("[0 0 2 500]")); }},
      {"a great page", "A3-6.1.13-7",
       [](QPDF& f) { page_at(f, 0).replaceKey("/MediaBox", pdf_object("[0 0 500 14401]")); }},
  });
  verification::Document document = verification::Document::read(good_file());
  CHECK(broken_by(document, {}).empty());
  verification::PageContent deep;
  deep.deepest_nesting = 29;
  CHECK(broken_by(document, {deep}) == std::set<std::string>{"A3-6.1.13-6"});
  document.trailer.set("Size", 8388609LL);
  CHECK(broken_by(document, {}) == std::set<std::string>{"A3-6.1.13-5"});
}

TEST_CASE("Values at the limits are allowed", "[verification][syntax]") {
  const std::string bytes = edited(good_file(), [](QPDF& f) {
    set_in_catalogue(f, pdf_object("[2147483647 -2147483648 0.00000000000000000000000000000000000000000 0.000001]"));
    f.getRoot().replaceKey("/Even", QPDFObjectHandle::newString(std::string(32767, '(')));
    f.getRoot().replaceKey("/Name", QPDFObjectHandle::newName("/" + std::string(127, '#')));
  });
  for (const std::string& id : broken_rules(bytes)) CHECK(id.find("A3-6.1.13") == std::string::npos);
}

TEST_CASE("Content is read as tokens, whatever its strings and images hold", "[verification][syntax]") {
  CHECK_FALSE(has_fault("(a \\( <1> ) Tj % <1>\n<4142> Tj", "A3-6.1.6-1"));
  CHECK_FALSE(has_fault("BI /W 1 ID <1> EIx EI Q", "A3-6.1.6-1"));
  CHECK(has_fault("BI /W 1 ID <1> EI <1> Tj", "A3-6.1.6-1"));
  CHECK(has_fault("<1", "A3-6.1.6-1"));
  CHECK_FALSE(has_fault("<< /A <41> >> (unfinished", "A3-6.1.6-1"));
}
