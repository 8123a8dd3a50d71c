#include "files/unnamed_file.h"

#include <fmt/format.h>
#include <sys/mman.h>
#include <sys/stat.h>

#include <cerrno>

namespace mognad {

UnnamedFile::UnnamedFile(Descriptor descriptor, std::string what)
    : descriptor_(std::move(descriptor)), what_(std::move(what)) {}

Result<UnnamedFile> UnnamedFile::make(const std::string& what) {
  Descriptor descriptor(::memfd_create("mognad", MFD_CLOEXEC));
  if (!descriptor.open()) return system_problem(what, "make a file in memory", errno);
  return UnnamedFile(std::move(descriptor), what);
}

std::string UnnamedFile::path() const { return fmt::format("/proc/self/fd/{}", descriptor_.number()); }

Result<std::string> UnnamedFile::bytes() const {
  struct stat status{};
  if (::fstat(descriptor_.number(), &status) != 0) return system_problem(what_, "read", errno);
  std::string bytes(static_cast<std::size_t>(status.st_size), '\0');
  std::size_t done = 0;
  while (done < bytes.size()) {
    const ssize_t count =
        ::pread(descriptor_.number(), bytes.data() + done, bytes.size() - done, static_cast<off_t>(done));
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return system_problem(what_, "read", count < 0 ? errno : EIO);
    done += static_cast<std::size_t>(count);
  }
  return bytes;
}

std::string folder_in_memory() {
  constexpr const char* kSharedMemory = "/dev/shm";  // a tmpfs by Linux's own rule (tmpfs(5))
  return ::access(kSharedMemory, W_OK | X_OK) == 0 ? kSharedMemory : "";
}

}  // namespace mognad
