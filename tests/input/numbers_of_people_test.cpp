// Columns that the survey computes with: numbers of organisations.csv, and of participation.csv those invited and
// those in the population.
#include <catch2/catch.hpp>

#include "input/field_number.h"
#include "input/reading.h"
#include "statistics/statistics.h"
#include "support/small_files.h"

using namespace mognad;
using namespace mognad::test;

namespace {

SmallFiles nearest_files(const std::string& keys = "nearest = [\"employees\", \"population\"]") {
  SmallFiles files;
  files.change("survey.toml", "[disclosure]",
               "[[peer_groups]]\nid = \"near\"\nname = \"N\"\n" + keys + "\n[disclosure]");
  return files;
}

SmallFiles weighted_files(const std::string& column) {
  SmallFiles files;
  files.add("survey.toml", "[national]\nweight = \"" + column + "\"\n");
  return files;
}

SmallFiles with_participation(const std::string& rows) {
  SmallFiles files;
  files.texts["participation.csv"] = "organisation,year,invited,population\n" + rows;
  return files;
}

Problem only_problem(const SmallFiles& files) {
  const auto loaded = files.load();
  INFO(all_text(loaded.problems));
  CHECK_FALSE(loaded);
  REQUIRE(loaded.problems.size() == 1);
  CHECK(actionable(loaded.problems[0]));
  return loaded.problems[0];
}

}  // namespace

TEST_CASE("A field is a whole number and nothing else", "[input]") {
  CHECK(whole_number("12") == std::optional<int>(12));
  CHECK(whole_number("-3") == std::optional<int>(-3));
  for (const char* field : {"", " 1", "1 ", "1.0", "1e2", "0x1", "99999999999", "+1", "١"})
    CHECK_FALSE(whole_number(field));
}

TEST_CASE("A field is a finite decimal number with a point or a comma", "[input]") {
  CHECK(decimal_number("47,5") == std::optional<double>(47.5));
  CHECK(decimal_number("-0.25") == std::optional<double>(-0.25));
  for (const char* field : {"", "x", "nan", "inf", "-inf", "1e999", "1.2.3", "1,000,000", "5 %", "0x1p3"})
    CHECK_FALSE(decimal_number(field));
}

TEST_CASE("A comma that may stand before thousands is no decimal comma", "[input]") {
  for (const auto& [field, hint] : {std::pair{"1,000", "write 1000 or 1.0"},
                                    {"12,500", "write 12500 or 12.5"},
                                    {"-100,125", "write -100125 or -100.125"}}) {
    CHECK_FALSE(decimal_number(field));
    CHECK(hint_for_comma(field) == std::optional<std::string>(hint));
  }
  for (const char* field : {"0,125", "1,00", "1,0000", "1234,567", "1.000", "1000", ",125", "x,125", "1,000,000"})
    CHECK_FALSE(hint_for_comma(field));
  CHECK(decimal_number("0,125") == std::optional<double>(0.125));
  CHECK(decimal_number("1234,567") == std::optional<double>(1234.567));
}

TEST_CASE("A property with a decimal comma is the number that it is with a point", "[input]") {
  SmallFiles files = nearest_files();
  files.change("organisations.csv", "kommun,200,", "kommun,\"3,5\",");
  CHECK(files.whole()->dataset.number(1, 0) == std::optional<double>(3.5));
  files.change("organisations.csv", "\"3,5\"", "\"3,500\"");
  CHECK(only_problem(files).hint == "write 3500 or 3.5");
}

TEST_CASE("Properties that the survey computes with are numbers or nothing", "[input]") {
  for (const char* field : {"x", "1 000", "12k", "nan", "inf", "-5", "\"3,500\"", "\"1,000,000\"", "1e999"}) {
    INFO(field);
    SmallFiles files = nearest_files();
    files.change("organisations.csv", "kommun,200,", std::string("kommun,") + field + ",");
    CHECK(only_problem(files).place == Place{"s/organisations.csv", 3, 19});
  }
  SmallFiles unknown = nearest_files();
  unknown.change("organisations.csv", "kommun,200,", "kommun,,");
  CHECK_FALSE(unknown.whole()->dataset.number(1, 0));
}

TEST_CASE("A property that nothing is computed with may be any text", "[input]") {
  SmallFiles files;
  files.change("organisations.csv", "kommun,200,", "kommun,many,");
  files.whole();
}

TEST_CASE("A weight that is no number is told at its field", "[input]") {
  SmallFiles files = weighted_files("population");
  files.change("organisations.csv", ",3000", ",three");
  const Problem problem = only_problem(files);
  CHECK(problem.place == Place{"s/organisations.csv", 4, 23});
  CHECK(problem.message == "'three' is not a number");
}

TEST_CASE("A number of people under nothing is told as that", "[input]") {
  SmallFiles files = weighted_files("employees");
  files.change("organisations.csv", "kommun,200,", "kommun,-200,");
  CHECK(only_problem(files).message != "'-200' is not a number");
}

TEST_CASE("Rows of participation of which nothing was measured are warned of, and past ten counted", "[input]") {
  std::string rows;
  for (int year = 2000; year < 2015; ++year) rows += "9001," + std::to_string(year) + ",40,\n";
  const auto loaded = with_participation(rows).load();
  CHECK(loaded);
  CHECK(count_problems(loaded.problems, "'9001' has no answers or results of 20") == 10);
  CHECK(count_problems(loaded.problems, "5 more problems of the kind \"nothing measured\"") == 1);
}

TEST_CASE("Columns that organisations lack are told with the nearest", "[input]") {
  CHECK(only_problem(weighted_files("employes")).hint == "did you mean 'employees'?");
  CHECK(only_problem(nearest_files("nearest = [\"employees\", \"popultion\"]")).hint == "did you mean 'population'?");
}

TEST_CASE("Members that no organisation has the code of are told with the nearest, each", "[input]") {
  const auto loaded = nearest_files("members = [\"9001\", \"9O02\", \"9OO3\"]").load();
  CHECK(loaded.problems.size() == 2);
  CHECK(loaded.problems.at(0).message ==
        "the peer group 'near' has a member '9O02', but no organisation has that code");
  CHECK(loaded.problems.at(0).hint == "did you mean '9002'?");
}

TEST_CASE("Columns and members that are unknown are told where the survey names them", "[input]") {
  for (const SmallFiles& files :
       {weighted_files("employes"), nearest_files("nearest = [\"employes\"]"), nearest_files("members = [\"9O02\"]")}) {
    const Problem problem = only_problem(files);
    INFO(to_text(problem));
    CHECK(problem.place.line > 0);
  }
}

TEST_CASE("The nearest are found by the columns that the survey names", "[input]") {
  const auto data = nearest_files("nearest = [\"employees\"]\ncount = 5").whole();
  const Statistics statistics = compute_statistics(data->model, data->survey, data->dataset);
  CHECK(statistics.has_group(0, 2025, 1));
  SmallFiles unknown = nearest_files("nearest = [\"employees\"]\ncount = 5");
  unknown.change("organisations.csv", "kommun,100,", "kommun,,");
  const auto without = unknown.whole();
  CHECK_FALSE(compute_statistics(without->model, without->survey, without->dataset).has_group(0, 2025, 1));
}

TEST_CASE("A column without a name doesn't divide the group of all", "[input]") {
  SmallFiles files;
  files.texts["organisations.csv"] = "code,name,type,\n";
  for (int o = 1; o <= 7; ++o)
    files.add("organisations.csv", "900" + std::to_string(o) + ",O,kommun," + (o % 2 ? "x" : "") + "\n");
  const auto loaded = files.load();
  if (!loaded) return;  // refused is as good
  const auto& data = **loaded;
  const Statistics statistics = compute_statistics(data.model, data.survey, data.dataset);
  CHECK(statistics.peers(0, 2025, 0, kTotal).others == 6);
}

TEST_CASE("Weights at the end of what a number can hold don't make the mean no number", "[input]") {
  SmallFiles files = weighted_files("employees");
  for (int o = 1; o <= 7; ++o)
    files.change("organisations.csv", "kommun," + std::to_string(100 * o) + ",", "kommun,1e308,");
  const auto loaded = files.load();
  if (!loaded) return;  // refused is as good
  const auto& data = **loaded;
  const Statistics statistics = compute_statistics(data.model, data.survey, data.dataset);
  for (const NationalMean& mean : statistics.national_means("kommun", 2025))
    if (mean.mean) CHECK((mean.mean.number() >= 0 && mean.mean.number() <= 100));
}

TEST_CASE("Participation gives the population, and empty means unknown", "[input]") {
  const auto data = with_participation("9001,2025,30,200\n9002,2025,,150\n9003,2025,30,\n").whole();
  CHECK(data->dataset.find(0, 2025)->population == std::optional<int>(200));
  CHECK(data->dataset.find(0, 2025)->invited == std::optional<int>(30));
  CHECK(data->dataset.find(1, 2025)->population == std::optional<int>(150));
  CHECK_FALSE(data->dataset.find(1, 2025)->invited);
  CHECK_FALSE(data->dataset.find(2, 2025)->population);
  CHECK_FALSE(data->dataset.find(0, 2024)->population);
  CHECK_FALSE(SmallFiles().whole()->dataset.find(0, 2025)->population);
}

TEST_CASE("A known population makes margins smaller, a number invited doesn't", "[input]") {
  const auto margin = [](const SmallFiles& files) {
    const auto data = files.whole();
    return compute_statistics(data->model, data->survey, data->dataset).node(1, 2025, kTotal).margin.number();
  };
  const double infinite = margin(with_participation(""));
  CHECK(margin(with_participation("9002,2025,20,\n")) == infinite);
  CHECK(margin(with_participation("9002,2025,,48\n")) == Approx(infinite * std::sqrt(1 - 12.0 / 48)));
  CHECK(margin(with_participation("9002,2025,,12\n")) == Approx(0).margin(1e-12));
}

TEST_CASE("Wrong populations are told with their place and what to do", "[input]") {
  for (const char* field : {"0", "-4", "x", "12.5", "99999999999", "11"}) {
    INFO(field);
    const Problem problem = only_problem(with_participation(std::string("9001,2025,30,") + field + "\n"));
    CHECK(problem.place == Place{"s/participation.csv", 2, 14});
  }
}

TEST_CASE("Wrong numbers of people in one row are all told", "[input]") {
  const auto loaded = with_participation("9001,2025,x,y\n9001,2024,3,4\n").load();
  CHECK(loaded.problems.size() == 4);
}

TEST_CASE("A misspelt column of participation is told, not passed over", "[input]") {
  SmallFiles files;
  files.texts["participation.csv"] = "organisation,year,invited,populaton\n9001,2025,30,200\n";
  CHECK_FALSE(files.load().problems.empty());
}
