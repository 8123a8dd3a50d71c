#include "batch/compare_publications.h"

#include <catch2/catch.hpp>

#include "files/memory_files.h"

using namespace mognad;

namespace {

/// Two rows with an index and a count.
NationalFigure figure_of(Measured first, Measured second) {
  NationalFigure figure;
  figure.name = "result";
  figure.data.columns = {{"median", "Median", DataColumn::Kind::index}, {"n", "Antal", DataColumn::Kind::count}};
  figure.data.rows = {{"a", "Del A", {first, Measured(290)}}, {"b", "Del B", {second, Measured(288)}}};
  return figure;
}

Result<PublicationChanges> compared(const NationalFigure& figure, const std::string& csv) {
  const MemoryFiles files({{"last/figures/result.sv.csv", csv}});
  return compare_publications(std::span(&figure, 1), "last", "sv", {}, files);
}

std::string line_of(const NumberChange& c) {
  return fmt::format("{} {}: {} -> {} {} {}", c.row, c.column, c.before, c.now, c.difference,
                     static_cast<int>(c.state));
}

}  // namespace

TEST_CASE("Each number that changed is told with its difference, and no other", "[batch][compare]") {
  const auto changes =
      compared(figure_of(45.14, 38.0), "# Exempeldata\nid,name,median,n\na,Del A,43.2,290\nb,Del B,38.0,281\n");
  REQUIRE(changes);
  CHECK(changes->figures == 1);
  CHECK(changes->numbers == 4);
  REQUIRE(changes->changes.size() == 2);
  CHECK(line_of(changes->changes[0]) == "a median: 43.2 -> 45.1 1.9 0");
  CHECK(line_of(changes->changes[1]) == "b n: 281 -> 288 7 0");
  const std::string csv = changes_csv(*changes, "");
  CHECK(csv.find("result,a,Del A,median,43.2,45.1,1.9,changed\n") != std::string::npos);
  CHECK(csv.find("result,b,Del B,n,281,288,7,changed\n") != std::string::npos);
  CHECK(changes_summary(*changes, "last").find("43.2 to 45.1 (+1.9)") != std::string::npos);
}

TEST_CASE("Of a figure's changes results stand before counts, and the largest change first", "[batch][compare]") {
  const auto changes = compared(figure_of(45.0, 30.0), "id,name,median,n\na,Del A,44.0,100\nb,Del B,40.0,288\n");
  REQUIRE(changes);
  std::vector<std::string> lines;
  for (const NumberChange& change : changes->changes) lines.push_back(line_of(change));
  CHECK(lines == std::vector<std::string>{"b median: 40.0 -> 30.0 -10.0 0", "a median: 44.0 -> 45.0 1.0 0",
                                          "a n: 100 -> 290 190 0"});
  CHECK(changes_summary(*changes, "last").find("most Del B, median: 40.0 to 30.0 (-10.0)") != std::string::npos);
}

TEST_CASE("What is new, gone or withheld now has its state instead of a difference", "[batch][compare]") {
  const auto changes =
      compared(figure_of(Missing::withheld, 40.0), "id,name,median,n\na,Del A,43.2,290\nc,\"Del, C\",30.1,.\n");
  REQUIRE(changes);
  std::vector<std::string> lines;
  for (const NumberChange& change : changes->changes) lines.push_back(line_of(change));
  CHECK(lines == std::vector<std::string>{"a median: 43.2 -> ..  3", "b median:  -> 40.0  1", "b n:  -> 288  1",
                                          "c median: 30.1 ->   2"});
  const std::string csv = changes_csv(*changes, "Exempeldata");
  CHECK(csv.starts_with("# Exempeldata\nfigure,row,name,column,before,now,difference,state\n"));
  CHECK(csv.find("result,a,Del A,median,43.2,..,,now withheld\n") != std::string::npos);
  CHECK(csv.find("result,c,\"Del, C\",median,30.1,,,gone\n") != std::string::npos);
}

TEST_CASE("Places in the matrix are held against nothing, and no note is made of it", "[batch][compare]") {
  NationalFigure matrix = figure_of(45.0, 38.0);
  matrix.kind = FigureKind::matrix;
  const auto changes = compared(matrix, "id,name,median,n\na,Del A,43.2,290\nc,Del C,38.0,281\n");
  REQUIRE(changes);
  CHECK(changes->figures == 0);
  CHECK(changes->changes.empty());
  CHECK(changes.problems.empty());
}

TEST_CASE("A column that only one year has is told and held against nothing", "[batch][compare]") {
  const auto changes = compared(figure_of(45.0, 38.0), "id,name,mean,n\na,Del A,43.2,290\nb,Del B,38.0,288\n");
  REQUIRE(changes);
  CHECK(changes->changes.empty());
  REQUIRE(changes.problems.size() == 2);
  CHECK(changes.problems[0].message == "the column 'mean' of 'result' is not there this year");
  CHECK(changes.problems[1].message == "the column 'median' of 'result' was not there before");
  CHECK_FALSE(has_errors(changes.problems));
}

TEST_CASE("Figures of one year alone are told", "[batch][compare]") {
  const MemoryFiles files({{"f/old.sv.csv", "id,name,n\n"}, {"f/changes.sv.csv", "figure\n"}});
  const NationalFigure figure = figure_of(1.0, 2.0);
  const auto changes = compare_publications(std::span(&figure, 1), "f", "sv", {}, files);
  REQUIRE(changes);
  REQUIRE(changes.problems.size() == 2);
  CHECK(changes.problems[0].message == "the earlier year has no figure 'result'");
  CHECK(changes.problems[1].message == "the figure 'old' is not among those of this year");
}

TEST_CASE("A folder without figures is refused", "[batch][compare]") {
  const NationalFigure figure = figure_of(1.0, 2.0);
  const std::map<std::string, std::string> none, other_language{{"f/figures/result.en.csv", "id,name,n\n"}};
  for (const auto& content : {none, other_language}) {
    const MemoryFiles files(content);
    const auto changes = compare_publications(std::span(&figure, 1), "f", "sv", {}, files);
    CHECK_FALSE(changes);
    CHECK(has_errors(changes.problems));
  }
}

TEST_CASE("The summary counts by figure and names the largest change", "[batch][compare]") {
  const auto changes = compared(figure_of(45.14, 37.0), "id,name,median,n\na,Del A,43.2,290\nb,Del B,40.0,288\n");
  REQUIRE(changes);
  CHECK(changes_summary(*changes, "last") ==
        "against last: 1 figure, 4 numbers in both; 2 changed\n"
        "  result: 2 changed; most Del B, median: 40.0 to 37.0 (-3.0)\n");
  const auto same = compared(figure_of(43.2, 40.0), "id,name,median,n\na,Del A,43.2,290\nb,Del B,40.0,288\n");
  CHECK(changes_summary(*same, "last") == "against last: 1 figure, 4 numbers in both; none changed\n");
}
