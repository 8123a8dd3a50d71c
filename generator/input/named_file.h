// Files that survey.toml names.
#pragma once

#include <optional>
#include <string>

#include "base/problem.h"
#include "dataset/dataset.h"
#include "dataset/survey.h"
#include "files/files.h"
#include "input/data_table.h"

namespace mognad {

/// The bytes of a file that survey.toml names under a key, at most so many; a problem that says which when it can't be
/// read.
std::optional<std::string> read_named(const std::string& path, const char* key, std::int64_t most, const Files& files,
                                      Problems& problems);

/// The path of the file in which a table lies: of "data.xlsx#Svar" it is "data.xlsx".
std::string file_of_table(const std::string& name);

/// The table in a file that survey.toml names under a key, "files.units"; a problem that says which when it can't be
/// read. The dataset remembers what the file was found to be.
std::optional<DataTable> open_table(const std::string& path, const char* key, const Survey& survey, const Files& files,
                                    Dataset& dataset, Problems& problems);

}  // namespace mognad
