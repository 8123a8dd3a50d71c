// The way out that a survey's settings name, shared by `mognad mail send` and `proof`: a folder, or a server with its
// credentials. What a simulated survey sends to a server reaches nobody but reserved addresses, whatever it is given.
#pragma once

#include <functional>
#include <memory>

#include "base/result.h"
#include "dataset/survey.h"
#include "delivery/mailer.h"
#include "files/files.h"

namespace mognad {

/// Called once for each connection, by any thread.
using MakeMailer = std::function<std::unique_ptr<Mailer>()>;

/// A folder comes before a server. User and password are read from the file that the survey names, else from
/// MOGNAD_MAIL_USER and MOGNAD_MAIL_PASSWORD. Neither a folder nor a server, half of a login, and certificates that
/// can't be read are problems. `files` must live as long as what is made.
Result<MakeMailer> mail_route(const Survey& survey, Files& files);

}  // namespace mognad
