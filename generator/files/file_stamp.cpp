#include "files/file_stamp.h"

#include <fmt/format.h>
#include <sys/stat.h>

namespace mognad {

std::string file_stamp(const std::string& path) {
  struct stat status{};
  if (::stat(path.c_str(), &status) != 0) return {};
  return fmt::format("{} {} {} {} {}", status.st_dev, status.st_ino, status.st_size, status.st_ctim.tv_sec,
                     status.st_ctim.tv_nsec);
}

}  // namespace mognad
