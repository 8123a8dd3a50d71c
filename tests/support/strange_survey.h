// A survey in memory of five organisations, two years, ten respondents each and twelve statements, in which nothing is
// strange until a test makes it so.
#pragma once

#include <fmt/format.h>

#include <algorithm>
#include <functional>

#include "input/check_data.h"

namespace mognad::test {

struct StrangeSurvey {
  static constexpr int kOrganisations = 5, kRespondents = 10, kStatements = 12;
  /// Of organisation, year, respondent, statement.
  using Answer = std::function<int(int, int, int, int)>;

  /// Statements have levels of their own, and each respondent answers in a way of his own about them.
  static int usual(int organisation, int year, int respondent, int statement) {
    unsigned mixed = static_cast<unsigned>(organisation * 7919 + (year % 2) * 104729 + respondent * 1299709) +
                     static_cast<unsigned>(statement) * 15485863U;
    mixed = (mixed ^ mixed >> 13) * 0x5BD1E995U;
    const unsigned noise = (mixed ^ mixed >> 15) % 11;
    const int step = 1 + statement % 5 + (noise < 3 ? 1 : noise > 8 ? -1 : 0);
    return std::clamp(step, 1, 5);
  }

  explicit StrangeSurvey(const Answer& answer = usual) {
    survey.path = "s/survey.toml";
    survey.year = 2025;
    make_model();
    for (int o = 0; o < kOrganisations; ++o) {
      const std::string name = fmt::format("Org {}", o + 1);
      dataset.organisations.push_back({.code = fmt::format("900{}", o + 1), .name = name, .type = "kommun"});
      for (const int year : {2024, 2025}) add_measurement(o, year, answer);
    }
    dataset.years = {2024, 2025};
    dataset.sources = {{"s/organisations.csv", "organisations", ""}, {"s/answers.csv", "answers", ""}};
  }

  Problems found() const {
    Problems problems;
    check_data(survey, model, dataset, problems);
    return problems;
  }

  Survey survey;
  Model model;
  Dataset dataset;

 private:
  void add_node(Level level, const std::string& id, NodeIndex parent) {
    Node node;
    node.id = id;
    node.level = level;
    node.parent = parent;
    node.end = 4 + kStatements;
    model.nodes.push_back(node);
  }

  void make_model() {
    for (int step = 1; step <= 5; ++step) model.scale.push_back({step, {}});
    add_node(Level::total, "T", kNoNode);
    add_node(Level::dimension, "D", 0);
    add_node(Level::category, "C", 1);
    add_node(Level::capability, "K", 2);
    for (int s = 1; s <= kStatements; ++s) {
      add_node(Level::statement, fmt::format("s{}", s), 3);
      model.nodes.back().end = model.node_count();
    }
    dataset.statements = kStatements;
  }

  void add_measurement(int organisation, int year, const Answer& answer) {
    Measurement m{.organisation = organisation, .year = year};
    m.first_respondent = static_cast<int>(dataset.respondents.size());
    m.respondents = kRespondents;
    for (int r = 0; r < kRespondents; ++r) {
      dataset.respondents.push_back({organisation, -1, year});
      for (int s = 0; s < kStatements; ++s)
        dataset.answers.push_back(static_cast<std::int8_t>(answer(organisation, year, r, s)));
    }
    dataset.measurements.push_back(m);
  }
};

}  // namespace mognad::test
