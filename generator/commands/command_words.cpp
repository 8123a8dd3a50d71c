#include "commands/command_words.h"

#include <CLI/CLI.hpp>

#include "commands/command_options.h"

namespace mognad {
namespace {

constexpr std::string_view kExamples = "Examples:\n";

/// The parser writes the type of a value as "FORMAT:{csv,json}" or "N:INT in [1 - 1024]".
std::string value_of(const std::string& type) { return type.substr(0, type.find(':')); }

std::vector<std::string> choices_of(const std::string& type) {
  const std::size_t open = type.find(":{");
  if (open == std::string::npos || type.back() != '}') return {};
  return CLI::detail::split(type.substr(open + 2, type.size() - open - 3), ',');
}

OptionWords words_of(const CLI::Option& option) {
  OptionWords words;
  for (const std::string& name : option.get_snames()) words.names.push_back("-" + name);
  for (const std::string& name : option.get_lnames()) words.names.push_back("--" + name);
  words.summary = option.get_description();
  if (option.get_items_expected_max() == 0) return words;
  const std::string type = option.get_type_name();
  words.value = value_of(type);
  words.choices = choices_of(type);
  words.repeated = option.get_items_expected_max() > 1;
  return words;
}

CommandWords words_of(const CLI::App& app) {
  CommandWords words;
  words.name = app.get_name();
  words.summary = app.get_description();
  const std::string footer = app.get_footer();
  if (footer.starts_with(kExamples)) words.examples = footer.substr(kExamples.size());
  for (const CLI::Option* option : app.get_options()) {
    OptionWords found = words_of(*option);
    if (option->get_positional()) {
      words.argument = found.value;
      words.argument_summary = found.summary;
      words.argument_choices = found.choices;
    } else {
      words.options.push_back(std::move(found));
    }
  }
  for (const CLI::App* command : app.get_subcommands([](const CLI::App*) { return true; }))
    words.commands.push_back(words_of(*command));
  return words;
}

}  // namespace

CommandWords command_words() {
  CommandOptions options;
  std::vector<std::string> typed_limits;
  CLI::App app(std::string(kProgramSummary), "mognad");
  fill_parser(app, options, typed_limits);
  return words_of(app);
}

}  // namespace mognad
