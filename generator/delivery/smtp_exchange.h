// SmtpExchange: what a client and a mail server have said to each other about one message (RFC 5321), and what follows
// from it for the message. The library that talks tells less than is needed: the same error stands for a refused
// recipient and a lost connection. Fed with every line as it goes out and comes in. Pure; for one thread at a time.
#pragma once

#include <string>
#include <string_view>

#include "delivery/mailer.h"

namespace mognad {

/// What the server has been asked last.
enum class SmtpStep { connect, hello, starttls, login, sender, recipient, data, message };

/// How the talking ended where no answer tells it.
enum class SmtpEnd {
  lost,         // no connection, or it broke, or an answer took too long or made no sense
  untrusted,    // no server of that name, no TLS, a certificate that isn't right
  no_admission  // the server offers no way to log in
};

class SmtpExchange {
 public:
  /// A command, with or without its line break. The lines of a login are passed over.
  void sent(std::string_view line);
  /// The last byte of the message is handed over: from now on the server may have it.
  void message_ended();
  /// A line of an answer, which may have several (RFC 5321, 4.2.1). What is no such line is passed over.
  void received(std::string_view line);

  /// A login was answered with yes.
  bool logged_in() const { return logged_in_; }
  /// The connection was opened for this message.
  bool greeted() const { return greeted_; }
  /// The server has agreed to nothing about this message yet.
  bool untouched() const { return step_ <= SmtpStep::sender; }

  /// A refusal speaks for itself; where none came, `end` and `reason`, the library's words for it, do. Accepted is
  /// only what was answered with 250 after its end; unknown what has no answer then; all else was not taken. RFC 5321,
  /// 4.2.1 (4yz and 5yz), 3.8 (421 at any time); RFC 4954, 6 (530, 535, 538 are about logins); RFC 3207, 4.
  Receipt receipt(SmtpEnd end, std::string_view reason) const;

 private:
  Receipt refusal() const;

  SmtpStep step_ = SmtpStep::connect;
  int code_ = 0;          // of the answer to step_; 0: none yet
  std::string words_;     // of the answer
  bool open_ = false;     // more lines of the answer follow
  bool invited_ = false;  // the server has asked for the message
  bool closed_ = false;   // QUIT was said: what follows is about no message
  bool greeted_ = false;
  bool logged_in_ = false;
};

}  // namespace mognad
