#include "batch/earlier_run.h"

#include <catch2/catch.hpp>

#include "support/batch_sample.h"

using namespace mognad;
using namespace mognad::test;

namespace {

/// A run over what stands in the folder, with the manifest written as the command does.
BatchResult run_over(MemoryFiles& files, BatchOptions o, const BatchInputs& inputs = sample().inputs) {
  const Survey& survey = sample().loaded->survey;
  const EarlierRun earlier = EarlierRun::read("out", survey.id, survey.year, files);
  o.earlier = &earlier;
  BatchResult result = render_batch(inputs, o, files);
  std::vector<ManifestEntry> all = result.entries;
  all.insert(all.end(), result.kept.begin(), result.kept.end());
  files.write_whole("out/manifest.json", manifest_json({survey.id, survey.year, "mognad"}, {}, all, result.failed));
  return result;
}

std::vector<RenderReason> reasons_of(const BatchResult& result) {
  std::vector<RenderReason> reasons;
  for (const PlannedReport& report : result.plan) reasons.push_back(report.reason);
  return reasons;
}

}  // namespace

TEST_CASE("A second run makes nothing and leaves the same bytes and the same manifest", "[batch]") {
  MemoryFiles files;
  const BatchResult first = run_over(files, options(2, 2));
  const std::string manifest = *files.read("out/manifest.json");
  CHECK(reasons_of(first) == std::vector<RenderReason>(4, RenderReason::first));
  const BatchResult second = run_over(files, options(2, 2));
  CHECK(reasons_of(second) == std::vector<RenderReason>(4, RenderReason::unchanged));
  CHECK(second.entries.size() == 4);
  CHECK(*files.read("out/manifest.json") == manifest);
}

TEST_CASE("Only a report whose file is gone or damaged is made again", "[batch]") {
  MemoryFiles files;
  run_over(files, options(1, 2));
  const std::string gone = "out/" + name_of_report(measured(2)[0], "en"),
                    damaged = "out/" + name_of_report(measured(2)[1], "sv");
  const std::string before = *files.read(gone);
  files.remove(gone);
  files.write_whole(damaged, "%PDF-1.7");
  const BatchResult second = run_over(files, options(1, 2));
  CHECK(reasons_of(second) == std::vector<RenderReason>{RenderReason::unchanged, RenderReason::missing,
                                                        RenderReason::damaged, RenderReason::unchanged});
  CHECK(*files.read(gone) == before);
  CHECK(files.read(damaged)->size() > 10'000);
}

TEST_CASE("A run that was killed is followed by one that makes the rest, with the same bytes", "[batch]") {
  MemoryFiles whole, files;
  run_over(whole, options(1, 3));
  std::atomic<bool> stop = false;
  BatchOptions o = options(1, 3);
  o.stop = &stop;
  o.progress = [&](std::size_t done, std::size_t) { stop = done == 2; };
  render_batch(sample().inputs, o, files);  // and no manifest
  // What was being written when it died: a line that doesn't end.
  files.write_whole("out/manifest.journal", *files.read("out/manifest.journal") + "{\"file\": \"reports/14");
  const BatchResult rest = run_over(files, options(1, 3));
  const auto reasons = reasons_of(rest);
  CHECK(std::count(reasons.begin(), reasons.end(), RenderReason::unchanged) == 2);
  CHECK(*files.read("out/manifest.json") == *whole.read("out/manifest.json"));
  for (const ManifestEntry& entry : rest.entries)
    CHECK(*files.read("out/" + entry.file) == *whole.read("out/" + entry.file));
}

TEST_CASE("A report is made again when what sets it has changed", "[batch]") {
  MemoryFiles files;
  run_over(files, options(1, 1));
  BatchInputs other = sample().inputs;
  other.program_sha256 = "another program";
  CHECK(reasons_of(run_over(files, options(1, 1), other)) == std::vector<RenderReason>(2, RenderReason::changed));
}

TEST_CASE("A plan says what would be made and writes nothing", "[batch]") {
  MemoryFiles files;
  const EarlierRun nothing;
  BatchOptions o = options(1, 1);
  o.doing = BatchOptions::Doing::plan;
  o.earlier = &nothing;
  const BatchResult plan = render_batch(sample().inputs, o, files);
  CHECK(reasons_of(plan) == std::vector<RenderReason>(2, RenderReason::first));
  CHECK(plan.plan[0].file == name_of_report(measured(1)[0], "sv"));
  CHECK(files.list("out").empty());
  CHECK(files.list("out/reports").empty());
}

TEST_CASE("A page of other content is removed, but nothing outside the folder, whatever a manifest says", "[batch]") {
  const Survey& survey = sample().loaded->survey;
  MemoryFiles files;
  BatchInputs inputs = sample().inputs;
  inputs.twins = true;
  BatchResult result = run_over(files, options(1, 1), inputs);
  const auto page = std::find_if(result.entries.begin(), result.entries.end(),
                                 [](const ManifestEntry& entry) { return entry.kind == FileKind::page; });
  REQUIRE(page != result.entries.end());
  const std::string name = "out/" + page->file;
  REQUIRE(files.exists(name));
  ManifestEntry outside = *page;
  outside.file = "../precious";
  files.write_whole("out/../precious", "x");
  result.entries.push_back(outside);
  files.write_whole("out/manifest.json", manifest_json({survey.id, survey.year, "mognad"}, {}, result.entries, {}));
  inputs.twins = false;
  inputs.program_sha256 = "another program";
  run_over(files, options(1, 1), inputs);
  CHECK_FALSE(files.exists(name));
  CHECK(files.exists("out/../precious"));
}

TEST_CASE("What a run was made from is forgotten when a later one that didn't end has made something else", "[batch]") {
  const Survey& survey = sample().loaded->survey;
  MemoryFiles files;
  const BatchResult result = run_over(files, options(1, 2));
  const KnownNames names = known_names(survey, sample().loaded->model, sample().loaded->dataset);
  files.write_whole("out/manifest.json",
                    manifest_json({survey.id, survey.year, "mognad", "abc", "5ee"}, names, result.entries, {}));
  const auto made_from = [&](const std::vector<ManifestEntry>& journal) {
    files.write_whole("out/manifest.journal", journal_begin(survey.id, survey.year, journal));
    return EarlierRun::read("out", survey.id, survey.year, files).made_from();
  };
  CHECK(made_from(result.entries) == "abc");
  CHECK(made_from({result.entries[0]}) == "abc");
  CHECK(made_from({}) == "abc");
  std::vector<ManifestEntry> other = result.entries;
  other[1].sha256 = std::string(64, '0');
  CHECK(made_from(other).empty());
  other = result.entries;
  other[2].content_sha256 = std::string(64, '0');
  CHECK(made_from(other).empty());
  other = result.entries;
  other.push_back(other[0]);
  other.back().file = "reports/9999-x.sv.pdf";
  CHECK(made_from(other).empty());
  CHECK(EarlierRun::read("out", survey.id, survey.year, files).statistics_sha256() == "5ee");
  // Another survey's run has been in the folder; what it made is not this one's.
  files.write_whole("out/manifest.journal", journal_begin("another", survey.year, other));
  const EarlierRun run = EarlierRun::read("out", survey.id, survey.year, files);
  CHECK(run.made_from().empty());
  CHECK(run.entries().size() == result.entries.size());
  // One whose manifest lists a file in a way that nobody understands has not told of all.
  std::string json = *files.read("out/manifest.json");
  const std::size_t kind = json.find("\"kind\": \"report\"");
  REQUIRE(kind != std::string::npos);
  files.write_whole("out/manifest.json", json.replace(kind, 16, "\"kind\": \"rapport\""));
  CHECK(made_from({}).empty());
  files.write_whole("out/manifest.json", manifest_json({survey.id, survey.year, "mognad", "abc"}, names, {}, {"9001"}));
  CHECK(made_from({}).empty());  // not all was made
}

TEST_CASE("A run of a part keeps the others in the manifest, as far as they are whole", "[batch]") {
  MemoryFiles files;
  run_over(files, options(1, 3));
  files.write_whole("out/" + name_of_report(measured(3)[2], "sv"), "broken");
  BatchOptions part = options(1, 1);
  part.part = true;
  const BatchResult result = run_over(files, part);
  CHECK(result.entries.size() == 2);
  CHECK(result.kept.size() == 3);
}

TEST_CASE("A part that is made again keeps the others, too, and leaves nothing of its own", "[batch]") {
  MemoryFiles files;
  run_over(files, options(1, 3));
  BatchOptions part = options(1, 1);
  part.part = part.again = true;
  const BatchResult result = run_over(files, part);
  CHECK(reasons_of(result) == std::vector<RenderReason>(2, RenderReason::asked));
  CHECK(result.kept.size() == 4);
}

TEST_CASE("Figures that are asked for later are made, and then taken over with their report", "[batch]") {
  MemoryFiles files;
  run_over(files, options(1, 1));
  BatchOptions o = options(1, 1);
  o.figures = true;
  CHECK(reasons_of(run_over(files, o)) == std::vector<RenderReason>(2, RenderReason::first));
  const BatchResult again = run_over(files, o);
  CHECK(reasons_of(again) == std::vector<RenderReason>(2, RenderReason::unchanged));
  CHECK(again.entries.size() > 10);
}
