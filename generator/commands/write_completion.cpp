#include <cstdio>

#include "commands/commands.h"
#include "commands/completion.h"

namespace mognad {

ExitStatus run_completion(const CommandOptions& options, Files&) {
  const CommandWords program = command_words();
  const std::string text = options.shell == "bash"  ? bash_completion(program)
                           : options.shell == "zsh" ? zsh_completion(program)
                                                    : command_reference(program);
  std::fputs(text.c_str(), stdout);
  return ExitStatus::done;
}

}  // namespace mognad
