// Files with personal data: only their owner may read them, whatever the umask says. What the program writes itself
// goes through write_private_below; the others are for what other libraries write by a path. Any thread.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "files/files.h"

namespace mognad {

/// What Files are beside where they lie on a disk that others may use, too.
class WritesForOwner {
 public:
  virtual ~WritesForOwner() = default;
  virtual std::optional<Problem> write_private_below(const std::string& folder, const std::string& name,
                                                     const FileParts& parts) = 0;
};

/// Files::write_below of a file that only its owner may read and write from its first moment (0600), whoever might read
/// the one that it takes the place of. Folders made between `folder` and the file are the owner's alone, too.
std::optional<Problem> write_private_below(Files& files, const std::string& folder, const std::string& name,
                                           std::string_view bytes);
std::optional<Problem> write_private_below(Files& files, const std::string& folder, const std::string& name,
                                           const FileParts& parts);

/// Makes the folder, with those above it, if it is missing, and lets only its owner in (0700).
std::optional<Problem> make_private_folder(const std::string& path);

/// An empty file if there is none; only its owner may read and write it (0600). What is in it stays. A link in its
/// place is a problem.
std::optional<Problem> make_private_file(const std::string& path);

}  // namespace mognad
