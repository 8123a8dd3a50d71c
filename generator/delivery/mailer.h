// Mailer: the way out for messages, to a server or into a folder; tests have a twin. What became of a message is told
// as exactly as it can be known, for nothing may be sent twice. Each thread has its own.
#pragma once

#include <string>
#include <string_view>

#include "language/mail_address.h"

namespace mognad {

struct Envelope {
  MailAddress from;
  MailAddress to;
  std::string key;  // of the message
};

/// What became of an attempt.
struct Receipt {
  enum class Outcome {
    accepted,   // the server has answered that it has the message
    deferred,   // not now: a 4xx answer, or no connection before all of the message was sent
    refused,    // a 5xx answer about this message or recipient
    unknown,    // the connection was lost after the message was sent and before an answer came
    hindered,   // nothing was tried: no server of that name, no TLS, a certificate that isn't right
    forbidden,  // nothing was tried: the server doesn't let us in
  };
  Outcome outcome = Outcome::hindered;
  int code = 0;        // of the server's last answer, 250; 0: none
  std::string answer;  // its words, or what went wrong; never a password
};

class Mailer {
 public:
  virtual ~Mailer() = default;

  /// `message` is as compose_message makes it, with its date. Returns when the outcome is known.
  virtual Receipt send(const Envelope& envelope, std::string_view message) = 0;
};

}  // namespace mognad
