#include <catch2/catch.hpp>
#include <future>
#include <set>

#include "delivery/smtp_client.h"

namespace {

using namespace mognad;
using namespace mognad::test;
using Outcome = Receipt::Outcome;

const char* const kNames[] = {"accepted", "deferred", "refused", "unknown", "hindered", "forbidden"};

struct Case {
  std::string scenario;
  Outcome outcome;
  int code = 0;
  std::string says;  // a part of the answer
  int taken = 0;     // messages that the server holds
  MessageSize size = MessageSize::small;
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
    if (action == "drop" || action == "close")
      cases.push_back({"inside=" + action, Outcome::deferred, 354, "while", 0, MessageSize::large});
  }
  // As long as it takes to be sure, once the server has everything.
  cases.push_back({"message=late", Outcome::accepted, 250, "queued", 1});
  cases.push_back({"connect=450:then-drop", Outcome::deferred, 450, "busy"});
  cases.push_back({"rcpt=550:then-drop", Outcome::refused, 550, "No such user"});
  cases.push_back({"message=250:then-drop", Outcome::accepted, 250, "Ok", 1});
  cases.push_back({"message=452:then-drop", Outcome::deferred, 452, "No room"});
  return cases;
}

/// The library measures speed over some seconds before it gives up.
std::vector<Case> stalled() { return {{"inside=slow", Outcome::deferred, 354, "while", 0, MessageSize::large}}; }

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

std::vector<Case> all_cases() {
  std::vector<Case> all;
  for (const auto& part : {refusals(), lost_connections(), stalled(), strange_answers(), untrusted_servers()})
    all.insert(all.end(), part.begin(), part.end());
  return all;
}

const FailingServer& server() {
  static const FailingServer running([] {
    std::set<std::string> scenarios;
    for (const Case& one : all_cases()) scenarios.insert(one.scenario);
    return std::vector<std::string>(scenarios.begin(), scenarios.end());
  }());
  return running;
}

/// Each against its own server, all at once: most of them wait.
void check(const std::vector<Case>& cases) {
  const std::string small = message(), large = message(MessageSize::large);
  server();
  std::vector<std::future<Receipt>> receipts;
  for (const Case& one : cases)
    receipts.push_back(std::async(std::launch::async, [&one, &small, &large] {
      return send(options_for(server(), one.scenario), one.size == MessageSize::large ? large : small);
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

TEST_CASE("A server that stops reading inside a message is given up", "[mail][.long]") { check(stalled()); }

TEST_CASE("An answer of any shape is understood, and none that doesn't fit for a yes", "[mail]") {
  check(strange_answers());
}

TEST_CASE("Nothing goes to a server that can't be trusted", "[mail]") { check(untrusted_servers()); }
