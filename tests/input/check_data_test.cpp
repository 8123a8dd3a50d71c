#include "input/check_data.h"

#include <catch2/catch.hpp>

#include "input/reading.h"
#include "support/strange_survey.h"

using namespace mognad;
using namespace mognad::test;

namespace {

int usual(int o, int year, int r, int s) { return StrangeSurvey::usual(o, year, r, s); }

std::string said(const StrangeSurvey& survey) { return all_text(survey.found()); }

}  // namespace

TEST_CASE("Nothing is said of a survey in which nothing is strange", "[input]") {
  CHECK(said(StrangeSurvey()).empty());
}

TEST_CASE("A statement that nobody answered is a warning, in one organisation a note", "[input]") {
  const StrangeSurvey survey([](int o, int year, int r, int s) {
    return year == 2025 && (s == 3 || (s == 4 && o == 1)) ? kNotAsked : usual(o, year, r, s);
  });
  CHECK(said(survey) ==
        "s/answers.csv: warning: nobody has answered the statement 's4' in 2025\n"
        "    is it missing from the export? What is no longer asked is taken out of the model\n"
        "s/answers.csv: note: nobody in 1 organisation has answered the statement 's5' in 2025: 9002\n"
        "    they get no value for it\n");
}

TEST_CASE("An answer that says nothing does not count as an answer to a statement", "[input]") {
  const StrangeSurvey survey([](int o, int year, int r, int s) -> int {
    constexpr std::int8_t kNothing[] = {kNoAnswer, kDontKnow, kNotApplicable};
    return year == 2025 && s == 3 ? kNothing[r % 3] : usual(o, year, r, s);
  });
  CHECK(count_problems(survey.found(), "nobody has answered the statement 's4' in 2025") == 1);
}

TEST_CASE("Organisations that did not measure are named, the first ten of them", "[input]") {
  StrangeSurvey survey;
  survey.dataset.measurements.erase(survey.dataset.measurements.begin() + 3);
  for (int i = 10; i < 23; ++i)
    survey.dataset.organisations.push_back(
        {.code = fmt::format("90{}", i), .name = fmt::format("Other {}", i), .type = "kommun"});
  CHECK(said(survey) ==
        "s/organisations.csv: note: 13 organisations without answers or results of any year: 9010, 9011, 9012, 9013, "
        "9014, 9015, 9016, 9017, 9018, 9019 and 3 more\n    they get no report\n"
        "s/organisations.csv: note: 1 organisation did not measure in 2025, but earlier: 9002 (2024)\n"
        "    they get no report of 2025\n");
}

TEST_CASE("A unit that nobody belongs to is a note, one with a respondent is not", "[input]") {
  StrangeSurvey survey;
  survey.survey.units_path = "s/units.csv";
  survey.dataset.sources.push_back({"s/units.csv", "units", ""});
  survey.dataset.units = {{0, "u1", "First", ""}, {0, "u2", "Second", ""}};
  survey.dataset.respondents[0].unit = 0;
  CHECK(said(survey) ==
        "s/units.csv: note: no respondent belongs to 1 unit: 9001/u2\n"
        "    is a unit written in another way among the answers, or did nobody there answer?\n");
}

TEST_CASE("A total that jumps is a warning with both values, and the limit is a setting", "[input]") {
  StrangeSurvey survey([](int o, int year, int r, int s) {
    return o == 2 ? (year == 2024 ? 1 + (r + s) % 2 : 4 + (r + s) % 2) : usual(o, year, r, s);
  });
  CHECK(said(survey) ==
        "s/answers.csv: warning: the total of '9003' moves from 12.5 in 2024 (n = 10) to 87.5 in 2025 (n = 10)\n"
        "    more than 25 points (checks.jump): is it the same organisation, scale and way of asking?\n");
  survey.survey.checks.jump = 80;
  CHECK(said(survey).empty());
}

TEST_CASE("A total is not compared between versions that asked other things", "[input]") {
  StrangeSurvey survey([](int, int year, int r, int s) { return year == 2024 ? 1 + (r + s) % 2 : 4 + (r + s) % 2; });
  CHECK(count_problems(survey.found(), "the total of") == 5);
  survey.survey.earlier_models = {{{}, "1", {2024}}};
  survey.model.earlier = {{"1", {}, {}, std::vector<bool>(survey.model.nodes.size())}};
  CHECK(count_problems(survey.found(), "the total of") == 0);
}

TEST_CASE("A scale turned round in one organisation is a warning", "[input]") {
  const StrangeSurvey survey([](int o, int year, int r, int s) {
    return o == 1 && year == 2025 ? 6 - usual(o, year, r, s) : usual(o, year, r, s);
  });
  CHECK(said(survey) ==
        "s/answers.csv: warning: the answers of '9002' in 2025 look as if the scale was turned round since the "
        "measurement before\n"
        "    does the highest step still mean the most? Look at how the export codes the answers\n");
}

TEST_CASE("A scale turned round in most organisations is one warning", "[input]") {
  const StrangeSurvey survey(
      [](int o, int year, int r, int s) { return year == 2025 ? 6 - usual(o, year, r, s) : usual(o, year, r, s); });
  CHECK(problem_with(survey.found(), "turned round").message ==
        "the answers of 2025 look as if the scale was turned round since 2024: in 5 of 5 organisations");
  CHECK(count_problems(survey.found(), "turned round") == 1);
}

TEST_CASE("A statement that alone moves far in the whole nation is a warning", "[input]") {
  StrangeSurvey survey([](int o, int year, int r, int s) {
    return s == 0 && year == 2025 ? 6 - usual(o, year, r, s) : usual(o, year, r, s);
  });
  const Problem found = problem_with(survey.found(), "the statement 's1' moves");
  CHECK(found.severity == Severity::warning);
  CHECK(found.message.find("in 2025, over 5 organisations; the median statement moves") != std::string::npos);
  CHECK(survey.found().size() == 1);
  survey.survey.checks.statement_jump = 100;
  CHECK(said(survey).empty());
}

TEST_CASE("One answer to every statement is a note where it is common", "[input]") {
  StrangeSurvey survey([](int o, int year, int r, int s) { return o == 0 && r < 4 ? 3 : usual(o, year, r, s); });
  CHECK(problem_with(survey.found(), "in 2025 more than").message ==
        "in 2025 more than 20 % of the respondents of 1 organisation gave the same answer to every statement: 9001 (4 "
        "of 10)");
  CHECK(problem_with(survey.found(), "in 2025 more than").hint ==
        "of all organisations 4 of 50 respondents; they count like everyone else");
  CHECK(survey.found().size() == 2);
  survey.survey.checks.straight_lining_share = 0.4;
  CHECK(said(survey).empty());
}

TEST_CASE("Three respondents with exactly the answers of others are a warning, two are not", "[input]") {
  for (const int copies : {2, 3}) {
    const StrangeSurvey survey([&](int o, int year, int r, int s) {
      return usual(o, year, o == 3 && year == 2025 && r >= 10 - copies ? r - 5 : r, s);
    });
    INFO(said(survey));
    CHECK(survey.found().size() == (copies == 3 ? 1U : 0U));
    if (copies == 3)
      CHECK(survey.found()[0].message == "in '9004' in 2025, 3 of 10 respondents have exactly the answers of another");
  }
}

TEST_CASE("Answers that were delivered for another organisation, or another year, are a warning", "[input]") {
  const StrangeSurvey other(
      [](int o, int year, int r, int s) { return usual(o == 3 && year == 2025 ? 1 : o, year, r, s); });
  INFO(said(other));
  const auto copied = other.found();
  CHECK(std::count_if(copied.begin(), copied.end(), [](const Problem& p) {
          return p.message == "10 of the 10 respondents of '9004' in 2025 have exactly the answers of '9002' in 2025" &&
                 p.severity == Severity::warning;
        }) == 1);
  const StrangeSurvey again([](int o, int year, int r, int s) { return usual(o, o == 2 ? 2024 : year, r, s); });
  const auto repeated = again.found();
  CHECK(std::count_if(repeated.begin(), repeated.end(), [](const Problem& p) {
          return p.message == "10 of the 10 respondents of '9003' in 2025 have exactly the answers of '9003' in 2024";
        }) == 1);
}

TEST_CASE("Names of organisations that differ only in case, blanks or hyphens are a warning", "[input]") {
  for (const char* name : {"org 2", "Org\u00A02", " Org  2", "Org-2", "Ｏrg 2", "Org\u00AD 2"}) {
    StrangeSurvey survey;
    survey.dataset.organisations[4].name = name;
    INFO(name);
    REQUIRE(survey.found().size() == 1);
    CHECK(survey.found()[0].message ==
          fmt::format("the organisations '9002' and '9005' have names that differ only in case, blanks or hyphens: "
                      "'Org 2' and '{}'",
                      name));
    survey.dataset.organisations[4].type = "region";
    CHECK(said(survey).empty());
  }
}

TEST_CASE("An organisation that stops where another of its name begins may have changed its code", "[input]") {
  StrangeSurvey survey;
  survey.dataset.organisations[4].name = "Org 2";
  survey.dataset.measurements.erase(survey.dataset.measurements.begin() + 8);  // of 9005 in 2024
  survey.dataset.measurements.erase(survey.dataset.measurements.begin() + 3);  // of 9002 in 2025
  const Problem found = problem_with(survey.found(), "have the same name, 'Org 2'");
  CHECK(found.hint == "'9002' measured until 2024, '9005' from 2025 on: has the code changed?");
}

TEST_CASE("Units of one organisation with ids or names alike are a warning", "[input]") {
  StrangeSurvey survey;
  survey.dataset.units = {{0, "u1", "A", ""}, {0, "U1", "B", ""}, {0, "u3", "a", ""}, {1, "u1", "A", ""}};
  for (int u = 0; u < 4; ++u) survey.dataset.respondents[static_cast<std::size_t>(u)].unit = u;
  const std::string text = said(survey);
  CHECK(text ==
        "s/answers.csv: warning: the units 'u1' and 'U1' of '9001' differ only in case, blanks or hyphens\n"
        "    if they are one, let them have one id; else names that can be told apart\n"
        "s/answers.csv: warning: the units 'u1' and 'u3' of '9001' have names that differ only in case, blanks "
        "or hyphens: 'A' and 'a'\n"
        "    if they are one, let them have one id; else names that can be told apart\n");
}

TEST_CASE("Personal data in a unit's name is a warning that does not repeat it", "[input]") {
  StrangeSurvey survey;
  survey.dataset.units = {{0, "u1", "anna@example.se", ""}};
  survey.dataset.respondents[0].unit = 0;
  CHECK(said(survey) ==
        "s/answers.csv: warning: a unit of '9001' is called by an e-mail address (a…@e…)\n"
        "    let ids and names tell nobody who a person is: take it away before the file goes on\n");
}

TEST_CASE("Past ten problems of a kind they are counted", "[input]") {
  StrangeSurvey survey;
  for (int u = 0; u < 13; ++u) survey.dataset.units.push_back({0, fmt::format("a{}@example.se", u), "", ""});
  for (int u = 0; u < 10; ++u) survey.dataset.respondents[static_cast<std::size_t>(u)].unit = u;
  CHECK(count_problems(survey.found(), "is called by") == 10);
  CHECK(problem_with(survey.found(), "more problems").message == "3 more problems of the kind \"personal data\"");
}
