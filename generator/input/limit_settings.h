// The names of the limits, as keys of `[limits]` in survey.toml and as `--limit NAME=VALUE` on the command line, which
// comes first: it also holds for survey.toml itself. A limit has one row in the table of limit_settings.cpp.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "dataset/input_limits.h"
#include "input/table_reader.h"

namespace mognad {

/// Limits of the command line by their names, all of which exist.
using GivenLimits = std::map<std::string, std::int64_t>;

/// Takes "rows=1000". A problem when there is no such limit, with the nearest that there is, or no such value.
std::optional<Problem> add_limit(GivenLimits& limits, const std::string& name_and_value);

/// The limits as they are before a survey is read.
InputLimits limits_of(const GivenLimits& given);

/// `[limits]`, in all but what was given.
InputLimits read_limits(TableReader table, const GivenLimits& given);

}  // namespace mognad
