// Files on the disk. Whole files are written as a temporary file (exclusive, in the target's folder), fsynced, closed
// and renamed, the folder is fsynced, and every step is checked: a full disk is an error and leaves nothing behind.
// Devices are neither read nor written; a pipe is read up to a gigabyte.
#pragma once

#include "files/files.h"
#include "files/owner_only.h"

namespace mognad {

class DiskFiles final : public Files, public WritesForOwner {
 public:
  Result<std::string> read(const std::string& path) const override;
  Result<std::unique_ptr<FileReader>> open(const std::string& path) const override;
  bool exists(const std::string& path) const override;
  std::string real_path(const std::string& path) const override;
  std::optional<Problem> write_whole(const std::string& path, std::string_view bytes) override;
  std::optional<Problem> write_below(const std::string& folder, const std::string& name,
                                     std::string_view bytes) override;
  std::optional<Problem> write_private_below(const std::string& folder, const std::string& name,
                                             const FileParts& parts) override;
  std::optional<Problem> remove(const std::string& path) override;
  void remove_leftovers(const std::string& folder, const std::vector<std::string>& inner) override;
  Result<std::unique_ptr<LineWriter>> write_lines(const std::string& path, std::string_view first) override;
  std::vector<std::string> list(const std::string& folder) const override;
};

}  // namespace mognad
