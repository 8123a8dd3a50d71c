#include "export/csv/publication_json.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <array>

#include "base/json_text.h"
#include "export/csv/figure_table.h"
#include "export/csv/printed_value.h"

namespace mognad {
namespace {

/// In the order of DataColumn::Kind.
constexpr std::array kColumnKinds{"text", "index", "difference", "share", "count", "coefficient", "year"};

/// The items between brackets, each in a line of its own.
std::string list_of(const std::vector<std::string>& items) { return fmt::format("[\n{}\n]", fmt::join(items, ",\n")); }

std::string texts_of(const std::vector<std::string>& texts) {
  std::vector<std::string> quoted;
  for (const std::string& text : texts) quoted.push_back(json_string(text));
  return fmt::format("[{}]", fmt::join(quoted, ", "));
}

std::string cell_of(const DataColumn& column, const Datum& cell) {
  const auto* value = std::get_if<Measured>(&cell);
  if (value && !*value) return fmt::format("{{\"missing\": {}}}", json_string(state_of(*value)));
  return json_of(column, cell);
}

std::string row_of(const FigureData& data, const DataRow& row) {
  std::vector<std::string> cells;
  for (std::size_t i = 0; i < data.columns.size() && i < row.cells.size(); ++i)
    cells.push_back(cell_of(data.columns[i], row.cells[i]));
  return fmt::format("{{\"id\": {}, \"name\": {}, \"total\": {}, \"cells\": [{}]}}", json_string(row.id),
                     json_string(row.name), row.total, fmt::join(cells, ", "));
}

std::string data_of(const FigureData& data) {
  std::vector<std::string> columns, rows;
  for (const DataColumn& column : data.columns)
    columns.push_back(fmt::format("{{\"id\": {}, \"head\": {}, \"kind\": \"{}\"}}", json_string(column.id),
                                  json_string(column.head), kColumnKinds[static_cast<std::size_t>(column.kind)]));
  for (const DataRow& row : data.rows) rows.push_back(row_of(data, row));
  return fmt::format("\"row_head\": {},\n\"columns\": {},\n\"rows\": {}", json_string(data.row_head), list_of(columns),
                     list_of(rows));
}

/// Those of one figure, or of none.
std::string files_of(const PublishedLanguage& language, std::string_view figure) {
  std::vector<std::string> files;
  for (const PublishedFile& file : language.files)
    if (file.figure == figure)
      files.push_back(fmt::format("{{\"format\": {}, \"file\": {}, \"bytes\": {}, \"sha256\": \"{}\"}}",
                                  json_string(file.format), json_string(file.file), file.bytes, file.sha256));
  return list_of(files);
}

std::string figure_of(const NationalFigure& figure, const PublishedLanguage& language) {
  std::string json = "{";
  const auto text = [&](const char* key, std::string_view value) {
    json += fmt::format("\"{}\": {},\n", key, json_string(value));
  };
  text("name", figure.name);
  text("chosen_as", figure.chosen_as);
  text("kind", kFigureKindNames[static_cast<std::size_t>(figure.kind)]);
  text("size", kFigureSizeNames[static_cast<std::size_t>(figure.size)]);
  text("title", figure.figure.title);
  text("subtitle", figure.figure.subtitle);
  text("caption", figure.figure.caption);
  text("description", figure.figure.description);
  text("source", figure.source);
  text("n", figure.count);
  text("finding", figure.finding);
  return fmt::format("{}\"sentences\": {},\n{},\n\"files\": {}}}", json, texts_of(figure.sentences),
                     data_of(figure.data), files_of(language, figure.name));
}

std::string language_of(const PublishedLanguage& language) {
  std::vector<std::string> figures;
  for (const NationalFigure& figure : language.figures) figures.push_back(figure_of(figure, language));
  return fmt::format("{}: {{\n\"language\": {},\n\"title\": {},\n\"notice\": {},\n\"files\": {},\n\"figures\": {}}}",
                     json_string(language.tag), json_string(language.document_tag), json_string(language.title),
                     json_string(language.notice), files_of(language, ""), list_of(figures));
}

}  // namespace

std::string publication_json(const Survey& survey, const Model& model, std::span<const PublishedLanguage> languages) {
  std::vector<std::string> all;
  for (const PublishedLanguage& language : languages) all.push_back(language_of(language));
  const Date& date = survey.report_date;
  return fmt::format(
      "{{\n\"survey\": {},\n\"year\": {},\n\"edition\": {},\n\"model\": {},\n\"date\": \"{:04}-{:02}-{:02}\",\n"
      "\"program\": \"mognad {}\",\n\"simulated\": {},\n\"languages\": {{\n{}\n}}\n}}\n",
      json_string(survey.id), survey.year, survey.edition, json_string(fmt::format("{} {}", model.id, model.version)),
      date.year, date.month, date.day, MOGNAD_VERSION, survey.simulated, fmt::join(all, ",\n"));
}

}  // namespace mognad
