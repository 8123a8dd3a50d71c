// Which column of a file of answers holds what: an import (answer_import.h) applied to the heads of the file. A file
// with columns for statement and answer is long, a row for each answer; any other is wide, a row for each respondent.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "dataset/answer_import.h"
#include "input/data_table.h"
#include "model/model.h"

namespace mognad {

struct AnswerLayout {
  /// A column, or what every row has instead.
  struct Field {
    std::optional<std::size_t> column;
    std::string value;
    bool row_number = false;
    bool of_date = false;  // the year of the date in the column

    explicit operator bool() const { return column || row_number || !value.empty(); }
  };
  struct StatementColumn {
    std::size_t column = 0;
    std::string id;  // in the model or an earlier version of it
  };

  Field organisation, year, unit, respondent, date, complete;
  std::optional<std::size_t> statement, answer;  // long
  std::vector<StatementColumn> statements;       // wide, in the order of the columns
  struct Missing {
    std::string id;
    std::string hint;
  };
  std::vector<Missing> missing;       // statements of the model that no column of a wide file holds
  std::vector<std::string> not_used;  // heads of a wide file
  bool is_long() const { return statement && answer; }
};

/// Every column that is missing, ambiguous or named twice is a problem, at the import in survey.toml or at the head of
/// the file, with the nearest head; nothing when the file can't be read for it. Ids that statements had in earlier
/// versions of the model count too.
std::optional<AnswerLayout> find_answer_layout(DataTable& table, const AnswerImport& import, const Model& model,
                                               Problems& problems);

}  // namespace mognad
