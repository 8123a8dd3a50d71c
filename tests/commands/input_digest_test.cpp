#include "commands/input_digest.h"

#include <catch2/catch.hpp>

#include "commands/desk.h"
#include "files/disk_files.h"
#include "input/read_survey.h"

using namespace mognad;
using namespace mognad::test;

namespace {

/// A survey on the disk, as a command sees it.
struct DigestedSurvey : Desk {
  CommandOptions options;
  DiskFiles files;
  Survey survey;

  DigestedSurvey() {
    REQUIRE(run("simulate --quiet " + path("s")).status == 0);
    options.survey = path("s");
    options.templates = MOGNAD_ROOT "/templates";
    auto read = read_survey(options.survey, options.templates, files, options.limits);
    REQUIRE(read);
    survey = std::move(*read);
  }

  InputDigests digests() const { return input_digests(survey, options, files); }
};

}  // namespace

TEST_CASE("A file that is touched after its digest was begun is noticed, though it be put back", "[commands]") {
  const DigestedSurvey desk;
  const InputDigests before = desk.digests();
  CHECK_FALSE(before.reports.empty());
  CHECK_FALSE(before.statistics.empty());
  CHECK_FALSE(touched_since(before, desk.survey, desk.options));
  const std::string table = content(desk.folder / "s/organisations.csv");
  desk.change("s/organisations.csv", "Askdala", "Askdalen");
  CHECK(touched_since(before, desk.survey, desk.options));
  write(desk.folder / "s/organisations.csv", table);
  CHECK(touched_since(before, desk.survey, desk.options));
  const InputDigests after = desk.digests();
  CHECK(after.reports == before.reports);
  CHECK_FALSE(touched_since(after, desk.survey, desk.options));
}

TEST_CASE("A database that somebody is changing has no digest", "[commands]") {
  const DigestedSurvey desk;
  for (const char* ending : {"-wal", "-journal"}) {
    const auto beside = desk.folder / ("s/answers-2025.csv" + std::string(ending));
    write(beside, "");
    CHECK_FALSE(desk.digests().reports.empty());
    write(beside, "changes");
    CHECK(desk.digests().reports.empty());
    CHECK(desk.digests().statistics.empty());
    std::filesystem::remove(beside);
  }
}
