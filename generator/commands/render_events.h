// What `mognad render` tells while it works, for a program (--json: an event an object, an object a line) and, after
// it, for who wants to know where the time went (--profile). Called by one thread at a time.
#pragma once

#include "batch/render_batch.h"
#include "commands/command_options.h"

namespace mognad {

/// {"event": "start", …}: before the first report.
void print_start(const Survey& survey, const std::string& output, std::size_t organisations,
                 const CommandOptions& options);

/// {"event": "report", …}: one is done, with milliseconds of processor time for each phase.
void print_report_done(const DoneReport& report);

/// Processor time by phase, all threads together, as a table, or as {"event": "profile", …} in milliseconds. What no
/// phase claims, such as reading fonts, is "other".
void print_profile(const PhaseTimes& times, const CommandOptions& options);

}  // namespace mognad
