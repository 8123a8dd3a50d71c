// What the command line takes, written for others than the parser: completion scripts for shells, and a reference in
// Markdown that becomes part of the guide and of the man page. Pure text of CommandWords; threads may share it.
#pragma once

#include <string>

#include "commands/command_words.h"

namespace mognad {

/// A script for Bash 4 or later, to be sourced; it needs no other script.
std::string bash_completion(const CommandWords& program);

/// A function for zsh's completion system, to stand as `_mognad` in a folder of `fpath`.
std::string zsh_completion(const CommandWords& program);

/// A heading for each command with its options as a list of definitions, in Pandoc's Markdown.
std::string command_reference(const CommandWords& program);

}  // namespace mognad
