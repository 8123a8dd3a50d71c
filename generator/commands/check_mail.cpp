#include "commands/check_mail.h"

#include "input/read_messages.h"
#include "input/read_recipients.h"

namespace mognad {

Result<std::size_t> check_mail(const LoadedSurvey& loaded, const Files& files) {
  const Survey& survey = loaded.survey;
  const MailSettings& mail = survey.mail;
  const bool writes = !mail.recipients_path.empty() || !mail.place.file.empty();
  if (!writes) return std::size_t{0};
  Problems problems;
  const auto recipients = read_recipients(survey, loaded.dataset, files).take(problems);
  static_cast<void>(read_messages(mail.template_path, survey.languages, files, survey.limits).take(problems));
  static_cast<void>(read_passwords(survey, loaded.dataset, files).take(problems));
  if (mail.server && !mail.server->credentials_path.empty())
    static_cast<void>(read_credentials(mail.server->credentials_path, files).take(problems));
  for (const std::string& path : mail.attachments)
    if (!files.exists(path))
      problems.push_back(
          error_at({path}, "there is no such file", "survey.toml names it in [mail], under attachments"));
  if (has_errors(problems)) return problems;
  return {recipients ? recipients->size() : 0, std::move(problems)};
}

}  // namespace mognad
