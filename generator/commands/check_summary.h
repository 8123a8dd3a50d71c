// What `mognad check` found, as values: how much was read, what is missing, and how many problems there are. Its forms
// are in check_text.h (for a terminal), check_json.h (for a program) and check_page.h (for the owner of the data).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/problem.h"
#include "dataset/dataset.h"
#include "dataset/survey.h"
#include "model/model.h"

namespace mognad {

struct ProblemCounts {
  int errors = 0;
  int warnings = 0;
  int notes = 0;

  void add(Severity severity, int count) {
    (severity == Severity::error ? errors : severity == Severity::warning ? warnings : notes) += count;
  }
};

/// Problems of one file, in the order in which they were found.
struct FileProblems {
  std::string file;  // empty: of no file
  ProblemCounts counts;
  Problems problems;
};

/// What was measured in one year. Cells are what respondents could have answered: the statements that anyone was asked
/// that year.
struct YearSummary {
  int year = 0;
  int organisations = 0;
  int computed_elsewhere = 0;  // of them
  int invited_unknown = 0;     // of them
  std::size_t respondents = 0;
  std::size_t answers = 0;
  std::size_t no_answer = 0;  // empty, or without a row
  std::size_t dont_know = 0;
  std::size_t not_applicable = 0;

  std::size_t cells() const { return answers + no_answer + dont_know + not_applicable; }
};

struct TypeSummary {
  std::string type;
  int organisations = 0;
  int measured = 0;  // in the survey's year
};

/// What was read without errors.
struct DataSummary {
  std::string name;  // of the survey, in its first language
  int year = 0;
  std::vector<SourceFile> files;
  std::vector<TypeSummary> types;
  std::vector<YearSummary> years;  // ascending
  std::size_t organisations = 0;
  std::size_t statements = 0;
  std::size_t units = 0;
  std::size_t given_values = 0;
  std::size_t initiatives = 0;
  std::size_t recipients = 0;
  std::vector<std::string> missing;  // sentences: what is not there and what that means

  int measured() const;
  std::size_t respondents() const;
  std::size_t answers() const;
};

struct CheckSummary {
  ProblemCounts counts;
  std::vector<FileProblems> files;  // with problems, in the order in which they were met
  std::optional<DataSummary> data;  // nothing: the input is refused
};

CheckSummary summary_of(const Problems& problems);
DataSummary summary_of(const Survey& survey, const Model& model, const Dataset& dataset);

/// "1 error, 2 warnings"; "no problems".
std::string to_text(const ProblemCounts& counts);

}  // namespace mognad
