// Files in memory: the twin of DiskFiles for tests and for composing without a disk. It can be told to fail.
#pragma once

#include <map>
#include <mutex>
#include <set>

#include "files/files.h"

namespace mognad {

class MemoryFiles final : public Files {
 public:
  MemoryFiles() = default;
  explicit MemoryFiles(std::map<std::string, std::string> files) : files_(std::move(files)) {}

  Result<std::string> read(const std::string& path) const override;
  Result<std::unique_ptr<FileReader>> open(const std::string& path) const override;
  bool exists(const std::string& path) const override;
  std::string real_path(const std::string& path) const override;
  std::optional<Problem> write_whole(const std::string& path, std::string_view bytes) override;
  std::optional<Problem> write_below(const std::string& folder, const std::string& name,
                                     std::string_view bytes) override;
  std::optional<Problem> remove(const std::string& path) override;
  /// Here nothing is ever left.
  void remove_leftovers(const std::string&, const std::vector<std::string>&) override {}
  Result<std::unique_ptr<LineWriter>> write_lines(const std::string& path, std::string_view first) override;
  std::vector<std::string> list(const std::string& folder) const override;

  /// From now on every write to this path fails as on a full disk.
  void refuse(const std::string& path);

 private:
  friend class MemoryLineWriter;

  mutable std::mutex mutex_;
  std::map<std::string, std::string> files_;
  std::set<std::string> refused_;
};

}  // namespace mognad
