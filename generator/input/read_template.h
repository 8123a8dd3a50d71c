// The report's template, the theme and the languages from TOML; formats in docs/guide.
#pragma once

#include "base/result.h"
#include "dataset/input_limits.h"
#include "drawing/theme.h"
#include "files/files.h"
#include "language/language.h"
#include "report/template.h"

namespace mognad {

Result<Template> read_template(const std::string& path, const std::vector<LanguageTag>& languages, const Files& files,
                               const InputLimits& limits = {});

/// Reads and checks that every reader can tell the colours apart, see theme_checks.h; all failures are told at once.
Result<Theme> read_theme(const std::string& path, const Files& files, const InputLimits& limits = {});

/// Reads and checks that every pattern is ICU MessageFormat.
Result<Language> read_language(const std::string& path, const Files& files);

}  // namespace mognad
