// Reports of organisations whose values were computed elsewhere: they say nothing of answers that nobody has.
#include <fmt/format.h>

#include <algorithm>
#include <catch2/catch.hpp>

#include "report/given_survey.h"
#include "support/dump.h"
#include "support/sample.h"

using namespace mognad;
using namespace mognad::test;

namespace {

/// Down to categories without margins; total and dimensions with them; the total alone.
const WholeSurvey& to_categories() {
  static const WholeSurvey survey = given_survey(Level::category, Margins::none);
  return survey;
}
const WholeSurvey& to_dimensions() {
  static const WholeSurvey survey = given_survey(Level::dimension, Margins::all);
  return survey;
}
const WholeSurvey& total_alone() {
  static const WholeSurvey survey = given_survey(Level::total, Margins::none);
  return survey;
}

template <class Check>
void each_given_report(Check check) {
  for (const WholeSurvey* survey : {&to_categories(), &to_dimensions(), &total_alone()})
    for (const LanguageTag tag : kLanguages)
      for (int i = 0; i < survey->organisations(); ++i) {
        INFO(survey->organisation(i).formal_name << " in " << tag);
        check(survey->report(i, tag));
      }
}

bool has_section(const Report& report, SectionKind kind) {
  return std::any_of(report.sections.begin(), report.sections.end(), [&](const Section& s) { return s.kind == kind; });
}

int measured_twice() {
  const Dataset& data = small_survey().loaded->dataset;
  for (int i = 0; i < small_survey().organisations(); ++i)
    if (small_survey().statistics.years_of(i) == std::vector<int>{2024, 2025} && data.find(i, 2025)->respondents >= 10)
      return i;
  throw std::runtime_error("nobody measured twice");
}

bool says(const Report& report, const std::string& part) { return dump(report).find(part) != std::string::npos; }

}  // namespace

TEST_CASE("Given values are those of the answers that they were computed from", "[report]") {
  for (int i = 0; i < small_survey().organisations(); ++i)
    for (const NodeIndex node : small_survey().loaded->model.down_to(Level::category)) {
      const NodeResult answered = small_survey().statistics.node(i, 2025, node);
      const NodeResult given = to_categories().statistics.node(i, 2025, node);
      CHECK(given.value.known() == answered.value.known());
      CHECK(given.value.withheld() == answered.value.withheld());
      if (given.value) CHECK(given.value.number() == Approx(answered.value.number()));
      CHECK(given.respondents == answered.respondents);
    }
}

TEST_CASE("Sections that need answers or parts leave themselves out", "[report]") {
  const int one = measured_twice();
  for (const LanguageTag tag : kLanguages) {
    const Report categories = to_categories().report(one, tag);
    const Report dimensions = to_dimensions().report(one, tag);
    const Report total = total_alone().report(one, tag);
    for (const SectionKind kind : {SectionKind::inside, SectionKind::answers, SectionKind::strengths})
      for (const Report* report : {&categories, &dimensions, &total}) CHECK_FALSE(has_section(*report, kind));
    CHECK(has_section(categories, SectionKind::categories));
    CHECK(has_section(dimensions, SectionKind::matrix));
    CHECK_FALSE(has_section(dimensions, SectionKind::categories));
    CHECK_FALSE(has_section(total, SectionKind::matrix));
    for (const SectionKind kind : {SectionKind::change, SectionKind::comparison, SectionKind::method})
      CHECK(has_section(total, kind));
  }
}

TEST_CASE("Without answers no section is empty and every sentence has its words", "[report]") {
  each_given_report([](const Report& report) {
    for (const Section& section : report.sections) {
      CHECK_FALSE(section.message.empty());
      CHECK_FALSE(section.blocks.empty());
      each_block(section.blocks, [](const Block& block) {
        if (const auto* list = std::get_if<List>(&block)) CHECK_FALSE(list->items.empty());
        if (const auto* table = std::get_if<Table>(&block)) CHECK_FALSE(table->rows.empty());
        if (const auto* columns = std::get_if<Columns>(&block))
          for (const Blocks& column : columns->columns) CHECK_FALSE(column.empty());
      });
    }
    for (const std::string& text : texts_of(report)) {
      INFO(text);
      for (const char* wrong : {"⟨", "{", "}", "  "}) CHECK(text.find(wrong) == std::string::npos);
    }
  });
}

TEST_CASE("No row of a table is without any value", "[report]") {
  const auto nothing = [](const std::string& cell) { return cell == "-" || cell == "–" || cell.empty(); };
  each_given_report([&](const Report& report) {
    for (const Section& section : report.sections)
      each_block(section.blocks, [&](const Block& block) {
        if (const auto* table = std::get_if<Table>(&block))
          for (const TableRow& row : table->rows)
            CHECK_FALSE(std::all_of(row.cells.begin() + 1, row.cells.end(), nothing));
      });
  });
}

TEST_CASE("An uncertainty that is not known is not blamed on few answers", "[report]") {
  const int one = measured_twice();
  CHECK(says(to_categories().report(one, "en"), "uncertainty not known"));
  CHECK(says(to_categories().report(one, "en"), "The data does not say how uncertain the values are."));
  CHECK_FALSE(says(to_categories().report(one, "en"), "too few answers"));
  CHECK_FALSE(says(to_categories().report(one, "sv"), "för få svar för"));
  CHECK_FALSE(says(to_categories().report(one, "en"), "95 per cent uncertainty"));
  CHECK(says(to_dimensions().report(one, "en"), "uncertainty ±4.5"));
  CHECK_FALSE(says(to_dimensions().report(one, "en"), "uncertainty not known"));
  CHECK(says(total_alone().report(one, "en"), "not available"));
}

TEST_CASE("A change that was not tested is neither clear nor within chance", "[report]") {
  const int one = measured_twice();
  for (const WholeSurvey* survey : {&to_categories(), &to_dimensions(), &total_alone()}) {
    const std::string text = dump(survey->report(one, "en"));
    for (const char* claim : {"ithin chance", "larger than chance explains.", "No clear change"}) {
      INFO(claim);
      CHECK(text.find(claim) == std::string::npos);
    }
  }
  CHECK(says(to_dimensions().report(one, "en"), "Not tested against chance: digital capability"));
  CHECK(says(to_dimensions().report(one, "sv"), "Inte prövat mot slumpen: digital förmåga"));
}

TEST_CASE("The page on the measurement says that values were computed elsewhere", "[report]") {
  const Report report = to_dimensions().report(measured_twice(), "sv");
  CHECK(says(report, "Värdena har räknats fram på annat håll"));
  CHECK_FALSE(says(report, "Vissa påståenden saknar svar"));
  CHECK_FALSE(says(report, "Osäkerheten räknas som om"));
}

TEST_CASE("A trend has no panel without a value", "[report]") {
  const auto panels = [](const Report& report) {
    std::size_t count = 0;
    for (const Section& section : report.sections)
      each_block(section.blocks, [&](const Block& block) {
        if (const auto* figure = std::get_if<Figure>(&block))
          if (const auto* trend = std::get_if<TrendData>(&figure->chart)) count += trend->panels.size();
      });
    return count;
  };
  CHECK(panels(to_dimensions().report(measured_twice(), "sv")) == 3);
  CHECK(panels(total_alone().report(measured_twice(), "sv")) == 1);
}

TEST_CASE("An organisation under the minimum gets the same report with results as with answers", "[report]") {
  const int few = small_survey().loaded->dataset.find_organisation("9030");
  for (const LanguageTag tag : kLanguages) {
    const Report report = to_categories().report(few, tag);
    CHECK_FALSE(has_section(report, SectionKind::categories));
    CHECK(report.sections.front().message == small_survey().report(few, tag).sections.front().message);
  }
}

TEST_CASE("Reports of given values fit their pages", "[report]") {
  const int one = measured_twice();
  for (const WholeSurvey* survey : {&to_categories(), &to_dimensions(), &total_alone()})
    for (const LanguageTag tag : kLanguages) {
      const auto pages = lay_out(survey->report(one, tag), survey->style(tag));
      for (const Problem& problem : pages.problems) CHECK(to_text(problem).empty());
      REQUIRE(pages);
    }
}
