// The manifests of all shards of a batch joined into one. What is wrong is named: parts that are missing, files and
// reports that two parts claim, files that none does, and parts that are of another survey or made of other data.
#pragma once

#include <string>

#include "base/problem.h"
#include "files/files.h"

namespace mognad {

struct MergeResult {
  std::size_t shards = 0;
  std::size_t files = 0;
  bool written = false;  // manifest.json stands in the folder
  bool disk_failed = false;
  Problems problems;
};

/// Reads every `manifest.I-of-N.json` in the folder and writes `manifest.json`; with an error nothing is written.
MergeResult merge_shards(const std::string& folder, Files& files);

}  // namespace mognad
