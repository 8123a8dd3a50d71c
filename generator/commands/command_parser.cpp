#include <CLI/CLI.hpp>
#include <thread>

#include "batch/render_national_figure.h"
#include "commands/commands.h"
#include "commands/figure_width.h"
#include "commands/library_versions.h"
#include "commands/mail_commands.h"

namespace mognad {
namespace {

/// What the command works on. All but `verify` take one survey or one folder.
void add_argument(CLI::App& app, const Command& command, CommandOptions& options) {
  if (command.name == "verify") {
    app.add_option("path", options.targets, "finished files, or folders of them; with manifest.json also against it")
        ->required()
        ->type_name(std::string(command.argument));
    return;
  }
  if (command.name == "merge") {
    app.add_option("folder", options.survey, "the output folder of the parts")->required()->type_name("FOLDER");
    return;
  }
  if (command.name == "completion") {
    app.add_option("for", options.shell, "a shell, or markdown for people")
        ->required()
        ->check(CLI::IsMember({"bash", "zsh", "markdown"}))
        ->type_name("FOR");
    return;
  }
  app.add_option(command.argument == "FOLDER" ? "folder" : "survey", options.survey,
                 command.argument == "FOLDER" ? "a new folder" : "a survey.toml or the folder that holds one")
      ->required()
      ->type_name(std::string(command.argument));
}

void add_common(CLI::App& app, std::string_view verb, CommandOptions& options, std::vector<std::string>& typed_limits) {
  if (verb != "verify" && verb != "merge")
    app.add_option("--output", options.output, "folder for what is written (default: output/<survey>/<year>)")
        ->type_name("FOLDER");
  if (verb != "verify" && verb != "merge" && verb != "new")
    app.add_option("--limit", typed_limits,
                   "lets in more than the limits of input allow, or less: rows=100000000; may be repeated")
        ->allow_extra_args(false)
        ->type_name("NAME=VALUE");
  app.add_flag("--json", options.json, "problems and the summary as JSON, an object a line");
  app.add_flag("--quiet", options.quiet, "no progress and no summary");
  app.add_flag("--verbose", options.verbose, "warnings and notes too, each one");
}

/// A page is never written over a survey by a slip of the hand. Empty, or what is wrong.
std::string html_file(const std::string& file) {
  return file.ends_with(".html") ? "" : "'" + file + "' doesn't end with .html";
}

void add_of_figures(CLI::App& app, CommandOptions& options) {
  app.add_option("--only", options.only, "only this figure, by its name; may be repeated")
      ->allow_extra_args(false)
      ->type_name("NAME");
  app.add_option("--format", options.formats,
                 "svg, png, eps, pdf, csv, txt, xlsx or report; may be repeated (default: all)")
      ->allow_extra_args(false)
      ->check(CLI::IsMember(std::vector<std::string>(kPublicationFormatNames.begin(), kPublicationFormatNames.end())))
      ->type_name("FORMAT");
  app.add_option("--width", options.width,
                 "one-column, two-columns, slide or millimetres (default: as the template says)")
      ->check(CLI::Validator([](const std::string& width) { return wrong_width(width); }, "", ""))
      ->type_name("WIDTH");
  app.add_option("--language", options.languages, "only this language; may be repeated")
      ->allow_extra_args(false)
      ->type_name("TAG");
  app.add_option("--compare", options.compare, "the output folder of an earlier year: which numbers changed")
      ->type_name("FOLDER");
}

/// Of reports that are made, or looked through.
void add_of_reports(CLI::App& app, CommandOptions& options) {
  app.add_option("--language", options.languages, "only this language, for every organisation; may be repeated")
      ->allow_extra_args(false)
      ->type_name("TAG");
  app.add_option("--where", options.where,
                 "only organisations with this value in a column of their file, such as county=05; may be repeated")
      ->allow_extra_args(false)
      ->type_name("NAME=VALUE");
  app.add_flag("--gallery{first}", options.gallery,
               "a page to look through the reports; =full: with all their pages, and what "
               "changed in them since the run before")
      ->check(CLI::IsMember({"first", "full"}));
}

/// Of computed values.
void add_of_statistics(CLI::App& app, CommandOptions& options) {
  app.add_option("--format", options.formats, "csv or json; may be repeated (default: both)")
      ->allow_extra_args(false)
      ->check(CLI::IsMember({"csv", "json"}))
      ->type_name("FORMAT");
  app.add_option("--snapshot", options.snapshot,
                 "writes only this: all statistics for 'render --snapshot', or, where it ends with .csv, what the data "
                 "of each year is, to close years with")
      ->excludes("--only", "--format")
      ->type_name("FILE");
}

/// Of how reports are made.
void add_of_render(CLI::App& app, CommandOptions& options) {
  app.add_option("--combine", options.combine,
                 "one report of a group together, such as county=05, instead of each organisation's; may be repeated")
      ->allow_extra_args(false)
      ->type_name("NAME=VALUE");
  app.add_option_function<std::string>(
         "--shard", [&options](const std::string& text) { options.shard = *read_shard(text); },
         "one of N parts of the batch, such as 2/12, with a manifest of its own for 'merge'")
      ->check(CLI::Validator(
          [](const std::string& text) {
            return read_shard(text) ? std::string()
                                    : "'" + text + "' is no part of a batch: expected I/N, such as 2/12";
          },
          "", ""))
      ->excludes("--combine", "--gallery")
      ->type_name("I/N");
  app.add_option("--snapshot", options.snapshot,
                 "the statistics from 'mognad statistics --snapshot', for parts of a batch on other machines")
      ->type_name("FILE");
  app.add_flag("--force", options.force, "makes every report again, also those that would come out the same");
  app.add_flag("--plan", options.plan, "says which reports would be made and why; writes nothing")
      ->excludes("--gallery");
  app.get_option("--combine")->excludes("--gallery");
  app.add_flag("--profile", options.profile, "processor time by phase, at the end");
  app.add_flag("--compact", options.compact, "smaller files, made more slowly");
  app.add_flag("--figures", options.figures, "each report's figures too, as SVG, PNG and text for slides");
}

void add_own(CLI::App& app, std::string_view verb, CommandOptions& options) {
  if (verb == "render" || verb == "gallery" || verb == "statistics")
    app.add_option("--only", options.only, "only this organisation, by its code; may be repeated")
        ->allow_extra_args(false)
        ->type_name("ID");
  if (verb == "statistics") add_of_statistics(app, options);
  if (verb != "new" && verb != "simulate" && verb != "merge" && verb != "completion")
    app.add_option("--jobs", options.jobs, "threads (default: all cores)")->check(CLI::Range(1, 1024))->type_name("N");
  if (verb == "render" || verb == "gallery") add_of_reports(app, options);
  if (verb == "gallery")
    app.add_flag_callback("--full", [&options] { options.gallery = "full"; }, "the same as --gallery=full");
  if (verb == "render") add_of_render(app, options);
  if (verb == "render" || verb == "figures")
    app.add_flag("--html", options.html_twins, "each document as a page for the web too");
  if (verb == "figures") add_of_figures(app, options);
  if (verb == "check")
    app.add_option("--html", options.html, "what was found as a page, for the owner of the data")
        ->check(CLI::Validator([](const std::string& file) { return html_file(file); }, "", ""))
        ->type_name("FILE.html");
  if (verb == "simulate") app.add_option("--seed", options.seed, "another seed than the survey's")->type_name("N");
}

/// What a command of `mail` takes besides what all commands do.
void add_of_mail(CLI::App& app, const MailCommand& command, CommandOptions& options) {
  MailOptions& mail = options.mail;
  if (command.takes("jobs"))
    app.add_option("--jobs", options.jobs, "threads (default: all cores)")->check(CLI::Range(1, 1024))->type_name("N");
  if (command.takes("confirm"))
    app.add_option("--confirm", mail.confirm, "the hash that 'mognad mail plan' told")->required()->type_name("HASH");
  if (command.takes("to")) app.add_option("--to", mail.to, "who gets the proofs")->required()->type_name("ADDRESS");
  if (command.takes("sample"))
    app.add_option("--sample", mail.sample, "so many messages, evenly over the plan (default: 3)")
        ->check(CLI::Range(1, 1000))
        ->type_name("N");
  if (command.takes("extremes"))
    app.add_flag("--extremes", mail.extremes, "the largest and smallest report, the longest name, each language");
  if (command.takes("only"))
    app.add_option("--only", options.only, "only this organisation, by its code; may be repeated")
        ->allow_extra_args(false)
        ->type_name("ID");
  if (command.takes("purpose"))
    app.add_option("--purpose", mail.purpose, "only these: report, or erratum-2")->type_name("NAME");
  if (command.takes("message"))
    app.add_option("--message", mail.messages, "its key, or how it begins, as 'status' lists it; may be repeated")
        ->required()
        ->allow_extra_args(false)
        ->type_name("KEY");
  if (command.takes("as"))
    app.add_option("--as", mail.as, "accepted: it arrived; planned: it didn't, and is sent again")
        ->required()
        ->check(CLI::IsMember({"accepted", "planned"}))
        ->type_name("STATE");
  if (command.takes("why")) app.add_option("--why", mail.why, "kept in the ledger")->type_name("TEXT");
  if (command.takes("maildir"))
    app.add_option("--maildir", mail.maildir, "where messages that came back lie")->required()->type_name("FOLDER");
  if (command.takes("duplex"))
    app.add_flag("--duplex", mail.duplex, "printed on both sides: each letter begins a sheet");
}

/// `mognad mail` is a family of commands.
void add_mail(CLI::App& app, CommandOptions& options, std::vector<std::string>& typed_limits) {
  app.require_subcommand(1);
  for (const MailCommand& command : kMailCommands) {
    CLI::App* sub = app.add_subcommand(std::string(command.name), std::string(command.summary));
    sub->add_option("survey", options.survey, "a survey.toml or the folder that holds one")
        ->required()
        ->type_name("SURVEY");
    add_common(*sub, "mail", options, typed_limits);
    add_of_mail(*sub, command, options);
    sub->footer(fmt::format("Examples:\n{}", command.examples));
    sub->callback([&options, &command] { options.mail.verb = command.name; });
  }
}

}  // namespace

void fill_parser(CLI::App& app, CommandOptions& options, std::vector<std::string>& typed_limits) {
  app.set_version_flag("--version", version_text, "the program's version and those of its libraries");
  app.require_subcommand(1);
  app.footer(
      "Help for each command, with examples: mognad COMMAND --help\nExit status: 0 done, 1 some reports failed or "
      "something was found, 2 the "
      "input was refused, 3 wrong usage, 4 the surroundings failed.");
  for (const Command& command : kCommands) {
    CLI::App* sub = app.add_subcommand(std::string(command.name), std::string(command.summary));
    if (command.name == "mail") {
      add_mail(*sub, options, typed_limits);
    } else {
      add_argument(*sub, command, options);
      if (command.name != "completion") add_common(*sub, command.name, options, typed_limits);
      add_own(*sub, command.name, options);
    }
    sub->footer(fmt::format("Examples:\n{}", command.examples));
  }
}

}  // namespace mognad
