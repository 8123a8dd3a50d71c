#include "export/csv/figure_table.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <vector>

#include "base/json_text.h"
#include "export/csv/csv_text.h"
#include "export/csv/report_data.h"

namespace mognad {
namespace {

/// Writes records to both files at once.
class TableText {
 public:
  TableText(const std::vector<std::string>& columns, const std::string& notice) {
    if (!notice.empty()) table_.csv = fmt::format("# {}\n", notice);
    append_record(table_.csv, columns);
    std::vector<std::string> names;
    for (const std::string& column : columns) names.push_back(json_string(column));
    table_.columns = fmt::format("[{}]", fmt::join(names, ", "));
  }

  void add(std::span<const std::string> fields, std::span<const std::string> json) {
    append_record(table_.csv, fields);
    table_.values += fmt::format("{}[{}]", table_.values.empty() ? "" : ",\n", fmt::join(json, ","));
  }

  FigureTable finish() {
    table_.values = fmt::format("[\n{}\n]", table_.values);
    return std::move(table_);
  }

 private:
  FigureTable table_;
};

}  // namespace

std::string json_of(const DataColumn& column, const Datum& cell) {
  const auto* value = std::get_if<Measured>(&cell);
  std::string text = plain_text(column, cell);
  return value && *value ? text : json_string(text);
}

FigureTable figure_table(const FigureData& data, const std::string& notice) {
  std::vector<std::string> heads{"id", "name"};
  for (const DataColumn& column : data.columns) heads.push_back(column.id);
  TableText text(heads, notice);
  for (const DataRow& row : data.rows) {
    std::vector<std::string> fields{row.id, row.name}, json{json_string(row.id), json_string(row.name)};
    for (std::size_t i = 0; i < data.columns.size() && i < row.cells.size(); ++i) {
      fields.push_back(plain_text(data.columns[i], row.cells[i]));
      json.push_back(json_of(data.columns[i], row.cells[i]));
    }
    text.add(fields, json);
  }
  return text.finish();
}

FigureTable publication_table(std::span<const NationalFigure> figures, const std::string& notice) {
  TableText text({"figure", "row", "name", "column", "value"}, notice);
  for (const NationalFigure& figure : figures)
    for (const DataRow& row : figure.data.rows)
      for (std::size_t i = 0; i < figure.data.columns.size() && i < row.cells.size(); ++i) {
        const DataColumn& column = figure.data.columns[i];
        text.add(std::vector{figure.name, row.id, row.name, column.id, plain_text(column, row.cells[i])},
                 std::vector{json_string(figure.name), json_string(row.id), json_string(row.name),
                             json_string(column.id), json_of(column, row.cells[i])});
      }
  return text.finish();
}

std::string document_data_json(const FigureTable& table, const std::string& document, const std::string& figure,
                               const Report& report, const Survey& survey) {
  return fmt::format("{{\n{}\"document\": {},\n\"figure\": {},\n\"columns\": {},\n\"values\": {}\n}}\n",
                     metadata_json(report, survey), json_string(document), json_string(figure), table.columns,
                     table.values);
}

}  // namespace mognad
