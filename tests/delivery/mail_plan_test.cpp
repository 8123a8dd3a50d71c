#include "delivery/mail_plan.h"

#include <catch2/catch.hpp>

using namespace mognad;

namespace {

MailPlan two_messages() {
  const std::string hash(64, 'b');
  MailPlan plan{"digital-mognad", 2025, 2, "report", false, "kansli@mognad.example", hash, hash, hash, {}};
  plan.messages.push_back({std::string(32, '1'), "1490", "sv", "Åsa Öberg", "asa@boras.example",
                           "reports/1490-boras-stad.sv.pdf", hash, "1490-boras-stad-1.sv.eml", hash, 250'000});
  plan.messages.push_back({std::string(32, '2'), "1490", "en", "", "bo@xn--malm-8qa.example",
                           "reports/1490-boras-stad.en.pdf", hash, "1490-boras-stad-2.en.eml", hash, 240'000, hash, 1});
  return plan;
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  const std::size_t at = text.find(from);
  REQUIRE(at != std::string::npos);
  return text.replace(at, from.size(), to);
}

/// Refused, with a problem at that line of the plan.
void check_refused(const std::string& json, int line) {
  const auto read = read_mail_plan(json, "mail/report/plan.json");
  INFO(json.substr(0, 2000));
  CHECK_FALSE(read);
  REQUIRE_FALSE(read.problems.empty());
  CHECK(read.problems.front().place.file == "mail/report/plan.json");
  CHECK(read.problems.front().place.line == line);
}

constexpr int kFirst = 13, kSecond = 14;  // lines of the messages

}  // namespace

TEST_CASE("A plan that is read back is the plan that was written", "[mail]") {
  const MailPlan plan = two_messages();
  const std::string json = mail_plan_json(plan);
  const auto read = read_mail_plan(json, "plan.json");
  REQUIRE(read);
  CHECK(read->messages == plan.messages);
  CHECK(read->purpose == plan.purpose);
  CHECK(read->edition == 2);
  CHECK(mail_plan_json(*read) == json);
  CHECK(mail_plan_hash(json).size() == 64);
  CHECK(mail_plan_hash(json) != mail_plan_hash(replaced(json, "bo@", "by@")));

  MailPlan none = plan;
  none.messages.clear();
  CHECK(read_mail_plan(mail_plan_json(none), "plan.json"));
}

TEST_CASE("A text that is not to the letter what the program writes is no plan", "[mail]") {
  const std::string json = mail_plan_json(two_messages());
  check_refused("", 1);
  check_refused("{}", 1);
  check_refused(std::string(100'000, '['), 1);
  check_refused(replaced(json, "mail plan 1", "mail plan 2"), 1);
  check_refused(replaced(json, "\"year\": 2025", "\"year\": \"2025\""), 4);
  check_refused(replaced(json, "\"year\": 2025", "\"year\": 99999999999"), 4);
  check_refused(replaced(json, "\"simulated\": false", "\"simulated\": 0"), 7);
  check_refused(replaced(json, "\"bytes\": 250000", "\"bytes\": 250000, \"cc\": \"x@y.example\""), kFirst);
  check_refused(replaced(json, "\"bytes\": 250000, ", ""), kFirst);
  check_refused(replaced(json, "\"name\": \"\"", "\"name\":  \"\""), kSecond);
  check_refused(replaced(json, "{\"key\": \"2", "[[[[{\"key\": \"2"), kSecond);
  check_refused(json.substr(0, json.size() - 3), 15);
  check_refused(json + " ", 17);
}

TEST_CASE("Nothing in a plan leads out of the folder or past the gate", "[mail]") {
  const std::string json = mail_plan_json(two_messages());
  check_refused(replaced(json, "reports/1490-boras-stad.sv.pdf", "reports/../../1490.pdf"), kFirst);
  check_refused(replaced(json, "reports/1490-boras-stad.sv.pdf", "/etc/passwd"), kFirst);
  check_refused(replaced(json, "1490-boras-stad-1.sv.eml", "../1490-1.sv.eml"), kFirst);
  check_refused(replaced(json, "1490-boras-stad-1.sv.eml", "inner/1490-1.sv.eml"), kFirst);
  check_refused(replaced(json, "1490-boras-stad-1.sv.eml", "plan.json"), kFirst);
  check_refused(replaced(json, "asa@boras.example", "asa@boras.example,bo@x.example"), kFirst);
  check_refused(replaced(json, "asa@boras.example", "asa@boras.example\\r\\nRCPT TO:<bo@x.example>"), kFirst);
  check_refused(replaced(json, "asa@boras.example", "asa@BORAS.example"), kFirst);
  check_refused(replaced(json, "Åsa Öberg", "Åsa\\nBcc: bo@x.example"), kFirst);
  check_refused(replaced(json, "\"1490\", \"language\": \"en\"", "\"14\\n90\", \"language\": \"en\""), kSecond);
  check_refused(replaced(json, "kansli@mognad.example", "kansli"), 1);
  check_refused(replaced(json, "\"purpose\": \"report\"", "\"purpose\": \"../report\""), 1);
  check_refused(replaced(json, "\"purpose\": \"report\"", "\"purpose\": \"erratum-02\""), 1);
  check_refused(replaced(json, "\"replaces\": 1", "\"replaces\": 2"), kSecond);
}

TEST_CASE("A message stands in a plan once", "[mail]") {
  MailPlan plan = two_messages();
  plan.messages[1].key = plan.messages[0].key;
  check_refused(mail_plan_json(plan), kSecond);
  plan = two_messages();
  plan.messages[1].file = plan.messages[0].file;
  check_refused(mail_plan_json(plan), kSecond);
}
