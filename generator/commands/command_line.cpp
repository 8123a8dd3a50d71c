#include <fmt/format.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <iostream>
#include <sstream>
#include <system_error>
#include <thread>

#include "commands/commands.h"
#include "commands/mail_commands.h"
#include "files/descriptor.h"
#include "files/disk_files.h"
#include "language/edit_distance.h"

namespace mognad {
namespace {

/// Beside the source tree when run from the build, under share/mognad when installed.
std::string find_templates() {
  std::error_code code;
  const std::filesystem::path program = std::filesystem::read_symlink("/proc/self/exe", code);
  const std::filesystem::path folder = program.parent_path();
  for (const auto& candidate : {folder / "../share/mognad/templates", folder / "../../templates"})
    if (std::filesystem::is_directory(candidate, code)) return candidate.lexically_normal().string();
  return "templates";
}

/// A word that is none of the commands, with the nearest one that is. `before`: the words in front of it.
template <class Commands>
std::optional<Problem> unknown_command(const Commands& commands, const std::string& before, const std::string& word) {
  if (word.starts_with('-')) return std::nullopt;
  std::vector<std::string> names;
  for (const auto& command : commands) names.emplace_back(command.name);
  if (std::find(names.begin(), names.end(), word) != names.end()) return std::nullopt;
  return error_at({}, fmt::format("there is no command '{}{}'", before, word), hint_for(word, names));
}

/// Of the first word, and behind `mail` of the second.
std::optional<Problem> unknown_command(int count, char** arguments) {
  if (count < 2) return std::nullopt;
  if (const auto wrong = unknown_command(kCommands, "", arguments[1])) return wrong;
  if (count < 3 || std::string_view(arguments[1]) != "mail") return std::nullopt;
  return unknown_command(kMailCommands, "mail ", arguments[2]);
}

int refuse_usage(const Problem& wrong) {
  std::cerr << to_text(wrong) << "\n";
  return static_cast<int>(ExitStatus::wrong_usage);
}

/// What was printed must have arrived: a full disk behind standard output is a failure like any other.
int status_when_printed(ExitStatus status) {
  errno = EIO;  // when a write failed before and why is forgotten
  if (std::fflush(stdout) == 0 && std::ferror(stdout) == 0) return static_cast<int>(status);
  fmt::print(stderr, "{}\n", to_text(system_problem("standard output", "write", errno)));
  return static_cast<int>(ExitStatus::surroundings_failed);
}

/// The status as the program's, whatever happens to what the command prints.
int run(const Command& command, const CommandOptions& options, Files& files) {
  try {
    return status_when_printed(command.run(options, files));
  } catch (const std::system_error& failed) {  // fmt::print, which can't return what went wrong
    fmt::print(stderr, "{}\n", to_text(error_at({}, failed.what())));
    return static_cast<int>(ExitStatus::surroundings_failed);
  }
}

}  // namespace

unsigned CommandOptions::threads() const { return jobs > 0 ? jobs : std::max(1u, std::thread::hardware_concurrency()); }

int run_command_line(int count, char** arguments) {
  CLI::App app(std::string(kProgramSummary), "mognad");
  CommandOptions options;
  std::vector<std::string> typed_limits;
  fill_parser(app, options, typed_limits);
  if (const auto wrong = unknown_command(count, arguments)) return refuse_usage(*wrong);
  try {
    app.parse(count, arguments);
  } catch (const CLI::ParseError& error) {
    const bool asked = error.get_exit_code() == 0;  // --help, --version
    std::ostringstream said;
    app.exit(error, said, std::cerr);
    std::fputs(said.str().c_str(), stdout);
    return asked ? status_when_printed(ExitStatus::done) : static_cast<int>(ExitStatus::wrong_usage);
  }
  for (const std::string& typed : typed_limits)
    if (const auto wrong = add_limit(options.limits, typed)) return refuse_usage(*wrong);
  options.templates = find_templates();
  DiskFiles files;
  for (const Command& command : kCommands)
    if (app.got_subcommand(std::string(command.name))) return run(command, options, files);
  return static_cast<int>(ExitStatus::wrong_usage);
}

}  // namespace mognad
