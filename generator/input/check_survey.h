// What survey.toml speaks of must be there: columns and codes of the organisations, earlier versions of the model, and
// the answers that labels stand for. These can be checked only when the other files are known.
#pragma once

#include "base/problem.h"
#include "dataset/dataset.h"
#include "dataset/survey.h"
#include "model/model.h"

namespace mognad {

/// Adds an error for each that isn't there, at its place in survey.toml. The dataset needs its organisations only.
void check_survey(const Survey& survey, const Model& model, const Dataset& dataset, Problems& problems);

}  // namespace mognad
