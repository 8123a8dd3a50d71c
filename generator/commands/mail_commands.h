// The commands of `mognad mail`: a function for each, and the table that names them with the options that each takes.
#pragma once

#include <array>
#include <string_view>

#include "commands/command_options.h"
#include "files/files.h"

namespace mognad {

struct MailCommand {
  std::string_view name;
  std::string_view options;  // names, with a blank before and behind each: of those in command_line.cpp
  std::string_view summary;
  std::string_view examples;
  ExitStatus (*run)(const CommandOptions&, Files&);

  bool takes(std::string_view option) const {
    const std::size_t at = options.find(option);
    return at != std::string_view::npos && at > 0 && options[at - 1] == ' ' && options[at + option.size()] == ' ';
  }
};

ExitStatus run_mail_plan(const CommandOptions& options, Files& files);
ExitStatus run_mail_proof(const CommandOptions& options, Files& files);
ExitStatus run_mail_send(const CommandOptions& options, Files& files);
ExitStatus run_mail_status(const CommandOptions& options, Files& files);
ExitStatus run_mail_resolve(const CommandOptions& options, Files& files);
ExitStatus run_mail_supersede(const CommandOptions& options, Files& files);
ExitStatus run_mail_bounces(const CommandOptions& options, Files& files);
ExitStatus run_mail_letters(const CommandOptions& options, Files& files);

inline constexpr std::array<MailCommand, 8> kMailCommands{{
    {"plan", " jobs ", "writes every message and says who would get what; sends nothing",
     "  mognad mail plan my-survey\n  mognad mail plan --verbose my-survey", run_mail_plan},
    {"proof", " to sample extremes only ", "sends messages of the plan to one address, marked as proofs",
     "  mognad mail proof --to me@office.example my-survey\n"
     "  mognad mail proof --to me@office.example --extremes my-survey\n"
     "  mognad mail proof --to me@office.example --only 1490 my-survey",
     run_mail_proof},
    {"send", " confirm ", "sends what was planned, each message once", "  mognad mail send --confirm 3f1c… my-survey",
     run_mail_send},
    {"status", " purpose ", "says what has become of each message, and lists what a person must settle",
     "  mognad mail status my-survey\n  mognad mail status --json --verbose my-survey", run_mail_status},
    {"resolve", " message as why ", "settles messages of which nobody knows whether they arrived",
     "  mognad mail resolve --message 0123… --as accepted --why \"asked by phone\" my-survey\n"
     "  mognad mail resolve --message 0123… --as planned my-survey",
     run_mail_resolve},
    {"supersede", " jobs ", "plans corrected reports to those who got the earlier ones",
     "  mognad mail supersede my-survey", run_mail_supersede},
    {"bounces", " maildir ", "matches delivery reports of a Maildir to what was sent",
     "  mognad mail bounces --maildir ~/Maildir my-survey", run_mail_bounces},
    {"letters", " jobs duplex ", "makes a print run for those without an address: letters, reports and labels",
     "  mognad mail letters my-survey\n  mognad mail letters --duplex my-survey", run_mail_letters},
}};

}  // namespace mognad
