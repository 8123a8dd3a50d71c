#include "batch/manifest.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

using namespace mognad;
using nlohmann::json;

namespace {

const ManifestEntry kEntry{
    "reports/1490-boras-stad.sv.pdf", "1490", "sv", 12345, std::string(64, 'a'), std::string(64, 'b'), 9};

}  // namespace

TEST_CASE("A line of the journal is one object of JSON on one line", "[batch]") {
  ManifestEntry odd = kEntry;
  odd.organisation = "a\"b\\c\nå\t\x01";
  const std::string line = journal_line(odd);
  CHECK(line.find('\n') == std::string::npos);
  const json read = json::parse(line);
  CHECK(read["organisation"] == odd.organisation);
  CHECK(read["file"] == odd.file);
  CHECK(read["bytes"] == 12345);
  CHECK(read["pages"] == 9);
  CHECK(read["sha256"] == odd.sha256);
  CHECK(read["inputs_sha256"] == odd.inputs_sha256);
  CHECK(read["kind"] == "report");
  odd.kind = FileKind::figure;
  CHECK(json::parse(journal_line(odd))["kind"] == "figure");
}

TEST_CASE("The manifest is JSON with its files in the order given", "[batch]") {
  ManifestEntry second = kEntry;
  second.language = "en";
  const json read = json::parse(manifest_json("Mognad \"å\"", 2025, "mognad 1", {kEntry, second}, {"9001", "a\"b"}));
  CHECK(read["survey"] == "Mognad \"å\"");
  CHECK(read["year"] == 2025);
  CHECK(read["program"] == "mognad 1");
  REQUIRE(read["files"].size() == 2);
  CHECK(read["files"][0]["language"] == "sv");
  CHECK(read["files"][1]["language"] == "en");
  CHECK(read["failed"] == json({"9001", "a\"b"}));
}

TEST_CASE("A manifest of nothing is JSON too", "[batch]") {
  const json read = json::parse(manifest_json("s", 2025, "p", {}, {}));
  CHECK(read["files"].empty());
  CHECK(read["failed"].empty());
}
