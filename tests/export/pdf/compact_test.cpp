#include "export/pdf/compact.h"

#include "support/programs.h"
#include "support/small_survey.h"

using namespace mognad;
using namespace mognad::test;

namespace {

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

std::string plain_report() {
  const Voice& voice = small_survey().voice("sv");
  auto rendered = render_report(small_survey().batch(), 0, voice.words, const_cast<Voice&>(voice).shaper);
  REQUIRE(rendered);
  return rendered->bytes;
}

}  // namespace

TEST_CASE("A compact file is much smaller and the same each time", "[pdf]") {
  const std::string plain = plain_report();
  const auto compact = compact_pdf(plain), again = compact_pdf(plain);
  REQUIRE(compact);
  CHECK(compact->size() < plain.size() * 7 / 10);
  CHECK(*compact == *again);
}

TEST_CASE("What is no PDF is an error", "[pdf]") {
  const auto compact = compact_pdf("this is no document");
  CHECK_FALSE(compact);
  CHECK(has(compact.problems.front().message, "compact"));
}

TEST_CASE("A compact file reads as the plain one, tagged, with its metadata readable", "[pdf]") {
  if (!is_installed("pdftotext") || !is_installed("qpdf")) return;
  const ScratchFolder folder("compact");
  const std::string plain = plain_report();
  const auto compact = compact_pdf(plain);
  REQUIRE(compact);
  const std::string a = folder.write("plain.pdf", plain), b = folder.write("compact.pdf", *compact);
  CHECK(said_by("pdftotext -layout " + a + " -") == said_by("pdftotext -layout " + b + " -"));
  const std::string read = " | grep '\"'";  // attributes of an element may come in another order
  CHECK(said_by("pdfinfo -struct-text " + a + read) == said_by("pdfinfo -struct-text " + b + read));
  CHECK(has(said_by("qpdf --check " + b), "status 0"));
  CHECK(has(said_by("pdfinfo " + b), "Tagged:          yes"));
  CHECK(has(*compact, "<?xpacket"));  // ISO 19005-3, 6.6.2.1: metadata streams are not compressed
  CHECK(has(*compact, "pdfaid:part"));
}
