// A folder of finished reports of the small survey, in memory, with its manifest: what the program writes, to damage.
#pragma once

#include <map>
#include <set>
#include <string>

#include "batch/known_names.h"
#include "batch/render_batch.h"
#include "batch/render_groups.h"
#include "batch/verify_files.h"
#include "support/small_survey.h"

namespace mognad::test {

using FolderContent = std::map<std::string, std::string>;

inline std::string manifest_of(const BatchResult& result) {
  const LoadedSurvey& loaded = *small_survey().loaded;
  return manifest_json({loaded.survey.id, loaded.survey.year, "mognad " MOGNAD_VERSION},
                       known_names(loaded.survey, loaded.model, loaded.dataset), result.entries, result.failed);
}

/// Two organisations in two languages, in the folder "out".
inline const FolderContent& finished_folder() {
  static const FolderContent content = [] {
    MemoryFiles files;
    BatchOptions options;
    options.output = "out";
    options.organisations = {0, 1};
    const BatchResult result = render_batch(small_survey().batch(), options, files);
    REQUIRE(result.entries.size() == 4);
    FolderContent made{{"out/manifest.json", manifest_of(result)}};
    for (const ManifestEntry& entry : result.entries) made["out/" + entry.file] = *files.read("out/" + entry.file);
    return made;
  }();
  return content;
}

/// What is found under the rules of identity and of the manifest: "file: rule", without the folder.
inline std::set<std::string> found_in(const VerifyResult& result) {
  std::set<std::string> found;
  for (const VerifiedFile& file : result.files)
    for (const verification::Finding& finding : file.findings)
      if (finding.rule->id.starts_with("M-"))
        found.insert(file.path.substr(file.path.rfind('/') + 1) + ": " + std::string(finding.rule->id));
  return found;
}

inline std::set<std::string> found_in(const FolderContent& content, unsigned jobs = 1) {
  return found_in(verify_files({{"out", VerifyTarget::Kind::folder}}, jobs, MemoryFiles(content)));
}

}  // namespace mognad::test
