#include "files/leftovers.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <memory>
#include <optional>

#include "files/descriptor.h"
#include "files/temporary_name.h"

namespace mognad {
namespace {

constexpr int kOpenFolder = O_RDONLY | O_DIRECTORY | O_CLOEXEC;
constexpr time_t kHour = 3600;
constexpr int kDeepest = 4;  // figures/<report>/ is two

struct CloseFolder {
  void operator()(DIR* folder) const { ::closedir(folder); }
};
using OpenFolder = std::unique_ptr<DIR, CloseFolder>;

/// Null when it is none, or a link.
OpenFolder open_inner(int folder, const char* name) {
  const int descriptor = ::openat(folder, name, kOpenFolder | O_NOFOLLOW);
  if (descriptor < 0) return nullptr;
  DIR* opened = ::fdopendir(descriptor);
  if (!opened) ::close(descriptor);
  return OpenFolder(opened);
}

/// What the file system calls now: its clock may be another machine's. Nothing where the folder isn't ours to write to.
std::optional<time_t> now_of(int folder) {
  struct stat status{};
  if (::futimens(folder, nullptr) != 0 || ::fstat(folder, &status) != 0) return std::nullopt;
  return status.st_mtim.tv_sec;
}

class Sweep {
 public:
  explicit Sweep(time_t now) : now_(now) {}

  void files_in(DIR* folder) const {
    while (const dirent* entry = ::readdir(folder)) remove_leftover(::dirfd(folder), entry->d_name);
    ::rewinddir(folder);
  }

  void all_in(DIR* folder, int depth) const {
    files_in(folder);
    if (depth == kDeepest) return;
    while (const dirent* entry = ::readdir(folder)) {
      const bool may_be_folder = entry->d_type == DT_DIR || entry->d_type == DT_UNKNOWN;
      if (!may_be_folder || entry->d_name[0] == '.') continue;
      if (const OpenFolder inner = open_inner(::dirfd(folder), entry->d_name)) all_in(inner.get(), depth + 1);
    }
  }

 private:
  void remove_leftover(int folder, const char* name) const {
    const auto writer = writer_of(name);
    struct stat status{};
    if (!writer || ::fstatat(folder, name, &status, AT_SYMLINK_NOFOLLOW) != 0 || !S_ISREG(status.st_mode)) return;
    if (has_ended(*writer) || now_ - status.st_mtim.tv_sec > kHour) ::unlinkat(folder, name, 0);
  }

  time_t now_;
};

}  // namespace

void remove_leftovers(const std::string& folder, const std::vector<std::string>& inner) {
  const int descriptor = ::open(folder.empty() ? "." : folder.c_str(), kOpenFolder);
  if (descriptor < 0) return;
  const OpenFolder opened(::fdopendir(descriptor));
  if (!opened) {
    ::close(descriptor);
    return;
  }
  const auto now = now_of(descriptor);
  if (!now) return;
  const Sweep sweep(*now);
  sweep.files_in(opened.get());
  for (const std::string& name : inner)
    if (const OpenFolder below = open_inner(descriptor, name.c_str())) sweep.all_in(below.get(), 1);
}

}  // namespace mognad
