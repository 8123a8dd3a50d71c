// Folders of finished reports: what is found when one is not as it was made.
#include "verification/verify.h"

#include <catch2/catch.hpp>

#include "verification/finished_folder.h"

using namespace mognad;
using namespace mognad::verification;
using namespace mognad::test;

namespace {

using Found = std::set<std::string>;

const std::string kManifest = "out/manifest.json";
const std::string kFirst = "out/reports/9001-askdala-kommun.sv.pdf";
const std::string kSecond = "out/reports/9002-bjorkviks-kommun.sv.pdf";

/// The folder after a change.
Found found_after(const std::function<void(FolderContent&)>& change) {
  FolderContent content = finished_folder();
  change(content);
  return found_in(content);
}

void replace(std::string& text, const std::string& from, const std::string& to) {
  const std::size_t at = text.find(from);
  REQUIRE(at != std::string::npos);
  text.replace(at, from.size(), to);
}

}  // namespace

TEST_CASE("In a folder as it was rendered nothing is found, on any number of threads", "[verification][verify]") {
  CHECK(found_in(finished_folder()).empty());
  CHECK(found_in(finished_folder(), 4).empty());
  const VerifyResult result = verify_files({{"out", VerifyTarget::Kind::folder}}, 2, MemoryFiles(finished_folder()));
  CHECK(result.checked == 4);
  CHECK(result.problems.empty());
}

TEST_CASE("Two reports swapped are both found", "[verification][verify]") {
  const Found found = found_after([](FolderContent& c) { std::swap(c[kFirst], c[kSecond]); });
  for (const char* file : {"9001-askdala-kommun.sv.pdf", "9002-bjorkviks-kommun.sv.pdf"})
    for (const char* rule : {"M-manifest-4", "M-identity-1", "M-identity-2", "M-identity-3", "M-identity-4",
                             "M-identity-5", "M-identity-7", "M-identity-10"}) {
      INFO(file << ": " << rule);
      CHECK(found.count(std::string(file) + ": " + rule) == 1);
    }
}

TEST_CASE("Two reports swapped in the manifest too are found by what they tell of themselves",
          "[verification][verify]") {
  const Found found = found_after([](FolderContent& c) {
    std::string& manifest = c[kManifest];
    replace(manifest, "reports/9001-askdala-kommun.sv.pdf", "x");
    replace(manifest, "reports/9002-bjorkviks-kommun.sv.pdf", "reports/9001-askdala-kommun.sv.pdf");
    replace(manifest, "\"x\"", "\"reports/9002-bjorkviks-kommun.sv.pdf\"");
  });
  CHECK(found.count("9001-askdala-kommun.sv.pdf: M-identity-6") == 1);
  CHECK(found.count("9001-askdala-kommun.sv.pdf: M-identity-1") == 1);
}

TEST_CASE("A report in the other language's place is found", "[verification][verify]") {
  const Found found = found_after([](FolderContent& c) { c[kFirst] = c["out/reports/9001-askdala-kommun.en.pdf"]; });
  CHECK(found.count("9001-askdala-kommun.sv.pdf: M-identity-9") == 1);
}

TEST_CASE("A byte cut or changed is found", "[verification][verify]") {
  CHECK(found_after([](FolderContent& c) { c[kFirst].pop_back(); }) ==
        Found{"9001-askdala-kommun.sv.pdf: M-manifest-4"});
  CHECK(found_after([](FolderContent& c) { c[kFirst].back() = ' '; }) ==
        Found{"9001-askdala-kommun.sv.pdf: M-manifest-5"});
  CHECK(found_after([](FolderContent& c) { replace(c[kManifest], "\"sha256\": \"", "\"sha256\": \"0"); }) ==
        Found{"9001-askdala-kommun.sv.pdf: M-manifest-5"});
  CHECK(found_after([](FolderContent& c) { replace(c[kManifest], "\"pages\": ", "\"pages\": 1"); }) ==
        Found{"9001-askdala-kommun.sv.pdf: M-manifest-9"});
}

TEST_CASE("Missing and extra files are found", "[verification][verify]") {
  CHECK(found_after([](FolderContent& c) { c.erase(kFirst); }) == Found{"9001-askdala-kommun.sv.pdf: M-manifest-3"});
  for (const char* path : {"out/9001-askdala-kommun.sv.pdf", "out/groups/9001-askdala-kommun.sv.pdf"})
    CHECK(found_after([&](FolderContent& c) { c[path] = c[kFirst]; }) ==
          Found{"9001-askdala-kommun.sv.pdf: M-manifest-6"});
  CHECK(found_after([](FolderContent& c) { c["out/reports/notes.txt"] = "not a report"; }).empty());
}

TEST_CASE("A manifest never leads out of its folder", "[verification][verify]") {
  const Found found = found_after([](FolderContent& c) {
    c["secret.pdf"] = c[kFirst];
    replace(c[kManifest], "reports/9001-askdala-kommun.sv.pdf", "../secret.pdf");
  });
  CHECK(found == Found{"manifest.json: M-manifest-2", "9001-askdala-kommun.sv.pdf: M-manifest-6"});
}

TEST_CASE("A broken manifest is found, and the files are verified all the same", "[verification][verify]") {
  const Found found = found_after([](FolderContent& c) { c[kManifest] = "{"; });
  CHECK(found.count("manifest.json: M-manifest-1") == 1);
  CHECK(found.count("9001-askdala-kommun.sv.pdf: M-manifest-6") == 1);
}

TEST_CASE("A folder without a manifest is verified with a note", "[verification][verify]") {
  FolderContent content = finished_folder();
  content.erase(kManifest);
  const VerifyResult result = verify_files({{"out", VerifyTarget::Kind::folder}}, 1, MemoryFiles(content));
  CHECK(found_in(result).empty());
  CHECK(result.checked == 4);
  REQUIRE(result.problems.size() == 1);
  CHECK(result.problems[0].severity == Severity::note);
  CHECK(has_errors(verify_files({{"none", VerifyTarget::Kind::folder}}, 1, MemoryFiles(content)).problems));
}

TEST_CASE("The folder of the reports is verified with the manifest above it", "[verification][verify]") {
  const auto verify = [](const FolderContent& content) {
    return verify_files({{"out/reports", VerifyTarget::Kind::folder}}, 1, MemoryFiles(content));
  };
  FolderContent content = finished_folder();
  CHECK(verify(content).checked == 4);
  CHECK(verify(content).problems.empty());
  CHECK(found_in(verify(content)).empty());
  std::swap(content[kFirst], content[kSecond]);
  CHECK(found_in(verify(content)).count("9001-askdala-kommun.sv.pdf: M-identity-1") == 1);
  content["out/reports/more.pdf"] = content[kFirst];
  CHECK(found_in(verify(content)).count("more.pdf: M-manifest-6") == 1);
}

TEST_CASE("Folders in a folder are verified, each with its own manifest", "[verification][verify]") {
  FolderContent content;
  for (const auto& [path, bytes] : finished_folder()) content["all/a" + path.substr(3)] = bytes;
  content["all/b/c/9001-askdala-kommun.sv.pdf"] = finished_folder().at(kFirst);
  const auto verify = [](const FolderContent& files) {
    return verify_files({{"all", VerifyTarget::Kind::folder, {"all/a", "all/a/reports", "all/b", "all/b/c"}}}, 1,
                        MemoryFiles(files));
  };
  CHECK(verify(content).checked == 5);
  CHECK(found_in(verify(content)).empty());
  REQUIRE(verify(content).problems.size() == 1);
  CHECK(verify(content).problems[0].severity == Severity::note);
  content["all/a/reports/more/9001-askdala-kommun.sv.pdf"] = finished_folder().at(kFirst);
  const VerifyResult deeper = verify_files(
      {{"all", VerifyTarget::Kind::folder, {"all/a", "all/a/reports", "all/a/reports/more"}}}, 1, MemoryFiles(content));
  CHECK(found_in(deeper) == Found{"9001-askdala-kommun.sv.pdf: M-manifest-6"});
}

TEST_CASE("Of a file that is no PDF nothing is said but that it can't be read", "[verification][verify]") {
  for (const char* bytes : {"", "no PDF at all", "%PDF-1.7\n"}) {
    const Findings findings = verify_file("9001-askdala-kommun.sv.pdf", bytes, {});
    REQUIRE_FALSE(findings.empty());
    CHECK(findings.front().rule->id.find("6.1") != std::string_view::npos);
    for (const Finding& finding : findings) CHECK_FALSE(finding.rule->id.starts_with("M-identity"));
  }
}

TEST_CASE("A file is verified with the manifest above it, and by itself where there is none",
          "[verification][verify]") {
  const auto verify = [](const FolderContent& content, const std::string& path) {
    return verify_files({{path, VerifyTarget::Kind::file}}, 1, MemoryFiles(content));
  };
  FolderContent content = finished_folder();
  CHECK(found_in(verify(content, kFirst)).empty());
  CHECK(verify(content, kFirst).checked == 1);
  content[kFirst] += " ";
  CHECK(found_in(verify(content, kFirst)) == Found{"9001-askdala-kommun.sv.pdf: M-manifest-4"});
  content.erase(kManifest);
  CHECK(found_in(verify(content, kFirst)).empty());
  CHECK(verify(content, kFirst).problems.size() == 1);
  CHECK(has_errors(verify(content, "out/nothing.pdf").problems));
}

TEST_CASE("Figures are compared by their bytes alone", "[verification][verify]") {
  MemoryFiles files;
  BatchOptions options;
  options.output = "out";
  options.organisations = {0};
  options.figures = true;
  const BatchResult result = render_batch(small_survey().batch(), options, files);
  REQUIRE(result.entries.size() > 10);
  const std::string figure = "out/" + result.entries[1].file;
  REQUIRE_FALSE(files.write_whole(kManifest, manifest_of(result)));
  const auto found = [&] { return found_in(verify_files({{"out", VerifyTarget::Kind::folder}}, 2, files)); };
  CHECK(found().empty());
  std::string bytes = *files.read(figure);
  bytes.back() = ' ';
  REQUIRE_FALSE(files.write_whole(figure, bytes));
  CHECK(found() == Found{figure.substr(figure.rfind('/') + 1) + ": M-manifest-5"});
}

TEST_CASE("Reports of groups are verified with their own manifest", "[verification][verify]") {
  const WholeSurvey& survey = small_survey();
  MemoryFiles files;
  const std::vector<GroupKey> groups = survey.statistics.groups(survey.loaded->survey.year);
  REQUIRE_FALSE(groups.empty());
  const BatchResult result = render_groups(survey.batch(), {groups.front()}, "out", files);
  REQUIRE(result.entries.size() == 2);
  const std::string group = "out/" + result.entries[0].file;
  REQUIRE_FALSE(files.write_whole("out/groups/manifest.json", manifest_of(result)));
  CHECK(found_in(verify_files({{"out", VerifyTarget::Kind::folder}}, 1, files)).empty());
  CHECK(found_in(verify_files({{"out/groups", VerifyTarget::Kind::folder}}, 1, files)).empty());
  CHECK(found_in(verify_files({{group, VerifyTarget::Kind::file}}, 1, files)).empty());
  BatchResult other = result;
  other.entries[0].group_type = "other";
  REQUIRE_FALSE(files.write_whole("out/groups/manifest.json", manifest_of(other)));
  CHECK(found_in(verify_files({{group, VerifyTarget::Kind::file}}, 1, files)) ==
        Found{group.substr(group.rfind('/') + 1) + ": M-identity-6"});
  REQUIRE_FALSE(files.write_whole("out/groups/manifest.json", manifest_of(result)));
  REQUIRE_FALSE(files.write_whole(group, *files.read("out/" + result.entries[1].file)));
  const Found found = found_in(verify_files({{"out", VerifyTarget::Kind::folder}}, 1, files));
  CHECK(found.count(group.substr(group.rfind('/') + 1) + ": M-identity-9") == 1);
}

TEST_CASE("Every rule of identity and of the manifest has its own id", "[verification][verify]") {
  std::set<std::string_view> ids;
  for (const Rule* rule : all_rules()) {
    INFO(rule->id);
    CHECK(ids.insert(rule->id).second);
    CHECK_FALSE(rule->clause.empty());
    CHECK_FALSE(rule->demand.empty());
    CHECK_FALSE(rule->advice.empty());
  }
  CHECK(ids.count("M-identity-1") == 1);
  CHECK(ids.count("M-manifest-10") == 1);
}
