// Where `mognad check --html` puts its page: never over a file that is not a page of its own, whatever name was typed,
// and in no folder that a slip of the hand invents. Looked at before anything is read. Any thread may call it.
#pragma once

#include <optional>
#include <string>

#include "commands/command_options.h"
#include "dataset/survey.h"
#include "files/files.h"

namespace mognad {

struct PageRefusal {
  Problem problem;
  ExitStatus status = ExitStatus::wrong_usage;
};

/// Nothing when the page may be written. `survey` is null when survey.toml can't be read; then only what stands at
/// `file` is looked at.
std::optional<PageRefusal> page_refusal(const std::string& file, const Survey* survey, const Files& files);

}  // namespace mognad
