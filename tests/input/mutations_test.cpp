// Files that are damaged at random are read or refused, and never bring the program down.
#include <fmt/format.h>

#include <catch2/catch.hpp>

#include "export/csv/snapshot_data.h"
#include "input/reading.h"
#include "statistics/random.h"
#include "statistics/snapshot.h"
#include "statistics/statistics.h"
#include "support/small_files.h"

using namespace mognad;
using namespace mognad::test;

namespace {

const std::vector<std::string> kPieces{
    "",    ",",     "\"",          "\n",   "\r", ";",    "\t",           "\0",   "-1",   "nan",
    "inf", "1e999", "99999999999", "0",    "å",  "\xFF", "\xEF\xBB\xBF", "2024", "9001", "T",
    "a1",  "yes",   "'",           "=1+1", ".",  "?",    "\"\"",         "\r\n", "\n\n", "[",
    "]",   " = ",   "year,",       "T,T",  "#",  "\\",   "a\u030A",      "{",    "}"};

/// One to four damages: a piece put in, taken out, or set in the place of another; or a part doubled or turned around.
std::string damaged(std::string text, Random& random) {
  const int damages = random.between(1, 4);
  for (int d = 0; d < damages; ++d) {
    const int size = static_cast<int>(text.size());
    const auto from = static_cast<std::size_t>(random.between(0, size));
    const auto length = static_cast<std::size_t>(random.between(0, 12));
    const std::string& piece =
        kPieces[static_cast<std::size_t>(random.between(0, static_cast<int>(kPieces.size()) - 1))];
    switch (random.between(0, 5)) {
      case 0: text.insert(from, piece); break;
      case 1: text.erase(from, length); break;
      case 2: text.replace(from, length, piece); break;
      case 3: text.insert(from, text.substr(from, length * 3)); break;
      case 4: text.insert(from, 1, static_cast<char>(random.between(0, 255))); break;
      default: text.resize(from + length < text.size() ? text.size() - length : from); break;
    }
  }
  return text;
}

/// A survey with every file and key that can be named.
SmallFiles everything() {
  SmallFiles files;
  files.add_keys("files",
                 "benchmarks = \"benchmarks.csv\"\ntargets = \"targets.csv\"\ninitiatives = \"initiatives.csv\"\n"
                 "results = \"results.csv\"");
  files.add("initiatives.csv",
            "organisation,node,title,text.en,text.sv,link\n9001,C1,One,\"Text, one\",,https://example.org/a\n"
            "9002,b1,Två,Text two,Text två,\n");
  files.texts["organisations.csv"] = "code,name,type,employees,language,population\n";
  for (int o = 1; o <= 7; ++o)
    files.add("organisations.csv", fmt::format("900{0},Org {0},kommun,{0}00,{1},{0}000\n", o, o % 2 ? "en" : ""));
  files.add("organisations.csv", "9008,Org 8,kommun,800,,8000\n");
  files.add("results.csv",
            "organisation,year,node,value,respondents,margin\n9008,2025,T,50,20,2.5\n9008,2025,D1,40.5,,\n"
            "9008,2025,D2,59.5,12,\n9008,2024,T,48,15,\n");
  files.add("benchmarks.csv",
            "edition,year,node,value,organisations,break_before,source\nFirst,2020,T,44.5,30,no,\"A, b\"\n"
            "First,2021,T,46,,yes,\nSecond,2021,D1,50,12,,x\n");
  files.add("targets.csv", "organisation,node,year,value\n,T,2027,60\n9001,D1,2026,70\n9002,C2,2026,71.5\n");
  files.texts["participation.csv"] = "organisation,year,invited,population\n9001,2025,30,200\n9002,2024,20,\n";
  files.add("survey.toml", "[national]\nweight = \"employees\"\n[[earlier_models]]\nversion = \"1\"\nyears = [2024]\n");
  files.change("survey.toml", "[disclosure]",
               "[[peer_groups]]\nid = \"near\"\nname = \"N\"\nnearest = [\"employees\", \"population\"]\ncount = 5\n"
               "[[peer_groups]]\nid = \"list\"\nname = \"L\"\nmembers = [\"9001\", \"9002\"]\n"
               "[disclosure]\ndistribution_from = 12\npeer_points = \"all\"\npeer_points_agreement = \"x\"");
  files.add("model.toml",
            "[[earlier_versions]]\nversion = \"1\"\nnew = [\"b2\"]\n[earlier_versions.statements]\na1 = \"a1\"\n"
            "a2 = \"a2\"\na3 = \"a3\"\na4 = \"a4\"\nb1 = \"b1\"\n[earlier_versions.gone]\nb2 = \"K3\"\n");
  const auto data = files.whole();
  files.add("snapshot.csv", snapshot_csv(take_snapshot(data->model, data->dataset, data->survey.earlier_models)));
  files.add("survey.toml", "[closed]\nyears = [2024]\nsnapshot = \"snapshot.csv\"\n");
  return files;
}

/// Loads the survey with a file damaged in `times` ways; what is read can be computed, what is refused says why.
void damage(const std::string& name, int times) {
  const SmallFiles whole = everything();
  Random random(20251127, name);
  int refused = 0;
  for (int i = 0; i < times; ++i) {
    SmallFiles files = whole;
    files.texts[name] = damaged(files.text(name), random);
    const auto loaded = files.load();
    if (loaded && i % 50 == 0)
      compute_statistics((*loaded)->model, (*loaded)->survey, (*loaded)->dataset).national_means("kommun", 2025);
    if (loaded) continue;
    ++refused;
    INFO(name << "\n" << files.text(name));
    if (!has_errors(loaded.problems)) FAIL_CHECK("refused without a word");
    for (const Problem& problem : loaded.problems)
      if (problem.message.empty() || problem.place.file.empty()) FAIL_CHECK(to_text(problem));
  }
  CHECK(refused > times / 10);
}

}  // namespace

TEST_CASE("A survey with every file and key is read without a word", "[input]") {
  const auto loaded = everything().load();
  INFO(all_text(loaded.problems));
  REQUIRE(loaded);
  CHECK(loaded.problems.empty());
}

TEST_CASE("A damaged file of benchmarks is read or refused", "[input]") { damage("benchmarks.csv", 3000); }
TEST_CASE("A damaged file of targets is read or refused", "[input]") { damage("targets.csv", 3000); }
TEST_CASE("A damaged file of participation is read or refused", "[input]") { damage("participation.csv", 3000); }
TEST_CASE("A damaged file of initiatives is read or refused", "[input]") { damage("initiatives.csv", 3000); }
TEST_CASE("A damaged file of results is read or refused", "[input]") { damage("results.csv", 3000); }
TEST_CASE("A damaged snapshot is read or refused", "[input]") { damage("snapshot.csv", 3000); }
TEST_CASE("A damaged file of organisations is read or refused", "[input]") { damage("organisations.csv", 3000); }
TEST_CASE("A damaged survey.toml is read or refused", "[input]") { damage("survey.toml", 1000); }
TEST_CASE("A damaged model is read or refused", "[input]") { damage("model.toml", 1000); }
