#include "files/output_folder.h"

#include <fcntl.h>
#include <sys/stat.h>

#include <cerrno>
#include <filesystem>

#include "files/output_names.h"
#include "files/temporary_name.h"

namespace mognad {
namespace {

constexpr int kFolder = O_RDONLY | O_DIRECTORY | O_CLOEXEC;
constexpr int kNewFile = O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC;

constexpr int kMostNames = 100;

/// A new file that gets its name when it is whole.
struct TemporaryFile {
  std::string name;
  Descriptor file;
};

/// In a container an earlier process with this one's number may have left a file of the first name.
TemporaryFile make_temporary(int folder, const std::string& name, mode_t mode) {
  for (int tried = 1;; ++tried) {
    std::string temporary = temporary_name(name);
    Descriptor file(::openat(folder, temporary.c_str(), kNewFile, mode));
    if (file.open() || errno != EEXIST || tried == kMostNames) return {std::move(temporary), std::move(file)};
  }
}

/// What stands under a name, not what a link there leads to; nothing when there is nothing.
std::optional<mode_t> kind_of(int folder, const std::string& name) {
  struct stat status{};
  if (::fstatat(folder, name.c_str(), &status, AT_SYMLINK_NOFOLLOW) != 0) return std::nullopt;
  return status.st_mode & S_IFMT;
}

/// Some file systems can't flush a folder and say so with EINVAL.
int flush(int descriptor) { return ::fsync(descriptor) != 0 && errno != EINVAL ? errno : 0; }

}  // namespace

int write_all(int descriptor, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return errno;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return 0;
}

Result<OutputFolder> OutputFolder::open(const std::string& path) {
  const std::string folder = path.empty() ? "." : path;
  std::error_code code;
  std::filesystem::create_directories(folder, code);
  if (code) return system_problem(folder, "make the folder", code.value());
  Descriptor descriptor(::openat(AT_FDCWD, folder.c_str(), kFolder));
  if (!descriptor.open()) return system_problem(folder, "open the folder", errno);
  return OutputFolder(path, std::move(descriptor));
}

Result<OutputFolder> OutputFolder::inner(const std::string& name, FileReaders readers) const {
  const std::string path = path_of(name);
  if (::mkdirat(folder_.number(), name.c_str(), readers == FileReaders::owner ? 0700 : 0777) != 0 && errno != EEXIST)
    return system_problem(path, "make the folder", errno);
  Descriptor descriptor(::openat(folder_.number(), name.c_str(), kFolder | O_NOFOLLOW));
  if (descriptor.open()) return OutputFolder(path, std::move(descriptor));
  const int code = errno;
  if (kind_of(folder_.number(), name) == S_IFLNK)
    return error_at({path}, "a link stands in place of this folder, and nothing is written through it",
                    "remove the link, or name another folder: --output FOLDER");
  return system_problem(path, "open the folder", code);
}

std::optional<Problem> OutputFolder::write_whole(const std::string& name, const FileParts& parts,
                                                 FileReaders readers) const {
  if (auto problem = refuse_what_is_no_file(name)) return problem;
  auto [temporary, file] = make_temporary(folder_.number(), name, readers == FileReaders::owner ? 0600 : 0644);
  if (!file.open()) return system_problem(path_of(temporary), "create", errno);
  int code = 0;
  parts([&code, number = file.number()](std::string_view part) {
    if (code == 0) code = write_all(number, part);
  });
  if (code == 0 && ::fsync(file.number()) != 0) code = errno;
  if (file.close() != 0 && code == 0) code = errno;
  if (code != 0) ::unlinkat(folder_.number(), temporary.c_str(), 0);
  if (code == 0) code = put_in_place(temporary, name);
  if (code == 0) return std::nullopt;
  return system_problem(path_of(name), "write", code);
}

Result<Descriptor> OutputFolder::new_file(const std::string& name, std::string_view first) const {
  if (auto problem = refuse_what_is_no_file(name)) return *problem;
  auto [temporary, file] = make_temporary(folder_.number(), name, 0644);
  if (!file.open()) return system_problem(path_of(name), "create", errno);
  int code = write_all(file.number(), first);
  if (code == 0 && !first.empty()) code = flush(file.number());
  if (code != 0) {
    ::unlinkat(folder_.number(), temporary.c_str(), 0);
    return system_problem(path_of(name), "write", code);
  }
  if (code = put_in_place(temporary, name); code != 0) return system_problem(path_of(name), "create", code);
  return std::move(file);
}

/// 0, or the errno of what failed; the temporary file is gone in either case.
int OutputFolder::put_in_place(const std::string& temporary, const std::string& name) const {
  if (::renameat(folder_.number(), temporary.c_str(), folder_.number(), name.c_str()) == 0)
    return flush(folder_.number());
  const int code = errno;
  ::unlinkat(folder_.number(), temporary.c_str(), 0);
  return code;
}

/// A rename would put a file in place of a device or a pipe, which nobody wants who names one.
std::optional<Problem> OutputFolder::refuse_what_is_no_file(const std::string& name) const {
  const auto kind = kind_of(folder_.number(), name);
  if (!kind || *kind == S_IFREG || *kind == S_IFLNK || *kind == S_IFDIR) return std::nullopt;
  return error_at({path_of(name)}, "can't write: a device or a pipe stands there, expected a file or nothing");
}

std::string OutputFolder::path_of(const std::string& name) const { return join_path(path_, name); }

}  // namespace mognad
