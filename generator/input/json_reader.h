// JSON as a table: a list of objects or of lists, in any of the shapes of json_table.h. Of objects the first gives the
// head: its names, in its order. A later object may leave a member out, and the field is empty; a member that the first
// has not is an error, as is one that stands twice. UTF-8, with or without a byte order mark. One row is in memory.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "input/json_row.h"
#include "input/json_scanner.h"
#include "input/json_table.h"
#include "input/open_rows.h"
#include "input/problem_groups.h"

namespace mognad {

class JsonReader final : public RowSource {
 public:
  /// The scanner's file is that of the input.
  JsonReader(TableInput input, std::unique_ptr<JsonScanner> scanner, JsonTable table);

  bool next() override;
  Place place(std::size_t field) const override;
  std::string format() const override;

 private:
  bool end();
  bool read_head();
  bool read_row();
  bool take_element();
  bool next_begins();
  bool pass_comma(int byte);
  bool finish_list();
  bool parse_element();
  bool within_limits();
  void name_columns();
  void arrange();
  void assign(const JsonCell& cell, std::size_t index);
  std::size_t column_of(const JsonCell& cell, std::size_t guess) const;
  void show_cells();
  void tell_each(std::string_view kind, std::size_t at, std::string message, std::string hint);

  TableInput input_;
  std::unique_ptr<JsonScanner> scanner_;
  JsonTable table_;
  ProblemGroups problems_;
  JsonElement element_;
  std::vector<JsonCell> cells_;
  std::vector<std::string> head_;  // of objects, normalised
  std::map<std::string, std::size_t, std::less<>> columns_;
  std::vector<std::size_t> starts_;  // of the fields in the element
  std::vector<bool> given_;
  bool first_ = true;  // no row of the list was taken
  std::int64_t rows_ = 0;
  enum class At { start, first_object, rows, end } at_ = At::start;
};

}  // namespace mognad
