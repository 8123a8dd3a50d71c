#include "dataset/dataset.h"

#include <catch2/catch.hpp>

using namespace mognad;

namespace {

Dataset three_organisations() {
  Dataset data;
  data.property_names = {"county", "size"};
  data.organisations = {
      {"0114", "A", "", "m", {"AB", "S"}}, {"0580", "B", "", "m", {"", "L"}}, {"1490", "C", "", "r", {"O", ""}}};
  data.statements = 2;
  data.answers = {1, 2, 3, kDontKnow, kNoAnswer, 5};
  data.measurements = {{0, 2024, 0, 1, {}}, {0, 2025, 1, 1, {}}, {2, 2025, 2, 1, {}}};
  return data;
}

}  // namespace

TEST_CASE("A measurement is found by organisation and year", "[dataset][statistics]") {
  const Dataset data = three_organisations();
  REQUIRE(data.find(0, 2025));
  CHECK(data.find(0, 2025)->first_respondent == 1);
  CHECK(data.find(2, 2025)->first_respondent == 2);
  CHECK_FALSE(data.find(0, 2023));
  CHECK_FALSE(data.find(1, 2025));
  CHECK_FALSE(data.find(2, 2026));
  CHECK_FALSE(Dataset().find(0, 2025));
}

TEST_CASE("An organisation is found by its whole code", "[dataset][statistics]") {
  const Dataset data = three_organisations();
  CHECK(data.find_organisation("0114") == 0);
  CHECK(data.find_organisation("1490") == 2);
  CHECK(data.find_organisation("114") == -1);
  CHECK(data.find_organisation("9999") == -1);
  CHECK(data.find_organisation("") == -1);
}

TEST_CASE("A property that is not known or not given is an empty text", "[dataset][statistics]") {
  const Dataset data = three_organisations();
  CHECK(data.value(0, data.property("county")) == "AB");
  CHECK(data.value(1, data.property("county")).empty());
  CHECK(data.property("climate") == -1);
  CHECK(data.value(0, -1).empty());
}

TEST_CASE("The answers of a respondent are a row of the table", "[dataset][statistics]") {
  const Dataset data = three_organisations();
  const auto row = data.answers_of(1);
  REQUIRE(row.size() == 2);
  CHECK(row[0] == 3);
  CHECK(row[1] == kDontKnow);
}

TEST_CASE("Don't know, not applicable and no answer are no steps, and a step may be below zero",
          "[dataset][statistics]") {
  for (const std::int8_t none : {kNotAsked, kNoAnswer, kDontKnow, kNotApplicable}) CHECK_FALSE(is_step(none));
  for (const int step : {-100, -1, 0, 1, 100}) CHECK(is_step(static_cast<std::int8_t>(step)));
}
