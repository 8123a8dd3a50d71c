// Values that were computed elsewhere, instead of answers.
#include "input/result_table.h"

#include <fmt/format.h>

#include <catch2/catch.hpp>

#include "input/reading.h"
#include "statistics/scores.h"
#include "statistics/snapshot.h"
#include "support/small_files.h"

using namespace mognad;
using namespace mognad::test;

namespace {

constexpr const char* kHead = "organisation,year,node,value,respondents,margin\n";

/// The small survey with these results and no answers.
SmallFiles with_results(const std::string& csv) {
  SmallFiles files;
  files.change("survey.toml", "answers = [\"answers.csv\"]", "results = \"results.csv\"");
  files.change("survey.toml", "participation = \"participation.csv\"\n", "");
  files.add("results.csv", csv);
  return files;
}

/// The problem of a row behind a good one.
Problem wrong_row(const std::string& row, int column) {
  const auto loaded = with_results(std::string(kHead) + "9001,2025,T,50,20,\n" + row + "\n").load();
  INFO(row << "\n" << all_text(loaded.problems));
  CHECK_FALSE(loaded);
  REQUIRE(loaded.problems.size() == 1);
  CHECK(loaded.problems[0].place == Place{"s/results.csv", 3, column});
  CHECK(actionable(loaded.problems[0]));
  return loaded.problems[0];
}

std::string print(const Dataset& data) {
  std::string all;
  for (const Measurement& m : data.measurements) {
    all += data.organisations[static_cast<std::size_t>(m.organisation)].code + " " + std::to_string(m.year) + " " +
           std::to_string(m.respondents) + ":";
    for (const GivenValue& v : data.given_of(m))
      all += " " + v.node + "=" + std::to_string(static_cast<int>(v.value)) + "/" + std::to_string(v.respondents);
    all += "\n";
  }
  return all;
}

}  // namespace

TEST_CASE("Results are read in order of organisation, year and node, whatever the order of their rows", "[input]") {
  const std::vector<std::string> rows{"9002,2025,T,40,30,2.5\n", "9001,2025,T,50,20,\n", "9001,2024,T,45,18,\n",
                                      "9001,2025,D1,60,,\n", "9001,2025,D2,40,12,\n"};
  std::string forwards = kHead, backwards = kHead;
  for (const std::string& row : rows)
    forwards += row, backwards = backwards + rows[rows.size() - 1 - (&row - &rows[0])];
  const auto data = with_results(forwards).whole();
  CHECK(print(data->dataset) ==
        "9001 2024 18: T=45/18\n9001 2025 20: T=50/20 D1=60/20 D2=40/12\n9002 2025 30: T=40/30\n");
  CHECK(print(with_results(backwards).whole()->dataset) == print(data->dataset));
  CHECK(data->dataset.years == std::vector<int>{2024, 2025});
  CHECK(data->dataset.given.back().margin == std::optional<double>(2.5));
  CHECK_FALSE(data->dataset.given.front().margin);
  CHECK(data->dataset.respondents.empty());
  for (const Measurement& m : data->dataset.measurements) CHECK(m.computed_elsewhere());
}

TEST_CASE("Results may stand in several files, with a decimal comma and without margins", "[input]") {
  SmallFiles files = with_results("organisation;year;node;value;respondents\n9001;2025;T;47,5;20\n");
  files.change("survey.toml", "results = \"results.csv\"", "results = [\"results.csv\", \"more.csv\"]");
  files.add("more.csv", "respondents,value,node,year,organisation\n25,30,T,2025,9002\n");
  const auto data = files.whole();
  REQUIRE(data->dataset.given.size() == 2);
  CHECK(data->dataset.given[0].value == 47.5);
  CHECK(data->dataset.given[1].respondents == 25);
}

TEST_CASE("Some organisations may have answers and others results", "[input]") {
  SmallFiles files;
  files.add_keys("files", "results = [\"results.csv\"]");
  files.add("organisations.csv", "9009,Org 9,kommun,1,1\n");
  files.add("results.csv", std::string(kHead) + "9009,2025,T,50,20,\n");
  const auto data = files.whole();
  CHECK(data->dataset.measurements.size() == 15);
  CHECK(data->dataset.find(data->dataset.find_organisation("9009"), 2025)->computed_elsewhere());
  CHECK_FALSE(data->dataset.find(0, 2025)->computed_elsewhere());
}

TEST_CASE("Where there are answers they count, and results that differ from them are told", "[input]") {
  SmallFiles files;
  const auto without = files.whole();
  const auto scores = score_measurement(without->model, without->dataset, *without->dataset.find(0, 2025));
  files.add_keys("files", "results = \"results.csv\"");
  files.add("results.csv",
            kHead + fmt::format("9001,2025,T,{:.1f},12,\n9001,2025,D1,99.5,12,\n9001,2025,D2,{:.1f},20,\n",
                                scores[0].mean, scores[static_cast<std::size_t>(without->model.find("D2"))].mean));
  const auto loaded = files.load();
  REQUIRE(loaded);
  INFO(all_text(loaded.problems));
  REQUIRE(loaded.problems.size() == 2);
  const double d1 = scores[static_cast<std::size_t>(without->model.find("D1"))].mean;
  CHECK(loaded.problems[0] ==
        warning_at({"s/results.csv", 3, 11},
                   fmt::format("'D1' of '9001' in 2025 is 99.5 here, but {:.1f} by its answers", d1),
                   "the answers count: correct the row, or find out why"));
  CHECK(loaded.problems[1].message == "'D2' of '9001' in 2025 rests on 20 respondents here, but on 12 by its answers");
  CHECK((*loaded)->dataset.given.empty());
  CHECK((*loaded)->dataset.answers == without->dataset.answers);
}

TEST_CASE("Values that are all very low are asked about: they may be shares or steps", "[input]") {
  const auto told = [](double factor) {
    std::string csv = kHead;
    for (int o = 1; o <= 5; ++o) csv += fmt::format("900{},2025,T,{:.2f},20,\n", o, (40 + o) * factor);
    return problem_with(with_results(csv).load().problems, "all values are at most");
  };
  CHECK(told(0.01).hint == "expected per cent from 0 to 100: are they shares of 1?");
  CHECK(told(0.05).hint == "expected per cent from 0 to 100: are they means of the scale's steps?");
  CHECK(told(0.05).message == "all values are at most 2.25");
  CHECK(told(1).message.empty());
}

TEST_CASE("A survey names answers, results or both", "[input]") {
  SmallFiles files;
  files.change("survey.toml", "answers = [\"answers.csv\"]", "answers = []");
  const Problem problem = problem_with(files.load().problems, "'files.answers' names no file");
  CHECK(problem.hint.find("results.csv") != std::string::npos);
}

TEST_CASE("Wrong results are told with place, finding and what to do", "[input]") {
  CHECK(wrong_row("9O01,2025,D1,50,20,", 1).hint == "did you mean '9001'?");
  CHECK(wrong_row("9001,25,D1,50,20,", 6).message == "'25' is not a year");
  CHECK(wrong_row("9001,2026,D1,50,20,", 6).message == "the year 2026 is later than the survey's, 2025");
  CHECK(wrong_row("9001,2025,D3,50,20,", 11).message == "the model has no node 'D3'");
  CHECK(wrong_row("9001,2025,T,50,20,", 11).message.find("stands at s/results.csv:2 already") != std::string::npos);
  for (const char* value : {"", "-1", "100.1", "x", "nan", "..", "50%"})
    CHECK(wrong_row(std::string("9001,2025,D1,") + value + ",20,", 14).hint == "expected a number from 0 to 100");
  for (const char* count : {"0", "-3", "x", "4.5", "2000000000"})
    CHECK(wrong_row(std::string("9001,2025,D1,50,") + count + ",", 17).message ==
          "'" + std::string(count) + "' is not a number of respondents");
  for (const char* margin : {"-1", "x", "101"})
    CHECK(wrong_row(std::string("9001,2025,D1,50,20,") + margin, 20).message ==
          "'" + std::string(margin) + "' is not a margin");
}

TEST_CASE("The ends of the scale are values", "[input]") {
  CHECK(with_results(std::string(kHead) + "9001,2025,T,0,20,0\n9002,2025,T,100,20,\n").whole()->dataset.given.size() ==
        2);
}

TEST_CASE("A value without respondents is refused unless a node above has them", "[input]") {
  CHECK(with_results(std::string(kHead) + "9001,2025,T,50,20,\n9001,2025,a1,50,,\n")
            .whole()
            ->dataset.given[1]
            .respondents == 20);
  const Problem problem = problem_with(
      with_results(std::string(kHead) + "9001,2025,T,50,,\n9001,2025,D1,50,20,\n").load().problems, "unknown for 'T'");
  CHECK(problem.place == Place{"s/results.csv", 2, 11});
  CHECK(actionable(problem));
}

TEST_CASE("Unknown respondents are told once for each organisation and year, and counted after ten", "[input]") {
  SmallFiles files = with_results(kHead);
  for (int year = 2010; year < 2025; ++year)
    for (const char* node : {"T", "D1"})
      files.add("results.csv", "9001," + std::to_string(year) + "," + node + ",50,,\n");
  const auto loaded = files.load();
  CHECK(count_problems(loaded.problems, "how many answered is unknown for 'T'") == 10);
  CHECK(count_problems(loaded.problems, "5 more problems of the kind \"unknown respondents\"") == 1);
}

TEST_CASE("A part that more have answered than the whole is refused", "[input]") {
  CHECK(wrong_row("9001,2025,D1,50,21,", 11).message == "21 answered 'D1', but only 20 answered 'T' above it");
}

TEST_CASE("A value that is not the mean of its parts is a warning and stays", "[input]") {
  const auto loaded =
      with_results(std::string(kHead) + "9001,2025,T,50,20,\n9001,2025,D1,40,,\n9001,2025,D2,61,,\n").load();
  REQUIRE(loaded);
  REQUIRE(loaded.problems.size() == 2);  // the other is a note: six organisations did not measure
  CHECK(loaded.problems[0].severity == Severity::warning);
  CHECK(loaded.problems[0].place == Place{"s/results.csv", 2, 11});
  CHECK(loaded.problems[0].message == "the value 50.0 of 'T' is not the mean of its parts, 50.5");
  CHECK((*loaded)->dataset.given[0].value == 50);
}

TEST_CASE("Rounding to one decimal is no difference", "[input]") {
  const auto loaded =
      with_results(std::string(kHead) + "9001,2025,T,50.1,20,\n9001,2025,D1,40,,\n9001,2025,D2,60,,\n").load();
  CHECK(count_problems(loaded.problems, "is not the mean of its parts") == 0);
}

TEST_CASE("A value whose comma may stand before thousands is refused", "[input]") {
  CHECK(wrong_row("9001,2025,D1,\"47,125\",20,", 14).hint == "write 47125 or 47.125");
  CHECK(wrong_row("9001,2025,D1,50,20,\"1,000\"", 20).hint == "write 1000 or 1.0");
}

TEST_CASE("The numbers invited belong to results too", "[input]") {
  SmallFiles files = with_results(std::string(kHead) + "9001,2025,T,50,20,\n");
  files.add_keys("files", "participation = \"participation.csv\"");
  files.texts["participation.csv"] = "organisation,year,invited\n9001,2025,25\n";
  CHECK(files.whole()->dataset.measurements[0].invited == std::optional<int>(25));
  files.texts["participation.csv"] = "organisation,year,invited\n9001,2025,19\n";
  CHECK(count_problems(files.load().problems, "19 were invited but 20 answered") == 1);
}

TEST_CASE("All problems of results are told at once", "[input]") {
  const auto loaded =
      with_results(std::string(kHead) + "x,y,z,w,v,u\n9001,2025,T\n9001,2025,T,50,20,\n9001,2025,T,50,20,\n").load();
  for (const char* part : {"code 'x'", "'y' is not a year", "no node 'z'", "'w' is not a value",
                           "'v' is not a number of respondents", "'u' is not a margin", "has 3 fields", "already"}) {
    INFO(part << all_text(loaded.problems));
    CHECK(count_problems(loaded.problems, part) == 1);
  }
}

TEST_CASE("Columns of results that are missing or misspelt are told with the nearest", "[input]") {
  const auto missing = with_results("organisaton,yaer,nod,vlue,respondent\n9001,2025,T,50,20\n").load();
  for (const char* name : {"organisation", "year", "node", "value", "respondents"})
    CHECK(count_problems(missing.problems, "column '" + std::string(name) + "' is missing") == 1);
  CHECK(problem_with(
            with_results("organisation,year,node,value,respondents,margn\n9001,2025,T,50,20,1\n").load().problems,
            "no use for a column 'margn'")
            .hint == "did you mean 'margin'?");
}

TEST_CASE("Files of results that are missing or empty are told", "[input]") {
  SmallFiles files = with_results(kHead);
  files.change("survey.toml", "results = \"results.csv\"", "results = [\"none.csv\"]");
  CHECK(files.load().problems.at(0).hint.find("files.results") != std::string::npos);
  CHECK(count_problems(with_results("").load().problems, "the file is empty") == 1);
  CHECK(count_problems(with_results(kHead).load().problems, "no answers or results of the year 2025") == 1);
}

TEST_CASE("A closed year's results must be what they were", "[input]") {
  const auto snapshot_of = [](const SmallFiles& files) {
    const auto data = files.whole();
    std::string csv = "year,organisation,respondents,sha256\n";
    for (const SnapshotEntry& e : take_snapshot(data->model, data->dataset))
      if (e.year == 2024) csv += "2024," + e.organisation + "," + std::to_string(e.respondents) + "," + e.sha256 + "\n";
    return csv;
  };
  SmallFiles files = with_results(std::string(kHead) + "9001,2024,T,45,18,\n9001,2025,T,50,20,\n");
  const std::string snapshot = snapshot_of(files);
  files.add("snapshot.csv", snapshot);
  files.add("survey.toml", "[closed]\nyears = [2024]\nsnapshot = \"snapshot.csv\"\n");
  CHECK(files.load());
  files.change("results.csv", "2024,T,45", "2024,T,46");
  CHECK(count_problems(files.load().problems, "the year 2024 is closed") == 1);
}
