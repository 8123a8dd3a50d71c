// Manifests read back, good ones and such as nobody should trust.
#include "verification/manifest_reader.h"

#include <catch2/catch.hpp>
#include <set>

#include "batch/manifest.h"

using namespace mognad;
using namespace mognad::verification;

namespace {

const std::string kHash(64, 'a');

std::string manifest_text() {
  const KnownNames names{{{"1490", "Borås Stad", "Borås"}, {"13", "Region Halland"}}, {"13"}, {"Hallands län"}};
  ManifestEntry report{"reports/1490-boras-stad.sv.pdf", "1490", "sv", 12345, kHash, kHash, 9};
  ManifestEntry figure{"figures/1490-boras-stad.sv/01-matrix.svg", "1490", "sv", 99, kHash, kHash, 0, FileKind::figure};
  ManifestEntry group{
      "groups/alla-kommun.sv.pdf", "", "sv", 1, kHash, kHash, 3, FileKind::group, "Alla", {"13"}, "kommun"};
  return manifest_json({"s", 2025, "mognad 1"}, names, {report, figure, group}, {});
}

std::set<std::string> found(const std::string& text) {
  Findings findings;
  read_manifest(text, findings);
  std::set<std::string> ids;
  for (const Finding& finding : findings) ids.emplace(finding.rule->id);
  return ids;
}

/// The manifest with one text replaced.
std::string with(const std::string& from, const std::string& to) {
  std::string text = manifest_text();
  const std::size_t at = text.find(from);
  REQUIRE(at != std::string::npos);
  return text.replace(at, from.size(), to);
}

using Ids = std::set<std::string>;

}  // namespace

TEST_CASE("A manifest is read back as it was written", "[verification][manifest]") {
  Findings findings;
  const Manifest manifest = read_manifest(manifest_text(), findings);
  CHECK(findings.empty());
  CHECK(manifest.survey == "s");
  CHECK(manifest.year == 2025);
  CHECK(manifest.program == "mognad 1");
  REQUIRE(manifest.organisation("1490"));
  CHECK(manifest.organisation("1490")->formal_name == "Borås Stad");
  CHECK(manifest.organisation("1490")->short_name == "Borås");
  CHECK_FALSE(manifest.organisation("1491"));
  CHECK(manifest.consenting == std::vector<std::string>{"13"});
  CHECK(manifest.allowed_names == std::vector<std::string>{"Hallands län"});
  REQUIRE(manifest.files.size() == 3);
  const KnownFile* report = manifest.file("reports/1490-boras-stad.sv.pdf");
  REQUIRE(report);
  CHECK(report->bytes == 12345);
  CHECK(report->pages == 9);
  CHECK(report->sha256 == kHash);
  CHECK(report->language == "sv");
  CHECK(manifest.files[1].kind == KnownFile::Kind::figure);
  CHECK(manifest.files[2].kind == KnownFile::Kind::group);
  CHECK(manifest.files[2].group == "Alla");
  CHECK(manifest.files[2].group_type == "kommun");
  CHECK(manifest.files[2].members == std::vector<std::string>{"13"});
}

TEST_CASE("What is wrong in a manifest is found by its rule", "[verification][manifest]") {
  CHECK(found("") == Ids{"M-manifest-1"});
  CHECK(found("[]") == Ids{"M-manifest-1"});
  CHECK(found("{}") == Ids{"M-manifest-1"});
  CHECK(found("{\"files\": [") == Ids{"M-manifest-1"});
  CHECK(found(with("Borås", "Bor\xE5s")) == Ids{"M-manifest-1"});
  CHECK(found(with("\"kind\": \"report\"", "\"kind\": \"letter\"")) == Ids{"M-manifest-1"});
  CHECK(found(with("\"formal_name\": \"Borås Stad\"", "\"formal_name\": 7")) == Ids{"M-manifest-1", "M-manifest-8"});
  CHECK(found(with("\"organisations\": [", "\"organisations\": [7, ")) == Ids{"M-manifest-1"});
  CHECK(found(with("\"code\": \"13\"", "\"code\": \"1490\"")) == Ids{"M-manifest-7", "M-manifest-8"});
  CHECK(found(with("\"organisation\": \"1490\"", "\"organisation\": \"1491\"")) == Ids{"M-manifest-8"});
  CHECK(found(with("\"members\": [\"13\"]", "\"members\": [\"14\"]")) == Ids{"M-manifest-8"});
  CHECK(found(with("\"consenting\": [\"13\"]", "\"consenting\": [\"14\"]")) == Ids{"M-manifest-8"});
  CHECK(found(with("\"failed\": []", "\"failed\": [\"13\"]")) == Ids{"M-manifest-10"});
  CHECK(found(with("figures/1490-boras-stad.sv/01-matrix.svg", "reports/1490-boras-stad.sv.pdf")) ==
        Ids{"M-manifest-7"});
  CHECK(found(with("\"kind\": \"figure\"", "\"kind\": \"report\"")) == Ids{"M-manifest-7"});
  for (const char* path : {"../x.pdf", "reports/../../x.pdf", "/etc/passwd", "", "reports//x.pdf", "./x.pdf",
                           "reports/", "reports\\\\..\\\\x.pdf", "a\\u0000b.pdf", "a\\nb.pdf", ".."}) {
    INFO(path);
    CHECK(found(with("reports/1490-boras-stad.sv.pdf", path)) == Ids{"M-manifest-2"});
  }
}

TEST_CASE("Numbers beyond measure and deep nesting do no harm", "[verification][manifest]") {
  CHECK(found(with("12345", "99999999999999999999999")).empty());
  CHECK(found(with("12345", "-1e400")).size() <= 1);
  CHECK(found(with("\"pages\": 9", "\"pages\": 9223372036854775807")).empty());
  CHECK(found(std::string(3000000, '[')) == Ids{"M-manifest-1"});
  std::string nested = "{\"a\":";
  for (int i = 0; i < 20; ++i) nested += nested;
  CHECK(found(nested) == Ids{"M-manifest-1"});
}

TEST_CASE("A manifest cut anywhere does no harm", "[verification][manifest]") {
  const std::string text = manifest_text();
  for (std::size_t size = 0; size < text.size() - 2; ++size) CHECK_FALSE(found(text.substr(0, size)).empty());
}

TEST_CASE("Bytes are compared by their number and their hash", "[verification][manifest]") {
  KnownFile file;
  file.bytes = 3;
  file.sha256 = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";  // of "abc", FIPS 180-4
  const auto ids = [&](std::string_view bytes) {
    Findings findings;
    check_bytes(file, bytes, findings);
    Ids found;
    for (const Finding& finding : findings) found.emplace(finding.rule->id);
    return found;
  };
  CHECK(ids("abc").empty());
  CHECK(ids("abcd") == Ids{"M-manifest-4"});
  CHECK(ids("ab") == Ids{"M-manifest-4"});
  CHECK(ids("abd") == Ids{"M-manifest-5"});
}
