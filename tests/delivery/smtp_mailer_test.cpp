#include "delivery/smtp_mailer.h"

#include <fmt/format.h>

#include <catch2/catch.hpp>
#include <cstdlib>

#include "delivery/smtp_client.h"
#include "files/sha256.h"

namespace {

using namespace mognad;
using namespace mognad::test;
using Outcome = Receipt::Outcome;

const std::vector<std::string> kScenarios{"",
                                          "tls=implicit",
                                          "after#1=close",
                                          "after#1=421",
                                          "mail#2=421",
                                          "mail#2=drop",
                                          "mail#2=550",
                                          "mail%1=451;tls=implicit",
                                          "rcpt#2=550",
                                          "rcpt#2=drop",
                                          "message#1=twice",
                                          "tls=none;login=none",
                                          "login=none;auth=550",
                                          "login=unknown;auth=550",
                                          "login=plain;mail#99=450"};

const FailingServer& server() {
  static const FailingServer running(kScenarios);
  return running;
}

}  // namespace

TEST_CASE("A message arrives byte for byte, points at the beginning of its lines among them", "[mail]") {
  for (const std::string scenario : {"", "tls=implicit"}) {
    // Without such lines the library stops by itself at the size that it was told.
    for (const std::string& text : {message(), message(MessageSize::small, "")}) {
      CHECK(send(options_for(server(), scenario), text).outcome == Outcome::accepted);
      CHECK(server().taken(scenario).back() == fmt::format("anna@malm.example {} {}", sha256_hex(text), text.size()));
    }
  }
}

TEST_CASE("A connection that a server gives up between messages makes no failure", "[mail]") {
  for (const std::string scenario : {"after#1=close", "after#1=421", "mail#2=421", "mail#2=drop", "mail#2=550"}) {
    INFO(scenario);
    const auto mailer = make_smtp_mailer(options_for(server(), scenario));
    for (int i = 0; i < 3; ++i) CHECK(mailer->send(envelope(), message()).outcome == Outcome::accepted);
    CHECK(server().taken(scenario).size() == 3);
    CHECK(server().connections(scenario) == 2);
  }
}

TEST_CASE("A refusal of a message that a new connection brings is not asked for twice", "[mail]") {
  const std::string scenario = "mail%1=451;tls=implicit";
  const auto mailer = make_smtp_mailer(options_for(server(), scenario));
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
    const auto mailer = make_smtp_mailer(options_for(server(), scenario));
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
  SmtpOptions options = options_for(server(), scenario);
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
    SmtpOptions options = options_for(server(), scenario);
    options.user = "kalle";
    options.password = "hemligt";
    CHECK(send(options, message()).outcome == Outcome::forbidden);
    CHECK(server().written(scenario) == std::vector<std::string>{"opened"});
  }
}

TEST_CASE("Without TLS nothing goes to another machine, and no password anywhere", "[mail]") {
  const std::string scenario = "tls=none;login=none";
  SmtpOptions options = options_for(server(), scenario);
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
  const Receipt receipt = send(options_for(server(), ""), message());
  ::unsetenv("all_proxy");
  CHECK(receipt.outcome == Outcome::accepted);
}

TEST_CASE("A message with a line break that some servers take for an end is not sent", "[mail]") {
  const long before = server().connections("");
  for (const std::string smuggled : {"a\r\n\n.\r\nMAIL FROM:<x@y.example>\r\n", "a\r.\r\n", "\n", "a\r\nb\r"})
    CHECK(says(send(options_for(server(), ""), smuggled).answer, "CRLF"));
  CHECK(server().connections("") == before);
}

TEST_CASE("A name that no server has, and a port where nobody listens, are told apart", "[mail]") {
  SmtpOptions options = options_for(server(), "");
  options.server.host = "no server.invalid";
  CHECK(send(options, message()).outcome == Outcome::hindered);
  options.server.host = "localhost";
  options.server.port = 1;
  CHECK(send(options, message()).outcome == Outcome::deferred);
}
