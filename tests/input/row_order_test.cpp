// The order of rows in files of answers, and how they are spread over files, change nothing.
#include <catch2/catch.hpp>

#include <string>
#include <vector>

#include "input/answer_table.h"
#include "input/csv_table.h"
#include "statistics/small_survey.h"
#include "statistics/snapshot.h"
#include "support/property.h"

using namespace mognad;
using namespace mognad::test;

namespace {

const AnswerImport kOwnLayout;

const Model& model() {
  static const Model tree = tree_model();
  return tree;
}

/// A row for each answer, some of them missing; ids and units that sort otherwise than they are drawn.
std::vector<std::string> draw_answers(int organisations, Random& random) {
  std::vector<std::string> rows;
  for (int o = 0; o < organisations; ++o)
    for (const int year : {2024, 2025})
      for (int r = random.between(0, 8); r > 0; --r) {
        const std::string who = std::to_string(1000 + o) + "," + std::to_string(year) + ",u" +
                                std::to_string(random.between(0, 12)) + ",r" + std::to_string(random.between(0, 99)) +
                                "-" + std::to_string(r) + ",";
        for (const NodeIndex s : model().at(Level::statement)) {
          if (random.chance(0.2)) continue;
          const char* answers[] = {"1", "2", "3", "4", "5", "", "?", "."};
          rows.push_back(who + model().node(s).id + "," + answers[random.between(0, 7)] + "\n");
        }
      }
  return rows;
}

Dataset read(const std::vector<std::string>& rows, int organisations, std::size_t files) {
  Survey survey;
  survey.year = 2025;
  Dataset dataset;
  for (int o = 0; o < organisations; ++o) {
    Organisation organisation;
    organisation.code = std::to_string(1000 + o);
    dataset.organisations.push_back(organisation);
  }
  Problems problems;
  AnswerTable table(survey, model(), dataset, problems);
  for (std::size_t file = 0; file < files; ++file) {
    std::string text = "organisation,year,unit,respondent,statement,answer\n";
    for (std::size_t i = file * rows.size() / files; i < (file + 1) * rows.size() / files; ++i) text += rows[i];
    table.add(kOwnLayout).read(csv_table(text, "answers.csv", problems));
  }
  table.finish();
  RC_ASSERT(problems.empty());
  return dataset;
}

}  // namespace

TEST_CASE("The order of rows and their files change nothing that is read", "[input][property]") {
  check_property(
      [] {
        Random random = drawn_random();
        const int organisations = *rc::gen::inRange(1, 6);
        std::vector<std::string> rows = draw_answers(organisations, random);
        const Dataset one = read(rows, organisations, 1);
        shuffle(rows, random);
        const Dataset other = read(rows, organisations, *rc::gen::inRange<std::size_t>(1, 4));
        RC_ASSERT(one.years == other.years);
        RC_ASSERT(one.answers == other.answers);
        RC_ASSERT(one.measurements.size() == other.measurements.size());
        RC_ASSERT(one.respondents.size() == other.respondents.size());
        for (std::size_t r = 0; r < one.respondents.size(); ++r)
          RC_ASSERT(one.respondents[r].unit == other.respondents[r].unit);
        RC_ASSERT(one.units.size() == other.units.size());
        for (std::size_t u = 0; u < one.units.size(); ++u) RC_ASSERT(one.units[u].id == other.units[u].id);
        const auto a = take_snapshot(model(), one), b = take_snapshot(model(), other);
        for (std::size_t i = 0; i < a.size(); ++i) RC_ASSERT(a[i].sha256 == b[i].sha256);
      },
      50);
}
