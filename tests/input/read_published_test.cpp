// Figures of earlier editions and targets, as their files give them.
#include "input/read_published.h"

#include <catch2/catch.hpp>

#include "input/reading.h"
#include "support/small_files.h"

using namespace mognad;
using namespace mognad::test;

namespace {

constexpr const char* kBenchmarkHead = "edition,year,node,value,organisations,break_before,source\n";
constexpr const char* kTargetHead = "organisation,node,year,value\n";

SmallFiles with_benchmarks(const std::string& csv) {
  SmallFiles files;
  files.add_keys("files", "benchmarks = \"benchmarks.csv\"");
  files.add("benchmarks.csv", csv);
  return files;
}

SmallFiles with_targets(const std::string& csv) {
  SmallFiles files;
  files.add_keys("files", "targets = \"targets.csv\"");
  files.add("targets.csv", csv);
  return files;
}

Problem only_problem(const SmallFiles& files, const Place& place) {
  const auto loaded = files.load();
  INFO(all_text(loaded.problems));
  CHECK_FALSE(loaded);
  REQUIRE(loaded.problems.size() == 1);
  CHECK(loaded.problems[0].place == place);
  return loaded.problems[0];
}

/// The problem of a row behind a good one.
Problem wrong_benchmark(const std::string& row, int column) {
  return only_problem(with_benchmarks(std::string(kBenchmarkHead) + "First,2020,T,50,,,\n" + row + "\n"),
                      {"s/benchmarks.csv", 3, column});
}

Problem wrong_target(const std::string& row, int column) {
  return only_problem(with_targets(std::string(kTargetHead) + ",T,2027,60\n" + row + "\n"),
                      {"s/targets.csv", 3, column});
}

}  // namespace

TEST_CASE("Benchmarks are read with all that stands beside them, in order of node, edition and year", "[input]") {
  const auto data = with_benchmarks(std::string(kBenchmarkHead) +
                                    "Second,2022,T,47.5,31,yes,\"Report, 2022\"\nFirst,2021,T,45,,no,\n"
                                    "First,2020,T,44,12,,Old\nFirst,2020,D1,100,1,,\n")
                        .whole();
  const auto& found = data->dataset.benchmarks;
  REQUIRE(found.size() == 4);
  CHECK(found[0].node == "D1");
  CHECK(found[0].value == 100);
  CHECK(found[1].year == 2020);
  CHECK(found[1].source == "Old");
  CHECK(found[2].year == 2021);
  CHECK_FALSE(found[2].organisations);
  CHECK_FALSE(found[2].break_before);
  CHECK(found[3].edition == "Second");
  CHECK(found[3].value == 47.5);
  CHECK(found[3].organisations == std::optional<int>(31));
  CHECK(found[3].break_before);
  CHECK(found[3].source == "Report, 2022");
}

TEST_CASE("Benchmarks need edition, year, node and value alone, in any order of columns", "[input]") {
  const auto data = with_benchmarks("value;node;year;edition\n47,5;D2;2020;A\n0;T;2020;A\n").whole();
  REQUIRE(data->dataset.benchmarks.size() == 2);
  CHECK(data->dataset.benchmarks[0].value == 47.5);
  CHECK(data->dataset.benchmarks[1].value == 0);
}

TEST_CASE("The same year of two editions is no repetition", "[input]") {
  CHECK(with_benchmarks(std::string(kBenchmarkHead) + "A,2020,T,50,,,\nB,2020,T,51,,,\nA,2021,T,50,,,\n")
            .whole()
            ->dataset.benchmarks.size() == 3);
}

TEST_CASE("A figure of a node that the model lacks is told with the nearest", "[input]") {
  const Problem problem = wrong_benchmark("First,2020,D3,50,,,", 12);
  CHECK(problem.message == "the model has no node 'D3'");
  CHECK(problem.hint.find("valid names: T, D1, C1") == 0);
  SmallFiles files = with_benchmarks(std::string(kBenchmarkHead) + "First,2020,Secnod,50,,,\n");
  files.change("model.toml", "id = \"C2\"", "id = \"Second\"");
  CHECK(files.load().problems.at(0).hint == "did you mean 'Second'?");
}

TEST_CASE("A benchmark's value is a number from 0 to 100", "[input]") {
  for (const char* value : {"", "-1", "100.5", "x", "nan", "inf", "5 0", "50%", "1e3", "--5"})
    CHECK(wrong_benchmark(std::string("First,2020,D1,") + value + ",,,", 15).hint == "expected a number from 0 to 100");
}

TEST_CASE("A benchmark's year has four digits", "[input]") {
  for (const char* year : {"", "20", "2020.0", "år", "1989", "2101", "20200", "99999999999", "-2020"})
    CHECK(actionable(wrong_benchmark(std::string("First,") + year + ",D1,50,,,", 7)));
}

TEST_CASE("A year with a zero before it is no year", "[input]") {
  CHECK_FALSE(with_benchmarks(std::string(kBenchmarkHead) + "First,02020,T,50,,,\n").load());
}

TEST_CASE("A benchmark without an edition is refused", "[input]") {
  CHECK(actionable(wrong_benchmark(",2020,D1,50,,,", 1)));
}

TEST_CASE("A benchmark whose comma may stand before thousands is refused", "[input]") {
  CHECK(wrong_benchmark("First,2020,D1,\"47,125\",,,", 15).hint == "write 47125 or 47.125");
}

TEST_CASE("A number of organisations is a whole number above 0, or nothing", "[input]") {
  for (const char* number : {"0", "-3", "x", "3.5", "99999999999"})
    CHECK(actionable(wrong_benchmark(std::string("First,2020,D1,50,") + number + ",,", 18)));
}

TEST_CASE("A break that is neither yes nor no is refused", "[input]") {
  for (const char* said : {"Yes", "ja", "1", "true"})
    CHECK(wrong_benchmark(std::string("First,2020,D1,50,,") + said + ",", 19).message ==
          "'" + std::string(said) + "' is neither 'yes' nor 'no'");
}

TEST_CASE("A break that is neither yes nor no is told with what to do", "[input]") {
  CHECK(actionable(wrong_benchmark("First,2020,D1,50,,ja,", 19)));
}

TEST_CASE("A benchmark that stands twice names the first line", "[input]") {
  CHECK(wrong_benchmark("First,2020,T,51,,,", 12).message.find("in line 2") != std::string::npos);
}

TEST_CASE("Missing columns of benchmarks are all told, with the nearest that is there", "[input]") {
  const auto loaded = with_benchmarks("edtion,yaer,nod,vlue\nA,2020,T,50\n").load();
  CHECK(loaded.problems.size() == 4);
  CHECK(problem_with(loaded.problems, "column 'edition' is missing").hint == "is it the column 'edtion'?");
  CHECK(problem_with(loaded.problems, "column 'value' is missing").hint == "is it the column 'vlue'?");
}

TEST_CASE("A misspelt column that may be left out is told, not passed over", "[input]") {
  for (const char* head : {"edition,year,node,value,break_befor\nA,2020,T,50,yes\n",
                           "edition,year,node,value,organisation\nA,2020,T,50,30\n"}) {
    INFO(head);
    CHECK_FALSE(with_benchmarks(head).load().problems.empty());
  }
}

TEST_CASE("A misspelt column of organisations doesn't make a target everyone's", "[input]") {
  const auto loaded = with_targets("organization,node,year,value\n9001,T,2027,60\n").load();
  CHECK_FALSE(loaded.problems.empty());
}

TEST_CASE("Targets are of one organisation or of everyone", "[input]") {
  const auto data = with_targets(std::string(kTargetHead) + "9002,T,2027,60\n,T,2027,55.5\n9001,b1,2030,70\n").whole();
  const auto& found = data->dataset.targets;
  REQUIRE(found.size() == 3);
  CHECK(found[0].organisation == -1);
  CHECK(found[0].value == 55.5);
  CHECK(found[1].organisation == data->dataset.find_organisation("9001"));
  CHECK(found[1].node == "b1");
  CHECK(found[1].year == 2030);
  CHECK(found[2].organisation == data->dataset.find_organisation("9002"));
}

TEST_CASE("Targets without a column of organisations are everyone's", "[input]") {
  CHECK(with_targets("node,year,value\nT,2027,60\n").whole()->dataset.targets.at(0).organisation == -1);
}

TEST_CASE("Wrong targets are told with place, finding and what to do", "[input]") {
  CHECK(wrong_target("9O01,T,2027,60", 1).hint == "did you mean '9001'?");
  CHECK(wrong_target("9001,TT,2027,60", 6).message == "the model has no node 'TT'");
  CHECK(wrong_target("9001,T,27,60", 8).message == "'27' is not a year");
  CHECK(wrong_target("9001,T,2027,101", 13).message == "'101' is not a value");
  CHECK(wrong_target(",T,2027,61", 2).message.find("in line 2") != std::string::npos);
  CHECK(actionable(wrong_target(",T,2027,61", 2)));
}

TEST_CASE("All problems of a row and of a file of targets are told", "[input]") {
  const auto loaded = with_targets(std::string(kTargetHead) + "x,y,z,w\n9001,T,2027\n9009,T,2027,60\n").load();
  for (const char* part :
       {"code 'x'", "no node 'y'", "'z' is not a year", "'w' is not a value", "has 3 fields", "code '9009'"}) {
    INFO(part);
    CHECK(count_problems(loaded.problems, part) == 1);
  }
}

TEST_CASE("Many like problems are counted after the first ten", "[input]") {
  std::string csv = kBenchmarkHead;
  for (int i = 0; i < 50; ++i) csv += "A,2020,zzz" + std::to_string(i) + ",50,,,\n";
  const auto loaded = with_benchmarks(csv).load();
  CHECK(count_problems(loaded.problems, "the model has no node") == 10);
  CHECK(count_problems(loaded.problems, "40 more problems") == 1);
}

TEST_CASE("Files of benchmarks and targets that are missing are told with their keys", "[input]") {
  SmallFiles files;
  files.add_keys("files", "benchmarks = \"b.csv\"\ntargets = \"t.csv\"");
  const auto loaded = files.load();
  REQUIRE(loaded.problems.size() == 2);
  CHECK(loaded.problems[0].place.file == "s/b.csv");
  CHECK(loaded.problems[0].hint.find("files.benchmarks") != std::string::npos);
  CHECK(loaded.problems[1].hint.find("files.targets") != std::string::npos);
}

TEST_CASE("Empty files of benchmarks and targets are told", "[input]") {
  CHECK(count_problems(with_benchmarks("").load().problems, "the file is empty") == 1);
  CHECK(count_problems(with_targets("\n\n").load().problems, "the file is empty") == 1);
  CHECK(with_targets(kTargetHead).whole()->dataset.targets.empty());
}
