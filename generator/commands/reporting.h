// What a user sees: problems on standard error, results on standard output, progress on a terminal.
#pragma once

#include <chrono>
#include <string>
#include <string_view>

#include "base/problem.h"
#include "commands/command_options.h"

namespace mognad {

/// Prints problems as text or as JSON lines. Of warnings and notes only the first twenty are shown unless --verbose
/// asks for all; errors are always all shown.
void print_problems(const Problems& problems, const CommandOptions& options);
/// The same, as the last that a command does.
inline ExitStatus refuse(const Problems& problems, const CommandOptions& options,
                         ExitStatus status = ExitStatus::input_refused) {
  print_problems(problems, options);
  return status;
}

/// "1 file", "2 files"
std::string counted(std::size_t count, const char* one, const char* many);

/// A line that counts, rewritten in place on a terminal; elsewhere a line every ten seconds.
class Progress {
 public:
  /// `things` are counted: "reports".
  explicit Progress(const CommandOptions& options, std::string_view things = "reports");
  void show(std::size_t done, std::size_t all);
  void finish();

 private:
  std::string_view things_;
  bool quiet_;
  bool terminal_;
  bool shown_ = false;
  std::chrono::steady_clock::time_point begin_;
  std::chrono::steady_clock::time_point last_;
};

}  // namespace mognad
