#include "input/named_file.h"

#include <fmt/format.h>

#include "input/open_rows.h"
#include "input/whole_file.h"

namespace mognad {
namespace {

/// "data.xlsx#Svar" is the sheet Svar of data.xlsx; in "a#b.csv" the sign belongs to the name.
TableFile table_file(const std::string& name, std::string_view key) {
  TableFile table{.path = name, .role = std::string(key.substr(key.rfind('.') + 1))};
  const std::size_t sign = name.rfind('#');
  if (sign == std::string::npos || name.find('.', sign) != std::string::npos) return table;
  if (name.find('.', name.rfind('/') + 1) > sign) return table;
  table.path = name.substr(0, sign);
  table.part = name.substr(sign + 1);
  return table;
}

}  // namespace

std::optional<std::string> read_named(const std::string& path, const char* key, std::int64_t most, const Files& files,
                                      Problems& problems) {
  auto text = read_whole(path, most, files).take(problems);
  if (!text && problems.back().hint.empty())
    problems.back().hint = fmt::format("survey.toml names this file under '{}'", key);
  return text;
}

std::string file_of_table(const std::string& name) { return table_file(name, "").path; }

std::optional<DataTable> open_table(const std::string& path, const char* key, const Survey& survey, const Files& files,
                                    Dataset& dataset, Problems& problems) {
  const TableFile file = table_file(path, key);
  const std::size_t before = problems.size();
  auto rows = open_rows(file, files, survey.limits, problems);
  if (!rows) {
    if (problems.size() > before && problems.back().hint.empty())
      problems.back().hint = fmt::format("survey.toml names this file under '{}'", key);
    return std::nullopt;
  }
  dataset.sources.push_back({file.path, file.role, rows->format()});
  return DataTable(std::move(rows), file.path, problems);
}

}  // namespace mognad
