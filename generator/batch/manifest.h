// The manifest: what a run has made. A journal gets a flushed line for each finished file, so that a killed run can be
// followed by one that makes the rest; the manifest itself is written last.
#pragma once

#include <string>
#include <vector>

namespace mognad {

enum class FileKind { report, figure, group };

struct ManifestEntry {
  std::string file;          // relative to the output folder
  std::string organisation;  // code
  std::string language;
  std::size_t bytes = 0;
  std::string sha256;
  std::string inputs_sha256;
  int pages = 0;  // of a report
  FileKind kind = FileKind::report;
};

/// One line of JSON.
std::string journal_line(const ManifestEntry& entry);

/// The whole manifest as JSON: survey, year, program, files in the order given, organisations that failed.
std::string manifest_json(const std::string& survey, int year, const std::string& program,
                          const std::vector<ManifestEntry>& entries, const std::vector<std::string>& failed);

}  // namespace mognad
