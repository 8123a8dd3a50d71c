// `mognad verify` as a user runs it.
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <sstream>

#include "commands/desk.h"

using namespace mognad::test;
using nlohmann::json;

namespace {

std::vector<json> objects(const std::string& text) {
  std::istringstream stream(text);
  std::vector<json> objects;
  for (std::string line; std::getline(stream, line);) objects.push_back(json::parse(line));
  return objects;
}

const char* const kReport = "o/reports/9001-askdala-kommun.sv.pdf";

struct RenderedDesk : Desk {
  RenderedDesk() { REQUIRE(run("render --quiet --only 9001 --output " + path("o") + " " + path("s")).status == 0); }
};

}  // namespace

TEST_CASE("A rendered folder verifies with nothing found", "[commands][verify]") {
  const RenderedDesk desk;
  const Run run = desk.run("verify " + desk.path("o"));
  INFO(run.out << run.err);
  CHECK(run.status == 0);
  CHECK(run.out == "2 files, 0 findings\n");
  CHECK(run.err == "");
  CHECK(desk.run("verify --quiet " + desk.path("o/")).out == "");
  CHECK(desk.run("verify " + desk.path(kReport) + " " + desk.path("o")).out == "3 files, 0 findings\n");
  const Run verbose = desk.run("verify --verbose " + desk.path("o"));
  CHECK(holds(verbose.out, "checked: M-identity-1 (XMP, organisationCode): "));
}

TEST_CASE("A finding says file, rule, clause, place, what is there and what to do", "[commands][verify]") {
  const RenderedDesk desk;
  write(desk.folder / kReport, content(desk.folder / kReport) + " ");
  const Run run = desk.run("verify " + desk.path("o"));
  CHECK(run.status == 1);
  CHECK(holds(run.out, desk.path(kReport) + ": M-manifest-4 (manifest.json, bytes): file: "));
  CHECK(holds(run.out, "\n    render again"));
  CHECK(holds(run.out, "\n2 files, "));
  const auto lines = objects(desk.run("verify --json " + desk.path("o")).out);
  REQUIRE(lines.size() >= 2);
  CHECK(lines[0]["file"] == desk.path(kReport));
  CHECK(lines[0]["rule"] == "M-manifest-4");
  for (const char* key : {"clause", "where", "found", "advice"}) CHECK_FALSE(lines[0][key].get<std::string>().empty());
  CHECK(lines.back()["files"] == 2);
  CHECK(lines.back()["findings"] == lines.size() - 1);
}

TEST_CASE("Output is the same on any number of threads", "[commands][verify]") {
  const RenderedDesk desk;
  for (const std::string& file : desk.files("o/reports")) write(desk.folder / "o/reports" / file, "no report");
  const Run one = desk.run("verify --jobs 1 " + desk.path("o"));
  CHECK(one.status == 1);
  CHECK(desk.run("verify --jobs 4 " + desk.path("o")).out == one.out);
}

TEST_CASE("What isn't there and what is wrongly used have their own status", "[commands][verify]") {
  const RenderedDesk desk;
  CHECK(desk.run("verify").status == 3);
  CHECK(desk.run("verify --output x " + desk.path("o")).status == 3);
  const Run missing = desk.run("verify " + desk.path("none"));
  CHECK(missing.status == 4);
  CHECK(holds(missing.err, "there is no such file or folder"));
  std::filesystem::create_directories(desk.folder / "empty");
  CHECK(desk.run("verify " + desk.path("empty")).status == 4);
}

TEST_CASE("Files may be named from where one is, and hold anything", "[commands][verify]") {
  const RenderedDesk desk;
  const Run there =
      desk.run("verify --quiet --json '" + desk.path("o/reports/../../o/reports/9001-askdala-kommun.sv.pdf") + "'");
  CHECK(there.status == 0);
  write(desk.folder / "odd.pdf", "%PDF-1.7\n\x1B[31m\xFF\n");
  const Run odd = desk.run("verify " + desk.path("odd.pdf"));
  CHECK(odd.status == 1);
  CHECK_FALSE(holds(odd.out, "\x1B"));
  CHECK(objects(desk.run("verify --json " + desk.path("odd.pdf")).out).size() > 1);
}
