#include "files/disk_files.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <cstring>
#include <filesystem>

#include "files/text_reader.h"

namespace mognad {
namespace {

Problem system_problem(const std::string& path, const char* doing, int code) {
  return error_at({path}, fmt::format("can't {}: {}", doing, std::strerror(code)));
}

/// A file descriptor that closes itself; close() reports what the kernel says at the end.
class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() {
    if (number_ >= 0) ::close(number_);
  }
  int number() const { return number_; }
  bool open() const { return number_ >= 0; }
  int close() { return ::close(std::exchange(number_, -1)); }

 private:
  int number_;
};

/// 0, or the errno of the write that failed.
int write_all(int descriptor, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return errno;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return 0;
}

std::optional<Problem> make_parent(const std::string& path) {
  const std::filesystem::path parent = std::filesystem::path(path).parent_path();
  if (parent.empty()) return std::nullopt;
  std::error_code code;
  std::filesystem::create_directories(parent, code);
  if (code) return system_problem(parent.string(), "make the folder", code.value());
  return std::nullopt;
}

std::string temporary_name(const std::string& path) {
  static std::atomic<unsigned> counter = 0;
  return fmt::format("{}.{}-{}.part", path, ::getpid(), counter++);
}

class DiskLineWriter final : public LineWriter {
 public:
  DiskLineWriter(std::string path, int descriptor) : path_(std::move(path)), descriptor_(descriptor) {}

  std::optional<Problem> write_line(std::string_view line) override {
    std::string whole(line);
    whole += '\n';
    if (const int code = write_all(descriptor_.number(), whole)) return system_problem(path_, "write", code);
    if (::fdatasync(descriptor_.number()) != 0 && errno != EINVAL) return system_problem(path_, "write", errno);
    return std::nullopt;
  }

 private:
  std::string path_;
  Descriptor descriptor_;
};

class DiskReader final : public FileReader {
 public:
  DiskReader(std::string path, int descriptor, std::uint64_t size)
      : path_(std::move(path)), descriptor_(descriptor), size_(size) {}

  std::uint64_t size() const override { return size_; }

  Result<std::size_t> read_at(std::uint64_t offset, std::span<char> into) const override {
    std::size_t filled = 0;
    while (filled < into.size()) {
      const ssize_t got = ::pread(descriptor_.number(), into.data() + filled, into.size() - filled,
                                  static_cast<off_t>(offset + filled));
      if (got < 0 && errno == EINTR) continue;
      if (got < 0) return system_problem(path_, "read", errno);
      if (got == 0) break;
      filled += static_cast<std::size_t>(got);
    }
    return filled;
  }

 private:
  std::string path_;
  Descriptor descriptor_;
  std::uint64_t size_;
};

}  // namespace

Result<std::unique_ptr<FileReader>> DiskFiles::open(const std::string& path) const {
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return system_problem(path, "read", errno);
  struct stat status{};
  const bool known = ::fstat(descriptor, &status) == 0;
  if (known && S_ISREG(status.st_mode))
    return std::unique_ptr<FileReader>(
        std::make_unique<DiskReader>(path, descriptor, static_cast<std::uint64_t>(status.st_size)));
  ::close(descriptor);
  // A pipe has no places to read from: it is read to its end.
  Problems problems;
  auto bytes = read(path).take(problems);
  if (!bytes) return problems;
  return std::unique_ptr<FileReader>(std::make_unique<TextReader>(std::move(*bytes)));
}

Result<std::string> DiskFiles::read(const std::string& path) const {
  Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (!file.open()) return system_problem(path, "read", errno);
  struct stat status{};
  if (::fstat(file.number(), &status) != 0) return system_problem(path, "read", errno);
  if (S_ISDIR(status.st_mode)) return system_problem(path, "read", EISDIR);
  std::string bytes(static_cast<std::size_t>(status.st_size), '\0');
  std::size_t filled = 0;
  while (true) {
    // One byte more than expected tells the end of a file that has grown meanwhile.
    if (filled == bytes.size()) bytes.resize(bytes.size() + 4096);
    const ssize_t got = ::read(file.number(), bytes.data() + filled, bytes.size() - filled);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return system_problem(path, "read", errno);
    if (got == 0) break;
    filled += static_cast<std::size_t>(got);
  }
  bytes.resize(filled);
  return bytes;
}

bool DiskFiles::exists(const std::string& path) const {
  std::error_code code;
  return std::filesystem::exists(path, code);
}

std::optional<Problem> DiskFiles::write_whole(const std::string& path, std::string_view bytes) {
  if (auto problem = make_parent(path)) return problem;
  const std::string temporary = temporary_name(path);
  Descriptor file(::open(temporary.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0644));
  if (!file.open()) return system_problem(temporary, "create", errno);
  int code = write_all(file.number(), bytes);
  if (code == 0 && ::fsync(file.number()) != 0) code = errno;
  if (file.close() != 0 && code == 0) code = errno;
  if (code == 0 && ::rename(temporary.c_str(), path.c_str()) != 0) code = errno;
  if (code == 0) return std::nullopt;
  ::unlink(temporary.c_str());
  return system_problem(path, "write", code);
}

std::optional<Problem> DiskFiles::remove(const std::string& path) {
  if (::unlink(path.c_str()) == 0 || errno == ENOENT) return std::nullopt;
  return system_problem(path, "remove", errno);
}

Result<std::unique_ptr<LineWriter>> DiskFiles::write_lines(const std::string& path) {
  if (auto problem = make_parent(path)) return *problem;
  const int descriptor = ::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
  if (descriptor < 0) return system_problem(path, "create", errno);
  return std::unique_ptr<LineWriter>(std::make_unique<DiskLineWriter>(path, descriptor));
}

std::vector<std::string> DiskFiles::list(const std::string& folder) const {
  std::vector<std::string> names;
  std::error_code code;
  for (const auto& entry : std::filesystem::directory_iterator(folder, code))
    if (entry.is_regular_file(code)) names.push_back(entry.path().filename().string());
  std::sort(names.begin(), names.end());
  return names;
}

}  // namespace mognad
