#include "delivery/smtp_exchange.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "delivery/server_words.h"

namespace mognad {
namespace {

constexpr int kMessageTaken = 250;
constexpr int kLoggedIn = 235;
constexpr int kLoginGoesOn = 334;
constexpr int kMessageExpected = 354;
constexpr int kFirstIntermediate = 300;
constexpr int kFirstRefusal = 400;
constexpr int kFirstPermanent = 500;
/// A server may talk forever.
constexpr std::size_t kMostAnswer = 4096;

constexpr std::array<std::pair<std::string_view, SmtpStep>, 7> kSmtpCommands{{{"EHLO", SmtpStep::hello},
                                                                              {"HELO", SmtpStep::hello},
                                                                              {"STARTTLS", SmtpStep::starttls},
                                                                              {"AUTH", SmtpStep::login},
                                                                              {"MAIL", SmtpStep::sender},
                                                                              {"RCPT", SmtpStep::recipient},
                                                                              {"DATA", SmtpStep::data}}};

/// Three digits, then a blank, a hyphen or the end (RFC 5321, 4.2); 0: something else.
int answer_code(std::string_view line) {
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  if (line.size() < 3 || line[0] < '2' || line[0] > '5' || !is_digit(line[1]) || !is_digit(line[2])) return 0;
  if (line.size() > 3 && line[3] != ' ' && line[3] != '-') return 0;
  return (line[0] - '0') * 100 + (line[1] - '0') * 10 + (line[2] - '0');
}

Receipt::Outcome permanent_refusal(SmtpStep step, int code) {
  const bool about_login = code == 530 || code == 535 || code == 538;
  if (step == SmtpStep::starttls) return Receipt::Outcome::hindered;
  if (step <= SmtpStep::login || about_login) return Receipt::Outcome::forbidden;
  return Receipt::Outcome::refused;
}

const char* missing_answer(SmtpStep step, int code) {
  switch (step) {
    case SmtpStep::connect: return "no greeting from the server";
    case SmtpStep::hello: return "no answer to EHLO";
    case SmtpStep::starttls: return "no TLS after STARTTLS";
    case SmtpStep::login: return "no answer to the login";
    case SmtpStep::sender: return "no answer to MAIL";
    case SmtpStep::recipient: return "no answer to RCPT";
    case SmtpStep::data:
      return code == kMessageExpected ? "lost while the message was sent" : "no right answer to DATA";
    case SmtpStep::message: break;
  }
  return "no answer after the message was sent";
}

}  // namespace

void SmtpExchange::sent(std::string_view line) {
  // What goes on with a login is no command, whatever it looks like.
  if (step_ == SmtpStep::login && code_ == kLoginGoesOn) {
    code_ = 0;
    return;
  }
  const std::string_view verb = line.substr(0, line.find_first_of(" \r\n"));
  if (verb == "QUIT") closed_ = true;
  const auto* command =
      std::find_if(kSmtpCommands.begin(), kSmtpCommands.end(), [&](const auto& c) { return c.first == verb; });
  if (command == kSmtpCommands.end()) return;
  step_ = command->second;
  if (step_ == SmtpStep::hello) {
    // An old connection may be closed before this one speaks.
    closed_ = false;
    greeted_ = true;
  }
  code_ = 0;
  words_.clear();
  open_ = false;
  invited_ = false;
}

void SmtpExchange::message_ended() {
  step_ = SmtpStep::message;
  code_ = 0;
  words_.clear();
}

void SmtpExchange::received(std::string_view line) {
  if (closed_) return;
  while (!line.empty() && (line.back() == '\n' || line.back() == '\r')) line.remove_suffix(1);
  const int code = answer_code(line);
  if (code == 0) return;
  if (!open_) words_.clear();
  // Some servers repeat what they were told, and here that is a password.
  if (line.size() > 4 && step_ != SmtpStep::login && words_.size() < kMostAnswer)
    words_.append(words_.empty() ? "" : " ").append(line.substr(4, kMostAnswer));
  open_ = line.size() > 3 && line[3] == '-';
  if (!open_) code_ = code;
  if (step_ == SmtpStep::data && code_ == kMessageExpected) invited_ = true;
  if (step_ == SmtpStep::login && code_ == kLoggedIn) logged_in_ = true;
}

Receipt SmtpExchange::refusal() const {
  Receipt receipt{Receipt::Outcome::deferred, code_, server_words(words_)};
  if (code_ >= kFirstPermanent) receipt.outcome = permanent_refusal(step_, code_);
  if (step_ == SmtpStep::login) receipt.answer = "the login was refused";
  return receipt;
}

Receipt SmtpExchange::receipt(SmtpEnd end, std::string_view reason) const {
  if (code_ >= kFirstRefusal) return refusal();
  if (step_ == SmtpStep::message && code_ == kMessageTaken)
    return {Receipt::Outcome::accepted, code_, server_words(words_)};
  Receipt receipt{Receipt::Outcome::deferred, code_,
                  server_words(fmt::format("{}: {}", missing_answer(step_, code_), reason))};
  // A yes after the invitation is about a message, whoever ended it.
  const bool taken_early = step_ == SmtpStep::data && invited_ && code_ < kFirstIntermediate;
  if (step_ == SmtpStep::message || taken_early) receipt.outcome = Receipt::Outcome::unknown;
  else if (end == SmtpEnd::untrusted) receipt.outcome = Receipt::Outcome::hindered;
  else if (end == SmtpEnd::no_admission) receipt.outcome = Receipt::Outcome::forbidden;
  return receipt;
}

}  // namespace mognad
