// A correction as a user makes it: reports are mailed into a folder, corrected, rendered again and mailed once more.
#include "commands/desk.h"
#include "delivery/ledger.h"

using namespace mognad;
using namespace mognad::test;

namespace {

/// Three organisations: two get a corrected report, one of them in English.
struct Mailing : Desk {
  Mailing() {
    write(folder / "s/recipients.csv",
          "organisation,name,address,language\n9001,Anna Berg,anna@a.example,\n9003,Bo Ek,bo@b.example,\n"
          "9012,Cia Dal,cia@c.example,en\n9012,Dan Al,dan@c.example,en\n");
    render();
  }

  Run on_survey(const std::string& command) const { return run(command + " --output " + path("o") + " " + path("s")); }
  void render() const { REQUIRE(on_survey("render --quiet --only 9001 --only 9003 --only 9012").status == 0); }

  /// Sends what the command plans.
  Run send(const std::string& command) const {
    const Run planned = on_survey("mail " + command + " --json");
    UNSCOPED_INFO(planned.err);
    const std::string before = "\"hash\": \"";
    const std::size_t at = planned.out.find(before);
    REQUIRE(at != std::string::npos);
    return on_survey("mail send --confirm " + planned.out.substr(at + before.size(), 64));
  }

  void correct() const {
    change("s/survey.toml", "\nedition = 1 ", "\nedition = 2 ");
    const std::string survey = content(folder / "s/survey.toml");
    write(folder / "s/survey.toml", survey +
                                        "\n[correction]\nreplaces = 1\norganisations = [\"9001\", \"9012\"]\n"
                                        "text = { sv = \"Svar saknades.\", en = \"Answers were missing.\" }\n");
  }

  /// Who has got a message for this purpose.
  std::vector<std::string> receivers(const std::string& purpose) const {
    std::vector<std::string> addresses;
    const auto ledger = Ledger::open(path("o/mail/ledger.sqlite"));
    REQUIRE(ledger);
    const auto rows = ledger->rows(purpose);
    REQUIRE(rows);
    for (const LedgerRow& row : *rows)
      if (row.state == MailState::accepted) addresses.push_back(row.address);
    std::sort(addresses.begin(), addresses.end());
    return addresses;
  }

  /// A message of the first edition whose run was killed while it was on its way.
  void leave_one_on_its_way() const {
    auto ledger = Ledger::open(path("o/mail/ledger.sqlite"));
    REQUIRE(ledger);
    LedgerRow row = ledger->rows("report")->front();
    row.key = std::string(row.key.size(), 'a');
    row.state = MailState::planned;
    REQUIRE_FALSE(ledger->plan({row}, 1));
    REQUIRE_FALSE(ledger->begin(row.key, 2));
  }
};

}  // namespace

TEST_CASE("A corrected report goes to exactly those who got the earlier one", "[command][mail]") {
  const Mailing mailing;
  CHECK(holds(mailing.on_survey("mail supersede").err, "the survey doesn't say what is corrected"));
  CHECK(mailing.send("plan").status == 0);
  mailing.correct();
  const Run stale = mailing.on_survey("mail supersede");
  CHECK(stale.status == 2);
  CHECK(holds(stale.err, "replaced edition none; expected \"1\""));
  mailing.render();
  mailing.change("s/recipients.csv", "9001,Anna Berg,anna@a.example,\n", "");
  mailing.change("s/recipients.csv", "dan@c.example,en\n", "dan@c.example,en\n9012,Eva Dy,eva@c.example,en\n");
  CHECK(mailing.send("supersede").status == 0);
  CHECK(mailing.receivers("erratum-2") == std::vector<std::string>{"anna@a.example", "cia@c.example", "dan@c.example"});
  CHECK(mailing.receivers("report").size() == 4);
  for (const std::string& name : mailing.files("o/mail/erratum-2"))
    if (name.ends_with(".sv.eml")) CHECK(holds(content(mailing.folder / "o/mail/erratum-2" / name), "Svar saknades."));
    else if (name.ends_with(".eml"))
      CHECK(holds(content(mailing.folder / "o/mail/erratum-2" / name), "Answers were missing."));

  mailing.leave_one_on_its_way();
  const Run unsettled = mailing.on_survey("mail supersede");
  CHECK(unsettled.status == 2);
  CHECK(holds(unsettled.err, "nobody knows whether the message aaaa"));
}
