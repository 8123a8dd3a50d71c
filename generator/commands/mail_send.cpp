#include "commands/mail_commands.h"

namespace mognad {

ExitStatus run_mail_send(const CommandOptions&, Files&) { return ExitStatus::wrong_usage; }

}  // namespace mognad
