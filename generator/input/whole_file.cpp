#include "input/whole_file.h"

#include <fmt/format.h>

#include <algorithm>

namespace mognad {
namespace {

constexpr std::int64_t kMostTomlBytes = 16'000'000;

}  // namespace

Result<std::string> read_whole(const std::string& path, std::int64_t most, const Files& files) {
  Problems problems;
  const auto file = files.open(path).take(problems);
  if (!file) return problems;
  const std::uint64_t size = (*file)->size();
  if (size > static_cast<std::uint64_t>(most))
    return error_at({path}, fmt::format("the file has {} bytes, expected at most {}", size, most));
  std::string bytes(static_cast<std::size_t>(size), '\0');
  const auto read = (*file)->read_at(0, bytes).take(problems);
  if (!read) return problems;
  bytes.resize(*read);
  return bytes;
}

Result<TomlValue> read_toml_file(const std::string& path, const Files& files, const InputLimits& limits,
                                 const std::string& missing) {
  Problems problems;
  const auto text = read_whole(path, std::min(limits.file_bytes, kMostTomlBytes), files).take(problems);
  if (text) return parse_toml(*text, path, limits.toml_depth);
  if (problems.back().message.starts_with("can't")) problems.back().hint = missing;
  return problems;
}

}  // namespace mognad
