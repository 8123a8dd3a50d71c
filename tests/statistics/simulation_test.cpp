#include "statistics/simulation.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <map>
#include <set>

#include "statistics/scores.h"
#include "statistics/small_survey.h"

using namespace mognad;
using namespace mognad::test;

namespace {

Survey simulated_survey() {
  Survey survey;
  survey.year = 2025;
  survey.languages = {"en"};
  survey.simulated = true;
  for (const char* type : {"care", "school", "staff", "tech", "town"})
    survey.unit_types.push_back({type, std::map<LanguageTag, std::string>{{"en", type}}});
  survey.simulation.seed = 7;
  survey.simulation.units_least = 2;
  survey.simulation.units_most = 4;
  return survey;
}

Dataset organisations(int count) {
  Dataset data;
  data.property_names = {"county"};
  for (int i = 0; i < count; ++i) {
    Organisation organisation;
    organisation.code = std::to_string(1000 + i);
    organisation.type = "m";
    organisation.properties = {"AB"};
    data.organisations.push_back(organisation);
  }
  return data;
}

/// All that was simulated of one organisation, whatever its place in the dataset.
struct Own {
  std::vector<std::string> units;
  std::vector<int> years;
  std::vector<int> invited;
  std::vector<std::pair<int, std::string>> respondents;  // year and unit
  std::vector<std::int8_t> answers;
  friend bool operator==(const Own&, const Own&) = default;
};

std::map<std::string, Own> by_code(const Dataset& data) {
  std::map<std::string, Own> all;
  for (const Unit& unit : data.units)
    all[data.organisations[static_cast<std::size_t>(unit.organisation)].code].units.push_back(unit.id + unit.unit_type);
  for (const Measurement& m : data.measurements) {
    Own& own = all[data.organisations[static_cast<std::size_t>(m.organisation)].code];
    own.years.push_back(m.year);
    own.invited.push_back(m.invited.value_or(-1));
    for (int r = m.first_respondent; r < m.first_respondent + m.respondents; ++r) {
      const Respondent& respondent = data.respondents[static_cast<std::size_t>(r)];
      own.respondents.emplace_back(respondent.year,
                                   respondent.unit < 0 ? "" : data.units[static_cast<std::size_t>(respondent.unit)].id);
      const auto answers = data.answers_of(r);
      own.answers.insert(own.answers.end(), answers.begin(), answers.end());
    }
  }
  return all;
}

double mean_of_totals(const Model& model, const Dataset& data, int year) {
  double sum = 0;
  int count = 0;
  for (const Measurement& m : data.measurements)
    if (m.year == year) sum += score_measurement(model, data, m)[kTotal].mean, ++count;
  return sum / count;
}

}  // namespace

TEST_CASE("The same seed gives the same survey and another seed another", "[statistics][simulation]") {
  const Model model = tree_model();
  Survey survey = simulated_survey();
  const Dataset once = simulate(model, survey, organisations(6));
  CHECK(by_code(once) == by_code(simulate(model, survey, organisations(6))));
  survey.simulation.seed = 8;
  CHECK(once.answers != simulate(model, survey, organisations(6)).answers);
}

TEST_CASE("The order of organisations does not matter, nor which others there are", "[statistics][simulation]") {
  const Model model = tree_model();
  const Survey survey = simulated_survey();
  const auto expected = by_code(simulate(model, survey, organisations(6)));
  Dataset turned = organisations(6);
  std::reverse(turned.organisations.begin(), turned.organisations.end());
  CHECK(by_code(simulate(model, survey, turned)) == expected);
  Dataset alone = organisations(6);
  alone.organisations.erase(alone.organisations.begin(), alone.organisations.begin() + 3);
  for (const auto& [code, own] : by_code(simulate(model, survey, alone))) CHECK(own == expected.at(code));
}

TEST_CASE("The last year is never missing, earlier years sometimes are", "[statistics][simulation]") {
  const Model model = ruler_model();
  Survey survey = simulated_survey();
  survey.simulation.missing_year = 0.5;
  survey.simulation.years = 4;
  const Dataset data = simulate(model, survey, organisations(40));
  CHECK(data.years == std::vector<int>{2022, 2023, 2024, 2025});
  std::map<int, int> measured;
  for (const Measurement& m : data.measurements) ++measured[m.year];
  CHECK(measured[2025] == 40);
  for (const int year : {2022, 2023, 2024}) CHECK((measured[year] > 8 && measured[year] < 32));
  survey.simulation.missing_year = 1;
  CHECK(simulate(model, survey, organisations(5)).measurements.size() == 5);
}

TEST_CASE("Organisations that shall have too few respondents have fewer than the minimum", "[statistics][simulation]") {
  const Model model = ruler_model();
  Survey survey = simulated_survey();
  survey.simulation.few_respondents = {"1002"};
  const Dataset data = simulate(model, survey, organisations(5));
  for (const Measurement& m : data.measurements) {
    if (m.organisation == 2) CHECK((m.respondents > 0 && m.respondents < survey.disclosure.minimum_respondents));
    else
      CHECK((m.respondents >= survey.simulation.respondents_least &&
             m.respondents <= survey.simulation.respondents_most));
  }
}

TEST_CASE("Too few respondents of one organisation change no other", "[statistics][simulation]") {
  const Model model = ruler_model();
  Survey survey = simulated_survey();
  const auto before = by_code(simulate(model, survey, organisations(5)));
  survey.simulation.few_respondents = {"1002"};
  for (const auto& [code, own] : by_code(simulate(model, survey, organisations(5))))
    if (code != "1002") CHECK(own == before.at(code));
}

TEST_CASE("Answers are steps of the scale, or missing as often as asked for", "[statistics][simulation]") {
  const Model model = model_of(tree_specs(), -2, 4);
  Survey survey = simulated_survey();
  survey.simulation.missing_answer = 0.2;
  survey.simulation.mean = 90;  // so that many would fall beyond the ends
  const Dataset data = simulate(model, survey, organisations(8));
  REQUIRE(data.statements == 24);
  REQUIRE(data.answers.size() == data.respondents.size() * 24);
  double missing = 0;
  for (const std::int8_t answer : data.answers) {
    const bool none = answer == kNoAnswer || answer == kDontKnow;
    missing += none;
    if (!none) REQUIRE((answer >= -2 && answer <= 4));
  }
  CHECK(missing / static_cast<double>(data.answers.size()) == Approx(0.2).margin(0.02));
  survey.simulation.missing_answer = 0;
  for (const std::int8_t answer : simulate(model, survey, organisations(2)).answers) REQUIRE(is_step(answer));
}

TEST_CASE("Units are as many as asked for, each of its own type, and respondents sit in their own",
          "[statistics][simulation]") {
  const Model model = ruler_model();
  const Dataset data = simulate(model, simulated_survey(), organisations(30));
  std::map<int, std::set<std::string>> types;
  std::map<int, std::set<std::string>> ids;
  for (const Unit& unit : data.units) {
    CHECK(types[unit.organisation].insert(unit.unit_type).second);
    CHECK(ids[unit.organisation].insert(unit.id).second);
  }
  std::set<std::size_t> counts;
  for (const auto& [organisation, own] : types) counts.insert(own.size());
  CHECK(counts == std::set<std::size_t>{2, 3, 4});
  for (const Respondent& r : data.respondents)
    REQUIRE(data.units[static_cast<std::size_t>(r.unit)].organisation == r.organisation);
}

TEST_CASE("There are no more units than types, and without types no units", "[statistics][simulation]") {
  const Model model = ruler_model();
  Survey survey = simulated_survey();
  survey.unit_types.resize(1);
  CHECK(simulate(model, survey, organisations(4)).units.size() == 4);
  survey.unit_types.clear();
  const Dataset data = simulate(model, survey, organisations(4));
  CHECK(data.units.empty());
  for (const Respondent& r : data.respondents) REQUIRE(r.unit == -1);
}

TEST_CASE("Measurements stand by organisation and year, and their respondents together", "[statistics][simulation]") {
  const Model model = ruler_model();
  const Dataset data = simulate(model, simulated_survey(), organisations(10));
  int next = 0;
  std::pair<int, int> last{-1, 0};
  for (const Measurement& m : data.measurements) {
    CHECK(last < std::pair(m.organisation, m.year));
    last = {m.organisation, m.year};
    CHECK(m.first_respondent == next);
    next += m.respondents;
    for (int r = m.first_respondent; r < next; ++r) {
      REQUIRE(data.respondents[static_cast<std::size_t>(r)].organisation == m.organisation);
      REQUIRE(data.respondents[static_cast<std::size_t>(r)].year == m.year);
    }
    if (m.invited) CHECK(*m.invited >= m.respondents);
  }
  CHECK(next == static_cast<int>(data.respondents.size()));
}

TEST_CASE("Scores lie about the mean and follow the trend", "[statistics][simulation]") {
  const Model model = tree_model();
  Survey survey = simulated_survey();
  survey.simulation.missing_year = 0;
  survey.simulation.trend = 5;
  const Dataset data = simulate(model, survey, organisations(150));
  // What a statement is harder than others for everyone moves the mean of all by a point or two.
  CHECK(mean_of_totals(model, data, 2025) == Approx(survey.simulation.mean).margin(4));
  CHECK(mean_of_totals(model, data, 2025) - mean_of_totals(model, data, 2023) == Approx(10).margin(1.5));
}

TEST_CASE("A reversed statement is answered the other way and scored the same", "[statistics][simulation]") {
  const Survey survey = simulated_survey();
  Model turned = tree_model();
  for (Node& node : turned.nodes) node.reversed = node.level == Level::statement;
  const Model model = tree_model();
  const Dataset plain = simulate(model, survey, organisations(3)),
                reversed = simulate(turned, survey, organisations(3));
  for (std::size_t i = 0; i < plain.measurements.size(); ++i)
    CHECK(score_measurement(model, plain, plain.measurements[i])[kTotal].mean ==
          Approx(score_measurement(turned, reversed, reversed.measurements[i])[kTotal].mean).margin(1e-10));
}

TEST_CASE("Organisations keep their names and properties", "[statistics][simulation]") {
  const Dataset data = simulate(ruler_model(), simulated_survey(), organisations(3));
  REQUIRE(data.organisations.size() == 3);
  CHECK(data.property_names == std::vector<std::string>{"county"});
  CHECK(data.value(1, 0) == "AB");
}
