// The labels of imports (answer_import.h), which can be checked only when the model's scale is known.
#pragma once

#include "base/problem.h"
#include "dataset/survey.h"
#include "model/model.h"

namespace mognad {

/// A label that stands for no answer, or is the same text as another that stands for something else, is an error at its
/// import; numbers of which two mean the same step are a warning.
void check_labels(const Survey& survey, const Model& model, Problems& problems);

}  // namespace mognad
