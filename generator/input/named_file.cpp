#include "input/named_file.h"

#include <fmt/format.h>

namespace mognad {

std::optional<std::string> read_named(const std::string& path, const char* key, const Files& files,
                                      Problems& problems) {
  auto text = files.read(path).take(problems);
  if (!text && problems.back().hint.empty())
    problems.back().hint = fmt::format("survey.toml names this file under '{}'", key);
  return text;
}

}  // namespace mognad
