// Writing a simulated survey: the files that its survey.toml names.
#pragma once

#include "commands/load.h"

namespace mognad {

/// Simulates and writes answers, units and participation. Returns how many answers there are. When it could not write,
/// `disk_failed` (which may be null) becomes true.
Result<std::size_t> write_simulation(const Survey& survey, const Model& model, Files& files,
                                     bool* disk_failed = nullptr);

}  // namespace mognad
