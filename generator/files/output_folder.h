// A folder held open to write to. What is written lands in that folder whatever becomes of its path meanwhile, and a
// folder inside it is entered only when it is one, never through a link: nothing is written outside. Files appear under
// their names whole, by a temporary file that is flushed and renamed, which replaces a link and doesn't follow it.
// Threads may share it.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "files/descriptor.h"
#include "files/files.h"

namespace mognad {

/// Who may read what is written, as far as the umask lets them. What is the owner's alone is so from the first moment.
enum class FileReaders { all, owner };

class OutputFolder {
 public:
  /// The folder at a path, made when it is missing; links on the way to it are the user's choice. "" is the working
  /// folder.
  static Result<OutputFolder> open(const std::string& path);

  /// The folder of that name in it, made when it is missing. A link in its place is a problem.
  Result<OutputFolder> inner(const std::string& name, FileReaders readers = FileReaders::all) const;

  /// The old file under that name stays as it is when a problem is returned, but for one case: when the folder itself
  /// can't be flushed to the disk, the new file stands there whole, and may be gone after a power failure.
  std::optional<Problem> write_whole(const std::string& name, const FileParts& parts,
                                     FileReaders readers = FileReaders::all) const;

  /// A new file under that name that begins with `first`, open to be written on.
  Result<Descriptor> new_file(const std::string& name, std::string_view first) const;

 private:
  OutputFolder(std::string path, Descriptor folder) : path_(std::move(path)), folder_(std::move(folder)) {}

  std::string path_of(const std::string& name) const;
  std::optional<Problem> refuse_what_is_no_file(const std::string& name) const;
  int put_in_place(const std::string& temporary, const std::string& name) const;

  std::string path_;
  Descriptor folder_;
};

/// 0, or the errno of the write that failed.
int write_all(int descriptor, std::string_view bytes);

}  // namespace mognad
