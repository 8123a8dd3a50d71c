// A survey small enough to read: two years of seven organisations, a model of six statements, every file a text that a
// test may change. It is loaded as a command loads it, with the problems of all files.
#pragma once

#include <map>
#include <memory>
#include <string>

#include "commands/load.h"
#include "files/memory_files.h"

namespace mognad::test {

/// Files under "s/": survey.toml, model.toml, organisations.csv, answers.csv, participation.csv; all of them without a
/// problem as they stand. The model has the version "2" and the nodes
/// T ( D1 ( C1 ( K1 ( a1 a2 ) K2 ( a3 a4 ) ) ) D2 ( C2 ( K3 ( b1 b2 ) ) ) ), answered from 1 to 5.
class SmallFiles {
 public:
  SmallFiles();

  /// Replaces the first `from` of a file; it must be there.
  void change(const std::string& name, const std::string& from, const std::string& to);
  /// Adds to the end of a file, or makes it.
  void add(const std::string& name, const std::string& text) { texts[name] += text; }
  /// Adds lines to a table of survey.toml: add_keys("files", "targets = \"targets.csv\"").
  void add_keys(const std::string& table, const std::string& lines);

  const std::string& text(const std::string& name) const { return texts.at(name); }
  MemoryFiles disk() const;
  Result<std::unique_ptr<SurveyData>> load() const;
  /// Loads what must be without an error.
  std::unique_ptr<SurveyData> whole() const;

  std::map<std::string, std::string> texts;  // by name, without the folder
};

/// The model's file and the survey's, as SmallFiles has them.
std::string small_model_toml();
std::string small_survey_toml();

/// The answer of a respondent, from 1 to 5, that SmallFiles has for organisation 0 to 6, respondent 0 to 11 and
/// statement 0 to 5.
int small_answer(int organisation, int year, int respondent, int statement);

}  // namespace mognad::test
