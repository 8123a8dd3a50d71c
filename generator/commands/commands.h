// The commands: a function for each verb, and the table that names them.
#pragma once

#include <array>
#include <string_view>

#include "commands/command_options.h"
#include "files/files.h"

namespace mognad {

struct Command {
  std::string_view name;
  std::string_view argument;  // "SURVEY"
  std::string_view summary;
  std::string_view examples;
  ExitStatus (*run)(const CommandOptions&, Files&);
};

ExitStatus run_new(const CommandOptions& options, Files& files);
ExitStatus run_check(const CommandOptions& options, Files& files);
ExitStatus run_simulate(const CommandOptions& options, Files& files);
ExitStatus run_statistics(const CommandOptions& options, Files& files);
ExitStatus run_render(const CommandOptions& options, Files& files);
ExitStatus run_gallery(const CommandOptions& options, Files& files);
ExitStatus run_figures(const CommandOptions& options, Files& files);
ExitStatus run_mail(const CommandOptions& options, Files& files);
ExitStatus run_merge(const CommandOptions& options, Files& files);
ExitStatus run_verify(const CommandOptions& options, Files& files);
ExitStatus run_completion(const CommandOptions& options, Files& files);

inline constexpr std::array<Command, 11> kCommands{{
    {"new", "FOLDER", "writes a small survey of invented organisations that runs as it is",
     "  mognad new my-survey\n  mognad render my-survey", run_new},
    {"check", "SURVEY", "reads everything, reports every problem, writes no report",
     "  mognad check my-survey\n  mognad check --json my-survey/survey.toml\n"
     "  mognad check --html check.html my-survey",
     run_check},
    {"simulate", "SURVEY", "makes answers from the survey's [simulation] settings",
     "  mognad simulate sample-data\n  mognad simulate --seed 7 my-survey", run_simulate},
    {"statistics", "SURVEY", "writes every computed value as CSV and JSON",
     "  mognad statistics sample-data\n  mognad statistics --only 1490 --format csv --output numbers sample-data\n"
     "  mognad statistics --snapshot sample-data/snapshot.csv sample-data\n"
     "  mognad statistics --snapshot shared/statistics sample-data",
     run_statistics},
    {"render", "SURVEY", "renders a PDF report for each organisation",
     "  mognad render sample-data\n  mognad render --only 1490 --only 0980 sample-data\n"
     "  mognad render --language en --jobs 1 --output out sample-data\n"
     "  mognad render --plan sample-data\n  mognad render --where county=05 sample-data\n"
     "  mognad render --shard 1/12 --snapshot shared/statistics --output shared sample-data\n"
     "  mognad render --figures --only 1490 sample-data\n  mognad render --combine county=05 sample-data\n"
     "  mognad render --gallery sample-data",
     run_render},
    {"gallery", "SURVEY", "makes a page to look through finished reports before they are sent",
     "  mognad gallery sample-data\n  mognad gallery --full --output out sample-data\n"
     "  mognad gallery --where county=05 sample-data",
     run_gallery},
    {"figures", "SURVEY", "writes figures, tables and the status report of the year",
     "  mognad figures sample-data\n  mognad figures --only matrix --format svg --format png sample-data\n"
     "  mognad figures --width slide --language sv --output slides sample-data\n"
     "  mognad figures --html --compare output/sample/2024 sample-data",
     run_figures},
    {"mail", "SURVEY", "turns finished reports into messages and sends each one once",
     "  mognad mail plan my-survey\n  mognad mail proof --to me@office.example my-survey\n"
     "  mognad mail send --confirm 3f1c… my-survey\n  mognad mail status my-survey",
     run_mail},
    {"merge", "FOLDER", "joins the manifests of a batch that was made in parts, and names what is missing",
     "  mognad merge output/sample/2025", run_merge},
    {"verify", "FOLDER | FILE…", "checks finished files: as the manifest says, whose they are, and that they conform",
     "  mognad verify output/sample/2025\n  mognad verify --json output/sample/2025/reports/1490-boras-stad.sv.pdf\n"
     "  mognad verify --verbose --jobs 1 one.pdf two.pdf",
     run_verify},
    {"completion", "bash | zsh | markdown", "writes what the command line takes: completion of a shell, or a reference",
     "  mognad completion bash > ~/.local/share/bash-completion/completions/mognad\n  mognad completion zsh > "
     "~/.zfunc/_mognad\n  mognad completion markdown",
     run_completion},
}};

}  // namespace mognad
