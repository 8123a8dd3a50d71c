#include "delivery/encrypted_copy.h"

#include <array>
#include <catch2/catch.hpp>
#include <thread>

#include "support/programs.h"

using namespace mognad;
using namespace mognad::test;

namespace {

const std::string kPassword = "hemligt å 7";

std::string object(int number, const std::string& content) {
  return std::to_string(number) + " 0 obj\n" + content + "\nendobj\n";
}

std::string stream(const std::string& entries, const std::string& data) {
  return "<<" + entries + "/Length " + std::to_string(data.size()) + ">>stream\n" + data + "\nendstream";
}

/// A page with a word, XMP, information and a file inside.
std::string small_pdf(const std::string& word = "Rapporten") {
  const std::array objects{
      std::string("<</Type/Catalog/Pages 2 0 R/Metadata 5 0 R/Names<</EmbeddedFiles<</Names[(data.csv) 6 0 R]>>>>>>"),
      std::string("<</Type/Pages/Kids[3 0 R]/Count 1>>"),
      std::string("<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 100]/Contents 4 0 R/Resources<</Font<</F "
                  "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>"),
      stream("", "BT /F 12 Tf 20 50 Td (" + word + ") Tj ET"),
      stream("/Type/Metadata/Subtype/XML",
             "<x:xmpmeta xmlns:x='adobe:ns:meta/'><pdfaid:part>3</pdfaid:part>"
             "<pdfaid:conformance>A</pdfaid:conformance><pdfuaid:part>1</pdfuaid:part>the metadata</x:xmpmeta>"),
      std::string("<</Type/Filespec/F(data.csv)/UF(data.csv)/EF<</F 7 0 R>>>>"),
      stream("/Type/EmbeddedFile", "code;index\n1490;57\n"),
      std::string("<</Title(The title)>>"),
  };
  std::string pdf = "%PDF-1.7\n", table;
  for (std::size_t i = 0; i < objects.size(); ++i) {
    table += fmt::format("{:010} 00000 n \n", pdf.size());
    pdf += object(static_cast<int>(i) + 1, objects[i]);
  }
  const std::size_t at = pdf.size();
  return pdf + fmt::format(
                   "xref\n0 9\n0000000000 65535 f \n{}trailer\n<</Size 9/Root 1 0 R/Info 8 0 R"
                   "/ID[<00112233445566778899aabbccddeeff><00112233445566778899aabbccddeeff>]>>\n"
                   "startxref\n{}\n%%EOF\n",
                   table, at);
}

std::string copied(const std::string& pdf, const std::string& password = kPassword) {
  const auto made = encrypted_copy(pdf, password, {"r.pdf"});
  for (const Problem& problem : made.problems) UNSCOPED_INFO(to_text(problem));
  REQUIRE(made);
  return *made;
}

bool says(const std::string& command, const std::string& what) {
  const std::string said = said_by(command);
  UNSCOPED_INFO(command << ": " << said);
  return said.find(what) != std::string::npos;
}

}  // namespace

TEST_CASE("An encrypted copy opens with its password, and what was in the report is in it", "[delivery][encrypted]") {
  const ScratchFolder folder("encrypted");
  const std::string path = folder.write("copy.pdf", copied(small_pdf()));
  const std::string open = "qpdf --password='" + kPassword + "' ";
  CHECK(says("pdftotext -upw '" + kPassword + "' " + path + " -", "Rapporten"));
  CHECK(says(open + "--check " + path, "status 0"));
  CHECK(says(open + "--show-attachment=data.csv " + path, "1490;57"));
  CHECK(says(open + "--show-object=5 --raw-stream-data " + path, "status 0"));
  CHECK(says(open + "--decrypt --qdf " + path + " - | strings", ">the metadata</x:xmpmeta>"));
}

TEST_CASE("An encrypted copy doesn't claim to be PDF/A, and keeps the rest of its metadata", "[delivery][encrypted]") {
  const ScratchFolder folder("encrypted");
  const std::string path = folder.write("copy.pdf", copied(small_pdf()));
  const std::string said = said_by("qpdf --password='" + kPassword + "' --decrypt --qdf " + path + " - | strings");
  CHECK(said.find("'adobe:ns:meta/'><pdfuaid:part>1</pdfuaid:part>the metadata</x:xmpmeta>") != std::string::npos);
  CHECK(said.find("pdfaid:") == std::string::npos);
}

TEST_CASE("An encrypted copy doesn't open without its password", "[delivery][encrypted]") {
  const ScratchFolder folder("encrypted");
  const std::string bytes = copied(small_pdf());
  const std::string path = folder.write("copy.pdf", bytes);
  CHECK(says("pdftotext " + path + " -", "Incorrect password"));
  CHECK(says("qpdf --password=hemligt --check " + path, "invalid password"));
  for (const char* word : {"Rapporten", "metadata<", "xmpmeta", "1490;57", "The title", "data.csv"})
    CHECK(bytes.find(word) == std::string::npos);
}

TEST_CASE("An encrypted copy has AES-256 of revision 6 and allows all", "[delivery][encrypted]") {
  const ScratchFolder folder("encrypted");
  const std::string path = folder.write("copy.pdf", copied(small_pdf()));
  const std::string said = said_by("qpdf --password='" + kPassword + "' --show-encryption " + path);
  INFO(said);
  CHECK(said.find("R = 6") != std::string::npos);
  CHECK(said.find("Supplied password is user password") != std::string::npos);
  CHECK(said.find("owner password\n") == std::string::npos);
  CHECK(said.find("not allowed") == std::string::npos);
  CHECK(said.find("extract for accessibility: allowed") != std::string::npos);
  CHECK(said.find("stream encryption method: AESv3") != std::string::npos);
}

TEST_CASE("The same report and password give the same copy, others another, on many threads", "[delivery][encrypted]") {
  const std::string pdf = small_pdf(), once = copied(pdf);
  std::array<std::string, 3> made;
  {
    std::vector<std::jthread> threads;
    for (std::string& bytes : made)
      threads.emplace_back([&] { bytes = encrypted_copy(pdf, kPassword, {}).value.value_or(""); });
  }
  for (const std::string& bytes : made) CHECK(bytes == once);
  CHECK(copied(pdf, "other") != once);
}

TEST_CASE("Two copies share neither salt nor identifier", "[delivery][encrypted]") {
  const auto last_identifier = [](const std::string& bytes) { return bytes.substr(bytes.rfind("/ID [") + 39, 34); };
  const std::string one = copied(small_pdf()), two = copied(small_pdf("Annat")), three = copied(small_pdf(), "other");
  CHECK(last_identifier(one) != last_identifier(two));
  CHECK(last_identifier(one) != last_identifier(three));
  CHECK(last_identifier(one).find("31415926") == std::string::npos);
  const auto user_entry = [](const std::string& bytes) { return bytes.substr(bytes.find("/U ") + 3, 20); };
  CHECK(user_entry(one) != user_entry(two));
}

TEST_CASE("What can't be encrypted is a problem that names the file and never the password", "[delivery][encrypted]") {
  const auto said = [](const std::string& pdf, const std::string& password) {
    const auto made = encrypted_copy(pdf, password, {"r.pdf"});
    REQUIRE_FALSE(made);
    const std::string text = to_text(made.problems.at(0));
    CHECK((password.empty() || text.find(password) == std::string::npos));
    return text;
  };
  CHECK(said(small_pdf(), "").find("r.pdf: error: the password for an encrypted copy is empty") == 0);
  CHECK(said(small_pdf(), std::string(128, 'q')).find("longer than 127 bytes") != std::string::npos);
  CHECK(said("no PDF", kPassword).find("r.pdf: error: no encrypted copy could be made") == 0);
  CHECK(said("", kPassword).find("r.pdf: error: no encrypted copy could be made") == 0);
  CHECK(said(small_pdf().substr(0, 400), kPassword).find("r.pdf: error: no encrypted copy") == 0);
  CHECK(said(copied(small_pdf()), kPassword).find("r.pdf: error: no encrypted copy could be made") == 0);
  CHECK(encrypted_copy(small_pdf(), std::string(127, 'q'), {}));
}
