#include "commands/mail_command.h"

#include <fmt/format.h>

#include <string_view>

namespace mognad {
namespace {

constexpr std::string_view kNeedsNoQuotes = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789/._-+:,@%";

/// A path as it may be pasted into a shell.
std::string for_shell(const std::string& path) {
  if (!path.empty() && path.find_first_not_of(kNeedsNoQuotes) == std::string::npos) return path;
  std::string quoted = "'";
  for (const char c : path) quoted += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return quoted + "'";
}

}  // namespace

std::string mail_command(const std::string& verb, const CommandOptions& options) {
  const std::string output = options.output.empty() ? "" : "--output " + for_shell(options.output) + " ";
  return fmt::format("mognad mail {} {}{}", verb, output, for_shell(options.survey));
}

}  // namespace mognad
