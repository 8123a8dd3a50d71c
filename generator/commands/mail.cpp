#include "commands/commands.h"
#include "commands/mail_commands.h"

namespace mognad {

ExitStatus run_mail(const CommandOptions& options, Files& files) {
  for (const MailCommand& command : kMailCommands)
    if (options.mail.verb == command.name) return command.run(options, files);
  return ExitStatus::wrong_usage;
}

}  // namespace mognad
