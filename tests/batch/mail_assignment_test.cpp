#include "batch/mail_assignment.h"

#include <fmt/format.h>

#include <catch2/catch.hpp>

#include "batch/counted_rows.h"
#include "support/mail_sample.h"

using namespace mognad;
using namespace mognad::test;

namespace {

bool holds(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

std::size_t count(const Problems& problems, Severity severity) {
  return static_cast<std::size_t>(
      std::count_if(problems.begin(), problems.end(), [&](const Problem& p) { return p.severity == severity; }));
}

/// Three organisations with reports, and nothing odd.
struct Usual : MailSample {
  Usual() {
    for (const std::string& code : codes) add_recipient(code, "sv");
  }

  MailAssignments assigned() const { return assign_reports(inputs(), options); }

  LedgerRow row(std::size_t organisation, const std::string& address, MailState state, int edition = 1) const {
    LedgerRow made;
    made.key = message_key(survey.id, survey.year, options.purpose, codes[organisation], *MailAddress::of(address, {}));
    made.purpose = options.purpose;
    made.organisation = codes[organisation];
    made.language = "en";
    made.address = address;
    made.edition = edition;
    made.report_sha256 = "what was sent";
    made.state = state;
    return made;
  }
};

}  // namespace

TEST_CASE("Where nothing is odd nothing is said, and each message has a key and a file of its own", "[mail]") {
  Usual usual;
  usual.add_recipient(usual.codes[0], "en");
  const MailAssignments all = usual.assigned();
  CHECK(lines_of(all.problems).empty());
  REQUIRE(all.messages.size() == 4);
  std::set<std::string> keys, files;
  for (const MailAssignment& m : all.messages) {
    CHECK(m.report->organisation == m.organisation->code);
    CHECK(m.report->language == m.recipient.language);
    keys.insert(m.key);
    files.insert(m.file);
  }
  CHECK(keys.size() == 4);
  CHECK(files.size() == 4);
  CHECK(all.messages[1].recipient.language == "en");  // beside the other of its organisation
  CHECK(all.messages[1].file.ends_with("-2.en.eml"));
}

TEST_CASE("Invented results go to nobody who may live somewhere, but into a folder for whomever", "[mail]") {
  Usual usual;
  usual.survey.simulated = true;
  usual.survey.mail.folder.clear();
  usual.add_recipient(usual.codes[0], "sv", "anna.berg@askdala.se");
  const MailAssignments refused = usual.assigned();
  CHECK(has_errors(refused.problems));
  CHECK(refused.messages.size() == 3);
  const std::string lines = lines_of(refused.problems);
  CHECK(holds(lines, "survey/recipients.csv:5: error: the survey is simulated"));
  CHECK_FALSE(holds(lines, "anna.berg"));
  CHECK_FALSE(holds(lines, "askdala.se"));
  SECTION("a folder") { usual.survey.mail.folder = "outbox"; }
  SECTION("real answers") { usual.survey.simulated = false; }
  CHECK_FALSE(has_errors(usual.assigned().problems));
  CHECK(usual.assigned().messages.size() == 4);
}

TEST_CASE("What is missing is told: reports, recipients, addresses, languages", "[mail]") {
  Usual usual;
  SECTION("an organisation without a recipient") {
    usual.recipients.pop_back();
    CHECK(holds(lines_of(usual.assigned().problems),
                "warning: the organisation " + usual.codes[2] + " has a report and no recipient"));
  }
  SECTION("a recipient without a report") {
    const std::string code = usual.dataset.organisations.back().code;
    usual.add_recipient(code, "sv");
    CHECK(holds(lines_of(usual.assigned().problems), "warning: nothing is sent to this recipient: there is no report"));
    usual.manifest.failed = {code};
    CHECK(holds(lines_of(usual.assigned().problems), "the report of " + code + " failed"));
    CHECK_FALSE(has_errors(usual.assigned().problems));
    CHECK(usual.assigned().messages.size() == 3);
  }
  SECTION("a report in another language alone") {
    std::erase_if(usual.manifest.files, [&](const verification::KnownFile& file) {
      return file.organisation == usual.codes[0] && file.language == "sv";
    });
    CHECK(holds(lines_of(usual.assigned().problems), "in this recipient's language, 'sv', only in: en"));
    CHECK(has_errors(usual.assigned().problems));
  }
  SECTION("a recipient without an address") {
    usual.recipients[0].address.reset();
    CHECK(lines_of(usual.assigned().problems)
              .starts_with(fmt::format(
                  "survey/recipients.csv:2: note: this recipient of {} has no address for mail and gets a letter",
                  usual.codes[0])));
    CHECK(usual.assigned().problems.size() == 1);
    CHECK(usual.assigned().messages.size() == 2);
  }
  SECTION("an organisation that nobody knows") {
    usual.recipients[0].organisation = "nobody";
    CHECK(holds(lines_of(usual.assigned().problems), "error: the survey has no organisation 'nobody'"));
  }
}

TEST_CASE("The same address for several organisations and the same name twice are told without repeating them",
          "[mail]") {
  Usual usual;
  usual.add_recipient(usual.codes[0], "sv", "Chef@kommun.example", "Åsa Öberg");
  usual.add_recipient(usual.codes[0], "en", "asa@kommun.example", "Åsa Öberg");
  usual.add_recipient(usual.codes[1], "sv", "chef@kommun.example");
  const MailAssignments all = usual.assigned();
  const std::string lines = lines_of(all.problems);
  INFO(lines);
  CHECK(count(all.problems, Severity::warning) == 2);
  CHECK(holds(lines, "gets the reports of 2 organisations: " + usual.codes[0] + ", " + usual.codes[1]));
  CHECK(holds(lines, "the same name as in line 5 stands here"));
  CHECK_FALSE(holds(lines, "hef@kommun"));
  CHECK_FALSE(holds(lines, "Öberg"));
}

TEST_CASE("What was accepted before is told, and a report that has changed since names the way to correct it",
          "[mail]") {
  Usual usual;
  const std::string first = usual.recipients[0].address->wire(), second = usual.recipients[1].address->wire();
  std::vector<LedgerRow> rows{usual.row(0, first, MailState::accepted), usual.row(1, second, MailState::refused)};
  rows[0].report_sha256 = usual.report(usual.codes[0], "sv").sha256;
  usual.options.sent = &rows;
  CHECK(holds(lines_of(usual.assigned().problems), "1 of 3 messages were accepted before"));
  CHECK(count(usual.assigned().problems, Severity::warning) == 0);
  rows[0].report_sha256 = "of an earlier one";
  CHECK(holds(lines_of(usual.assigned().problems), "mognad mail supersede"));
}

TEST_CASE("A correction goes to the addresses of the ledger in the language that was sent, and to nobody else",
          "[mail]") {
  Usual usual;
  usual.options.purpose = "erratum-2";
  usual.recipients[1].name = *HeaderText::of("Åsa Öberg", HeaderUse::name, {}, "name");
  const std::vector<LedgerRow> rows{usual.row(1, usual.recipients[1].address->wire(), MailState::accepted),
                                    usual.row(2, "has.left@kommun.example", MailState::accepted)};
  usual.options.earlier = &rows;
  const MailAssignments all = usual.assigned();
  REQUIRE(all.messages.size() == 2);
  CHECK(all.messages[0].recipient.address->wire() == rows[0].address);
  CHECK(all.messages[0].recipient.name.text() == "Åsa Öberg");
  CHECK(all.messages[0].recipient.language == "en");
  CHECK(all.messages[0].report->language == "en");
  CHECK(all.messages[0].replaces_sha256 == "what was sent");
  CHECK(all.messages[0].key !=
        message_key(usual.survey.id, usual.survey.year, "report", usual.codes[1], *usual.recipients[1].address));
  CHECK(all.messages[1].recipient.address->wire() == "has.left@kommun.example");
  CHECK(count(all.problems, Severity::warning) == 1);
  CHECK(holds(lines_of(all.problems), "is no longer among the recipients of " + usual.codes[2]));
  CHECK_FALSE(holds(lines_of(all.problems), "has.left"));
}

TEST_CASE("Rows with the same to say become one line that counts them, and each where all are asked for", "[mail]") {
  Usual usual;
  SECTION("recipients without an address") {
    for (Recipient& recipient : usual.recipients) recipient.address.reset();
    const Problems counted = usual.assigned().problems;
    REQUIRE(counted.size() == 1);
    CHECK(counted[0].count == 3);
    CHECK(holds(counted[0].message, "3 recipients have no address for mail and get letters: of " + usual.codes[0]));
    CHECK(holds(counted[0].hint, "--verbose tells each"));
    usual.options.each_row = true;
    CHECK(usual.assigned().problems.size() == 3);
  }
  SECTION("reports that nobody gets") {
    usual.recipients.clear();
    CHECK(holds(lines_of(usual.assigned().problems), "warning: 3 organisations have a report and no recipient: "));
    usual.options.each_row = true;
    CHECK(count(usual.assigned().problems, Severity::warning) == 3);
  }
  SECTION("recipients whose language has no report") {
    std::erase_if(usual.manifest.files, [](const verification::KnownFile& file) { return file.language == "sv"; });
    usual.add_recipient(usual.codes[0], "en");
    const MailAssignments all = usual.assigned();
    REQUIRE(count(all.problems, Severity::error) == 1);
    const std::string lines = lines_of(all.problems);
    INFO(lines);
    CHECK(holds(lines, "survey/recipients.csv:2: error: there is no report in 'sv' for 3 recipients"));
    for (const std::string& code : usual.codes) CHECK(holds(lines, code));
    CHECK(holds(lines, "mognad render --language sv SURVEY"));
    CHECK(holds(lines, "until then there is no plan"));
    CHECK(all.messages.size() == 1);
    usual.options.each_row = true;
    CHECK(count(usual.assigned().problems, Severity::error) == 3);
  }
  SECTION("reports that failed") {
    usual.manifest.files.clear();
    usual.manifest.failed = {usual.codes[0], usual.codes[1]};
    const std::string lines = lines_of(usual.assigned().problems);
    CHECK(holds(lines, "warning: nothing is sent to 2 recipients, for the report of their organisation failed: of " +
                           usual.codes[0] + ", " + usual.codes[1]));
    CHECK(holds(lines, "there is no report of " + usual.codes[2]));
  }
}

TEST_CASE("Of many organisations five are named, and no line ends with one more", "[mail]") {
  std::set<std::string> codes;
  for (const char* code : {"1", "2", "3", "4", "5", "6"}) codes.insert(code);
  CHECK(some_of(codes) == "1, 2, 3, 4, 5, 6");
  codes.insert("7");
  CHECK(some_of(codes) == "1, 2, 3, 4, 5 and 2 more");
  CHECK(some_of({"1"}) == "1");
}
