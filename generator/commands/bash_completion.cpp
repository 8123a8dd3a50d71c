#include <fmt/format.h>
#include <fmt/ranges.h>

#include "commands/completion.h"

namespace mognad {
namespace {

std::string all_names(const CommandWords& command) {
  std::string names;
  for (const OptionWords& option : command.options)
    for (const std::string& name : option.names) names += (names.empty() ? "" : " ") + name;
  for (const CommandWords& sub : command.commands) names += " " + sub.name;
  return names;
}

/// What may stand for a value, as a call of compgen.
std::string candidates(const std::string& value, const std::vector<std::string>& choices) {
  if (!choices.empty()) return fmt::format("compgen -W '{}' -- \"$word\"", fmt::join(choices, " "));
  if (value == "FOLDER") return "compgen -d -- \"$word\"";
  const bool file = value == "SURVEY" || value.find("FILE") != std::string::npos;
  return file ? "compgen -f -- \"$word\"" : "true";
}

/// The values of a command's options, a case for each that takes one; every value has a case, even if nothing is
/// proposed.
std::string value_cases(const CommandWords& command, const std::string& path) {
  std::string cases;
  for (const OptionWords& option : command.options)
    if (!option.value.empty())
      for (const std::string& name : option.names)
        cases += fmt::format("    '{}:{}') mapfile -t COMPREPLY < <({}); return ;;\n", path, name,
                             candidates(option.value, option.choices));
  return cases;
}

std::string word_case(const CommandWords& command, const std::string& path) {
  std::string found = fmt::format("compgen -W '{}' -- \"$word\"", all_names(command));
  if (!command.argument.empty())
    found += fmt::format("; [[ $word == -* ]] || {}", candidates(command.argument, command.argument_choices));
  return fmt::format("    '{}') mapfile -t COMPREPLY < <({}) ;;\n", path, found);
}

void add_cases(const CommandWords& command, const std::string& path, std::string& values, std::string& words) {
  values += value_cases(command, path);
  words += word_case(command, path);
  for (const CommandWords& sub : command.commands)
    add_cases(sub, path.empty() ? sub.name : path + " " + sub.name, values, words);
}

/// Names of families, behind which a second word belongs to the command.
std::string families(const CommandWords& program) {
  std::string names;
  for (const CommandWords& command : program.commands)
    if (!command.commands.empty()) names += fmt::format("[[ $path == '{}' ]] || ", command.name);
  return names + "break";
}

}  // namespace

std::string bash_completion(const CommandWords& program) {
  std::string values;
  std::string words;
  add_cases(program, "", values, words);
  // Bash parts words at "=" too: --output=folder is three.
  return fmt::format(
      "# Completion of {0} in Bash; written by `{0} completion bash`.\n"
      "_{0}() {{\n"
      "  local word=${{COMP_WORDS[COMP_CWORD]}} before=${{COMP_WORDS[COMP_CWORD - 1]}} path='' i\n"
      "  if [[ $word == '=' ]]; then word=''; elif [[ $before == '=' ]]; then before=${{COMP_WORDS[COMP_CWORD - 2]}}; "
      "fi\n"
      "  for ((i = 1; i < COMP_CWORD; i++)); do\n"
      "    [[ ${{COMP_WORDS[i]}} == -* ]] && continue\n"
      "    if [[ -z $path ]]; then path=${{COMP_WORDS[i]}}; continue; fi\n"
      "    {1}\n"
      "    path+=\" ${{COMP_WORDS[i]}}\"; break\n"
      "  done\n"
      "  COMPREPLY=()\n"
      "  case \"$path:$before\" in\n{2}  esac\n"
      "  case \"$path\" in\n{3}  esac\n"
      "}}\n"
      "complete -o filenames -F _{0} {0}\n",
      program.name, families(program), values, words);
}

}  // namespace mognad
