// A command of `mognad mail` as a user may paste it into a shell: of the survey and the folder that were given.
#pragma once

#include <string>

#include "commands/command_options.h"

namespace mognad {

/// "mognad mail letters --output FOLDER SURVEY"; of what needs quotes, with them.
std::string mail_command(const std::string& verb, const CommandOptions& options);

}  // namespace mognad
