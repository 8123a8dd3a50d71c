// Messages to a mail server (RFC 5321), by libcurl: STARTTLS or TLS from the first byte, the certificate and its name
// always checked, login where credentials are given. One connection, which is used for so many messages as the settings
// say.
#pragma once

#include <memory>

#include "dataset/mail_settings.h"
#include "delivery/mailer.h"

namespace mognad {

/// What it is called by itself in EHLO is the sender's domain. `certificates` is a PEM text of trusted authorities;
/// empty: the system's.
struct SmtpOptions {
  MailServer server;
  std::string user;
  std::string password;
  std::string certificates;
  std::string hello;
  double final_timeout =
      600;  // seconds for the answer to a whole message (RFC 5321, 4.5.3.2.6), the server's if longer
};

std::unique_ptr<Mailer> make_smtp_mailer(SmtpOptions options);

}  // namespace mognad
