// What a user typed: the verb, what it works on, and the options, parsed and checked.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "batch/shard.h"
#include "commands/mail_options.h"
#include "input/limit_settings.h"

namespace CLI {
class App;
}

namespace mognad {

enum class ExitStatus { done = 0, some_failed = 1, input_refused = 2, wrong_usage = 3, surroundings_failed = 4 };

struct CommandOptions {
  std::string verb;
  std::string survey;                // or the folder of `new`
  std::vector<std::string> targets;  // of verify: folders and files
  std::string output;                // empty: output/<survey>/<year>
  std::string templates;             // the program's own folder
  std::vector<std::string> only;
  std::vector<std::string> where;  // of render: "county=05", only organisations with that value
  Shard shard;                     // of render: a part of the batch
  std::vector<std::string> languages;
  std::vector<std::string> combine;  // of render: "county=05", a report of the group instead of its organisations'
  unsigned jobs = 0;                 // 0: all cores
  unsigned threads() const;
  std::optional<std::uint64_t> seed;
  std::vector<std::string> formats;  // of statistics: "csv", "json"; empty: both
  GivenLimits limits;                // of what is read; they come before those of survey.toml
  std::string snapshot;              // file, of statistics and render; empty: none
  std::string html;                  // of check: a page of what was found; empty: none
  bool force = false;                // of render: everything is made again
  bool plan = false;                 // of render: says what would be made, and why
  bool profile = false;              // of render: where the processor time went
  bool compact = false;              // of render: smaller files, made more slowly
  bool figures = false;              // of render: also each report's figures
  bool html_twins = false;           // of render and figures: each document as a page for the web too
  std::string gallery;               // of render and gallery: "first" or "full" pages; empty: no gallery
  std::string width;                 // of figures: "one-column", "85"; empty: as the template says
  std::string compare;               // of figures: the folder of an earlier year; empty: none
  std::string shell;                 // of completion: "bash", "zsh", "markdown"
  MailOptions mail;
  bool json = false;
  bool quiet = false;
  bool verbose = false;
};

inline constexpr std::string_view kProgramSummary =
    "mognad turns a survey of organisational maturity into finished reports.";

/// What the program takes: each command of the tables with its options, which are read into `options` and
/// `typed_limits`.
void fill_parser(CLI::App& app, CommandOptions& options, std::vector<std::string>& typed_limits);

/// Parses the command line and runs the command. `program` is the path that the program was started from.
int run_command_line(int count, char** arguments);

}  // namespace mognad
