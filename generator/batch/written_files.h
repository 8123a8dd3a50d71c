// WrittenFiles: what one task of a batch has written, and what went wrong. A file is told of only when it is there.
#pragma once

#include <string>
#include <vector>

#include "batch/manifest.h"
#include "batch/phase_times.h"
#include "batch/shared_journal.h"
#include "files/files.h"

namespace mognad {

struct WrittenFiles {
  std::vector<ManifestEntry> entries;
  Problems problems;
  bool disk_failed = false;
  PhaseTimes* times = nullptr;  // of the task; null: not measured

  /// Writes the file that the entry tells of, below the folder.
  void put(Files& files, const std::string& folder, ManifestEntry entry, const std::string& bytes);
  /// A line for each file, all of them at once: what a report consists of is told whole.
  void note_in(SharedJournal& journal);
};

}  // namespace mognad
