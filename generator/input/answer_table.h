// Answers in the long layout, a row for each answer: organisation, year, unit, respondent, statement, answer. Rows may
// come in any order and from several files; what comes out is the same for any order.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/problem.h"
#include "dataset/dataset.h"
#include "dataset/survey.h"
#include "input/data_table.h"
#include "model/model.h"

namespace mognad {

class AnswerTable {
 public:
  /// Fills `dataset`, which has organisations and units already.
  AnswerTable(const Survey& survey, const Model& model, Dataset& dataset, Problems& problems);

  void read(DataTable table);

  /// Puts respondents in order (organisation, year, id) and makes the measurements.
  void finish();

  /// Where the answers of an organisation and year begin.
  const std::map<std::pair<OrganisationIndex, int>, Place>& begun() const { return begun_; }

 private:
  struct Columns {
    std::size_t organisation, year, respondent, statement, answer;
    std::optional<std::size_t> unit;
  };
  struct TextHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
  };
  using Index = std::unordered_map<std::string, int, TextHash, std::equal_to<>>;

  std::optional<Columns> columns(DataTable& table);
  void read_row(DataTable& table, const Columns& columns);
  void report_unknown_statement(DataTable& table, const Columns& columns, const Index& statements);
  int respondent_of(DataTable& table, const Columns& columns);
  int new_respondent(DataTable& table, const Columns& columns);
  int unit_of(DataTable& table, const Columns& columns, OrganisationIndex organisation);
  void sort_units();
  const Index& statements_of(int respondent) const;
  std::optional<std::int8_t> parse_answer(DataTable& table, std::size_t column);

  const Survey& survey_;
  const Model& model_;
  Dataset& dataset_;
  Problems& problems_;
  Index organisations_;
  Index statements_;                      // column of each statement
  std::map<int, Index> statements_then_;  // the same of years with an earlier version
  Index units_;                           // "organisation index/unit id"
  Index respondents_;                     // the four key fields, joined
  std::map<std::pair<OrganisationIndex, int>, Place> begun_;
  std::vector<std::string> codes_;
  std::vector<std::string> statement_ids_;
  std::vector<std::string> ids_;  // of respondents, for the order
  std::string last_key_;
  int last_respondent_ = -1;
  std::string key_;
  std::string person_;  // the key in normal form
  bool units_given_ = false;
};

}  // namespace mognad
