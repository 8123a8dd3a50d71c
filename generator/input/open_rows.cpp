#include "input/open_rows.h"

#include <fmt/format.h>

#include <array>
#include <utility>

#include "input/limit_problem.h"

namespace mognad {
namespace {

using namespace std::string_view_literals;

bool is_zip(std::string_view bytes) { return bytes.starts_with("PK\x03\x04"sv); }
bool is_compound(std::string_view bytes) { return bytes.starts_with("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv); }
bool is_sqlite(std::string_view bytes) { return bytes.starts_with("SQLite format 3\0"sv); }

/// A bracket before anything else: no head of a CSV file begins so. JSON in UTF-16 is for its reader to refuse.
bool is_json(std::string_view bytes) {
  for (const std::string_view mark : {"\xEF\xBB\xBF"sv, "\xFF\xFE"sv, "\xFE\xFF"sv})
    if (bytes.starts_with(mark)) bytes.remove_prefix(mark.size());
  if (bytes.starts_with('\0')) bytes.remove_prefix(1);
  const std::size_t first = bytes.find_first_not_of(" \t\r\n");
  return first != std::string_view::npos && (bytes[first] == '{' || bytes[first] == '[');
}

bool is_anything(std::string_view) { return true; }

struct Format {
  bool (*matches)(std::string_view first_bytes);
  std::unique_ptr<RowSource> (*open)(TableInput);
};

/// The first that matches reads the file.
constexpr std::array kFormats{Format{is_zip, open_xlsx}, Format{is_compound, refuse_compound_file},
                              Format{is_sqlite, open_sqlite}, Format{is_json, open_json},
                              Format{is_anything, open_csv}};

}  // namespace

std::unique_ptr<RowSource> open_rows(const TableFile& table, const Files& files, const InputLimits& limits,
                                     Problems& problems) {
  auto file = files.open(table.path).take(problems);
  if (!file) return nullptr;
  if ((*file)->size() > static_cast<std::uint64_t>(limits.file_bytes)) {
    problems.push_back(limit_problem({table.path}, "the file has", limits.file_bytes, "file_bytes"));
    return nullptr;
  }
  std::array<char, 256> first{};
  const auto got = (*file)->read_at(0, first).take(problems);
  if (!got) return nullptr;
  const std::string_view bytes(first.data(), *got);
  for (const Format& format : kFormats)
    if (format.matches(bytes)) return format.open({table, std::move(*file), limits, problems, &files});
  return nullptr;
}

}  // namespace mognad
