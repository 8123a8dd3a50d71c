// Files of the survey that are read whole: TOML, pictures. Their size is looked at before a byte is read.
#pragma once

#include <string>

#include "dataset/input_limits.h"
#include "files/files.h"
#include "input/toml_document.h"

namespace mognad {

/// The bytes, or a problem: the file can't be read, or has more than `most` bytes.
Result<std::string> read_whole(const std::string& path, std::int64_t most, const Files& files);

/// The root table of a TOML file. It may have the limits' file_bytes, and never more than 16 MB; what a person writes
/// has a thousandth of it. A file that can't be opened gets the hint `missing`.
Result<TomlValue> read_toml_file(const std::string& path, const Files& files, const InputLimits& limits,
                                 const std::string& missing);

}  // namespace mognad
