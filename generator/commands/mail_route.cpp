#include "commands/mail_route.h"

#include <fmt/format.h>

#include <cstdlib>
#include <utility>

#include "delivery/folder_mailer.h"
#include "delivery/smtp_mailer.h"
#include "input/read_recipients.h"

namespace mognad {
namespace {

/// The last door: a plan is checked before, but what leaves the machine is decided here.
class ReservedOnlyMailer final : public Mailer {
 public:
  explicit ReservedOnlyMailer(std::unique_ptr<Mailer> mailer) : mailer_(std::move(mailer)) {}

  Receipt send(const Envelope& envelope, std::string_view message) override {
    if (envelope.to.is_reserved()) return mailer_->send(envelope, message);
    return {Receipt::Outcome::hindered, 0,
            "the survey is simulated, and this address is not under .test, .example or .invalid"};
  }

 private:
  std::unique_ptr<Mailer> mailer_;
};

std::string from_environment(const char* name) {
  const char* value = std::getenv(name);
  return value ? value : "";
}

MailCredentials find_credentials(const MailServer& server, const Files& files, Problems& problems) {
  if (!server.credentials_path.empty())
    return read_credentials(server.credentials_path, files).take(problems).value_or(MailCredentials{});
  MailCredentials found{from_environment("MOGNAD_MAIL_USER"), from_environment("MOGNAD_MAIL_PASSWORD")};
  if (found.user.empty() != found.password.empty())
    problems.push_back(error_at({"MOGNAD_MAIL_USER"}, "of user and password only one is set in the environment",
                                "set MOGNAD_MAIL_USER and MOGNAD_MAIL_PASSWORD, or neither of them"));
  return found;
}

Result<MakeMailer> route_to_server(const Survey& survey, const Files& files) {
  Problems problems;
  const MailServer& server = *survey.mail.server;
  const MailCredentials login = find_credentials(server, files, problems);
  std::string certificates;
  if (!server.certificates_path.empty())
    certificates = files.read(server.certificates_path).take(problems).value_or("");
  if (has_errors(problems)) return problems;
  const std::string hello = survey.mail.sender ? std::string(survey.mail.sender->domain()) : "localhost";
  const SmtpOptions options{server, login.user, login.password, std::move(certificates), hello};
  return MakeMailer([options, simulated = survey.simulated]() -> std::unique_ptr<Mailer> {
    auto mailer = make_smtp_mailer(options);
    if (simulated) return std::make_unique<ReservedOnlyMailer>(std::move(mailer));
    return mailer;
  });
}

}  // namespace

Result<MakeMailer> mail_route(const Survey& survey, Files& files) {
  const MailSettings& mail = survey.mail;
  if (!mail.folder.empty())
    return MakeMailer([folder = mail.folder, &files] { return make_folder_mailer(folder, files); });
  if (mail.server) return route_to_server(survey, files);
  return error_at(mail.place.file.empty() ? Place{survey.path} : mail.place, "the survey names no way out for messages",
                  "add [mail.server], or a folder to put them in: folder = \"outbox\" under [mail]");
}

}  // namespace mognad
