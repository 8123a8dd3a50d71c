#include "batch/written_files.h"

#include <utility>

namespace mognad {

void WrittenFiles::put(Files& files, const std::string& folder, ManifestEntry entry, const std::string& bytes) {
  if (auto problem = timed(times, Phase::writing, [&] { return files.write_below(folder, entry.file, bytes); })) {
    problems.push_back(std::move(*problem));
    disk_failed = true;
    return;
  }
  entries.push_back(std::move(entry));
}

void WrittenFiles::note_in(SharedJournal& journal) {
  if (entries.empty()) return;
  std::string lines;
  for (const ManifestEntry& entry : entries) lines += (lines.empty() ? "" : "\n") + journal_line(entry);
  if (auto problem = timed(times, Phase::writing, [&] { return journal.write(lines); })) {
    problems.push_back(std::move(*problem));
    disk_failed = true;
  }
}

}  // namespace mognad
