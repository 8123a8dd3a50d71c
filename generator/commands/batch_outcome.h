// How a batch of documents ends, whichever command began it: its manifest, the exit status, and the user who stops it.
#pragma once

#include <atomic>
#include <string>

#include "commands/load.h"

namespace mognad {

/// What stands in a manifest: by it a later run and parts of the same batch know each other.
struct MadeFrom {
  std::string inputs = {};             // hash of all input and of what was asked for; empty: not known
  std::string statistics_sha256 = {};  // of the snapshot; empty: none
};

/// Writes the manifest into `folder` of the output folder, "" being that itself; groups and the publication have one of
/// their own, so that it doesn't take the place of the organisations'. After a stop, or on a full disk, none.
void write_manifest(const LoadedSurvey& loaded, const std::string& folder, const std::string& output,
                    BatchResult& result, Files& files, const MadeFrom& made_from = {}, const Shard& shard = {});

ExitStatus status_of(const BatchResult& result);

/// Becomes true when the user interrupts the program, from the first call on.
const std::atomic<bool>& stop_on_interrupt();

}  // namespace mognad
