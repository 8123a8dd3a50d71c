// Random surveys for properties: organisations of two types with properties, units, respondents and two years, some of
// them few, some answers missing. And everything that statistics let out of one, as a list of numbers to compare.
#pragma once

#include <vector>

#include "statistics/small_survey.h"
#include "statistics/statistics.h"
#include "support/property.h"

namespace mognad::test {

/// The model of small_survey.h with weights that differ, some statements reversed, and any scale.
Model random_model(Random& random, int lowest, int highest);

/// Compares with all, those of a county, and the nearest by size.
Survey random_survey();

/// Years 2024 and 2025; organisations measure in both, in one, or never.
Dataset random_dataset(const Model& model, int organisations, int most_respondents, Random& random);

/// Respondents of each measurement in another order.
Dataset with_shuffled_respondents(const Dataset& dataset, Random& random);

/// The organisation at place i of `order` comes i-th and gets its code.
Dataset with_reordered_organisations(const Dataset& dataset, const std::vector<OrganisationIndex>& order);

/// Every number and state of the organisations in this order, and of all together. States are numbers under −100.
std::vector<double> everything_let_out(const Statistics& statistics, const Survey& survey, const Model& model,
                                       const std::vector<OrganisationIndex>& order);

/// 0, 1, 2 …
std::vector<int> counting(std::size_t count);

bool nearly_the_same(const std::vector<double>& a, const std::vector<double>& b);

}  // namespace mognad::test
