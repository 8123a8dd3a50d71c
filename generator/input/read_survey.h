// survey.toml; every key is documented in docs/guide.
#pragma once

#include "base/result.h"
#include "dataset/survey.h"
#include "files/files.h"
#include "input/limit_settings.h"

namespace mognad {

/// `path` is a survey.toml or the folder that holds one. `templates` is the program's own folder of templates: paths
/// that begin with "templates/" are looked for there. The limits given come before those of the file, and hold for it.
Result<Survey> read_survey(const std::string& path, const std::string& templates, const Files& files,
                           const GivenLimits& given = {});

}  // namespace mognad
