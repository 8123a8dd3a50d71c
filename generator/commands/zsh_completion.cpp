#include <fmt/format.h>
#include <fmt/ranges.h>

#include "commands/completion.h"

namespace mognad {
namespace {

/// Inside single quotes and, in zsh's specifications, between brackets and colons.
std::string escaped(const std::string& text) {
  std::string out;
  for (const char c : text) {
    if (c == '\'') out += "'\\'";
    if (c == '[' || c == ']' || c == ':' || c == '\\') out += '\\';
    out += c;
  }
  return out;
}

std::string action(const std::string& value, const std::vector<std::string>& choices) {
  if (!choices.empty()) return fmt::format("({})", fmt::join(choices, " "));
  if (value == "FOLDER") return "_files -/";
  return value == "SURVEY" || value.find("FILE") != std::string::npos ? "_files" : " ";
}

std::string option_line(const OptionWords& option, const std::string& name) {
  const std::string value =
      option.value.empty() ? "" : fmt::format(":{}:{}", escaped(option.value), action(option.value, option.choices));
  return fmt::format("    '{}{}{}[{}]{}' \\\n", option.repeated ? "*" : "", name,
                     !option.value.empty() && name.starts_with("--") ? "=" : "", escaped(option.summary), value);
}

std::string function_name(const std::string& path) {
  std::string name = "_" + path;
  for (char& c : name)
    if (c == ' ' || c == '-') c = '_';
  return name;
}

std::string options_of(const CommandWords& command) {
  std::string lines;
  for (const OptionWords& option : command.options)
    for (const std::string& name : option.names) lines += option_line(option, name);
  return lines;
}

/// A command that does something itself.
std::string leaf(const CommandWords& command, const std::string& path) {
  std::string text = fmt::format("{}() {{\n  _arguments \\\n{}", function_name(path), options_of(command));
  const std::string argument = action(command.argument, command.argument_choices);
  text += command.argument.empty() ? "    && return\n"
                                   : fmt::format("    '*:{}:{}'\n", escaped(command.argument_summary), argument);
  return text + "}\n\n";
}

std::string function_of(const CommandWords& command, const std::string& path);

/// A family: the next word names one of its commands.
std::string family(const CommandWords& command, const std::string& path) {
  std::string functions;
  std::string names;
  std::string calls;
  for (const CommandWords& sub : command.commands) {
    const std::string sub_path = path + " " + sub.name;
    functions += function_of(sub, sub_path);
    names += fmt::format("    '{}:{}'\n", sub.name, escaped(sub.summary));
    calls += fmt::format("    {}) {} ;;\n", sub.name, function_name(sub_path));
  }
  return fmt::format(
      "{0}{1}() {{\n"
      "  local context state line\n"
      "  local -a commands=(\n{2}  )\n"
      "  _arguments -C \\\n{3}    '1: :->command' '*:: :->rest' && return\n"
      "  case $state in\n"
      "  command) _describe command commands ;;\n"
      "  rest)\n    case $line[1] in\n{4}    esac ;;\n"
      "  esac\n}}\n\n",
      functions, function_name(path), names, options_of(command), calls);
}

std::string function_of(const CommandWords& command, const std::string& path) {
  return command.commands.empty() ? leaf(command, path) : family(command, path);
}

}  // namespace

std::string zsh_completion(const CommandWords& program) {
  return fmt::format("#compdef {0}\n# Completion of {0} in zsh; written by `{0} completion zsh`.\n\n{1}{2} \"$@\"\n",
                     program.name, function_of(program, program.name), function_name(program.name));
}

}  // namespace mognad
