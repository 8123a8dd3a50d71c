// How a batch of documents ends, whichever command began it: its manifest, the exit status, and the user who stops it.
#pragma once

#include <atomic>
#include <string>

#include "commands/load.h"

namespace mognad {

/// Writes the manifest into `folder` of the output folder, "" being that itself; groups and the publication have one of
/// their own, so that it doesn't take the place of the organisations'. After a stop, or on a full disk, none.
/// `made_from` stands in it when all was made.
void write_manifest(const LoadedSurvey& loaded, const std::string& folder, const std::string& output,
                    BatchResult& result, Files& files, const std::string& made_from = {}, const Shard& shard = {});

ExitStatus status_of(const BatchResult& result);

/// Becomes true when the user interrupts the program, from the first call on.
const std::atomic<bool>& stop_on_interrupt();

}  // namespace mognad
