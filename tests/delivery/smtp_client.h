// A client of the failing server: what tests of the SMTP mailer send, and the settings to send it with.
#pragma once

#include <string>

#include "delivery/smtp_mailer.h"
#include "support/failing_server.h"

namespace mognad::test {

enum class MessageSize { small, large };  // large: more than the system takes without a reader

inline bool says(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

inline SmtpOptions options_for(const FailingServer& server, const std::string& scenario) {
  SmtpOptions options;
  options.server.host = "localhost";
  options.server.port = server.port(scenario);
  options.server.timeout = says(scenario, "slow") || says(scenario, "late") || says(scenario, "garbage") ? 2 : 60;
  if (!says(scenario, "late")) options.final_timeout = options.server.timeout;
  if (says(scenario, "tls=implicit")) options.server.security = MailServer::Security::tls;
  if (says(scenario, "login=plain") || says(scenario, "login=login")) {
    options.user = "kalle";
    options.password = "hemligt lösenord";
  }
  options.certificates = server.authority();
  options.hello = "sender.example";
  return options;
}

inline MailAddress address(const std::string& text) { return *MailAddress::of(text, {}); }

inline Envelope envelope(const std::string& to = "anna@malm.example") {
  return {address("sender@sender.example"), address(to), "0123456789abcdef0123456789abcdef"};
}

inline constexpr const char* kPoints = ".\r\n..\r\n.En rad\r\n";  // lines that are changed on their way

inline std::string message(MessageSize size = MessageSize::small, const std::string& first_lines = kPoints) {
  std::string text = "Subject: Resultat\r\n\r\n" + first_lines;
  const std::size_t lines = size == MessageSize::large ? 250'000 : 20;
  for (std::size_t i = 0; i < lines; ++i)
    text += "012345678901234567890123456789012345678901234567890123456789012345678901234\r\n";
  return text;
}

inline Receipt send(const SmtpOptions& options, const std::string& text) {
  return make_smtp_mailer(options)->send(envelope(), text);
}

}  // namespace mognad::test
