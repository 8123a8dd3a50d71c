#include "files/disk_files.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <limits>

#include "files/leftovers.h"
#include "files/output_folder.h"
#include "files/output_names.h"
#include "files/private_file.h"
#include "files/text_reader.h"

namespace mognad {
namespace {

/// A pipe ends when its writer wants.
constexpr std::size_t kMostOfPipe = std::size_t{1} << 30;

class DiskLineWriter final : public LineWriter {
 public:
  DiskLineWriter(std::string path, Descriptor descriptor)
      : path_(std::move(path)), descriptor_(std::move(descriptor)) {}

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

class DiskReader final : public FileReader, public HasPermissions {
 public:
  DiskReader(std::string path, Descriptor descriptor, std::uint64_t size, unsigned permissions)
      : path_(std::move(path)), descriptor_(std::move(descriptor)), size_(size), permissions_(permissions) {}

  std::uint64_t size() const override { return size_; }
  unsigned permissions() const override { return permissions_; }

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
  unsigned permissions_;
};

/// The bytes from where the descriptor stands to the end; `expected` of them, if the system knows.
Result<std::string> read_to_end(const Descriptor& file, const std::string& path, std::size_t expected,
                                std::size_t most) {
  std::string bytes(expected, '\0');
  std::size_t filled = 0;
  while (true) {
    // One byte more than expected tells the end of a file that has grown meanwhile.
    if (filled == bytes.size()) bytes.resize(bytes.size() + std::max<std::size_t>(4096, bytes.size() / 2));
    const ssize_t got = ::read(file.number(), bytes.data() + filled, bytes.size() - filled);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return system_problem(path, "read", errno);
    if (got == 0) break;
    filled += static_cast<std::size_t>(got);
    if (filled > most)
      return error_at({path}, fmt::format("the pipe gives more than {} bytes", most), "save what it gives as a file");
  }
  bytes.resize(filled);
  return bytes;
}

/// A file or a pipe, open to be read.
struct OpenFile {
  Descriptor descriptor;
  bool is_pipe = false;
  std::size_t size = 0;
  unsigned permissions = 0;
};

Result<OpenFile> open_to_read(const std::string& path) {
  Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (!file.open()) return system_problem(path, "read", errno);
  struct stat status{};
  if (::fstat(file.number(), &status) != 0) return system_problem(path, "read", errno);
  if (S_ISDIR(status.st_mode)) return system_problem(path, "read", EISDIR);
  const bool is_pipe = S_ISFIFO(status.st_mode);
  if (!is_pipe && !S_ISREG(status.st_mode))
    return error_at({path}, "can't read: it is a device, expected a file or a pipe");
  return OpenFile{std::move(file), is_pipe, static_cast<std::size_t>(status.st_size), status.st_mode & 0777u};
}

/// "a/b/c" as its parts; nothing when the name isn't relative or leads upwards.
std::optional<std::vector<std::string>> parts_of(const std::string& name) {
  std::vector<std::string> parts;
  for (const auto& part : std::filesystem::path(name)) parts.push_back(part.string());
  const bool fits = std::none_of(parts.begin(), parts.end(), [](const std::string& part) {
    return part.empty() || part == "/" || part == "." || part == "..";
  });
  if (parts.empty() || !fits) return std::nullopt;
  return parts;
}

/// As one part.
FileParts whole(std::string_view bytes) {
  return [bytes](const auto& part) { part(bytes); };
}

std::string last_part(const std::string& path) { return path.substr(path.rfind('/') + 1); }

std::optional<Problem> write_inside(const std::string& folder, const std::string& name, const FileParts& bytes,
                                    FileReaders readers) {
  const auto parts = parts_of(name);
  if (!parts) return error_at({name}, "this name leads out of the output folder, and nothing is written there");
  Problems problems;
  auto inner = OutputFolder::open(folder).take(problems);
  for (std::size_t i = 0; inner && i + 1 < parts->size(); ++i)
    inner = inner->inner((*parts)[i], readers).take(problems);
  return inner ? inner->write_whole(parts->back(), bytes, readers) : problems.front();
}

}  // namespace

Result<std::unique_ptr<FileReader>> DiskFiles::open(const std::string& path) const {
  Problems problems;
  auto file = open_to_read(path).take(problems);
  if (!file) return problems;
  if (!file->is_pipe)
    return std::unique_ptr<FileReader>(std::make_unique<DiskReader>(
        path, std::move(file->descriptor), static_cast<std::uint64_t>(file->size), file->permissions));
  // A pipe has no places to read from: it is read to its end.
  auto bytes = read_to_end(file->descriptor, path, 0, kMostOfPipe).take(problems);
  if (!bytes) return problems;
  return std::unique_ptr<FileReader>(std::make_unique<TextReader>(std::move(*bytes)));
}

Result<std::string> DiskFiles::read(const std::string& path) const {
  Problems problems;
  const auto file = open_to_read(path).take(problems);
  if (!file) return problems;
  return read_to_end(file->descriptor, path, file->size,
                     file->is_pipe ? kMostOfPipe : std::numeric_limits<std::size_t>::max());
}

bool DiskFiles::exists(const std::string& path) const {
  std::error_code code;
  return std::filesystem::exists(path, code);
}

std::string DiskFiles::real_path(const std::string& path) const {
  std::error_code code;
  const std::filesystem::path absolute = std::filesystem::absolute(path, code);
  const std::filesystem::path real = std::filesystem::weakly_canonical(absolute, code);
  return code ? absolute.lexically_normal().string() : real.string();
}

std::optional<Problem> DiskFiles::write_whole(const std::string& path, std::string_view bytes) {
  Problems problems;
  const auto folder = OutputFolder::open(folder_of(path)).take(problems);
  return folder ? folder->write_whole(last_part(path), whole(bytes)) : problems.front();
}

std::optional<Problem> DiskFiles::write_below(const std::string& folder, const std::string& name,
                                              std::string_view bytes) {
  return write_inside(folder, name, whole(bytes), FileReaders::all);
}

std::optional<Problem> DiskFiles::write_private_below(const std::string& folder, const std::string& name,
                                                      const FileParts& parts) {
  return write_inside(folder, name, parts, FileReaders::owner);
}

std::optional<Problem> DiskFiles::remove(const std::string& path) {
  if (::unlink(path.c_str()) == 0 || errno == ENOENT) return std::nullopt;
  return system_problem(path, "remove", errno);
}

void DiskFiles::remove_leftovers(const std::string& folder, const std::vector<std::string>& inner) {
  mognad::remove_leftovers(folder, inner);
}

Result<std::unique_ptr<LineWriter>> DiskFiles::write_lines(const std::string& path, std::string_view first) {
  Problems problems;
  const auto folder = OutputFolder::open(folder_of(path)).take(problems);
  if (!folder) return problems;
  auto file = folder->new_file(last_part(path), first).take(problems);
  if (!file) return problems;
  return std::unique_ptr<LineWriter>(std::make_unique<DiskLineWriter>(path, std::move(*file)));
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
