// `mognad gallery`, and `mognad render --gallery` when its reports are made.
#pragma once

#include <string>
#include <vector>

#include "batch/render_report.h"
#include "commands/command_options.h"
#include "files/files.h"

namespace mognad {

/// Makes the gallery of what stands in the output folder, prints its problems and a summary, and returns how it ended.
ExitStatus make_gallery(const BatchInputs& inputs, const std::vector<OrganisationIndex>& chosen,
                        const std::string& output, const CommandOptions& options, Files& files);

}  // namespace mognad
