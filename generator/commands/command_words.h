// Every word that the command line knows, as a tree of values read from the table of the parser itself: what completion
// and the man page are made of, so that neither can differ from what the program takes. Threads may share it.
#pragma once

#include <string>
#include <vector>

namespace mognad {

struct OptionWords {
  std::vector<std::string> names;  // "--quiet"; of one with a short name both
  std::string value;               // how its value is called, "FOLDER"; empty: it takes none
  std::string summary;
  std::vector<std::string> choices;  // the values that it takes, where they are few
  bool repeated = false;             // may be given more than once
};

struct CommandWords {
  std::string name;
  std::string summary;
  std::string argument;  // "SURVEY"; empty: none
  std::string argument_summary;
  std::vector<std::string> argument_choices;
  std::string examples;  // a line each
  std::vector<OptionWords> options;
  std::vector<CommandWords> commands;  // of a family, such as `mail`
};

/// The program, with its commands in the order of --help.
CommandWords command_words();

}  // namespace mognad
