#include "batch/kept_files.h"

#include <set>
#include <utility>

#include "batch/earlier_run.h"
#include "files/output_names.h"
#include "verification/manifest_reader.h"

namespace mognad {
namespace {

using verification::Findings;
using verification::KnownFile;

}  // namespace

KeptFiles kept_files(const std::string& output, const std::string& survey, int year,
                     const std::vector<ManifestEntry>& written, const Files& files) {
  const std::string path = join_path(output, join_path(kFiguresFolder, kManifestName));
  if (!files.exists(path)) return {};
  const auto json = files.read(path);
  if (!json) return {};
  Findings findings;  // a manifest that is wrong is left out here, and told of by `verify`
  verification::Manifest earlier = verification::read_manifest(*json, findings);
  if (earlier.survey != survey || earlier.year != year || earlier.program != "mognad " MOGNAD_VERSION) return {};
  std::set<std::string> taken;
  for (const ManifestEntry& entry : written) taken.insert(entry.file);
  KeptFiles kept;
  for (const KnownFile& file : earlier.files)
    if (file.kind == KnownFile::Kind::national && !taken.contains(file.path) && is_whole(entry_of(file), output, files))
      kept.entries.push_back(entry_of(file));
  kept.failed = std::move(earlier.failed);
  return kept;
}

}  // namespace mognad
