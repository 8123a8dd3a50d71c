// Verification of many finished files on all cores: which files there are, which manifest tells of them, and what was
// found in each, in an order that doesn't depend on threads.
#pragma once

#include <string>
#include <vector>

#include "files/files.h"
#include "verification/finding.h"

namespace mognad {

/// Findings of one file; or of a manifest, whose path is then that.
struct VerifiedFile {
  std::string path;
  verification::Findings findings;
};

struct VerifyResult {
  std::vector<VerifiedFile> files;  // those of the first folder or file that was named, then of the next
  std::size_t checked = 0;          // how many of them were read and checked
  Problems problems;                // what could not be read, and notes
};

/// A folder or a file that is to be verified.
struct VerifyTarget {
  enum class Kind { folder, file };
  std::string path;
  Kind kind = Kind::folder;
  std::vector<std::string> folders = {};  // of a folder: those in it, at any depth
};

/// A folder: what its manifest names, and all PDF files in it and in the folders in it, where those with a manifest of
/// their own are verified with that. A folder without a manifest, such as that of the reports, is verified with the one
/// above when that names files in it. A file: by itself, and with the manifest in its folder or in the one above, when
/// it is named there.
VerifyResult verify_files(const std::vector<VerifyTarget>& targets, unsigned jobs, const Files& files);

}  // namespace mognad
