#include <fmt/format.h>
#include <fmt/ranges.h>

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
    text += fmt::format("For instance:\n\n```\n{}\n```\n\n", command.examples);
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
