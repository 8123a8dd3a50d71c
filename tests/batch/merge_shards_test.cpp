#include "batch/merge_shards.h"

#include <catch2/catch.hpp>
#include <set>

#include "batch/manifest.h"
#include "batch/shard.h"
#include "files/memory_files.h"

using namespace mognad;

namespace {

const std::vector<std::string> kCodes{"0114", "0115", "0117", "0120", "1480", "1490", "2584"};

ManifestEntry entry(const std::string& code) {
  return {"reports/" + code + ".sv.pdf", code, "sv", 10, std::string(64, 'a'), std::string(64, 'b'), 9};
}

/// A folder with both parts of a batch, as `render --shard` leaves it.
std::unique_ptr<MemoryFiles> parts(int count = 2) {
  KnownNames names;
  for (const std::string& code : kCodes) names.organisations.push_back({code, "Kommun " + code});
  auto made = std::make_unique<MemoryFiles>();
  MemoryFiles& files = *made;
  for (int i = 1; i <= count; ++i) {
    const Shard shard{i, count};
    std::vector<ManifestEntry> entries;
    for (const std::string& code : kCodes)
      if (shard.has(code)) entries.push_back(entry(code));
    for (const ManifestEntry& e : entries) files.write_whole("out/" + e.file, "%PDF");
    files.write_whole("out/" + shard.manifest_name(),
                      manifest_json({"s", 2025, "mognad 1", "abc", "5ee"}, names, entries, {}));
  }
  return made;
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  text.replace(text.find(from), from.size(), to);
  return text;
}

/// What is said when one manifest of two is changed.
std::string told_after(const std::string& from, const std::string& to) {
  const auto made = parts();
  MemoryFiles& files = *made;
  files.write_whole("out/manifest.2-of-2.json", replaced(*files.read("out/manifest.2-of-2.json"), from, to));
  const MergeResult result = merge_shards("out", files);
  CHECK_FALSE(result.written);
  CHECK_FALSE(files.exists("out/manifest.json"));
  return result.problems.empty() ? "" : result.problems.front().message;
}

}  // namespace

TEST_CASE("A part with a report that could not be made is joined like the others, and the report is named", "[batch]") {
  const auto made = parts();
  MemoryFiles& files = *made;
  const std::string json = *files.read("out/manifest.2-of-2.json");
  files.write_whole("out/manifest.2-of-2.json", replaced(json, "\"failed\": []", "\"failed\": [\"9999\"]"));
  const MergeResult result = merge_shards("out", files);
  CHECK(result.written);
  REQUIRE(result.problems.size() == 1);
  CHECK(result.problems[0].message == "the report of 9999 could not be made");
  CHECK(files.read("out/manifest.json")->find("\"made_from\": \"abc\"") != std::string::npos);
}

TEST_CASE("A part that doesn't tell what it was made from is not joined, not even with one of its kind", "[batch]") {
  const auto made = parts();
  MemoryFiles& files = *made;
  for (const char* name : {"out/manifest.1-of-2.json", "out/manifest.2-of-2.json"})
    files.write_whole(name, replaced(*files.read(name), "\"made_from\": \"abc\"", "\"made_from\": \"\""));
  CHECK_FALSE(merge_shards("out", files).written);
}

TEST_CASE("A manifest that can't be read is told alone: what it would have told of is missed nowhere else", "[batch]") {
  const auto made = parts();
  MemoryFiles& files = *made;
  files.write_whole("out/manifest.2-of-2.json", "");
  const MergeResult result = merge_shards("out", files);
  CHECK_FALSE(result.written);
  REQUIRE_FALSE(result.problems.empty());
  for (const Problem& problem : result.problems) CHECK(problem.place.file == "out/manifest.2-of-2.json");
}

TEST_CASE("A batch in one part is joined already", "[batch]") {
  const auto made = parts(1);
  MemoryFiles& files = *made;
  const std::string before = *files.read("out/manifest.json");
  const MergeResult result = merge_shards("out", files);
  CHECK(result.written);
  CHECK(result.shards == 1);
  CHECK(result.files == kCodes.size());
  CHECK(*files.read("out/manifest.json") == before);
}

TEST_CASE("Each organisation belongs to one part, whatever else there is", "[batch]") {
  for (const std::string& code : kCodes) {
    int owners = 0;
    for (int i = 1; i <= 5; ++i) owners += Shard{i, 5}.has(code);
    CHECK(owners == 1);
  }
  CHECK(Shard{}.has("anything"));
}

TEST_CASE("Parts are about equally large", "[batch]") {
  std::vector<int> sizes(12);
  for (int code = 0; code < 12'000; ++code)
    for (int i = 1; i <= 12; ++i) sizes[static_cast<std::size_t>(i - 1)] += Shard{i, 12}.has(std::to_string(code));
  for (const int size : sizes) CHECK(std::abs(size - 1000) < 120);
}

TEST_CASE("A part is written as I/N, and as nothing else", "[batch]") {
  CHECK(read_shard("2/12") == Shard{2, 12});
  CHECK(read_shard("1/1") == Shard{});
  for (const char* wrong : {"", "2", "/", "0/2", "3/2", "-1/2", "1/2/3", "1/ 2", "01/2", "1/02", "a/b", "1/1000000",
                            "99999999999/99999999999"})
    CHECK_FALSE(read_shard(wrong));
  CHECK(shard_of_manifest(Shard{3, 7}.manifest_name()) == Shard{3, 7});
  CHECK_FALSE(shard_of_manifest("manifest.json"));
  CHECK_FALSE(shard_of_manifest("manifest.3-of-7.journal"));
}

TEST_CASE("Joined parts are what one run would have told", "[batch]") {
  const auto divided = parts(3), whole = parts(1);
  const MergeResult result = merge_shards("out", *divided);
  CHECK(result.problems.empty());
  CHECK(result.shards == 3);
  CHECK(result.files == kCodes.size());
  CHECK(*divided->read("out/manifest.json") == *whole->read("out/manifest.json"));
}

TEST_CASE("A part that is missing is named with the command that makes it", "[batch]") {
  const auto made = parts(4);
  MemoryFiles& files = *made;
  files.remove("out/manifest.3-of-4.json");
  const MergeResult result = merge_shards("out", files);
  const auto lost = std::count_if(kCodes.begin(), kCodes.end(), [](const auto& code) { return Shard{3, 4}.has(code); });
  REQUIRE(result.problems.size() == 1 + static_cast<std::size_t>(lost));  // and reports that nobody tells of
  CHECK(result.problems[0].message == "1 of 4 parts are missing: 3/4");
  CHECK(result.problems[0].hint == "mognad render --shard 3/4 SURVEY");
  CHECK_FALSE(files.exists("out/manifest.json"));
}

TEST_CASE("A folder without parts says what makes one", "[batch]") {
  MemoryFiles files;
  files.write_whole("out/status-report.sv.pdf", "x");
  CHECK(merge_shards("out", files).problems.at(0).message == "no part of a batch lies here");
}

TEST_CASE("Parts of another survey, year, program or data are not joined", "[batch]") {
  CHECK(told_after("\"survey\": \"s\"", "\"survey\": \"t\"") == "the survey is t, but s in out/manifest.1-of-2.json");
  CHECK(told_after("\"year\": 2025", "\"year\": 2024") == "the year is 2024, but 2025 in out/manifest.1-of-2.json");
  CHECK(told_after("mognad 1", "mognad 2") == "the program is mognad 2, but mognad 1 in out/manifest.1-of-2.json");
  CHECK(told_after("abc", "abd") == "what it was made from has the hash abd, but abc in out/manifest.1-of-2.json");
  CHECK(told_after("5ee", "5ef") ==
        "the snapshot of its statistics has the hash 5ef, but 5ee in out/manifest.1-of-2.json");
  CHECK(told_after("\"statistics_sha256\": \"5ee\",\n", "") ==
        "the snapshot of its statistics has the hash none, but 5ee in out/manifest.1-of-2.json");
}

TEST_CASE("A report in a part that isn't its own, and a report twice, are named", "[batch]") {
  const auto made = parts();
  MemoryFiles& files = *made;
  std::string mine = *files.read("out/manifest.1-of-2.json"), other = *files.read("out/manifest.2-of-2.json");
  const std::string line =
      other.substr(other.find("{\"file\""), other.find("\n", other.find("{\"file\"")) - other.find("{\"file\""));
  const std::string clean = line.ends_with(',') ? line.substr(0, line.size() - 1) : line;
  files.write_whole("out/manifest.1-of-2.json", replaced(mine, "\"files\": [\n", "\"files\": [\n" + clean + ",\n"));
  const MergeResult result = merge_shards("out", files);
  REQUIRE(result.problems.size() == 2);
  CHECK(result.problems[0].message.ends_with("doesn't belong to this part"));
  CHECK(result.problems[1].message.ends_with("is in out/manifest.1-of-2.json too"));
}

TEST_CASE("A report that no part has made is a stranger", "[batch]") {
  const auto made = parts();
  MemoryFiles& files = *made;
  files.write_whole("out/reports/9999-x.sv.pdf", "%PDF");
  const MergeResult result = merge_shards("out", files);
  REQUIRE(result.problems.size() == 1);
  CHECK(result.problems[0].place.file == "out/reports/9999-x.sv.pdf");
}

TEST_CASE("A manifest of the whole that can't be read is told, and so is a folder that is not there", "[batch]") {
  MemoryFiles files;
  files.write_whole("out/manifest.json", "garbage");
  const MergeResult garbage = merge_shards("out", files);
  CHECK_FALSE(garbage.written);
  REQUIRE(garbage.problems.size() == 1);
  CHECK(garbage.problems[0].place.file == "out/manifest.json");
  const MergeResult nowhere = merge_shards("nowhere", files);
  CHECK(nowhere.disk_failed);
  CHECK(nowhere.problems.at(0).message == "there is no such folder");
}
