// The manifest: what a run has made. A journal gets a flushed line for each finished file, so that a killed run can be
// followed by one that makes the rest; the manifest itself is written last.
#pragma once

#include <string>
#include <vector>

#include "batch/known_names.h"
#include "verification/manifest_reader.h"

namespace mognad {

/// A page is the twin of a report for the web; national is all that the publication of a year consists of.
enum class FileKind { report, figure, group, page, national };

struct ManifestEntry {
  std::string file;          // relative to the output folder
  std::string organisation;  // code
  std::string language;
  std::size_t bytes = 0;
  std::string sha256;
  std::string inputs_sha256;
  int pages = 0;  // of a report
  FileKind kind = FileKind::report;
  std::string group;                 // of a group's report: what the group is called in its language; of the
                                     // publication: what that is called
  std::vector<std::string> members;  // and the codes of its organisations
  std::string group_type = {};       // and their type
  std::string figure = {};           // of the publication: the name of the figure; empty: a document
  std::string content_sha256 = {};   // of a report and what is made with it: of all that it says and how it is set
};

/// What was read back of a manifest or a journal.
ManifestEntry entry_of(const verification::KnownFile& file);

/// One line of JSON.
std::string journal_line(const ManifestEntry& entry);

/// How a journal begins: of which survey and year it is, and a line for each file, with a line end behind each.
std::string journal_begin(const std::string& survey, int year, const std::vector<ManifestEntry>& entries);

/// Of what the files are.
struct ManifestHead {
  std::string survey;
  int year = 0;
  std::string program;                 // "mognad 0.1.0"
  std::string made_from = {};          // hash of all input and of what was asked for; empty: not known
  std::string statistics_sha256 = {};  // of the snapshot that statistics were read from; empty: they were computed
};

/// The whole manifest as JSON: its head, names to read the reports back with, files in the order given, organisations
/// that failed.
std::string manifest_json(const ManifestHead& head, const KnownNames& names, const std::vector<ManifestEntry>& entries,
                          const std::vector<std::string>& failed);

}  // namespace mognad
