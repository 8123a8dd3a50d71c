// A dataset as the CSV files that a survey is read from.
#pragma once

#include <string>

#include "dataset/dataset.h"
#include "model/model.h"

namespace mognad {

/// Answers of one year in the long layout. Respondents are numbered within their organisation and year.
std::string answers_csv(const Dataset& dataset, const Model& model, int year);
std::string units_csv(const Dataset& dataset);
/// Invited persons; empty where the number is unknown.
std::string participation_csv(const Dataset& dataset);

}  // namespace mognad
