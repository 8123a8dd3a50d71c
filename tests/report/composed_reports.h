// Reports of composed surveys, one after the other, and a list of what is wrong with them.
#pragma once

#include <fmt/format.h>
#include <catch2/catch.hpp>

#include <functional>
#include <map>
#include <string>

#include "support/composed_survey.h"
#include "support/small_survey.h"

namespace mognad::test {

/// One report with what it was made from.
struct Composed {
  const ComposedSurvey& survey;
  const ReportInputs& inputs;
  OrganisationIndex organisation;
  LanguageTag tag;
  Report report;
  std::string place() const {
    return fmt::format("survey {} ({}), organisation {} in {}", survey.number, survey.extremes.words(), organisation,
                       tag);
  }
};

/// Hands the reports of every organisation of so many surveys to `visit`; how many there were.
inline int each_composed(int surveys, const std::function<void(const Composed&)>& visit) {
  const LoadedSurvey& real = *small_survey().loaded;
  int reports = 0;
  for (int i = 0; i < surveys; ++i) {
    const ComposedSurvey made = compose_survey(i, real.model, real.survey);
    const Statistics statistics = compute_statistics(made.model, made.survey, made.data);
    const ReportInputs inputs{made.model, made.survey, made.data, statistics, real.layout};
    for (int o = 0; o < static_cast<int>(made.data.organisations.size()); ++o)
      for (const LanguageTag tag : kLanguages) {
        visit({made, inputs, o, tag, build_board_report(inputs, o, small_survey().voice(tag).words)});
        ++reports;
      }
  }
  return reports;
}

/// Collects faults by kind, so that each kind is told once, with the first place and how often.
class Faults {
 public:
  void add(const std::string& kind, const std::string& where) {
    if (++count_[kind] == 1) first_[kind] = where;
  }
  void check() const {
    for (const auto& [kind, count] : count_) {
      INFO(kind << ": " << count << " times, first in " << first_.at(kind));
      CHECK(count == 0);
    }
  }

 private:
  std::map<std::string, int> count_;
  std::map<std::string, std::string> first_;
};

}  // namespace mognad::test
