// What a file is called while it is being written, and who writes it: "<name>.<place>-<process>-<number>.part". The
// place stands for the processes among which a number means one process: those of a machine since it was started, of a
// container in it. So a machine that shares the folder tells its own leftovers from what another one is about to
// finish. Any thread may call these.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace mognad {

/// Another name at each call.
std::string temporary_name(std::string_view name);

struct FileWriter {
  std::string place;  // eight hexadecimal digits
  int process = 0;
};

/// Nothing for a name that isn't a temporary one.
std::optional<FileWriter> writer_of(std::string_view temporary);

/// Whether that process has surely ended, or is an earlier one with this process's number; of other places nothing is
/// sure.
bool has_ended(const FileWriter& writer);

}  // namespace mognad
