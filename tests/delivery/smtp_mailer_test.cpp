#include "delivery/smtp_mailer.h"

#include <fmt/format.h>

#include <catch2/catch.hpp>
#include <cstdlib>
#include <future>
#include <set>

#include "files/sha256.h"
#include "support/failing_server.h"

namespace {

using namespace mognad;
using namespace mognad::test;
using Outcome = Receipt::Outcome;

const char* const kNames[] = {"accepted", "deferred", "refused", "unknown", "hindered", "forbidden"};

enum class Size { small, large };  // large: more than the system takes without a reader

struct Case {
  std::string scenario;
  Outcome outcome;
  int code = 0;
  std::string says;  // a part of the answer
  int taken = 0;     // messages that the server holds
  Size size = Size::small;
};

std::vector<Case> refusals() {
  std::vector<Case> cases;
  const auto add = [&](const std::string& step, int code, Outcome outcome) {
    const std::string login = step == "auth" ? "login=plain;" : "";
    cases.push_back({login + step + "=" + std::to_string(code), outcome, code, step == "auth" ? "login" : ""});
  };
  for (const std::string step : {"connect", "ehlo", "starttls", "auth", "mail", "rcpt", "data", "message"}) {
    for (const int code : {450, 451, 452, 421}) add(step, code, Outcome::deferred);
    for (const int code : {550, 552}) {
      const bool early = step == "connect" || step == "ehlo" || step == "auth";
      add(step, code, early ? Outcome::forbidden : step == "starttls" ? Outcome::hindered : Outcome::refused);
    }
  }
  add("starttls", 454, Outcome::deferred);
  add("auth", 454, Outcome::deferred);
  add("auth", 535, Outcome::forbidden);
  add("mail", 530, Outcome::forbidden);
  return cases;
}

std::vector<Case> lost_connections() {
  std::vector<Case> cases;
  for (const std::string step : {"connect", "ehlo", "starttls", "auth", "mail", "rcpt", "data"})
    for (const std::string action : {"drop", "close", "slow", "garbage"}) {
      const std::string login = step == "auth" ? "login=login;" : "";
      cases.push_back({login + step + "=" + action, Outcome::deferred, 0, "no "});
    }
  for (const std::string action : {"drop", "close", "slow", "garbage"}) {
    cases.push_back({"message=" + action, Outcome::unknown, 0, "no answer after the message"});
    if (action != "garbage") cases.push_back({"inside=" + action, Outcome::deferred, 354, "while", 0, Size::large});
  }
  cases.push_back({"connect=450:then-drop", Outcome::deferred, 450, "busy"});
  cases.push_back({"rcpt=550:then-drop", Outcome::refused, 550, "No such user"});
  cases.push_back({"message=250:then-drop", Outcome::accepted, 250, "Ok", 1});
  cases.push_back({"message=452:then-drop", Outcome::deferred, 452, "No room"});
  return cases;
}

std::vector<Case> strange_answers() {
  return {
      {"", Outcome::accepted, 250, "queued as 4dXy", 1},
      {"tls=implicit", Outcome::accepted, 250, "queued as 4dXy", 1},
      {"login=plain", Outcome::accepted, 250, "queued", 1},
      {"login=login", Outcome::accepted, 250, "queued", 1},
      {"tls=implicit;ehlo=550", Outcome::accepted, 250, "queued", 1},
      {"tls=implicit;ehlo=550;helo=552", Outcome::forbidden, 552, "Too big"},
      {"message=250:many", Outcome::accepted, 250, "Ok so says the server", 1},
      {"message=250:wild", Outcome::accepted, 250, "Ok [31m red", 1},
      {"rcpt=550:many", Outcome::refused, 550, "5.1.1 No such user so says the server"},
      {"rcpt=450:wild", Outcome::deferred, 450, "4.2.0 Mailbox busy [31m red"},
      {"rcpt=550:long", Outcome::refused, 550, "xxxxx"},
      {"rcpt=echo", Outcome::refused, 500, "5.5.2 What is RCPT"},
      {"login=plain;auth=echo", Outcome::forbidden, 500, "the login was refused"},
      {"login=none", Outcome::accepted, 250, "queued", 1},
      // More than was asked for: the answers no longer fit the questions, and this is noticed before the message goes.
      {"mail=twice", Outcome::deferred, 250, "no right answer to DATA"},
      {"rcpt=twice", Outcome::deferred, 250, "no right answer to DATA"},
      {"tls=implicit;ehlo=twice", Outcome::deferred, 250, ""},
      {"message=252", Outcome::unknown, 252, "no answer"},
      {"message=354", Outcome::unknown, 354, "no answer"},
      {"data=twice", Outcome::unknown, 354, "no answer", 1},
  };
}

std::vector<Case> untrusted_servers() {
  std::vector<Case> cases{{"tls=none", Outcome::hindered, 250, ""},
                          {"starttls=inject", Outcome::hindered, 220, ""},
                          {"ehlo=twice", Outcome::hindered, 250, ""},
                          {"tls=none;login=plain;mail=550", Outcome::hindered, 250, ""},
                          {"login=unknown", Outcome::accepted, 250, "", 1}};
  for (const std::string certificate : {"wrong-name", "expired", "self-signed"}) {
    cases.push_back({"cert=" + certificate, Outcome::hindered, 220, "certificate"});
    cases.push_back({"tls=implicit;cert=" + certificate, Outcome::hindered, 0, "certificate"});
  }
  return cases;
}

const std::vector<std::string> kSequences{"after#1=close",       "after#1=421",         "mail#2=421",
                                          "mail#2=drop",         "mail#2=550",          "mail%1=451;tls=implicit",
                                          "rcpt#2=550",          "rcpt#2=drop",         "message#1=twice",
                                          "tls=none;login=none", "login=none;auth=550", "login=unknown;auth=550",
                                          "message%7=450",       "message#1=slow",      "login=plain;mail#99=450"};

std::vector<Case> all_cases() {
  std::vector<Case> all;
  for (const auto& part : {refusals(), lost_connections(), strange_answers(), untrusted_servers()})
    all.insert(all.end(), part.begin(), part.end());
  return all;
}

const FailingServer& server() {
  static const FailingServer running([] {
    std::set<std::string> scenarios(kSequences.begin(), kSequences.end());
    for (const Case& one : all_cases()) scenarios.insert(one.scenario);
    return std::vector<std::string>(scenarios.begin(), scenarios.end());
  }());
  return running;
}

bool says(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

SmtpOptions options_for(const std::string& scenario) {
  SmtpOptions options;
  options.server.host = "localhost";
  options.server.port = server().port(scenario);
  options.server.timeout = says(scenario, "slow") || says(scenario, "garbage") ? 2 : 60;
  if (says(scenario, "tls=implicit")) options.server.security = MailServer::Security::tls;
  if (says(scenario, "login=plain") || says(scenario, "login=login")) {
    options.user = "kalle";
    options.password = "hemligt lösenord";
  }
  options.certificates = server().authority();
  options.hello = "sender.example";
  return options;
}

MailAddress address(const std::string& text) { return *MailAddress::of(text, {}); }

Envelope envelope(const std::string& to = "anna@malm.example") {
  return {address("sender@sender.example"), address(to), "0123456789abcdef0123456789abcdef"};
}

std::string message(Size size = Size::small) {
  std::string text = "Subject: Resultat\r\n\r\n.\r\n..\r\n.En rad\r\n";
  const std::size_t lines = size == Size::large ? 250'000 : 20;
  for (std::size_t i = 0; i < lines; ++i)
    text += "012345678901234567890123456789012345678901234567890123456789012345678901234\r\n";
  return text;
}

Receipt send(const SmtpOptions& options, const std::string& text) {
  return make_smtp_mailer(options)->send(envelope(), text);
}

/// Each against its own server, all at once: most of them wait.
void check(const std::vector<Case>& cases) {
  const std::string small = message(), large = message(Size::large);
  server();
  std::vector<std::future<Receipt>> receipts;
  for (const Case& one : cases)
    receipts.push_back(std::async(std::launch::async, [&one, &small, &large] {
      return send(options_for(one.scenario), one.size == Size::large ? large : small);
    }));
  for (std::size_t i = 0; i < cases.size(); ++i) {
    const Receipt receipt = receipts[i].get();
    INFO(cases[i].scenario << ": " << receipt.code << " " << receipt.answer);
    CHECK(kNames[static_cast<int>(receipt.outcome)] == std::string(kNames[static_cast<int>(cases[i].outcome)]));
    CHECK(receipt.code == cases[i].code);
    CHECK(says(receipt.answer, cases[i].says));
    CHECK(receipt.answer.size() <= 300);
    CHECK_FALSE(says(receipt.answer, "hemligt"));
    CHECK_FALSE(says(receipt.answer, "aGVtbGlndC"));  // its beginning as it goes over the line
    CHECK_FALSE(says(receipt.answer, "anna@malm.example"));
    CHECK(server().taken(cases[i].scenario).size() == static_cast<std::size_t>(cases[i].taken));
  }
}

}  // namespace

TEST_CASE("A refusal at any step is recorded as what it is", "[mail]") { check(refusals()); }

TEST_CASE("A connection lost after the message leaves it unknown, before it deferred", "[mail]") {
  check(lost_connections());
}

TEST_CASE("An answer of any shape is understood, and none that doesn't fit for a yes", "[mail]") {
  check(strange_answers());
}

TEST_CASE("Nothing goes to a server that can't be trusted", "[mail]") { check(untrusted_servers()); }

TEST_CASE("A message arrives byte for byte, points at the beginning of its lines among them", "[mail]") {
  for (const std::string scenario : {"", "tls=implicit"}) {
    const std::string text = message();
    CHECK(send(options_for(scenario), text).outcome == Outcome::accepted);
    CHECK(server().taken(scenario).back() == fmt::format("anna@malm.example {} {}", sha256_hex(text), text.size()));
  }
}

TEST_CASE("A connection that a server gives up between messages makes no failure", "[mail]") {
  for (const std::string scenario : {"after#1=close", "after#1=421", "mail#2=421", "mail#2=drop", "mail#2=550"}) {
    INFO(scenario);
    const auto mailer = make_smtp_mailer(options_for(scenario));
    for (int i = 0; i < 3; ++i) CHECK(mailer->send(envelope(), message()).outcome == Outcome::accepted);
    CHECK(server().taken(scenario).size() == 3);
    CHECK(server().connections(scenario) == 2);
  }
}

TEST_CASE("A refusal of a message that a new connection brings is not asked for twice", "[mail]") {
  const std::string scenario = "mail%1=451;tls=implicit";
  const auto mailer = make_smtp_mailer(options_for(scenario));
  CHECK(mailer->send(envelope(), message()).outcome == Outcome::deferred);
  CHECK(server().connections(scenario) == 1);
}

TEST_CASE("A failed message leaves the next ones to go their way", "[mail]") {
  const std::vector<std::pair<std::string, Outcome>> second{{"rcpt#2=550", Outcome::refused},
                                                            {"rcpt#2=drop", Outcome::deferred},
                                                            // One yes too many: noticed before it is taken for another.
                                                            {"message#1=twice", Outcome::deferred}};
  for (const auto& [scenario, outcome] : second) {
    INFO(scenario);
    const auto mailer = make_smtp_mailer(options_for(scenario));
    CHECK(mailer->send(envelope("a@a.example"), message()).outcome == Outcome::accepted);
    CHECK(mailer->send(envelope("b@b.example"), message()).outcome == outcome);
    CHECK(mailer->send(envelope("c@c.example"), message()).outcome == Outcome::accepted);
    const std::vector<std::string> taken = server().taken(scenario);
    REQUIRE(taken.size() == 2);
    CHECK(taken[1].starts_with("c@c.example "));
  }
}

TEST_CASE("A connection carries as many messages as it may, and logs in once", "[mail]") {
  const std::string scenario = "login=plain;mail#99=450";
  SmtpOptions options = options_for(scenario);
  options.server.messages_per_connection = 2;
  const auto mailer = make_smtp_mailer(options);
  for (int i = 0; i < 5; ++i) CHECK(mailer->send(envelope(), message()).outcome == Outcome::accepted);
  CHECK(server().connections(scenario) == 3);
  const std::vector<std::string> written = server().written(scenario);
  CHECK(std::count(written.begin(), written.end(), "login kalle hemligt lösenord") == 3);
}

TEST_CASE("A server that offers no login gets no message from who should log in", "[mail]") {
  for (const std::string scenario : {"login=none;auth=550", "login=unknown;auth=550"}) {
    INFO(scenario);
    SmtpOptions options = options_for(scenario);
    options.user = "kalle";
    options.password = "hemligt";
    CHECK(send(options, message()).outcome == Outcome::forbidden);
    CHECK(server().written(scenario) == std::vector<std::string>{"opened"});
  }
}

TEST_CASE("Without TLS nothing goes to another machine, and no password anywhere", "[mail]") {
  const std::string scenario = "tls=none;login=none";
  SmtpOptions options = options_for(scenario);
  options.server.security = MailServer::Security::none;
  CHECK(send(options, message()).outcome == Outcome::accepted);
  options.user = "kalle";
  CHECK(send(options, message()).outcome == Outcome::hindered);
  options.user.clear();
  options.server.host = "mail.example";
  CHECK(says(send(options, message()).answer, "this machine alone"));
  CHECK(server().connections(scenario) == 1);
}

TEST_CASE("A proxy of the environment is not asked", "[mail]") {
  ::setenv("all_proxy", "http://127.0.0.1:1", 1);
  const Receipt receipt = send(options_for(""), message());
  ::unsetenv("all_proxy");
  CHECK(receipt.outcome == Outcome::accepted);
}

TEST_CASE("A message with a line break that some servers take for an end is not sent", "[mail]") {
  const long before = server().connections("");
  for (const std::string smuggled : {"a\r\n\n.\r\nMAIL FROM:<x@y.example>\r\n", "a\r.\r\n", "\n", "a\r\nb\r"})
    CHECK(says(send(options_for(""), smuggled).answer, "CRLF"));
  CHECK(server().connections("") == before);
}

TEST_CASE("A name that no server has, and a port where nobody listens, are told apart", "[mail]") {
  SmtpOptions options = options_for("");
  options.server.host = "no server.invalid";
  CHECK(send(options, message()).outcome == Outcome::hindered);
  options.server.host = "localhost";
  options.server.port = 1;
  CHECK(send(options, message()).outcome == Outcome::deferred);
}
