// What is known besides the answers: published figures of earlier editions (benchmarks), targets, and the snapshot of
// closed years.
#pragma once

#include "base/result.h"
#include "dataset/dataset.h"
#include "dataset/survey.h"
#include "files/files.h"
#include "model/model.h"

namespace mognad {

/// Reads `files.benchmarks` and `files.targets`, where the survey names them, into the dataset.
void read_published(const Survey& survey, const Model& model, const Files& files, Dataset& dataset, Problems& problems);

/// Compares the data of the closed years with their snapshot; every difference is an error at its line.
void check_closed_years(const Survey& survey, const Model& model, const Files& files, Dataset& dataset,
                        Problems& problems);

}  // namespace mognad
