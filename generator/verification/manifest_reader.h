// The manifest of a folder of finished files, read back: which files there are, whose they are, and the names of all
// organisations. It is never trusted: what doesn't fit is a finding and left out.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "verification/conformance.h"

namespace mognad::verification {

struct KnownOrganisation {
  std::string code;
  std::string formal_name;
  std::string short_name = {};
};

struct KnownFile {
  enum class Kind { report, figure, group, page, national };

  std::string path;          // relative to the folder, and inside it
  std::string organisation;  // code; empty where it is of several
  std::string language;
  std::string sha256;
  std::string inputs_sha256;
  long long bytes = -1;
  int pages = 0;
  Kind kind = Kind::report;
  std::string group;                 // what the group is called, or the publication of a year
  std::string group_type;            // and its members' type
  std::vector<std::string> members;  // codes
  std::string figure = {};           // of the publication: which figure it shows alone; empty: it is a document
  std::string content_sha256 = {};   // of a report: of all that it says and how it is set

  /// Not of one organisation, which has a code.
  bool is_of_several() const { return kind == Kind::group || kind == Kind::national; }
};

struct Manifest {
  std::string survey;
  int year = 0;
  std::string program;
  std::string made_from;          // hash of all input and of what was asked for; empty: not known
  std::string statistics_sha256;  // of the snapshot that its statistics were read from; empty: they were computed
  std::vector<KnownOrganisation> organisations;
  std::vector<std::string> consenting;     // codes of those that may be named in others' reports
  std::vector<std::string> allowed_names;  // texts that no organisation is meant by
  std::vector<KnownFile> files;
  std::vector<std::string> failed;  // whose report could not be made

  /// Null: none.
  const KnownOrganisation* organisation(std::string_view code) const;
  const KnownFile* file(std::string_view path) const;
};

/// Rules on the manifest itself and on its files as bytes.
extern const RuleGroup kManifestRules;

/// Never fails: of what is no manifest nothing is left, and there is a finding.
Manifest read_manifest(std::string_view json, Findings& findings);

/// What a run told while it worked.
struct Journal {
  std::string survey;  // empty: it doesn't say of which
  int year = 0;
  std::vector<KnownFile> files;  // of those that stand there twice the later
};

/// A line that is none, such as the last one of a run that was killed, is passed over: what it tells of is made again.
Journal read_journal(std::string_view lines);

/// Whether a path leads nowhere but into the folder: no "..", not from the root, no control character.
bool stays_inside(std::string_view path);

/// The file has the size and the hash that the manifest says.
void check_bytes(const KnownFile& file, std::string_view bytes, Findings& findings);

}  // namespace mognad::verification
