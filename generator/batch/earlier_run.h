// EarlierRun: what stands in an output folder from before, as its manifest and the journal of a run that didn't end
// tell it. A file of it is taken over when it would be made of the same content and still has the bytes that it was
// written with. Built once; then threads may share it.
#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "batch/manifest.h"
#include "batch/shard.h"
#include "files/files.h"

namespace mognad {

class EarlierRun {
 public:
  EarlierRun() = default;

  /// Of the reports in the folder, or of one shard of them; nothing where nothing is told, or of another survey or
  /// year. What can't be read is passed over: it is made again.
  static EarlierRun read(const std::string& output, const std::string& survey, int year, const Files& files,
                         const Shard& shard = {});

  /// By what the whole earlier run was made from; empty where it is not known, where not all was made, and where a
  /// later run that didn't end has made something else.
  const std::string& made_from() const { return made_from_; }
  /// Of the snapshot that its statistics were read from; empty: they were computed.
  const std::string& statistics_sha256() const { return statistics_sha256_; }
  const std::vector<ManifestEntry>& entries() const { return entries_; }
  /// Null: none of that name.
  const ManifestEntry* find(const std::string& file) const;
  /// Codes of organisations whose reports it could not make.
  const std::vector<std::string>& failed() const { return failed_; }
  /// The figures that were made with a report.
  std::vector<const ManifestEntry*> figures_of(const std::string& organisation, const std::string& language) const;

 private:
  void add(ManifestEntry entry);

  std::vector<ManifestEntry> entries_;
  std::unordered_map<std::string, std::size_t> by_file_;
  std::unordered_map<std::string, std::vector<std::size_t>> figures_;  // by organisation and language
  std::vector<std::string> failed_;
  std::string made_from_;
  std::string statistics_sha256_;
};

/// Whether the file is there with the size and the hash that the entry tells.
bool is_whole(const ManifestEntry& entry, const std::string& output, const Files& files);

/// Whether that holds for all of them; on several threads.
bool all_whole(const std::vector<ManifestEntry>& entries, const std::string& output, unsigned jobs, const Files& files);

}  // namespace mognad
