#include "files/read_below.h"

#include <filesystem>

#include "files/output_names.h"

namespace mognad {

Result<std::string> read_below(const std::string& folder, const std::string& name, const Files& files) {
  const std::filesystem::path relative(name);
  if (name.empty() || relative.is_absolute() || relative.lexically_normal() != relative || *relative.begin() == "..")
    return error_at({name}, "this name leads out of the folder, and nothing is read there");
  const std::string path = join_path(folder, name);
  if (files.real_path(path) != join_path(files.real_path(folder.empty() ? "." : folder), name))
    return error_at({path}, "can't read: a link stands in place of this file, or of a folder on the way to it",
                    "put the file itself there: what is read here must be what the program wrote");
  return files.read(path);
}

}  // namespace mognad
