#include "input/named_file.h"

#include <fmt/format.h>

#include "input/whole_file.h"

namespace mognad {

TableFile table_file(const std::string& path, std::string_view key) {
  TableFile table{.path = path, .role = std::string(key.substr(key.rfind('.') + 1))};
  const std::size_t sign = path.rfind('#');
  if (sign == std::string::npos || path.find('.', sign) != std::string::npos) return table;
  if (path.find('.', path.rfind('/') + 1) > sign) return table;
  table.path = path.substr(0, sign);
  table.part = path.substr(sign + 1);
  return table;
}

std::optional<std::string> read_named(const std::string& path, const char* key, std::int64_t most, const Files& files,
                                      Problems& problems) {
  auto text = read_whole(path, most, files).take(problems);
  if (!text && problems.back().hint.empty())
    problems.back().hint = fmt::format("survey.toml names this file under '{}'", key);
  return text;
}

std::optional<DataTable> open_table(const TableFile& file, const char* key, const TableShape& shape,
                                    const Survey& survey, const Files& files, Dataset& dataset, Problems& problems) {
  const std::size_t before = problems.size();
  auto rows = open_rows(file, files, survey.limits, problems);
  if (!rows) {
    if (problems.size() > before && problems.back().hint.empty())
      problems.back().hint = fmt::format("survey.toml names this file under '{}'", key);
    return std::nullopt;
  }
  dataset.sources.push_back({file.path, file.role, rows->format()});
  return DataTable(std::move(rows), file.path, problems, shape);
}

std::optional<DataTable> open_table(const std::string& path, const char* key, const Survey& survey, const Files& files,
                                    Dataset& dataset, Problems& problems) {
  return open_table(table_file(path, key), key, {}, survey, files, dataset, problems);
}

}  // namespace mognad
