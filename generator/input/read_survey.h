// survey.toml; every key is documented in templates/README.md.
#pragma once

#include "base/result.h"
#include "dataset/survey.h"
#include "files/files.h"

namespace mognad {

/// `path` is a survey.toml or the folder that holds one. `templates` is the program's own folder of templates: paths
/// that begin with "templates/" are looked for there.
Result<Survey> read_survey(const std::string& path, const std::string& templates, const Files& files);

}  // namespace mognad
