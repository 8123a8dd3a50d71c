// The publication's templates from TOML: figures.toml and status-report.toml; formats in docs/guide.
#pragma once

#include "base/result.h"
#include "dataset/input_limits.h"
#include "files/files.h"
#include "report/figure_template.h"

namespace mognad {

Result<FigureTemplate> read_figure_template(const std::string& path, const std::vector<LanguageTag>& languages,
                                            const Files& files, const InputLimits& limits = {});

/// `figures`: sections may only name these.
Result<StatusTemplate> read_status_template(const std::string& path, const std::vector<LanguageTag>& languages,
                                            const FigureTemplate& figures, const Files& files,
                                            const InputLimits& limits = {});

}  // namespace mognad
