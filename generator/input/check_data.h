// What a careful analyst would ask about data that is well-formed: statements that nobody answered, organisations that
// are missing, totals that jump, scales turned round, respondents who gave one answer to everything or stand there
// twice, names that are nearly alike, personal data. Warnings and notes only: the data is used as it is.
#pragma once

#include "base/problem.h"
#include "dataset/dataset.h"
#include "dataset/survey.h"
#include "model/model.h"

namespace mognad {

/// Adds what is found to `problems`, in the order of the table in check_data.cpp. The dataset is whole, without errors.
void check_data(const Survey& survey, const Model& model, const Dataset& dataset, Problems& problems);

}  // namespace mognad
