// A loaded survey to test with: the program's own small survey of invented organisations, simulated in memory, or one
// made of the texts that a test gives.
#pragma once

#include <memory>
#include <string>

#include "commands/load.h"
#include "files/memory_files.h"

namespace mognad::test {

/// The text of a file of the source tree, by its path from the root.
std::string source_file(const std::string& path);

/// A disk in memory that holds templates/ of the source tree (under "templates/") and nothing else.
std::unique_ptr<MemoryFiles> files_with_templates();

/// The survey that `mognad new` writes, in the folder "survey", with its simulated answers.
std::unique_ptr<MemoryFiles> files_with_new_survey();

/// Options for a survey in memory.
CommandOptions options_for(const std::string& survey);

}  // namespace mognad::test
