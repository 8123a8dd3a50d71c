// The file of recipients and that of passwords; columns are documented in docs/guide.
#pragma once

#include <map>
#include <string>

#include "base/result.h"
#include "dataset/dataset.h"
#include "dataset/recipient.h"
#include "dataset/survey.h"
#include "files/files.h"

namespace mognad {

/// Columns organisation, name, address, language, role, street, postcode, town; all but the first may be missing. A
/// language that is empty is the organisation's first, or the survey's. Organisations that nobody knows, addresses that
/// are none and the same address twice for an organisation are errors. Of a survey that names no file none, without a
/// problem.
Result<Recipients> read_recipients(const Survey& survey, const Dataset& dataset, const Files& files);

/// By code of the organisation. A file that others may read is an error, and nothing of it is read; a password in it is
/// never in a message.
using Passwords = std::map<std::string, std::string>;
Result<Passwords> read_passwords(const Survey& survey, const Dataset& dataset, const Files& files);

/// What a server is told to know us by; both empty: nothing.
struct MailCredentials {
  std::string user;
  std::string password;
};

/// Two lines of a file that others may not read.
Result<MailCredentials> read_credentials(const std::string& path, const Files& files);

}  // namespace mognad
