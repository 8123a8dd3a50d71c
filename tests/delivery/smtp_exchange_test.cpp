#include "delivery/smtp_exchange.h"

#include <catch2/catch.hpp>

namespace {

using namespace mognad;
using Outcome = Receipt::Outcome;

/// Lines as they go: "> " from us, "< " from the server, "." for the end of the message.
SmtpExchange exchange(const std::vector<std::string>& lines) {
  SmtpExchange made;
  for (const std::string& line : lines) {
    if (line == ".") made.message_ended();
    else if (line[0] == '>') made.sent(line.substr(2) + "\r\n");
    else made.received(line.substr(2) + "\r\n");
  }
  return made;
}

Receipt told(const std::vector<std::string>& lines) { return exchange(lines).receipt(SmtpEnd::lost, "why"); }

}  // namespace

TEST_CASE("Only an answer with 250 after the end of a message accepts it", "[mail]") {
  CHECK(told({"> DATA", "< 354 go", ".", "< 250 ok"}).outcome == Outcome::accepted);
  CHECK(told({"> DATA", "< 250 ok"}).outcome == Outcome::deferred);
  CHECK(told({"> DATA", "< 354 go", "."}).outcome == Outcome::unknown);
  CHECK(told({"> DATA", "< 354 go", ".", "< 250-ok"}).outcome == Outcome::unknown);
  CHECK(told({"> DATA", "< 354 go", ".", "< 2500 ok"}).outcome == Outcome::unknown);
  CHECK(told({"> DATA", "< 354 go", ".", "< 251 ok"}).outcome == Outcome::unknown);
}

TEST_CASE("A yes after the server has asked for the message is never taken for a no", "[mail]") {
  CHECK(told({"> DATA", "< 354 go", "< 250 ok"}).outcome == Outcome::unknown);
  CHECK(told({"> DATA", "< 354 go"}).outcome == Outcome::deferred);
  CHECK(told({"> DATA", "< 354 go", "< 451 no"}).outcome == Outcome::deferred);
  CHECK(told({"> DATA", "< 354 go", "> DATA", "< 250 ok"}).outcome == Outcome::deferred);
}

TEST_CASE("What is said when the connection is closed doesn't change what became of a message", "[mail]") {
  CHECK(told({"> DATA", "< 354 go", ".", "< 250 ok", "> QUIT", "< 421 closing"}).outcome == Outcome::accepted);
  CHECK(told({"> RCPT TO:<a@b.test>", "< 550 no", "> QUIT", "< 221 bye"}).code == 550);
}

TEST_CASE("The end of an old connection says nothing about a message over a new one", "[mail]") {
  CHECK(told({"> QUIT", "< 221 bye", "> EHLO x", "< 250 hi", "> DATA", "< 354 go", ".", "< 250 ok"}).outcome ==
        Outcome::accepted);
}

TEST_CASE("The lines of a login are neither kept nor taken for commands", "[mail]") {
  const SmtpExchange made = exchange({"> EHLO x", "< 250 AUTH LOGIN", "> AUTH LOGIN", "< 334 VXNlcm5hbWU6", "> DATA",
                                      "< 334 UGFzc3dvcmQ6", "> QUIT", "< 535 DATA QUIT is wrong"});
  const Receipt receipt = made.receipt(SmtpEnd::no_admission, "why");
  CHECK(receipt.outcome == Outcome::forbidden);
  CHECK(receipt.code == 535);
  CHECK(receipt.answer == "the login was refused");
  CHECK_FALSE(made.logged_in());
  CHECK(exchange({"> AUTH PLAIN", "< 334 ", "> AGEAYg==", "< 235 ok"}).logged_in());
}

TEST_CASE("An answer that goes on forever is kept in part", "[mail]") {
  std::vector<std::string> lines{"> RCPT TO:<a@b.test>"};
  for (int i = 0; i < 10'000; ++i) lines.push_back("< 550-" + std::string(200, 'x'));
  lines.push_back("< 550 no");
  CHECK(told(lines).outcome == Outcome::refused);
  CHECK(told(lines).answer.size() <= 300);
}

TEST_CASE("Where nothing is answered, the reason says whether to try again", "[mail]") {
  const SmtpExchange silent;
  CHECK(silent.receipt(SmtpEnd::lost, "refused").outcome == Outcome::deferred);
  CHECK(silent.receipt(SmtpEnd::untrusted, "expired").outcome == Outcome::hindered);
  CHECK(silent.receipt(SmtpEnd::no_admission, "none").outcome == Outcome::forbidden);
  CHECK(silent.receipt(SmtpEnd::lost, "refused").answer == "no greeting from the server: refused");
}
