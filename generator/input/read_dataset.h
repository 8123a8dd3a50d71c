// Organisations, units, participation and answers from CSV files; columns are documented in templates/README.md.
#pragma once

#include "base/result.h"
#include "dataset/dataset.h"
#include "dataset/survey.h"
#include "files/files.h"
#include "model/model.h"

namespace mognad {

/// Organisations alone: what `mognad simulate` starts from.
Result<Dataset> read_organisations(const Survey& survey, const Files& files);

/// Everything that the survey names. All problems of all files are reported.
Result<Dataset> read_dataset(const Survey& survey, const Model& model, const Files& files);

}  // namespace mognad
