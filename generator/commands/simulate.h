// Writing a simulated survey: the files that its survey.toml names.
#pragma once

#include "commands/load.h"

namespace mognad {

/// Simulates and writes answers, units and participation. Returns how many answers there are.
Result<std::size_t> write_simulation(const Survey& survey, const Model& model, Files& files);

}  // namespace mognad
