// The answers of all files, put together: respondents in the order of organisation, year and id, whatever the order of
// files and rows, and the measurements that they make.
#pragma once

#include <memory>
#include <vector>

#include "base/problem.h"
#include "dataset/answer_import.h"
#include "dataset/dataset.h"
#include "dataset/survey.h"
#include "input/answer_sheet.h"
#include "input/problem_groups.h"
#include "model/model.h"

namespace mognad {

class AnswerTable {
 public:
  /// Fills `dataset`, which has organisations and units already.
  AnswerTable(const Survey& survey, const Model& model, Dataset& dataset, Problems& problems);

  /// A sheet for the next file; it and the import must live until finish(). Sheets may be read on threads of their own.
  AnswerSheet& add(const AnswerImport& import);

  /// Puts respondents in order and makes the measurements; the problems of all sheets, in their order, come first.
  void finish();

 private:
  /// A respondent in a sheet.
  struct Entry {
    std::size_t sheet = 0;
    std::size_t person = 0;
  };
  const AnswerSheet::Person& person(const Entry& entry) const;
  Place place_of(const Entry& entry) const;
  std::vector<Entry> in_order() const;
  void warn_of_alike_ids(const std::vector<Entry>& in_order);
  void number_units();
  UnitIndex unit_of(const Entry& entry) const;
  void add_respondent(const Entry& entry);
  void join_respondent(const Entry& entry, const Entry& first);
  void report_joined(Place place, std::string message, std::string hint);
  void warn_of_missing_columns();
  void make_measurements();
  void note_empty(std::size_t respondents);

  AnswerKeys keys_;
  Dataset& dataset_;
  Problems& problems_;
  std::vector<std::unique_ptr<AnswerSheet>> sheets_;
  ProblemGroups groups_;                       // of what shows only when all files are read
  std::vector<std::vector<UnitIndex>> units_;  // by sheet, where only the answers name units
};

}  // namespace mognad
