#include "files/owner_only.h"

#include <fcntl.h>
#include <sys/stat.h>

#include <cerrno>
#include <filesystem>

#include "files/descriptor.h"

namespace mognad {

std::optional<Problem> write_private_below(Files& files, const std::string& folder, const std::string& name,
                                           std::string_view bytes) {
  return write_private_below(files, folder, name, [&](const auto& part) { part(bytes); });
}

std::optional<Problem> write_private_below(Files& files, const std::string& folder, const std::string& name,
                                           const FileParts& parts) {
  if (auto* const shared = dynamic_cast<WritesForOwner*>(&files))
    return shared->write_private_below(folder, name, parts);
  std::string bytes;
  parts([&](std::string_view part) { bytes += part; });
  return files.write_below(folder, name, bytes);
}

std::optional<Problem> make_private_folder(const std::string& path) {
  std::error_code code;
  std::filesystem::create_directories(path, code);
  if (code) return system_problem(path, "make the folder", code.value());
  if (::chmod(path.c_str(), 0700) != 0) return system_problem(path, "keep others out of the folder", errno);
  return std::nullopt;
}

std::optional<Problem> make_private_file(const std::string& path) {
  const Descriptor file(::open(path.c_str(), O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0600));
  if (!file.open() && errno == ELOOP)
    return error_at({path}, "a link stands in place of this file, and nothing is written through it",
                    "remove the link");
  if (!file.open()) return system_problem(path, "write", errno);
  if (::fchmod(file.number(), 0600) != 0) return system_problem(path, "keep others from the file", errno);
  return std::nullopt;
}

}  // namespace mognad
