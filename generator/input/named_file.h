// Files that survey.toml names.
#pragma once

#include <optional>
#include <string>

#include "base/problem.h"
#include "dataset/dataset.h"
#include "dataset/survey.h"
#include "files/files.h"
#include "input/data_table.h"
#include "input/open_rows.h"

namespace mognad {

/// The bytes of a file that survey.toml names under a key, at most so many; a problem that says which when it can't be
/// read.
std::optional<std::string> read_named(const std::string& path, const char* key, std::int64_t most, const Files& files,
                                      Problems& problems);

/// The table in a file that survey.toml names under a key, "files.units"; a problem that says which when it can't be
/// read. The dataset remembers what the file was found to be.
std::optional<DataTable> open_table(const std::string& path, const char* key, const Survey& survey, const Files& files,
                                    Dataset& dataset, Problems& problems);

/// Which file and part of it a path names: "data.xlsx#Svar" is the sheet Svar of data.xlsx, while in "a#b.csv" the sign
/// belongs to the name.
TableFile table_file(const std::string& path, std::string_view key);

/// The same of a file of which more is known than its path.
std::optional<DataTable> open_table(const TableFile& file, const char* key, const TableShape& shape,
                                    const Survey& survey, const Files& files, Dataset& dataset, Problems& problems);

}  // namespace mognad
