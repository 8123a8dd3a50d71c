#include "batch/plan_mail.h"

#include <catch2/catch.hpp>

#include "batch/compose_proof.h"
#include "files/output_names.h"
#include "files/sha256.h"
#include "statistics/random.h"
#include "support/mail_sample.h"

using namespace mognad;
using namespace mognad::test;

namespace {

using Forged = MailSample::Forged;

bool holds(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

/// One recipient at the first organisation, who gets its report in Swedish.
struct OneRecipient : MailSample {
  OneRecipient() { add_recipient(codes[0], "sv", "", "Åsa Öberg"); }
};

/// No plan, no message, and words that say why.
void check_refused(MailSample& sample, const std::string& why) {
  const PlanResult result = sample.plan();
  INFO(lines_of(result.problems));
  CHECK_FALSE(result.plan);
  CHECK(result.hash.empty());
  CHECK(has_errors(result.problems));
  CHECK(holds(lines_of(result.problems), why));
  CHECK(sample.files.list("out/mail/report").empty());
}

}  // namespace

TEST_CASE("Each message carries its own organisation's report in its language, however recipients are mixed",
          "[mail]") {
  MailSample sample;
  Random random(2025);
  for (int i = 0; i < 12; ++i)
    sample.add_recipient(sample.codes[static_cast<std::size_t>(random.between(0, 2))],
                         random.between(0, 1) == 0 ? "sv" : "en");
  const PlanResult result = sample.plan(2);
  INFO(lines_of(result.problems));
  REQUIRE(result.plan);
  REQUIRE(result.plan->messages.size() == 12);
  std::map<std::string, std::pair<std::string, std::string>> wanted;  // by address
  for (const Recipient& r : sample.recipients) wanted[r.address->wire()] = {r.organisation, r.language};
  std::set<std::string> addresses;
  for (const PlannedMessage& planned : result.plan->messages) {
    const auto& [organisation, language] = wanted.at(planned.address);
    CHECK(planned.organisation == organisation);
    CHECK(planned.language == language);
    const std::string message = sample.message(planned);
    CHECK(attached_report(message) == *sample.files.read(sample.report_path(organisation, language)));
    CHECK(holds(message, "To: " + planned.address + "\r\n"));
    CHECK(sha256_hex(message) == planned.sha256);
    CHECK(static_cast<std::int64_t>(message.size()) == planned.bytes);
    addresses.insert(planned.address);
  }
  CHECK(addresses.size() == 12);
  CHECK(mail_plan_hash(*sample.files.read("out/mail/report/plan.json")) == result.hash);

  // The same on other threads, over what the first has left.
  sample.files.write_whole("out/mail/report/left-over-1.sv.eml", "of an earlier plan");
  CHECK(sample.plan(1).json == result.json);
  CHECK_FALSE(sample.files.exists("out/mail/report/left-over-1.sv.eml"));
  CHECK(sample.files.list("out/mail/report").size() == 13);
}

TEST_CASE("A report that isn't its recipient's is never planned, whatever the manifest says of it", "[mail]") {
  OneRecipient sample;
  const std::string another = *sample.files.read(sample.report_path(sample.codes[1], "sv"));
  sample.files.write_whole("out/mail/report/plan.json", "an earlier plan");
  SECTION("another organisation's under its name") {
    sample.replace_report(sample.codes[0], "sv", another, Forged::no);
    check_refused(sample, "M-manifest-");
  }
  SECTION("another organisation's, and a forged manifest") {
    sample.replace_report(sample.codes[0], "sv", another, Forged::yes);
    check_refused(sample, "M-identity-1 ");
  }
  SECTION("another language's, and a forged manifest") {
    sample.replace_report(sample.codes[0], "sv", *sample.files.read(sample.report_path(sample.codes[0], "en")),
                          Forged::yes);
    check_refused(sample, "M-identity-9 ");
  }
  SECTION("another edition's") {
    sample.survey.edition = 2;
    check_refused(sample, "the report says of itself: edition \"1\"; expected \"2\"");
  }
  SECTION("another year's") {
    ++sample.survey.year;
    check_refused(sample, "the report says of itself: year");
  }
  SECTION("one that should replace an edition and doesn't say so") {
    sample.survey.edition = 2;
    sample.survey.correction.replaces = 1;
    check_refused(sample, "replaced edition none; expected \"1\"");
  }
  SECTION("one that is missing") {
    sample.files.remove(sample.report_path(sample.codes[0], "sv"));
    check_refused(sample, "can't read");
  }
  SECTION("one that is damaged") {
    sample.replace_report(sample.codes[0], "sv", "%PDF-1.7\nnothing", Forged::yes);
    check_refused(sample, "organisation none; expected");
  }
}

TEST_CASE("A message that is larger than the survey allows, or has no password, is not planned", "[mail]") {
  OneRecipient sample;
  SECTION("too large") {
    sample.survey.mail.largest_message = 20'000;
    check_refused(sample, "message to " + sample.codes[0] + ": the message has ");
  }
  SECTION("a subject that the gate refuses") {
    sample.templates.report.subject = LocalText({{"*", std::string(2000, 'x')}});
    check_refused(sample, "message to " + sample.codes[0] + ": ");
  }
  SECTION("no password") {
    sample.survey.mail.passwords_path = "survey/passwords.csv";
    check_refused(sample, sample.codes[0] + " has no password");
  }
  SECTION("nobody who sends") {
    sample.survey.mail.sender.reset();
    check_refused(sample, "the survey names nobody who sends");
  }
  SECTION("nobody who gets anything") {
    sample.recipients.clear();
    check_refused(sample, "nobody gets anything");
  }
  SECTION("a full disk") {
    sample.files.refuse("out/mail/report/plan.json");
    check_refused(sample, "No space left on device");
    CHECK(sample.plan().disk_failed);
  }
}

TEST_CASE("With passwords the message carries an encrypted copy, and the report stays as it is", "[mail]") {
  OneRecipient sample;
  sample.survey.mail.passwords_path = "survey/passwords.csv";
  sample.passwords[sample.codes[0]] = "korrekt-hast-batteri";
  const std::string before = *sample.files.read(sample.report_path(sample.codes[0], "sv"));
  const PlanResult result = sample.plan();
  INFO(lines_of(result.problems));
  REQUIRE(result.plan);
  const std::string copy = attached_report(sample.message(result.plan->messages[0]));
  CHECK(holds(copy, "/Encrypt"));
  CHECK(holds(before, "organisationCode"));
  CHECK_FALSE(holds(copy, "organisationCode"));
  CHECK(*sample.files.read(sample.report_path(sample.codes[0], "sv")) == before);
  CHECK(result.plan->messages[0].report_sha256 == sha256_hex(before));
  CHECK_FALSE(holds(result.json, "korrekt"));
}

TEST_CASE("A proof is the planned message to another address, marked, and never of a changed report", "[mail]") {
  OneRecipient sample;
  const PlanResult planned = sample.plan();
  REQUIRE(planned.plan);
  const PlannedMessage& real = planned.plan->messages[0];
  const MailAddress me = *MailAddress::of("me@office.example", {});
  const auto proof = compose_proof(sample.inputs(), "out", *planned.plan, real, me, sample.files);
  INFO(lines_of(proof.problems));
  REQUIRE(proof);
  CHECK(holds(proof->message, "<me@office.example>"));
  CHECK_FALSE(holds(proof->message.substr(0, proof->message.find("\r\n\r\n")), "<" + real.address + ">"));
  CHECK(proof->key != real.key);
  CHECK_FALSE(holds(proof->message, real.key));
  CHECK(attached_report(proof->message) == attached_report(sample.message(real)));

  sample.files.write_whole(sample.report_path(sample.codes[0], "sv"), "rendered again");
  const auto changed = compose_proof(sample.inputs(), "out", *planned.plan, real, me, sample.files);
  CHECK_FALSE(changed);
  CHECK(holds(lines_of(changed.problems), "its bytes have changed"));
}
