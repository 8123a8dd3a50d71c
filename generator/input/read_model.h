// The maturity model from TOML; the format is documented in docs/guide.
#pragma once

#include "base/result.h"
#include "dataset/input_limits.h"
#include "files/files.h"
#include "model/model.h"

namespace mognad {

/// Reads and checks: ids are unique, every node has children, weights are positive, steps ascend, shares can be met,
/// the matrix points at nodes, and every text exists in each of the languages.
Result<Model> read_model(const std::string& path, const std::vector<LanguageTag>& languages, const Files& files,
                         const InputLimits& limits = {});

}  // namespace mognad
