// What `mognad check` reads beside the data where a survey's reports are mailed: recipients, the words of messages, and
// the files with secrets, of which only it is told whether they can be used. Nothing is planned or sent.
#pragma once

#include "commands/load.h"

namespace mognad {

/// How many recipients there are, and the problems of all these files. A survey that mails nothing has none.
Result<std::size_t> check_mail(const LoadedSurvey& loaded, const Files& files);

}  // namespace mognad
