#include "commands/mail_route.h"

#include <catch2/catch.hpp>
#include <cstdlib>

#include "files/memory_files.h"

using namespace mognad;

namespace {

/// A survey that sends to a server which nobody answers for.
Survey with_server() {
  Survey survey;
  survey.path = "s/survey.toml";
  survey.mail.sender = *MailAddress::of("kansli@mognad.example", {});
  survey.mail.server = MailServer{.host = "127.0.0.1", .port = 1, .security = MailServer::Security::none, .timeout = 1};
  return survey;
}

/// A variable of the environment while the value lives.
class Environment {
 public:
  Environment(const char* name, const char* value) : name_(name) { ::setenv(name, value, 1); }
  ~Environment() { ::unsetenv(name_); }

 private:
  const char* name_;
};

}  // namespace

TEST_CASE("A survey that names neither a server nor a folder sends nothing", "[mail]") {
  MemoryFiles files;
  Survey survey;
  survey.path = "s/survey.toml";
  const auto route = mail_route(survey, files);
  CHECK_FALSE(route);
  CHECK(to_text(route.problems.at(0)).starts_with("s/survey.toml: error: the survey names no way out"));
}

TEST_CASE("A folder takes the messages, also where a server is named", "[mail]") {
  MemoryFiles files;
  Survey survey = with_server();
  survey.mail.folder = "outbox";
  const auto route = mail_route(survey, files);
  REQUIRE(route);
  const Receipt receipt = (*route)()->send(
      {*survey.mail.sender, *MailAddress::of("a@kommun.example", {}), std::string(32, '1')}, "To: a\r\n\r\nText\r\n");
  CHECK(receipt.outcome == Receipt::Outcome::accepted);
  CHECK(files.list("outbox").size() == 1);
}

TEST_CASE("To a server a simulated survey sends nothing but to reserved addresses", "[mail]") {
  MemoryFiles files;
  Survey survey = with_server();
  survey.simulated = true;
  const auto route = mail_route(survey, files);
  REQUIRE(route);
  const auto send = [&](const char* to) {
    return (*route)()->send({*survey.mail.sender, *MailAddress::of(to, {}), std::string(32, '1')}, "Text\r\n");
  };
  const Receipt refused = send("anna@askdala.se");
  CHECK(refused.outcome == Receipt::Outcome::hindered);
  CHECK(refused.answer.find("simulated") != std::string::npos);
  // This one is tried: nobody answers at that port.
  CHECK(send("anna@askdala.example").answer.find("simulated") == std::string::npos);
}

TEST_CASE("Half of a login in the environment is refused, and what is in it never told", "[mail]") {
  MemoryFiles files;
  const Survey survey = with_server();
  const Environment user("MOGNAD_MAIL_USER", "kansli-secret");
  const auto half = mail_route(survey, files);
  CHECK_FALSE(half);
  CHECK(to_text(half.problems.at(0)).find("kansli-secret") == std::string::npos);
  const Environment password("MOGNAD_MAIL_PASSWORD", "password-secret");
  CHECK(mail_route(survey, files));
}

TEST_CASE("Certificates that can't be read are a problem before anything is sent", "[mail]") {
  MemoryFiles files;
  Survey survey = with_server();
  survey.mail.server->certificates_path = "s/authorities.pem";
  CHECK_FALSE(mail_route(survey, files));
}
