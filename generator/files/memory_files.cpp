#include "files/memory_files.h"

#include <fmt/format.h>

#include <filesystem>

#include "files/output_names.h"
#include "files/text_reader.h"

namespace mognad {

class MemoryLineWriter final : public LineWriter {
 public:
  MemoryLineWriter(MemoryFiles& files, std::string path) : files_(files), path_(std::move(path)) {}

  std::optional<Problem> write_line(std::string_view line) override {
    const std::lock_guard lock(files_.mutex_);
    if (files_.refused_.count(path_)) return error_at({path_}, "can't write: No space left on device");
    files_.files_[path_] += fmt::format("{}\n", line);
    return std::nullopt;
  }

 private:
  MemoryFiles& files_;
  std::string path_;
};

Result<std::string> MemoryFiles::read(const std::string& path) const {
  const std::lock_guard lock(mutex_);
  const auto found = files_.find(path);
  if (found == files_.end()) return error_at({path}, "can't read: No such file or directory");
  return found->second;
}

Result<std::unique_ptr<FileReader>> MemoryFiles::open(const std::string& path) const {
  Problems problems;
  auto bytes = read(path).take(problems);
  if (!bytes) return problems;
  return std::unique_ptr<FileReader>(std::make_unique<TextReader>(std::move(*bytes)));
}

bool MemoryFiles::exists(const std::string& path) const {
  const std::lock_guard lock(mutex_);
  return files_.count(path) > 0;
}

std::string MemoryFiles::real_path(const std::string& path) const {
  return std::filesystem::path(path).lexically_normal().string();
}

std::optional<Problem> MemoryFiles::write_whole(const std::string& path, std::string_view bytes) {
  const std::lock_guard lock(mutex_);
  if (refused_.count(path)) return error_at({path}, "can't write: No space left on device");
  files_[path] = std::string(bytes);
  return std::nullopt;
}

std::optional<Problem> MemoryFiles::write_below(const std::string& folder, const std::string& name,
                                                std::string_view bytes) {
  return write_whole(join_path(folder, name), bytes);
}

std::optional<Problem> MemoryFiles::remove(const std::string& path) {
  const std::lock_guard lock(mutex_);
  files_.erase(path);
  return std::nullopt;
}

Result<std::unique_ptr<LineWriter>> MemoryFiles::write_lines(const std::string& path, std::string_view first) {
  const std::lock_guard lock(mutex_);
  files_[path] = first;
  return std::unique_ptr<LineWriter>(std::make_unique<MemoryLineWriter>(*this, path));
}

std::vector<std::string> MemoryFiles::list(const std::string& folder) const {
  const std::lock_guard lock(mutex_);
  const std::string prefix = folder.empty() || folder.ends_with('/') ? folder : folder + "/";
  std::vector<std::string> names;
  for (const auto& [path, bytes] : files_)
    if (path.starts_with(prefix) && path.find('/', prefix.size()) == std::string::npos)
      names.push_back(path.substr(prefix.size()));
  return names;
}

void MemoryFiles::refuse(const std::string& path) {
  const std::lock_guard lock(mutex_);
  refused_.insert(path);
}

}  // namespace mognad
