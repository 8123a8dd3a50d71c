// How the answers to one statement are distributed over the steps of the scale.
#pragma once

#include "dataset/dataset.h"
#include "model/model.h"
#include "statistics/results.h"

namespace mognad {

/// Adds the answers of one measurement to `distribution`, whose counts have a place for each step; none
/// where values were computed elsewhere.
void count_answers(AnswerDistribution& distribution, const Model& model, const Dataset& dataset,
                   const Measurement& measurement, NodeIndex statement);

}  // namespace mognad
