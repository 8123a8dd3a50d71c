// The hash of everything that reports are made from, before any of it is read as what it is: where it is the one of the
// run that made what stands in the output folder, there is nothing to do.
#pragma once

#include <optional>
#include <string>

#include "commands/command_options.h"
#include "dataset/survey.h"
#include "files/files.h"
#include "statistics/stored_statistics.h"

namespace mognad {

/// Of the program itself and of the libraries that it runs with.
std::string program_sha256(const Files& files);

/// Files that only documents need: model, template, theme, logo, the languages' words, and tables that whole reports
/// depend on. Paths that may be missing are left out where they are empty.
std::vector<std::string> settings_paths(const Survey& survey, const CommandOptions& options);

/// All files that a survey names, its own and its model's among them; some twice. Missing ones too.
std::vector<std::string> input_paths(const Survey& survey, const CommandOptions& options);

struct InputDigests {
  std::string reports;  // of the program, of every byte that the survey's reports are made from, and of what was asked
  std::string statistics;  // of every byte that its statistics are computed from
  std::string stamps;      // what the file system tells of the files, from before they were read
};

/// One is empty when a file can't be read, or is a database that somebody is changing: then the survey has to be read,
/// which tells of it. Files are read on several threads, in parts.
InputDigests input_digests(const Survey& survey, const CommandOptions& options, const Files& files);

/// Whether a file of the survey has been written to, or another put in its place, since the digests were begun. Quick:
/// nothing is read.
bool touched_since(const InputDigests& before, const Survey& survey, const CommandOptions& options);

/// What is wrong where statistics and answers would not be of the same bytes: a file that changed since `before` was
/// taken, one that can't be read again, or a pipe.
std::optional<Problem> changed_meanwhile(const Survey& survey, const InputDigests& before,
                                         const CommandOptions& options, const Files& files);

/// What statistics are computed by and of, for a snapshot of them.
StatisticsOrigin statistics_origin(const InputDigests& digests, const Files& files);

}  // namespace mognad
