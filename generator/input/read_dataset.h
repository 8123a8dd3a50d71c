// Organisations, units, participation and answers from files; columns are documented in docs/guide.
#pragma once

#include <functional>

#include "base/result.h"
#include "dataset/dataset.h"
#include "dataset/survey.h"
#include "files/files.h"
#include "model/model.h"

namespace mognad {

/// Organisations alone: what `mognad simulate` starts from.
Result<Dataset> read_organisations(const Survey& survey, const Files& files);

/// Runs a number of tasks that don't touch one another, each called with its number; it may use several threads.
using RunTasks = std::function<void(std::size_t tasks, const std::function<void(std::size_t)>& task)>;

/// One task after the other.
void run_in_turn(std::size_t tasks, const std::function<void(std::size_t)>& task);

/// Everything that the survey names. All problems of all files are reported, in the same order however tasks run. Files
/// of answers are read side by side where `run` does so.
Result<Dataset> read_dataset(const Survey& survey, const Model& model, const Files& files,
                             const RunTasks& run = run_in_turn);

}  // namespace mognad
