// What the commands of `mognad mail` work with: the survey, its organisations and recipients, the words of messages,
// and the manifest of the finished reports. No answers are read.
#pragma once

#include <memory>

#include "batch/plan_mail.h"
#include "commands/command_options.h"

namespace mognad {

struct LoadedMail {
  Survey survey;
  Dataset dataset;  // organisations alone
  Recipients recipients;
  MessageTemplates templates;
  std::vector<Language> languages;
  Passwords passwords;
  verification::Manifest manifest;
  std::string manifest_sha256;
  std::string recipients_sha256;
  std::string settings_sha256;
  std::vector<std::pair<std::string, std::string>> attachments;
  std::string output;       // folder of the reports
  std::string mail_folder;  // output/mail
  std::string ledger_path;

  MailInputs inputs() const;
};

/// All problems of all files. A missing manifest is one; a ledger may be missing.
Result<std::unique_ptr<LoadedMail>> load_mail(const CommandOptions& options, const Files& files);

}  // namespace mognad
