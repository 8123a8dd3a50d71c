// Values that were computed elsewhere, a row for each node of an organisation and year: organisation, year, node,
// value, respondents, margin. Rows may come in any order and from several files. How many answered must be known of
// each value, or what few have answered could not be withheld: a row without it takes it from the nearest node above
// that has a row. Where an organisation has answers of the same year, those count, and the values are compared with
// what follows from them.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "base/problem.h"
#include "dataset/dataset.h"
#include "dataset/survey.h"
#include "input/data_table.h"
#include "model/model.h"
#include "statistics/scores.h"

namespace mognad {

class ResultTable {
 public:
  /// Fills `dataset`, which has its measurements from answers already.
  ResultTable(const Survey& survey, const Model& model, Dataset& dataset, Problems& problems);

  void read(DataTable table);

  /// Makes the measurements, when there was no error.
  void finish();

 private:
  struct Columns {
    std::size_t organisation, year, node, value, respondents;
    std::optional<std::size_t> margin;
  };
  struct Row {
    double value = 0;
    std::optional<int> respondents;
    std::optional<double> margin;
    Place place;
  };
  using Rows = std::map<NodeIndex, Row>;

  void read_row(DataTable& table, const Columns& columns);
  std::optional<int> year_of(DataTable& table, std::size_t column) const;
  bool read_numbers(DataTable& table, const Columns& columns, Row& row);
  void add(DataTable& table, const Columns& columns, OrganisationIndex organisation, int year, NodeIndex node, Row row);
  void warn_of_scale(const std::string& file) const;
  void complete_respondents(OrganisationIndex organisation, int year, Rows& rows);
  void report_unknown_respondents(const Row& row, NodeIndex node, OrganisationIndex organisation, int year);
  void add_measurement(OrganisationIndex organisation, int year, const Rows& rows);
  void warn_of_differences(const Measurement& measurement, const Rows& rows);
  void compare_with_answers(const Measurement& measurement, const Rows& rows);
  void compare(const std::string& code, int year, NodeIndex node, const Row& row, const NodeScore& computed);

  const Survey& survey_;
  const Model& model_;
  Dataset& dataset_;
  Problems& problems_;
  std::map<std::pair<OrganisationIndex, int>, Rows> rows_;
  double largest_ = 0;  // value of the file that is read
  int values_ = 0;
  ProblemGroups groups_;  // of what shows only when all rows are read
};

}  // namespace mognad
