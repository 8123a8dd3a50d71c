// The mailing of finished reports as a user runs it: what is sent, and what stops it before anything is.
#include <fmt/format.h>
#include <sys/stat.h>

#include "commands/desk.h"
#include "delivery/ledger.h"
#include "files/file_lock.h"
#include "files/sha256.h"
#include "support/programs.h"

using namespace mognad::test;
using mognad::sha256_hex;
namespace fs = std::filesystem;

namespace {

/// A survey "s" whose first two organisations have reports in "o", each a recipient, and a plan. Made once for all
/// tests.
const ScratchFolder& rendered() {
  static const ScratchFolder made("mailing");
  static const bool ready = [] {
    const Desk desk;
    REQUIRE(desk.run("simulate --quiet " + desk.path("s")).status == 0);
    REQUIRE(desk.run("render --quiet --language sv --only 9001 --only 9002 --output " + desk.path("o") + " " +
                     desk.path("s"))
                .status == 0);
    write(desk.folder / "s/recipients.csv",
          "organisation,name,address\n9001,Åsa Öberg,asa@a.example\n9002,Bo Ek,bo@b.example\n");
    REQUIRE(desk.run("mail plan --quiet --output " + desk.path("o") + " " + desk.path("s")).status == 0);
    for (const char* name : {"s", "o"}) fs::copy(desk.folder / name, made.path(name), fs::copy_options::recursive);
    return true;
  }();
  REQUIRE(ready);
  return made;
}

/// A desk is one at a time: that of the rendering is gone before the test's own is made.
struct RenderedBefore {
  RenderedBefore() { rendered(); }
};

struct Mailing : RenderedBefore, Desk {
  std::string hash;  // of the last plan

  Mailing() {
    fs::remove_all(folder / "s");
    for (const char* name : {"s", "o"}) fs::copy(rendered().path(name), folder / name, fs::copy_options::recursive);
    hash = sha256_hex(content(folder / "o/mail/report/plan.json"));
  }

  Run mail(const std::string& arguments) const {
    return run("mail " + arguments + " --output " + path("o") + " " + path("s"));
  }

  std::string plan() const {
    const Run planned = mail("plan --json");
    REQUIRE(planned.status == 0);
    const std::size_t at = planned.out.find("\"hash\": \"");
    REQUIRE(at != std::string::npos);
    return planned.out.substr(at + 9, 64);
  }

  Run send() const { return mail("send --confirm " + hash); }
  std::vector<std::string> sent() const { return files("s/sent"); }
  /// The planned message to an organisation.
  fs::path message(const std::string& organisation) const {
    for (const std::string& name : files("o/mail/report"))
      if (name.starts_with(organisation)) return folder / "o/mail/report" / name;
    FAIL("no message to " + organisation);
    return {};
  }
  fs::path report(const std::string& organisation) const {
    for (const std::string& name : files("o/reports"))
      if (name.starts_with(organisation)) return folder / "o/reports" / name;
    FAIL("no report of " + organisation);
    return {};
  }
  /// Nothing goes out; the reason and the way on are told.
  void refuses(const std::string& why, const std::string& advice) const {
    const Run told = send();
    INFO(told.out << told.err);
    CHECK(told.status == 2);
    CHECK(holds(told.err, "error: "));
    CHECK(holds(told.err, why));
    CHECK(holds(told.err, advice));
    CHECK(sent().empty());
  }
};

bool is_owners_alone(const fs::path& path) {
  struct stat status{};
  return ::stat(path.c_str(), &status) == 0 && (status.st_mode & 077) == 0;
}

constexpr const char* kPlanAgain = "plan again, and confirm the new plan: mognad mail plan SURVEY";

}  // namespace

TEST_CASE("What was planned is sent once, however often the same command runs", "[mail]") {
  const Mailing mailing;
  const Run first = mailing.send();
  CHECK(first.err == "");
  CHECK(first.out == "2 of 2 messages accepted, 0 of them before this run\n");
  CHECK(first.status == 0);
  CHECK(mailing.sent().size() == 2);
  for (const std::string& name : mailing.sent()) fs::remove(mailing.folder / "s/sent" / name);
  const Run second = mailing.send();
  CHECK(second.out == "2 of 2 messages accepted, 2 of them before this run\n");
  CHECK(second.status == 0);
  CHECK(mailing.sent().empty());
  const Run status = mailing.mail("status");
  CHECK(status.out == "report: 2 messages, 2 accepted\n");
  CHECK(status.status == 0);
}

TEST_CASE("What holds names or addresses is its owner's alone, and the way to it", "[mail]") {
  const Mailing mailing;
  REQUIRE(mailing.plan() == mailing.hash);  // written again, over files that are copies
  REQUIRE(mailing.send().status == 0);
  CHECK(is_owners_alone(mailing.folder / "o/mail"));
  CHECK(is_owners_alone(mailing.folder / "o/mail/report"));
  const std::vector<std::string> names = mailing.files("o/mail");
  CHECK(names.size() >= 5);  // two messages, the plan, the ledger, the lock
  for (const std::string& name : names) {
    INFO(name);
    CHECK(is_owners_alone(mailing.folder / "o/mail" / name));
  }
  for (const std::string& name : mailing.sent()) CHECK(is_owners_alone(mailing.folder / "s/sent" / name));
  CHECK_FALSE(is_owners_alone(mailing.report("9001")));  // reports stay as they were
}

TEST_CASE("A hash that is no plan's stops the sending", "[mail]") {
  Mailing mailing;
  SECTION("another") {
    mailing.hash = std::string(64, 'a');
    mailing.refuses("no plan here has the hash that was confirmed", "read the plan that is there");
  }
  SECTION("too short") {
    mailing.hash = "abc";
    mailing.refuses("expected the hash of a plan, or its first 12 digits at least", "'mognad mail plan' tells it");
  }
  SECTION("of an earlier plan") {
    mailing.change("s/recipients.csv", "Bo Ek", "Bo Ekman");
    CHECK(mailing.plan() != mailing.hash);
    mailing.refuses("no plan here has the hash that was confirmed", "read the plan that is there");
  }
  SECTION("of a plan that was edited") {
    mailing.change("o/mail/report/plan.json", "bo@b.example", "eva@b.example");
    mailing.refuses("no plan here has the hash that was confirmed", "read the plan that is there");
  }
}

TEST_CASE("What has changed since the plan stops the sending", "[mail]") {
  const Mailing mailing;
  SECTION("the list of recipients") {
    mailing.change("s/recipients.csv", "bo@b.example", "eva@b.example");
    mailing.refuses("the list of recipients has changed since the plan", kPlanAgain);
  }
  SECTION("the survey's settings") {
    mailing.change("s/survey.toml", "svar@kansliet.example\"  ", "fel@kansliet.example\"  ");
    mailing.refuses("the settings, the words of the messages or the attachments have changed since the plan",
                    kPlanAgain);
  }
  SECTION("a report that was rendered again") {
    const std::string old = content(mailing.folder / "o/manifest.json");
    const std::size_t at = old.find("\"sha256\": \"") + 11;
    mailing.change("o/manifest.json", old.substr(at, 64), std::string(64, 'b'));
    mailing.refuses("the report was rendered again after the plan", kPlanAgain);
  }
  SECTION("a message that was edited") {
    write(mailing.message("9001"), content(mailing.message("9002")));
    mailing.refuses("the file is another than the one that was planned", "nothing more is sent");
  }
  SECTION("a report that was swapped") {
    write(mailing.report("9001"), content(mailing.report("9002")));
    mailing.refuses("the file is another than the one that was planned", "nothing more is sent");
  }
  SECTION("a report behind a link") {
    const fs::path report = mailing.report("9001");
    fs::rename(report, mailing.folder / "elsewhere.pdf");
    fs::create_symlink(mailing.folder / "elsewhere.pdf", report);
    mailing.refuses("a link stands in place of this file", "put the file itself there");
  }
}

TEST_CASE("Proofs go to one address, marked, and leave the ledger alone", "[mail]") {
  const Mailing mailing;
  const Run proofs = mailing.mail("proof --to me@office.example");
  INFO(proofs.err);
  CHECK(proofs.status == 0);
  CHECK(holds(proofs.out, "2 of 2 proofs accepted for m…@o…\n"));
  for (const std::string& name : mailing.sent()) {
    const std::string message = content(mailing.folder / "s/sent" / name);
    CHECK(holds(message, "X-Envelope-To: <me@office.example>"));
    CHECK_FALSE(holds(message, "X-Envelope-To: <bo@b.example>"));
  }
  CHECK_FALSE(fs::exists(mailing.folder / "o/mail/ledger.sqlite"));
  const Run one = mailing.mail("proof --to me@office.example --only 9001");
  CHECK(holds(one.out, "1 of 1 proofs accepted"));
  const Run wrong = mailing.mail("proof --to me@office.example --only 9999");
  CHECK(wrong.status == 2);
  CHECK(holds(wrong.err, "the plan has no message to the organisation '9999'"));
}

TEST_CASE("Where nothing was sent there is nothing to see, to settle or to come back", "[mail]") {
  const Mailing mailing;
  const Run status = mailing.mail("status");
  CHECK(status.out == "nothing has been sent yet\n");
  CHECK(status.status == 0);
  const Run resolve = mailing.mail("resolve --message 0123456789ab --as accepted");
  CHECK(holds(resolve.err, "nothing has been sent yet, so there is nothing to settle"));
  CHECK(resolve.status == 2);
  const Run bounces = mailing.mail("bounces --maildir " + mailing.path("s"));
  CHECK(holds(bounces.err, "nothing has been sent yet, so nothing can have come back"));
  CHECK(bounces.status == 2);
}

TEST_CASE("A delivery report is noted in the row of its message, once, and shows in the status", "[mail]") {
  const Mailing mailing;
  REQUIRE(mailing.send().status == 0);
  const std::string to = "X-Envelope-To: <bo@b.example>";
  std::string key;
  for (const std::string& name : mailing.sent())
    if (holds(content(mailing.folder / "s/sent" / name), to)) key = name.substr(0, 32);
  fs::create_directories(mailing.folder / "m/new");
  write(mailing.folder / "m/new/1",
        fmt::format("MIME-Version: 1.0\nContent-Type: multipart/report; report-type=delivery-status; boundary=x\n\n"
                    "--x\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mx.example\n\n"
                    "Final-Recipient: rfc822; bo@b.example\nAction: failed\nStatus: 5.1.1\n\n"
                    "--x\nContent-Type: text/rfc822-headers\n\nMessage-ID: <{}@kansliet.example>\n\n--x--\n",
                    key));
  const Run first = mailing.mail("bounces --maildir " + mailing.path("m"));
  CHECK(first.out == "1 message, 1 delivery report: 1 matched, 0 unmatched; 1 noted now, 1 of them failed\n");
  CHECK(first.status == 1);
  const Run again = mailing.mail("bounces --json --maildir " + mailing.path("m"));
  CHECK(again.out ==
        "{\"messages\": 1, \"reports\": 1, \"matched\": 1, \"unmatched\": 0, \"noted\": 0, \"failed\": 0}\n");
  CHECK(again.status == 0);
  const Run status = mailing.mail("status");
  CHECK(holds(status.out, "bounced   " + key.substr(0, 12) + "  9002    b…@b…"));
  CHECK(status.status == 1);
  CHECK(holds(mailing.mail("status --json").out, "\"bounce\": \"failed\""));
}

TEST_CASE("What is settled is named by its key, and a key that nearly fits is told", "[mail]") {
  const Mailing mailing;
  REQUIRE(mailing.send().status == 0);
  const std::string key = mailing.sent().front().substr(0, 12);
  const Run accepted = mailing.mail("resolve --as planned --message " + key);
  CHECK(holds(accepted.err, "the message " + key + " is 'accepted', and there is nothing to settle"));
  CHECK(accepted.status == 2);
  const std::string wrong = key.substr(0, 11) + (key[11] == '0' ? "1" : "0");
  const Run near = mailing.mail("resolve --as accepted --message " + wrong);
  CHECK(holds(near.err, "no message has the key '" + wrong + "'\n    did you mean '" + key + "'?"));
  CHECK(near.status == 2);
  CHECK(mailing.mail("status").out == "report: 2 messages, 2 accepted\n");
}

TEST_CASE("A ledger that is gone stops the sending, for everybody would get everything again", "[mail]") {
  const Mailing mailing;
  REQUIRE(mailing.send().status == 0);
  for (const std::string& name : mailing.sent()) fs::remove(mailing.folder / "s/sent" / name);
  for (const char* name : {"ledger.sqlite", "ledger.sqlite-wal", "ledger.sqlite-shm"})
    fs::remove(mailing.folder / "o/mail" / name);
  const Run told = mailing.send();
  CHECK(told.status == 4);
  CHECK(holds(told.err, "ledger.sqlite: error: the ledger of what was sent is gone\n"));
  CHECK(holds(told.err, "put it back from a copy"));
  CHECK(mailing.sent().empty());
  CHECK(mailing.mail("status").status != 0);
}

TEST_CASE("An attachment for everyone is nobody's report, whatever it is called", "[mail]") {
  const Mailing mailing;
  const fs::path survey = mailing.folder / "s/survey.toml";
  const std::string before = content(survey);
  const auto plan_with = [&](const std::string& list) {
    std::string text = before;
    text.insert(text.find("[mail]\n") + 7, "attachments = [" + list + "]\n");
    write(survey, text);
    return mailing.mail("plan");
  };
  fs::create_directories(mailing.folder / "s/a");
  fs::copy(mailing.report("9002"), mailing.folder / "s/a/method.pdf");
  write(mailing.folder / "s/a/facts.txt", "facts");
  write(mailing.folder / "s/facts.txt", "other facts");
  const Run report = plan_with("\"a/method.pdf\"");
  CHECK(report.status == 2);
  CHECK(holds(report.err, "this is one organisation's report, and would go to everyone"));
  const Run twice = plan_with("\"a/facts.txt\", \"facts.txt\"");
  CHECK(twice.status == 2);
  CHECK(holds(twice.err, "two attachments are called 'facts.txt'"));
  CHECK(plan_with("\"a/facts.txt\"").status == 0);
}

TEST_CASE("While somebody sends, nobody else does, and no message is written anew", "[mail]") {
  const Mailing mailing;
  REQUIRE(mailing.send().status == 0);
  const auto lock = mognad::FileLock::take((mailing.folder / "o/mail/sending.lock").string());
  REQUIRE(lock);
  REQUIRE(*lock);
  const Run send = mailing.send(), plan = mailing.mail("plan");
  CHECK(send.status == 4);
  CHECK(holds(send.err, "another process is sending these messages"));
  CHECK(plan.status == 4);
  CHECK(holds(plan.err, "messages are being sent from here, and stay as they are"));
}

TEST_CASE("A ledger from before the sending that is put back sends nothing again", "[mail]") {
  const Mailing mailing;
  const fs::path ledger = mailing.folder / "o/mail/ledger.sqlite";
  mailing.change("s/recipients.csv", "bo@b.example", "asa@a.example");  // the plan no longer holds: nothing is sent
  CHECK(mailing.send().status == 2);
  mailing.change("s/recipients.csv", "9002,Bo Ek,asa@a.example", "9002,Bo Ek,bo@b.example");
  {
    auto planned = mognad::Ledger::open(ledger.string());
    REQUIRE(planned);
  }
  const std::string before = content(ledger);
  REQUIRE(mailing.send().status == 0);
  for (const std::string& name : mailing.sent()) fs::remove(mailing.folder / "s/sent" / name);
  for (const char* end : {"-wal", "-shm"}) fs::remove(ledger.string() + end);
  write(ledger, before);
  const Run told = mailing.send();
  INFO(told.err);
  CHECK(told.status == 4);
  CHECK(holds(told.err, "ledger.sqlite: error: this is an old copy of the ledger"));
  CHECK(holds(told.err, "put the newest ledger back"));
  CHECK(holds(told.err, "ledger.begun"));
  CHECK(mailing.sent().empty());
  CHECK(mailing.mail("status").status == 2);
  CHECK(mailing.mail("plan").status == 2);
}

namespace {

/// Both messages were on their way when the run ended.
std::vector<std::string> lose_both(const Mailing& mailing) {
  REQUIRE(mailing.send().status == 0);
  std::vector<std::string> keys;
  for (const std::string& name : mailing.sent()) keys.push_back(name.substr(0, 32));
  for (const char* end : {"ledger.sqlite", "ledger.sqlite-wal", "ledger.sqlite-shm", "ledger.begun"})
    fs::remove(mailing.folder / "o/mail" / end);
  for (const std::string& name : mailing.sent()) fs::remove(mailing.folder / "s/sent" / name);
  auto ledger = mognad::Ledger::open((mailing.folder / "o/mail/ledger.sqlite").string());
  REQUIRE(ledger);
  for (const std::string& key : keys) {
    mognad::LedgerRow row;
    row.key = key, row.purpose = "report", row.organisation = "9001", row.address = "asa@a.example";
    REQUIRE_FALSE(ledger->plan({row}, 1'767'225'600));
    REQUIRE_FALSE(ledger->begin(key, 1'767'225'601));
  }
  return keys;
}

}  // namespace

TEST_CASE("Unknown messages are listed with commands that can be pasted, and settled by them", "[mail]") {
  const Mailing mailing;
  const std::vector<std::string> keys = lose_both(mailing);
  REQUIRE(keys.size() == 2);
  const Run status = mailing.mail("status");
  INFO(status.out);
  CHECK(status.status == 1);
  CHECK(holds(status.out, "report: 2 messages, 2 unknown"));
  const std::string end = " --output " + mailing.path("o") + " " + mailing.path("s") + "\n";
  const std::string begin = "mognad mail resolve --message ";
  CHECK(holds(status.out, " --as accepted" + end));
  CHECK(holds(status.out, " --as planned" + end));
  CHECK_FALSE(holds(status.out, "SURVEY"));
  CHECK(holds(status.out, begin));

  const Run arrived = mailing.mail("resolve --as accepted --why asked --message " + keys[0].substr(0, 12));
  CHECK(arrived.status == 0);
  CHECK(holds(arrived.out, "accepted   asked"));
  const Run lost = mailing.mail("resolve --as planned --message " + keys[1]);
  CHECK(lost.status == 0);
  CHECK(mailing.mail("status").out == "report: 2 messages, 1 planned, 1 accepted\n");
}

TEST_CASE("A beginning that several keys share settles none of them", "[mail]") {
  const Mailing mailing;
  REQUIRE(mailing.send().status == 0);
  auto ledger = mognad::Ledger::open((mailing.folder / "o/mail/ledger.sqlite").string());
  REQUIRE(ledger);
  for (const char* key : {"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa1", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa2"}) {
    mognad::LedgerRow row;
    row.key = key, row.purpose = "report", row.organisation = "9001", row.address = "asa@a.example";
    REQUIRE_FALSE(ledger->plan({row}, 1'767'225'600));
    REQUIRE_FALSE(ledger->begin(key, 1'767'225'601));
  }
  const Run told = mailing.mail("resolve --as accepted --message aaaaaaaaaaaa");
  CHECK(told.status == 2);
  CHECK(holds(told.err, "several messages have keys that begin with 'aaaaaaaaaaaa'\n    name more digits of the key"));
  CHECK(holds(mailing.mail("status").out, "2 accepted, 2 unknown"));
}

TEST_CASE("Other words of the messages than those that were planned stop the sending", "[mail]") {
  Mailing mailing;
  const std::string words = content(fs::path(MOGNAD_ROOT) / "templates/messages.toml");
  write(mailing.folder / "s/messages.toml", words);
  mailing.change("s/survey.toml", "\"templates/messages.toml\"", "\"messages.toml\"");
  mailing.hash = mailing.plan();
  write(mailing.folder / "s/messages.toml", words + "\n# changed\n");
  mailing.refuses("the settings, the words of the messages or the attachments have changed since the plan", kPlanAgain);
}

TEST_CASE("Proofs are a sample or the extremes, as asked for", "[mail]") {
  const Mailing mailing;
  CHECK(holds(mailing.mail("proof --to me@office.example --sample 1").out, "1 of 1 proofs accepted for m…@o…\n"));
  CHECK(mailing.sent().size() == 1);
  CHECK(holds(mailing.mail("proof --to me@office.example --extremes").out, "2 of 2 proofs accepted for m…@o…\n"));
  for (const std::string& name : mailing.sent())
    CHECK(holds(content(mailing.folder / "s/sent" / name), "X-Envelope-To: <me@office.example>"));
  write(mailing.report("9002"), "another");
  const Run refused = mailing.mail("proof --to me@office.example --extremes");
  CHECK(refused.status == 2);
  CHECK(refused.out.empty());  // not even the other is sent
}
