#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cctype>

#include "commands/completion.h"

namespace mognad {
namespace {

/// What Pandoc would read as more than a letter.
std::string escaped(const std::string& text) {
  std::string out;
  for (const char c : text) {
    if (std::string_view("\\`*_[]<>#|$~^@").find(c) != std::string_view::npos) out += '\\';
    out += c;
  }
  return out;
}

std::string definition(const OptionWords& option) {
  std::string value = option.value.empty() ? "" : " *" + escaped(option.value) + "*";
  return fmt::format("`{}`{}\n:   {}\n\n", fmt::join(option.names, "`, `"), value, escaped(option.summary));
}

/// Without the two blanks that --help has before each line.
std::string to_the_left(const std::string& examples) {
  std::string out;
  for (std::size_t i = 0; i < examples.size(); ++i) {
    if (i == 0 || examples[i - 1] == '\n') i += std::min(examples.find_first_not_of(' ', i), examples.size()) - i;
    if (i < examples.size()) out += examples[i];
  }
  return out;
}

/// Help is told of once, at the beginning.
bool is_help(const OptionWords& option) { return option.names.back() == "--help"; }

std::string sentence(std::string text) {
  text.front() = static_cast<char>(std::toupper(static_cast<unsigned char>(text.front())));
  return text + ".";
}

/// `level` is how many # a heading has.
void add_command(const CommandWords& command, const std::string& path, std::size_t level, std::string& text) {
  const std::string name = path + " " + command.name;
  const std::string argument = command.argument.empty() ? "" : " " + command.argument;
  text +=
      fmt::format("{} `{}{}`\n\n{}\n\n", std::string(level, '#'), name, argument, sentence(escaped(command.summary)));
  if (!command.argument.empty())
    text += fmt::format("*{}*\n:   {}\n\n", escaped(command.argument), escaped(command.argument_summary));
  for (const OptionWords& option : command.options)
    if (!is_help(option)) text += definition(option);
  if (!command.examples.empty() && command.commands.empty())
    text += fmt::format("For instance:\n\n```\n{}\n```\n\n", to_the_left(command.examples));
  for (const CommandWords& sub : command.commands) add_command(sub, name, level, text);
}

}  // namespace

std::string command_reference(const CommandWords& program) {
  std::string text;
  for (const OptionWords& option : program.options) text += definition(option);
  for (const CommandWords& command : program.commands) add_command(command, program.name, 2, text);
  return text;
}

}  // namespace mognad
