// What a run of a part leaves as it was: files of an earlier run of the same survey, year and program that this one
// doesn't write and that still have the bytes that the manifest says. They stay in the manifest, so that a folder which
// is made in parts verifies like one made at once.
#pragma once

#include <string>
#include <vector>

#include "batch/manifest.h"
#include "files/files.h"

namespace mognad {

struct KeptFiles {
  std::vector<ManifestEntry> entries;  // in the order of the earlier manifest
  std::vector<std::string> failed;     // what the earlier run could not make, whatever this one has made
};

/// Of the publication in the folder `output`; none where there is no manifest, or one of something else. What was
/// changed, is gone or is among `written` is left out.
KeptFiles kept_files(const std::string& output, const std::string& survey, int year,
                     const std::vector<ManifestEntry>& written, const Files& files);

}  // namespace mognad
