// A survey from a seed and a model of its structure, for demonstration, tests and scale: effects of organisation,
// dimension, category, capability, unit type, unit, respondent and single answer, a trend, missing answers and years.
// The same seed gives the same survey everywhere, whatever the order of organisations. What it makes is marked as
// simulated in the survey file, and the mark follows into every document.
#pragma once

#include "dataset/dataset.h"
#include "dataset/survey.h"
#include "model/model.h"

namespace mognad {

/// Fills a dataset that has organisations with units, respondents, answers and measurements for the survey's last
/// years. Scores are drawn on 0 to 100 and rounded to the model's steps. Properties and employees play no part.
Dataset simulate(const Model& model, const Survey& survey, const Dataset& organisations);

}  // namespace mognad
