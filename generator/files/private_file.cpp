#include "files/private_file.h"

#include <fmt/format.h>

namespace mognad {
namespace {

constexpr std::uint64_t kMostOfSecret = 16'000'000;

bool is_open_to_others(unsigned permissions) { return (permissions & 077u) != 0; }

}  // namespace

Result<std::string> read_private(const std::string& path, const Files& files) {
  Problems problems;
  const auto file = files.open(path).take(problems);
  if (!file) return problems;
  const auto* const shared = dynamic_cast<const HasPermissions*>(file->get());
  if (shared && is_open_to_others(shared->permissions()))
    return error_at({path},
                    fmt::format("others than its owner may use this file: its permissions are {:03o}, expected 600; "
                                "nothing of it was read",
                                shared->permissions()),
                    "chmod 600, and change what it holds if others have an account on this machine");
  const std::uint64_t size = (*file)->size();
  if (size > kMostOfSecret)
    return error_at({path}, fmt::format("the file has {} bytes, expected at most {}", size, kMostOfSecret));
  std::string bytes(static_cast<std::size_t>(size), '\0');
  const auto read = (*file)->read_at(0, bytes).take(problems);
  if (!read) return problems;
  bytes.resize(*read);
  return bytes;
}

}  // namespace mognad
