#include "batch/render_batch.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <sstream>

#include "files/output_names.h"
#include "files/sha256.h"
#include "support/batch_sample.h"

using namespace mognad;
using namespace mognad::test;

namespace {

/// Of the journal, behind the one that says of which survey it is.
std::vector<std::string> lines_of(const MemoryFiles& files) {
  std::istringstream text(*files.read("out/manifest.journal"));
  std::string head;
  std::getline(text, head);
  CHECK(nlohmann::json::parse(head)["survey"] == sample().loaded->survey.id);
  CHECK(nlohmann::json::parse(head)["year"] == sample().loaded->survey.year);
  std::vector<std::string> lines;
  for (std::string line; std::getline(text, line);) lines.push_back(line);
  return lines;
}

}  // namespace

TEST_CASE("One thread and four give the same bytes and the same order", "[batch]") {
  MemoryFiles one, four;
  const BatchResult a = render_batch(sample().inputs, options(1, 4), one);
  const BatchResult b = render_batch(sample().inputs, options(4, 4), four);
  REQUIRE(a.entries.size() == 8);
  REQUIRE(b.entries.size() == 8);
  for (std::size_t i = 0; i < a.entries.size(); ++i) {
    CHECK(a.entries[i].file == b.entries[i].file);
    CHECK(a.entries[i].sha256 == b.entries[i].sha256);
    CHECK(*one.read("out/" + a.entries[i].file) == *four.read("out/" + b.entries[i].file));
  }
  CHECK(a.failed.empty());
  CHECK_FALSE(a.disk_failed);
  CHECK_FALSE(a.stopped);
}

TEST_CASE("Each organisation gets the languages that it wants, in the order of the survey", "[batch]") {
  const Sample& s = sample();
  Dataset data = s.loaded->dataset;
  const auto chosen = measured(3);
  data.organisations[static_cast<std::size_t>(chosen[0])].languages = {"en"};
  data.organisations[static_cast<std::size_t>(chosen[2])].languages = {"sv"};
  const BatchInputs inputs{{s.loaded->model, s.loaded->survey, data, s.statistics, s.loaded->layout},
                           s.loaded->theme,
                           s.loaded->fonts,
                           s.pdf,
                           s.loaded->languages,
                           s.loaded->look_sha256};
  MemoryFiles files;
  const BatchResult result = render_batch(inputs, options(2, 3), files);
  std::vector<std::string> names;
  for (const ManifestEntry& entry : result.entries) names.push_back(entry.file);
  CHECK(names == std::vector<std::string>{name_of_report(chosen[0], "en"), name_of_report(chosen[1], "sv"),
                                          name_of_report(chosen[1], "en"), name_of_report(chosen[2], "sv")});
  CHECK(lines_of(files).size() == 4);
}

TEST_CASE("An entry tells the truth of its file", "[batch]") {
  MemoryFiles files;
  const BatchResult result = render_batch(sample().inputs, options(1, 1), files);
  REQUIRE(result.entries.size() == 2);
  for (const ManifestEntry& entry : result.entries) {
    const std::string bytes = *files.read("out/" + entry.file);
    CHECK(bytes.starts_with("%PDF-"));
    CHECK(entry.bytes == bytes.size());
    CHECK(entry.sha256 == sha256_hex(bytes));
    CHECK(entry.pages > 2);
  }
  CHECK(result.entries[0].file == name_of_report(measured(1)[0], "sv"));
  CHECK(result.entries[0].inputs_sha256 != result.entries[1].inputs_sha256);
}

TEST_CASE("The journal has a line for each file, and each is JSON", "[batch]") {
  MemoryFiles files;
  const BatchResult result = render_batch(sample().inputs, options(4, 3), files);
  const auto lines = lines_of(files);
  REQUIRE(lines.size() == result.entries.size());
  std::set<std::string> names;
  for (const std::string& line : lines) names.insert(nlohmann::json::parse(line)["file"].get<std::string>());
  for (const ManifestEntry& entry : result.entries) CHECK(names.count(entry.file) == 1);
}

TEST_CASE("A file that can't be written fails alone", "[batch]") {
  MemoryFiles files;
  const auto chosen = measured(3);
  const std::string refused = name_of_report(chosen[1], "sv");
  files.refuse("out/" + refused);
  const BatchResult result = render_batch(sample().inputs, options(2, 3), files);
  CHECK(result.disk_failed);
  CHECK(result.entries.size() == 5);
  CHECK(result.failed ==
        std::vector<std::string>{sample().loaded->dataset.organisations[static_cast<std::size_t>(chosen[1])].code});
  CHECK_FALSE(files.exists("out/" + refused));
  CHECK(lines_of(files).size() == 5);
  for (const ManifestEntry& entry : result.entries) CHECK(sha256_hex(*files.read("out/" + entry.file)) == entry.sha256);
  REQUIRE(has_errors(result.problems));
}

TEST_CASE("A journal that can't be written is told as a failure of the disk", "[batch]") {
  MemoryFiles files;
  files.refuse("out/manifest.journal");
  const BatchResult result = render_batch(sample().inputs, options(1, 1), files);
  CHECK(result.disk_failed);
  CHECK(has_errors(result.problems));
}

TEST_CASE("A stop leaves whole files only and says that it stopped", "[batch]") {
  MemoryFiles files;
  std::atomic<bool> stop = false;
  BatchOptions o = options(1, 4);
  o.stop = &stop;
  o.progress = [&](std::size_t done, std::size_t) { stop = done == 3; };
  const BatchResult result = render_batch(sample().inputs, o, files);
  CHECK(result.stopped);
  CHECK(result.entries.size() == 3);
  CHECK(lines_of(files).size() == 3);
  CHECK(result.failed.empty());
}

TEST_CASE("A stop after the last file has stopped nothing", "[batch]") {
  MemoryFiles files;
  std::atomic<bool> stop = false;
  BatchOptions o = options(1, 1);
  o.stop = &stop;
  o.progress = [&](std::size_t done, std::size_t all) { stop = done == all; };
  const BatchResult result = render_batch(sample().inputs, o, files);
  CHECK(result.entries.size() == 2);
  CHECK_FALSE(result.stopped);
}

TEST_CASE("Progress counts every file once, up to all of them", "[batch]") {
  MemoryFiles files;
  std::vector<std::size_t> seen;
  BatchOptions o = options(4, 3);
  o.progress = [&](std::size_t done, std::size_t all) {
    seen.push_back(done);
    CHECK(all == 6);
  };
  render_batch(sample().inputs, o, files);
  CHECK(seen == std::vector<std::size_t>{1, 2, 3, 4, 5, 6});
}

TEST_CASE("A batch of nobody makes a journal of nothing", "[batch]") {
  MemoryFiles files;
  const BatchResult result = render_batch(sample().inputs, options(4, 0), files);
  CHECK(result.entries.empty());
  CHECK(lines_of(files).empty());
}
