#include "files/mark_file.h"

#include <fcntl.h>

#include <array>
#include <cerrno>

#include "files/owner_only.h"
#include "files/sha256.h"

namespace mognad {
namespace {

// Well below a page, so that a line is written or not, and the line before never reaches out from under it.
constexpr std::size_t kLineBytes = 256;
constexpr std::size_t kSumDigits = 16;

std::string sum_of(std::string_view line) { return sha256_hex(std::string(line)).substr(0, kSumDigits); }

/// "line sum", then blanks up to the line's end.
std::string padded(std::string_view line) {
  std::string whole = std::string(line) + ' ' + sum_of(line);
  whole.resize(kLineBytes - 1, ' ');
  return whole + '\n';
}

std::string line_in(std::string_view bytes) {
  const std::size_t end = bytes.find_last_not_of(" \n");
  const std::size_t sum = end == std::string_view::npos ? end : bytes.rfind(' ', end);
  if (sum == std::string_view::npos || bytes.substr(sum + 1, end - sum) != sum_of(bytes.substr(0, sum))) return {};
  return std::string(bytes.substr(0, sum));
}

std::string read_line(const Descriptor& file) {
  std::array<char, kLineBytes> bytes{};
  const ssize_t got = ::pread(file.number(), bytes.data(), bytes.size(), 0);
  return got > 0 ? line_in({bytes.data(), static_cast<std::size_t>(got)}) : std::string();
}

std::optional<Problem> sync_folder_of(const std::string& path) {
  const std::size_t slash = path.rfind('/');
  const std::string folder = slash == std::string::npos ? "." : path.substr(0, slash);
  const Descriptor opened(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (!opened.open() || ::fsync(opened.number()) != 0) return system_problem(folder, "write the folder", errno);
  return std::nullopt;
}

}  // namespace

Result<MarkFile> MarkFile::open(const std::string& path) {
  if (auto failed = sync_folder_of(path)) return *failed;
  if (auto failed = make_private_file(path)) return *failed;
  Descriptor file(::open(path.c_str(), O_RDWR | O_NOFOLLOW | O_CLOEXEC));
  if (!file.open()) return system_problem(path, "write", errno);
  return MarkFile(path, std::move(file));
}

std::string MarkFile::read() const { return read_line(file_); }

std::optional<Problem> MarkFile::write(std::string_view line) const {
  const std::string bytes = padded(line);
  const ssize_t written = ::pwrite(file_.number(), bytes.data(), bytes.size(), 0);
  if (written == static_cast<ssize_t>(bytes.size())) return std::nullopt;
  return system_problem(path_, "write", written < 0 ? errno : ENOSPC);
}

std::optional<Problem> MarkFile::sync() const {
  return ::fsync(file_.number()) == 0 ? std::nullopt : std::optional(system_problem(path_, "write", errno));
}

std::string read_mark(const std::string& path) {
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_NOFOLLOW | O_CLOEXEC));
  return file.open() ? read_line(file) : std::string();
}

}  // namespace mognad
