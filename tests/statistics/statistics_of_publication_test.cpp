#include <catch2/catch.hpp>

#include "statistics/small_survey.h"
#include "statistics/statistics.h"

using namespace mognad;
using namespace mognad::test;

namespace {

AnswerRow place(int x, int y) { return {static_cast<std::int8_t>(x), static_cast<std::int8_t>(y)}; }

struct Made {
  Model model = ruler_model();
  DatasetMaker maker{model};
  Survey survey = survey_of_all();

  /// An organisation that stands at x, y in each of the years, from the first on.
  void add(int first_year, const std::vector<std::pair<int, int>>& places, int respondents = 5) {
    const OrganisationIndex o = maker.add("m");
    for (std::size_t i = 0; i < places.size(); ++i)
      maker.measure(
          o, first_year + static_cast<int>(i),
          std::vector<AnswerRow>(static_cast<std::size_t>(respondents), place(places[i].first, places[i].second)));
  }
  Statistics statistics() const { return compute_statistics(model, survey, maker.data); }
};

/// Ten organisations in each corner that stay there for three years.
Made settled() {
  Made made;
  for (const int x : {20, 80})
    for (const int y : {20, 80})
      for (int i = 0; i < 10; ++i) made.add(2023, {{x, y}, {x, y}, {x, y}});
  return made;
}

/// Of `whole` organisations everyone works in schools, of `mixed` only half.
Made schools(int whole, int mixed) {
  Made made;
  for (int o = 0; o < whole + mixed; ++o) {
    made.add(2025, {{30 + o, 50}}, 20);
    const auto unit = static_cast<UnitIndex>(made.maker.data.units.size());
    made.maker.data.units.push_back({o, "a", "", "school"});
    made.maker.data.units.push_back({o, "b", "", ""});
    auto& people = made.maker.data.respondents;
    for (std::size_t r = people.size() - 20; r < people.size(); ++r)
      people[r].unit = o < whole || r % 2 == 0 ? unit : unit + 1;
  }
  made.survey.disclosure.results_agreement = "all agreed";
  return made;
}

bool tells_of_schools(const Made& made) {
  return made.statistics().unit_type_result(2025, "m", "school", kTotal).median.known();
}

}  // namespace

TEST_CASE("Those that stay are counted in the quadrant where they stand", "[statistics]") {
  const TypeMoves moves = settled().statistics().type_moves("m", 2024, 2025);
  CHECK(moves.organisations == 40);
  for (std::size_t q = 0; q < 4; ++q) {
    CHECK(moves.before[q] == Measured(10));
    CHECK(moves.after[q] == Measured(10));
    CHECK_FALSE(moves.moved[q][(q + 1) % 4].known());
  }
}

TEST_CASE("Moves over a longer step than the measurements are withheld", "[statistics][disclosure]") {
  const Made made = settled();
  const Statistics statistics = made.statistics();
  CHECK(statistics.type_moves("m", 2023, 2025).before[0].withheld());
  CHECK(statistics.type_moves("m", 2025, 2024).before[0].withheld());
  CHECK(statistics.type_moves("m", 2025, 2025).before[0].withheld());
  CHECK(statistics.type_moves("m", 2019, 2020).before[0].withheld());
}

TEST_CASE("Of another type of organisation nobody moved", "[statistics]") {
  CHECK(settled().statistics().type_moves("r", 2024, 2025).organisations == 0);
}

TEST_CASE("Agreement counts organisations with ten answers", "[statistics][disclosure]") {
  Made made;
  for (int i = 0; i < 8; ++i) made.add(2025, {{40, 60}}, i < 6 ? 10 : 9);
  const NodeIndex statement = made.model.find("XS");
  const GroupResult six = made.statistics().agreement_within("m", 2025, statement);
  CHECK(six.organisations == 6);
  CHECK(six.median == Measured(1.0));
  CHECK(six.lower_quartile.withheld());
  Made five;
  for (int i = 0; i < 8; ++i) five.add(2025, {{40, 60}}, i < 5 ? 10 : 9);
  CHECK(five.statistics().agreement_within("m", 2025, statement).median.withheld());
  CHECK(five.statistics().agreement_within("r", 2025, statement).organisations == 0);
}

TEST_CASE("Participation is that of the type and year", "[statistics]") {
  Made made = settled();
  made.add(2025, {{50, 50}}, 9);
  CHECK(made.statistics().participation("m", 2025).respondents == 209);
  CHECK(made.statistics().participation("m", 2024).respondents == 200);
  CHECK(made.statistics().participation("r", 2025).organisations == 0);
}

TEST_CASE("Results of an organisation are published by agreement only", "[statistics][disclosure]") {
  Made made = settled();
  made.add(2025, {{50, 50}}, 4);
  CHECK(made.statistics().published(0, 2025, kTotal).withheld());
  made.survey.disclosure.results_agreement = "all agreed";
  const Statistics agreed = made.statistics();
  CHECK(agreed.published(0, 2025, kTotal) == Measured(20.0));
  CHECK(agreed.published(40, 2025, kTotal).withheld());
  CHECK(agreed.published(40, 2024, kTotal) == Measured(Missing::no_answer));
}

TEST_CASE("Published results leave no few units of a kind to be worked out", "[statistics][disclosure]") {
  CHECK(tells_of_schools(schools(8, 0)));
  CHECK_FALSE(tells_of_schools(schools(8, 1)));
  CHECK_FALSE(tells_of_schools(schools(8, 5)));
  CHECK(tells_of_schools(schools(8, 6)));
  Made unpublished = schools(8, 1);
  unpublished.survey.disclosure.results_agreement.clear();
  CHECK(tells_of_schools(unpublished));
}
