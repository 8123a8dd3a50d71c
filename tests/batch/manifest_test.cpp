#include "batch/manifest.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

using namespace mognad;
using nlohmann::json;

namespace {

const ManifestEntry kEntry{
    "reports/1490-boras-stad.sv.pdf", "1490", "sv", 12345, std::string(64, 'a'), std::string(64, 'b'), 9};

const KnownNames kNames{{{"1490", "Borås Stad"}, {"13", "Region \"Halland\""}}, {"13"}, {"Hallands län", "Kansliet"}};

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
  const json read =
      json::parse(manifest_json({"Mognad \"å\"", 2025, "mognad 1", "abc"}, kNames, {kEntry, second}, {"9001", "a\"b"}));
  CHECK(read["survey"] == "Mognad \"å\"");
  CHECK(read["year"] == 2025);
  CHECK(read["program"] == "mognad 1");
  CHECK(read["made_from"] == "abc");
  CHECK(read["organisations"][1] == json({{"code", "13"}, {"formal_name", "Region \"Halland\""}, {"short", ""}}));
  CHECK(read["consenting"] == json({"13"}));
  CHECK(read["allowed_names"] == json({"Hallands län", "Kansliet"}));
  REQUIRE(read["files"].size() == 2);
  CHECK(read["files"][0]["language"] == "sv");
  CHECK(read["files"][1]["language"] == "en");
  CHECK(read["failed"] == json({"9001", "a\"b"}));
}

TEST_CASE("A manifest of nothing is JSON too", "[batch]") {
  const json read = json::parse(manifest_json({"s", 2025, "p"}, {}, {}, {}));
  CHECK(read["files"].empty());
  CHECK(read["failed"].empty());
  CHECK(read["organisations"].empty());
}

TEST_CASE("A group's line says what the group is called and who is in it, others' lines don't", "[batch]") {
  ManifestEntry entry = kEntry;
  CHECK_FALSE(json::parse(journal_line(entry)).contains("members"));
  entry.kind = FileKind::group;
  entry.group = "Hallands län";
  entry.members = {"1380", "1381"};
  CHECK(json::parse(journal_line(entry))["group"] == "Hallands län");
  CHECK(json::parse(journal_line(entry))["members"] == json({"1380", "1381"}));
}

TEST_CASE("The names of a survey are its organisations, those with initiatives, and the names of groups and sources",
          "[batch]") {
  Survey survey;
  survey.sender = LocalText({{"sv", "Kansliet"}, {"en", "The office"}});
  PeerGroupDefinition county;
  county.property = "county";
  survey.peer_groups = {county};
  Dataset dataset;
  dataset.property_names = {"county", "employees"};
  dataset.organisations = {{"1380", "Halmstad", "Halmstads kommun", "kommun", {"Hallands län", "7000"}, {}},
                           {"1381", "Laholm", "Laholms kommun", "kommun", {"Hallands län", "2000"}, {}}};
  dataset.initiatives.resize(2);
  dataset.initiatives[0].organisation = dataset.initiatives[1].organisation = 1;
  const KnownNames names = known_names(survey, Model(), dataset);
  CHECK(names.organisations[0] == KnownName{"1380", "Halmstads kommun", "Halmstad"});
  CHECK(names.consenting == std::vector<std::string>{"1381"});
  CHECK(names.allowed == std::vector<std::string>{"Hallands län", "Kansliet", "The office"});
}
