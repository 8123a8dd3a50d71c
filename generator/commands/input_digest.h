// The hash of everything that reports are made from, before any of it is read as what it is: where it is the one of the
// run that made what stands in the output folder, there is nothing to do.
#pragma once

#include <string>

#include "commands/command_options.h"
#include "dataset/survey.h"
#include "files/files.h"

namespace mognad {

/// Of the program itself; empty where the system doesn't let it be read.
std::string program_sha256(const Files& files);

/// Files that only documents need: model, template, theme, logo, the languages' words, and tables that whole reports
/// depend on. Paths that may be missing are left out where they are empty.
std::vector<std::string> settings_paths(const Survey& survey, const CommandOptions& options);

/// Of the program, of every byte that the survey's reports are made from, and of what was asked for. Empty when a file
/// can't be read: then the survey has to be read, which tells of it. Files are read on several threads.
std::string input_digest(const Survey& survey, const CommandOptions& options, const Files& files);

}  // namespace mognad
