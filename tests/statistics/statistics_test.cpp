#include "statistics/statistics.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "statistics/small_survey.h"
#include "statistics/student_t.h"

using namespace mognad;
using namespace mognad::test;

namespace {

/// All that may be said of one node of one peer group.
struct Shown : PeerResult {
  std::vector<int> dots;
};

Shown shown_of(const Statistics& s, OrganisationIndex own, int definition, NodeIndex node) {
  return {s.peers(own, 2025, definition, node), s.peer_dots(own, 2025, definition, node)};
}

/// A survey, its answers and what may be shown of them. Everything is of the year 2025 unless said otherwise.
struct Case {
  Model model = ruler_model();
  DatasetMaker maker{model, {"county"}};
  Survey survey = survey_of_all();

  Statistics compute() const { return compute_statistics(model, survey, maker.data); }
  Shown peers(OrganisationIndex own, const char* node = "X") const {
    return shown_of(compute(), own, 0, model.find(node));
  }
};

/// The own organisation at (50, 50), and `others` at whole numbers spread evenly from 20 to 80.
Case with_others(int others) {
  Case c;
  c.maker.add_place(50, 50);
  for (int i = 0; i < others; ++i) {
    const int value = 20 + (others > 1 ? 60 * i / (others - 1) : 0);
    c.maker.add_place(value, 100 - value);
  }
  return c;
}

/// As `with_others`, but these values.
Case with_values(const std::vector<int>& values, int own = 50) {
  Case c;
  c.maker.add_place(own, own);
  for (const int value : values) c.maker.add_place(value, value);
  return c;
}

bool same(const Shown& a, const Shown& b) {
  return a.others == b.others && a.median == b.median && a.lower_quartile == b.lower_quartile &&
         a.upper_quartile == b.upper_quartile && a.rank == b.rank && a.band == b.band && a.dots == b.dots;
}

int count(const std::vector<int>& dots) { return std::accumulate(dots.begin(), dots.end(), 0); }

int count(const std::vector<std::vector<int>>& cells) {
  int all = 0;
  for (const auto& row : cells) all += count(row);
  return all;
}

void check_withheld(const Shown& result) {
  CHECK(result.median.withheld());
  CHECK(result.lower_quartile.withheld());
  CHECK(result.upper_quartile.withheld());
  CHECK(result.rank.withheld());
  CHECK_FALSE(result.band);
  CHECK(result.dots.empty());
}

/// Twenty-four others in the quadrants [upper][right] by these numbers, the own in the upper right.
Case with_quadrants(int lower_left, int lower_right, int upper_left, int upper_right) {
  Case c;
  c.maker.add_place(70, 70);
  const auto add = [&](int many, int x, int y) {
    for (int i = 0; i < many; ++i) c.maker.add_place(x + i, y);
  };
  add(lower_left, 10, 20);
  add(lower_right, 60, 20);
  add(upper_left, 10, 80);
  add(upper_right, 60, 80);
  return c;
}

/// Rows of the tree model: everyone answers `step` but nobody answers a statement, unless `answered` says so.
std::vector<AnswerRow> tree_rows(const Model& model, int respondents,
                                 const std::vector<std::pair<const char*, int>>& few) {
  const auto statements = model.at(Level::statement);
  std::vector<AnswerRow> rows(static_cast<std::size_t>(respondents), AnswerRow(statements.size(), 3));
  for (const auto& [id, answers] : few)
    for (std::size_t s = 0; s < statements.size(); ++s)
      if (model.node(statements[s]).id == id)
        for (std::size_t r = static_cast<std::size_t>(answers); r < rows.size(); ++r) rows[r][s] = kNoAnswer;
  return rows;
}

}  // namespace

// ---- Own results
// ------------------------------------------------------------------------------------------------------

TEST_CASE("A value needs five respondents", "[statistics][disclosure]") {
  Case c;
  c.maker.add_place(40, 60, 4);
  c.maker.add_place(40, 60, 5);
  const Statistics s = c.compute();
  for (NodeIndex node = 0; node < c.model.node_count(); ++node) {
    CHECK(s.node(0, 2025, node).value.withheld());
    CHECK(s.node(0, 2025, node).margin.withheld());
    CHECK(s.node(1, 2025, node).value.known());
  }
  CHECK(s.node(1, 2025, c.model.find("X")).value == Measured(40.0));
  CHECK_FALSE(s.quadrant(0, 2025));
  CHECK(s.years_of(0).empty());
  CHECK(s.years_of(1) == std::vector<int>{2025});
}

TEST_CASE("An interval needs ten respondents and is that of Student's t", "[statistics]") {
  Case c;
  const auto own = c.maker.add("m");
  std::vector<AnswerRow> rows;
  for (int i = 0; i < 10; ++i) rows.push_back({static_cast<std::int8_t>(10 * i), 50});
  c.maker.measure(own, 2025, rows);
  c.maker.add_place(40, 60, 9);
  const Statistics s = c.compute();
  const double variance = 8250.0 / 9 / 10;  // of 0, 10 … 90
  CHECK(s.node(own, 2025, c.model.find("X")).margin.number() ==
        Approx(2.2621571627982 * std::sqrt(variance)).epsilon(1e-10));
  CHECK(s.node(1, 2025, c.model.find("X")).margin == Measured(Missing::not_applicable));
  CHECK(s.node(1, 2025, c.model.find("X")).value.known());
}

TEST_CASE("Who did not measure has no answer, which is not the same as withheld", "[statistics]") {
  Case c;
  c.maker.add("m");
  c.maker.add_place(40, 60);
  const Statistics s = c.compute();
  CHECK(s.node(0, 2025, kTotal).value == Measured(Missing::no_answer));
  CHECK(s.node(1, 1999, kTotal).value == Measured(Missing::no_answer));
  CHECK(s.has_group(0, 2025, 0));  // the group is there, without the own value
  CHECK_FALSE(s.has_group(1, 1999, 0));
  CHECK(s.years_of(0).empty());
  check_withheld(shown_of(s, 0, 0, kTotal));
}

TEST_CASE("A node that nobody answered has no answer although the organisation measured", "[statistics]") {
  Case c;
  c.maker.add_place(40, kDontKnow, 8);
  const Statistics s = c.compute();
  CHECK(s.node(0, 2025, c.model.find("Y")).value == Measured(Missing::no_answer));
  CHECK(s.node(0, 2025, kTotal).value == Measured(Missing::no_answer));
  CHECK(s.node(0, 2025, c.model.find("X")).value == Measured(40.0));
  CHECK_FALSE(s.quadrant(0, 2025));
  CHECK(s.years_of(0) == std::vector<int>{2025});
}

TEST_CASE("The quadrant is the upper one from the cut on", "[statistics]") {
  Case c;
  c.maker.add_place(50, 49);
  c.maker.add_place(49, 50);
  const Statistics s = c.compute();
  REQUIRE(s.quadrant(0, 2025));
  CHECK((s.quadrant(0, 2025)->right && !s.quadrant(0, 2025)->upper));
  CHECK((!s.quadrant(1, 2025)->right && s.quadrant(1, 2025)->upper));
}

TEST_CASE("A dimension of exactly 50 stands above the cut whatever its last binary digit", "[statistics]") {
  // Means of six answers in the three categories: 1/24, 12/24 and 23/24 of 100, together one half.
  Case c;
  c.model = tree_model();
  c.maker = DatasetMaker(c.model);
  std::vector<AnswerRow> rows(6);
  for (std::size_t r = 0; r < 6; ++r)
    for (int dimension = 0; dimension < 2; ++dimension)
      for (const int sum : {1, 12, 23})
        for (int statement = 0; statement < 4; ++statement)
          rows[r].push_back(static_cast<std::int8_t>(1 + sum / 6 + (static_cast<int>(r) < sum % 6 ? 1 : 0)));
  c.maker.measure(c.maker.add("m"), 2025, rows);
  const Statistics s = c.compute();
  REQUIRE(s.node(0, 2025, c.model.find("D1")).value.number() == Approx(50).margin(1e-9));
  REQUIRE(s.quadrant(0, 2025));
  CHECK(s.quadrant(0, 2025)->upper);
  CHECK(s.quadrant(0, 2025)->right);
}

TEST_CASE("A change is withheld or missing where one of its years is", "[statistics][disclosure]") {
  Case c;
  const auto own = c.maker.add("m");
  c.maker.measure(own, 2023, std::vector<AnswerRow>(4, AnswerRow{30, 40}));
  c.maker.measure(own, 2024, std::vector<AnswerRow>(5, AnswerRow{30, 40}));
  c.maker.measure(own, 2025, std::vector<AnswerRow>(12, AnswerRow{36, kDontKnow}));
  const Statistics s = c.compute();
  const auto x = static_cast<std::size_t>(c.model.find("X")), y = static_cast<std::size_t>(c.model.find("Y"));
  CHECK(s.changes(own, 2024, 2025, Level::statement)[x].points == Measured(6.0));
  CHECK(s.changes(own, 2024, 2025, Level::statement)[x].certainty == Certainty::untested);
  CHECK(s.changes(own, 2024, 2025, Level::statement)[x].margin == Measured(Missing::not_applicable));
  CHECK(s.changes(own, 2024, 2025, Level::statement)[y].points == Measured(Missing::no_answer));
  CHECK(s.changes(own, 2023, 2025, Level::statement)[x].points.withheld());
  CHECK(s.changes(own, 2022, 2025, Level::statement)[x].points == Measured(Missing::no_answer));
}

TEST_CASE("Changes go down to the level asked for, and deeper levels don't move those above", "[statistics]") {
  Case c;
  const auto own = c.maker.add("m");
  for (const int year : {2024, 2025}) {
    std::vector<AnswerRow> rows;
    for (int i = 0; i < 12; ++i)
      rows.push_back({static_cast<std::int8_t>(20 + i + 3 * (year - 2024)), static_cast<std::int8_t>(60 - i / 2)});
    c.maker.measure(own, year, rows);
  }
  const Statistics s = c.compute();
  const auto all = s.changes(own, 2024, 2025, Level::statement), few = s.changes(own, 2024, 2025, Level::dimension);
  for (NodeIndex node = 0; node < c.model.node_count(); ++node) {
    const auto i = static_cast<std::size_t>(node);
    CHECK(all[i].certainty != Certainty::untested);
    if (c.model.node(node).level > Level::dimension) {
      CHECK(few[i].points == Measured(Missing::no_answer));
      continue;
    }
    CHECK(few[i].points == all[i].points);
    CHECK(few[i].margin == all[i].margin);
    CHECK(few[i].certainty == all[i].certainty);
  }
}

TEST_CASE("A value that rests on fewer than five respondents is withheld, whoever else answered something in its node",
          "[statistics][disclosure]") {
  // Three persons answered the first capability. The second has too few statements with answers to count.
  Case c;
  c.model = model_of({{"T", Level::total},
                      {"X", Level::dimension},
                      {"XC", Level::category},
                      {"A", Level::capability},
                      {"A1", Level::statement},
                      {"A2", Level::statement},
                      {"B", Level::capability},
                      {"B1", Level::statement},
                      {"B2", Level::statement},
                      {"B3", Level::statement}},
                     1, 5);
  c.maker = DatasetMaker(c.model);
  std::vector<AnswerRow> rows(10, AnswerRow{kNoAnswer, kNoAnswer, 3, kNoAnswer, kNoAnswer});
  for (std::size_t r = 0; r < 3; ++r) rows[r] = {4, 5, 3, kNoAnswer, kNoAnswer};
  c.maker.measure(c.maker.add("m"), 2025, rows);
  const Statistics s = c.compute();
  CHECK(s.node(0, 2025, c.model.find("A")).value.withheld());
  CHECK_FALSE(s.node(0, 2025, c.model.find("B")).value);
  CHECK_FALSE(s.node(0, 2025, c.model.find("XC")).value);
  CHECK_FALSE(s.node(0, 2025, c.model.find("X")).value);
}

TEST_CASE("A withheld capability can't be worked out of its category and the other capability",
          "[statistics][disclosure]") {
  Case c;
  c.model = tree_model();
  c.maker = DatasetMaker(c.model);
  c.maker.measure(c.maker.add("m"), 2025, tree_rows(c.model, 12, {{"D1C1K1S1", 3}, {"D1C1K1S2", 3}}));
  const Statistics s = c.compute();
  const auto shown = [&](const char* id) { return s.node(0, 2025, c.model.find(id)).value.known(); };
  REQUIRE_FALSE(shown("D1C1K1"));
  CHECK_FALSE((shown("D1C1") && shown("D1C1K2")));
}

// ---- Peers
// ------------------------------------------------------------------------------------------------------------

TEST_CASE("Of fewer than five others nothing is shown but their number", "[statistics][disclosure]") {
  for (int others = 0; others < 5; ++others) {
    const Shown result = with_others(others).peers(0);
    CHECK(result.others == others);
    check_withheld(result);
  }
}

TEST_CASE("Of five to nine others only the median is shown", "[statistics][disclosure]") {
  for (int others = 5; others < 10; ++others) {
    INFO(others);
    const Shown result = with_others(others).peers(0);
    CHECK(result.median.known());
    CHECK(result.lower_quartile.withheld());
    CHECK(result.upper_quartile.withheld());
    CHECK_FALSE(result.rank.known());
    CHECK_FALSE(result.band);
    CHECK(result.dots.empty());
  }
}

TEST_CASE("Of ten to nineteen others also the quartiles and the own position", "[statistics][disclosure]") {
  for (int others = 10; others < 20; ++others) {
    INFO(others);
    const Shown result = with_others(others).peers(0);
    CHECK(result.median.known());
    CHECK(result.lower_quartile.known());
    CHECK(result.upper_quartile.known());
    CHECK(result.rank.known());
    CHECK(result.band);
    CHECK(result.dots.empty());
  }
}

TEST_CASE("From twenty others there are dots, in steps of the policy and without the own", "[statistics][disclosure]") {
  const Case c = with_others(20);
  const Shown result = c.peers(0);
  CHECK(result.dots.size() == 50);
  CHECK(count(result.dots) == 20);
  std::vector<int> expected(50);
  for (int i = 0; i < 20; ++i) ++expected[static_cast<std::size_t>((20 + 60 * i / 19) / 2)];
  CHECK(result.dots == expected);
}

TEST_CASE("The number of others does not tell how many a policy of its own shows", "[statistics][disclosure]") {
  Case c = with_others(7);
  c.survey.disclosure.minimum_others = 8;
  check_withheld(c.peers(0));
  c.survey.disclosure.minimum_others = 7;
  CHECK(c.peers(0).median.known());
}

TEST_CASE("The smallest and the largest of five to nine others change nothing that is shown",
          "[statistics][disclosure]") {
  for (std::size_t others = 5; others < 10; ++others) {
    std::vector<int> values;
    for (std::size_t i = 0; i < others; ++i) values.push_back(30 + 5 * static_cast<int>(i));
    const Shown before = with_values(values).peers(0);
    values.front() = 3;
    values.back() = 97;
    CHECK(same(before, with_values(values).peers(0)));
  }
}

TEST_CASE("The smallest and the largest of ten to nineteen others change nothing that is shown",
          "[statistics][disclosure]") {
  for (std::size_t others = 10; others < 20; ++others) {
    std::vector<int> values;
    for (std::size_t i = 0; i < others; ++i) values.push_back(30 + 2 * static_cast<int>(i));
    const Shown before = with_values(values, 35).peers(0);
    values.front() = 3;
    values.back() = 97;
    CHECK(same(before, with_values(values, 35).peers(0)));
  }
}

TEST_CASE("The own organisation is left out exactly", "[statistics][disclosure]") {
  const std::vector<int> values{10, 20, 30, 40, 50, 60, 70, 80, 90, 99};
  for (const int own : {0, 10, 45, 50, 99, 100}) {  // also where another has the same value
    INFO(own);
    const Shown result = with_values(values, own).peers(0);
    CHECK(result.others == 10);
    CHECK(result.median == Measured(55.0));
    CHECK(result.lower_quartile == Measured(32.5));
    CHECK(result.upper_quartile == Measured(77.5));
  }
}

TEST_CASE("The rank is among the others and the band follows it", "[statistics]") {
  const std::vector<int> values{10, 20, 30, 40, 50, 60, 70, 80, 90, 99};
  const auto ranked = [&](int own) { return with_values(values, own).peers(0); };
  CHECK(ranked(5).rank == Measured(0.0));
  CHECK(ranked(5).band == Band::lower);
  CHECK(ranked(30).rank == Measured(25.0));
  CHECK(ranked(30).band == Band::middle);
  CHECK(ranked(25).rank == Measured(20.0));
  CHECK(ranked(25).band == Band::lower);
  CHECK(ranked(80).rank == Measured(75.0));
  CHECK(ranked(80).band == Band::middle);
  CHECK(ranked(85).band == Band::upper);
  CHECK(ranked(100).rank == Measured(100.0));
}

TEST_CASE("A survey may count the own organisation among its peers, but not for the minimum",
          "[statistics][disclosure]") {
  Case c = with_values({10, 20, 30, 40, 60, 70}, 100);
  c.survey.disclosure.leave_out_own = false;
  CHECK(c.peers(0).others == 6);
  CHECK(c.peers(0).median == Measured(40.0));
  Case few = with_values({10, 20, 30, 40}, 100);
  few.survey.disclosure.leave_out_own = false;
  check_withheld(few.peers(0));
}

TEST_CASE("Organisations with fewer than five respondents are not counted among peers", "[statistics][disclosure]") {
  Case c = with_others(4);
  c.maker.add_place(95, 95, 4);
  CHECK(c.peers(0).others == 4);
  check_withheld(c.peers(0));
  c.maker.add_place(95, 95, 5);
  CHECK(c.peers(0).others == 5);
}

TEST_CASE("An organisation with fewer than five respondents sees its peers but not its own place",
          "[statistics][disclosure]") {
  Case c = with_others(25);
  const auto own = c.maker.add_place(95, 95, 4);
  const Shown result = c.peers(own);
  CHECK(result.others == 26);
  CHECK(result.median.known());
  CHECK(result.rank.withheld());
  CHECK_FALSE(result.band);
  CHECK(count(result.dots) == 26);
  CHECK(count(c.compute().places(own, 2025, 0).cells) == 26);
}

TEST_CASE("Who did not answer a node has no rank in it", "[statistics]") {
  Case c = with_others(12);
  const auto own = c.maker.add_place(kDontKnow, 40);
  const Shown result = c.peers(own, "X");
  CHECK(result.others == 13);
  CHECK(result.rank == Measured(Missing::no_answer));
  CHECK_FALSE(result.band);
}

TEST_CASE("What peers are shown is not moved by organisations of another type", "[statistics][disclosure]") {
  Case c = with_others(12);
  const Shown before = c.peers(0);
  for (int i = 0; i < 30; ++i) c.maker.add_place(99, 99, 9, "region");
  CHECK(same(before, c.peers(0)));
  CHECK(c.compute().peers(13, 2025, 0, c.model.find("X")).others == 29);
}

TEST_CASE("Dots of nested groups can't be subtracted to show fewer organisations than the minimum",
          "[statistics][disclosure]") {
  Case c;
  PeerGroupDefinition county;
  county.id = county.property = "county";
  c.survey.peer_groups.push_back(county);
  c.maker.add_place(50, 50, 5, "m", {"AB"});
  for (int i = 0; i < 21; ++i) c.maker.add_place(20 + 2 * i, 30 + i, 5, "m", {"AB"});
  c.maker.add_place(93, 7, 5, "m", {"O"});  // the only one outside
  const Statistics s = c.compute();
  const Shown all = shown_of(s, 0, 0, kTotal), inner = shown_of(s, 0, 1, kTotal);
  REQUIRE(all.others - inner.others == 1);
  CHECK_FALSE((!all.dots.empty() && !inner.dots.empty()));
  CHECK_FALSE((!s.places(0, 2025, 0).cells.empty() && !s.places(0, 2025, 1).cells.empty()));
}

// ---- Places in the matrix
// -----------------------------------------------------------------------------------------------

TEST_CASE("Places need as many others as dots do", "[statistics][disclosure]") {
  const PeerPlaces few = with_others(19).compute().places(0, 2025, 0);
  CHECK(few.others == 19);
  CHECK(few.cells.empty());
  for (const auto& side : few.quadrants)
    for (const Measured& quadrant : side) CHECK(quadrant.withheld());
  const PeerPlaces enough = with_others(20).compute().places(0, 2025, 0);
  CHECK(enough.others == 20);
  CHECK(enough.step == 2);
  CHECK(count(enough.cells) == 20);
}

TEST_CASE("Places leave the own organisation out", "[statistics][disclosure]") {
  const PeerPlaces places = with_quadrants(7, 6, 6, 6).compute().places(0, 2025, 0);
  CHECK(places.others == 25);
  CHECK(places.cells[35][35] == 0);
  CHECK(places.quadrants[1][1] == Measured(6.0));
  CHECK(places.quadrants[0][0] == Measured(7.0));
}

TEST_CASE("Counts of quadrants under the minimum are withheld", "[statistics][disclosure]") {
  const PeerPlaces places = with_quadrants(4, 12, 3, 8).compute().places(0, 2025, 0);
  CHECK(places.quadrants[0][0].withheld());
  CHECK(places.quadrants[1][0].withheld());
  CHECK(places.quadrants[0][1] == Measured(12.0));
  CHECK(places.quadrants[1][1] == Measured(8.0));
}

TEST_CASE("A single withheld quadrant can't be worked out of the others and their number", "[statistics][disclosure]") {
  const PeerPlaces places = with_quadrants(3, 12, 6, 8).compute().places(0, 2025, 0);
  REQUIRE(places.quadrants[0][0].withheld());
  int withheld = 0;
  double shown = 0;
  for (const auto& side : places.quadrants)
    for (const Measured& quadrant : side) quadrant ? shown += quadrant.number() : ++withheld;
  CHECK(withheld >= 2);
  CHECK(places.others - shown >= 5);
}

TEST_CASE("Withheld quadrants together hold the minimum", "[statistics][disclosure]") {
  const PeerPlaces places = with_quadrants(1, 12, 2, 9).compute().places(0, 2025, 0);
  double shown = 0;
  for (const auto& side : places.quadrants)
    for (const Measured& quadrant : side)
      if (quadrant) shown += quadrant.number();
  CHECK(places.others - shown >= 5);
}
