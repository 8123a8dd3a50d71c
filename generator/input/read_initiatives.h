// What organisations have done that others may learn from, one row each: who, which part of the model it strengthens, a
// title and a few sentences, and where to read more. Columns are documented in docs/guide.
#pragma once

#include "base/problem.h"
#include "dataset/dataset.h"
#include "dataset/survey.h"
#include "files/files.h"
#include "model/model.h"

namespace mognad {

/// What a page has room for, in characters.
inline constexpr std::size_t kLongestTitle = 80;
inline constexpr std::size_t kLongestInitiative = 240;
inline constexpr std::size_t kLongestLink = 300;

/// Reads `files.initiatives`, where the survey names it, into the dataset, which has its organisations already. They
/// come out in the order of node, organisation and title, whatever the order of the rows.
void read_initiatives(const Survey& survey, const Model& model, const Files& files, Dataset& dataset,
                      Problems& problems);

}  // namespace mognad
