// Files with personal data: only their owner may read them, whatever the umask says. For what other libraries write by
// a path; the folder keeps what is written into it later. Any thread.
#pragma once

#include <optional>
#include <string>

#include "base/problem.h"

namespace mognad {

/// Makes the folder, with those above it, if it is missing, and lets only its owner in (0700).
std::optional<Problem> make_private_folder(const std::string& path);

/// An empty file if there is none; only its owner may read and write it (0600). What is in it stays. A link in its
/// place is a problem.
std::optional<Problem> make_private_file(const std::string& path);

}  // namespace mognad
