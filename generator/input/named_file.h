// Files that survey.toml names.
#pragma once

#include <optional>
#include <string>

#include "base/problem.h"
#include "files/files.h"

namespace mognad {

/// The text of a file that survey.toml names under a key; a problem that says which when it can't be read.
std::optional<std::string> read_named(const std::string& path, const char* key, const Files& files, Problems& problems);

}  // namespace mognad
