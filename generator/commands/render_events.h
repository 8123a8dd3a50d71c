// What `mognad render` tells while it works, for a program (--json: an event an object, an object a line; problems are
// events, too, on standard error), and after it: a summary, and for who wants to know where the time went a profile
// (--profile). Called by one thread at a time.
#pragma once

#include "batch/render_batch.h"
#include "commands/command_options.h"

namespace mognad {

/// {"event": "start", …}: before the first report.
void print_start(const Survey& survey, const std::string& output, std::size_t organisations,
                 const CommandOptions& options);

/// {"event": "report", …}: one is done, with milliseconds of processor time for each phase.
void print_report_done(const DoneReport& report);

/// Reports of the run that stayed as they were.
std::size_t unchanged_of(const BatchResult& result);

/// What there is now, as a table or as {"event": "summary", …}, and what it took since the program began.
void print_summary(const BatchResult& result, const Problems& problems, const std::string& output,
                   const CommandOptions& options);

/// Processor time by phase, all threads together, as a table, or as {"event": "profile", …} in milliseconds. What no
/// phase claims, such as reading fonts, is "other".
void print_profile(const PhaseTimes& times, const CommandOptions& options);

}  // namespace mognad
