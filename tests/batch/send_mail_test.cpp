#include "batch/send_mail.h"

#include <sqlite3.h>

#include <catch2/catch.hpp>
#include <set>

#include "delivery/message.h"
#include "files/memory_files.h"
#include "files/sha256.h"
#include "statistics/random.h"
#include "support/manual_clock.h"
#include "support/programs.h"
#include "support/scripted_mailer.h"
#include "support/told_report.h"

using namespace mognad;
using namespace mognad::test;

namespace {

const std::string kReport = "reports/1490.sv.pdf";

MailAddress address(const std::string& text) {
  const auto made = MailAddress::of(text, {});
  REQUIRE(made);
  return *made;
}

/// A plan of messages to one organisation's people, with all files that it names.
struct Office {
  MemoryFiles files;
  MailPlan plan;
  ScratchFolder scratch{"send"};
  std::string path = scratch.path("ledger.sqlite");
  std::optional<Ledger> ledger;
  ManualClock clock;
  MailScript script;
  std::atomic<bool> stop = false;
  SendOptions options;

  explicit Office(int messages = 4, const std::string& domain = "boras.example") {
    const std::string report = told_report({"1490"});
    files.write_whole("o/" + kReport, report);
    plan = {"maturity", 2025, 1, "report", true, "office@sender.example", "", "", "", {}};
    for (int i = 0; i < messages; ++i) add("person" + std::to_string(i) + "@" + domain, sha256_hex(report));
    options.output = "o";
    options.plan_folder = "o/mail/report";
    options.messages_per_minute = 6000;
    options.retry = {.attempts = 3, .first_pause = 10, .longest_pause = 15, .refusals_in_a_row = 3};
    options.make_mailer = [this] { return script.mailer(); };
    options.stop = &stop;
    open();
  }

  void add(const std::string& to, const std::string& report_sha256) {
    const std::string key = message_key(plan.survey, plan.year, plan.purpose, "1490", address(to));
    const std::string message = fmt::format("Message-ID: {}\r\nTo: <{}>\r\nSubject: Hej\r\n\r\nText\r\n",
                                            message_id(key, address(plan.from)), to);
    files.write_whole("o/mail/report/" + key + ".eml", message);
    plan.messages.push_back({key, "1490", "sv", "", to, kReport, report_sha256, key + ".eml", sha256_hex(message),
                             static_cast<std::int64_t>(message.size())});
  }

  void open() {
    ledger.reset();
    Problems problems;
    ledger = Ledger::open(path).take(problems);
    REQUIRE(ledger);
  }
  SendResult send() { return send_mail(plan, options, *ledger, clock, files); }
  MailState state(int message) const {
    const auto row = ledger->row(plan.messages[static_cast<std::size_t>(message)].key);
    REQUIRE(row);
    REQUIRE(*row);
    return (*row)->state;
  }
  const std::string& to(int message) const { return plan.messages[static_cast<std::size_t>(message)].address; }
  std::string message_path(int message) const {
    return "o/mail/report/" + plan.messages[static_cast<std::size_t>(message)].file;
  }
};

bool holds(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

bool told(const SendResult& result, const std::string& part) {
  return std::any_of(result.problems.begin(), result.problems.end(),
                     [&](const Problem& p) { return holds(p.message, part); });
}

}  // namespace

TEST_CASE("Each message of a plan is sent once, with its date in front and whole", "[mail]") {
  Office office;
  const SendResult result = office.send();
  CHECK(result.accepted == 4);
  CHECK_FALSE(result.halted);
  std::set<std::string> to;
  for (const MailScript::Attempt& attempt : office.script.attempts()) {
    to.insert(attempt.to);
    const std::string planned = *office.files.read("o/mail/report/" + attempt.key + ".eml");
    CHECK(attempt.from == "office@sender.example");
    CHECK(attempt.message == dated(planned, ManualClock::kStart));
  }
  CHECK(to.size() == 4);
  const SendResult again = office.send();
  CHECK(again.accepted == 0);
  CHECK(again.before == 4);
  CHECK(office.script.attempts().size() == 4);
}

TEST_CASE("One deviation anywhere in the plan, and nothing is sent", "[mail]") {
  Office office;
  std::string why;
  SECTION("a report with other bytes") {
    office.files.write_whole("o/" + kReport, told_report({"1490"}) + " ");
    why = "another than the one that was planned";
  }
  SECTION("the report of another organisation, which the plan names by its right hash") {
    const std::string other = told_report({"0980"});
    office.files.write_whole("o/reports/0980.sv.pdf", other);
    office.plan.messages[3].report = "reports/0980.sv.pdf";
    office.plan.messages[3].report_sha256 = sha256_hex(other);
    why = "organisation";
  }
  SECTION("a report of another edition") {
    office.plan.edition = 2;
    why = "edition";
  }
  SECTION("a report in another language") {
    office.plan.messages[3].language = "en";
    why = "language";
  }
  SECTION("a changed message") {
    office.files.write_whole(office.message_path(3), "To: <x@y.example>\r\n\r\n");
    why = "another than the one that was planned";
  }
  SECTION("the message of somebody else, which the plan names by its right hash") {
    office.plan.messages[3].file = office.plan.messages[2].file;
    office.plan.messages[3].sha256 = office.plan.messages[2].sha256;
    why = "not addressed to";
  }
  SECTION("an address that the message's key was not made for") {
    office.plan.messages[3].address = "other@boras.example";
    why = "is not the organisation";
  }
  SECTION("a missing message") {
    office.files.remove(office.message_path(3));
    why = office.message_path(3);
  }
  const SendResult result = office.send();
  CHECK(result.halted);
  CHECK_FALSE(result.surroundings);
  CHECK(office.script.attempts().empty());
  CHECK((told(result, why) || result.problems.front().place.file == why));
  CHECK(office.ledger->rows()->empty());
}

TEST_CASE("A report that is swapped while messages go out stops the rest", "[mail]") {
  Office office;
  office.script.when_sending([&](const MailScript::Attempt& attempt) {
    if (attempt.to == office.to(1)) office.files.write_whole("o/" + kReport, told_report({"0980"}));
  });
  const SendResult result = office.send();
  CHECK(result.accepted == 2);
  CHECK(result.halted);
  CHECK(office.state(2) == MailState::planned);
  CHECK(office.state(3) == MailState::planned);
}

TEST_CASE("Invented results leave the machine for reserved addresses alone", "[mail]") {
  Office office(3, "boras.se");
  const SendResult refused = office.send();
  CHECK(refused.halted);
  CHECK(office.script.attempts().empty());
  CHECK(told(refused, "simulated"));
  CHECK_FALSE(told(refused, "person0@"));
  SECTION("a folder on this machine takes them") {
    office.options.leaves_here = false;
    CHECK(office.send().accepted == 3);
  }
  SECTION("real results go anywhere") {
    office.plan.simulated = false;
    CHECK(office.send().accepted == 3);
  }
}

TEST_CASE("A temporary refusal is tried again after growing pauses and holds up nobody", "[mail]") {
  Office office;
  office.script.answer(office.to(0), {deferred_receipt(), deferred_receipt()});
  CHECK(office.send().accepted == 4);
  const auto attempts = office.script.attempts();
  REQUIRE(attempts.size() == 6);
  CHECK(attempts[0].to == office.to(0));
  CHECK(attempts[4].to == office.to(0));
  CHECK(attempts[5].to == office.to(0));
  // 10 seconds, then 15, which are the longest.
  CHECK(office.clock.seconds() >= 25);
  CHECK(office.clock.seconds() < 27);
  CHECK(attempts[5].message == attempts[0].message);
}

TEST_CASE("What is refused for now to the end stays put off, and the same command goes on", "[mail]") {
  Office office;
  office.script.answer(office.to(2), {deferred_receipt(), deferred_receipt(), deferred_receipt()});
  const SendResult first = office.send();
  CHECK(first.accepted == 3);
  CHECK(first.deferred == 1);
  CHECK_FALSE(first.halted);
  CHECK(office.state(2) == MailState::deferred);
  const SendResult second = office.send();
  CHECK(second.before == 3);
  CHECK(second.accepted == 1);
}

TEST_CASE("Refused and unknown messages are not tried again, and are told with a masked address", "[mail]") {
  Office office;
  office.script.answer(office.to(0), {{Outcome::refused, 550, "5.1.1 <" + office.to(0) + "> unknown"}});
  office.script.answer(office.to(2), {unknown_receipt()});
  const SendResult result = office.send();
  CHECK(result.refused == 1);
  CHECK(result.unknown == 1);
  CHECK(result.accepted == 2);
  CHECK(told(result, "5.1.1"));
  CHECK_FALSE(told(result, office.to(0)));
  CHECK(office.send().accepted == 0);
  CHECK(office.script.attempts().size() == 4);
}

TEST_CASE("A run of refusals or lost connections stops everything", "[mail]") {
  Office office(8);
  office.script.answer_always(GENERATE(refused_receipt(), unknown_receipt()));
  const SendResult result = office.send();
  CHECK(result.halted);
  CHECK(result.surroundings);
  CHECK(office.script.attempts().size() == 3);
  CHECK(office.state(3) == MailState::planned);
}

TEST_CASE("Refusals among accepted messages stop nothing", "[mail]") {
  Office office(8);
  for (const int i : {0, 1, 3, 4, 6, 7}) office.script.answer(office.to(i), {refused_receipt()});
  const SendResult result = office.send();
  CHECK_FALSE(result.halted);
  CHECK(result.refused == 6);
  CHECK(result.accepted == 2);
}

TEST_CASE("A server that lets nobody in, or can't be used, stops everything and leaves all as planned", "[mail]") {
  const auto [receipt, attempts] = GENERATE(std::pair(forbidden_receipt(), 1), std::pair(hindered_receipt(), 2));
  Office office;
  office.script.answer_always(receipt);
  const SendResult result = office.send();
  CHECK(result.halted);
  CHECK(result.surroundings);
  CHECK(office.script.attempts().size() == static_cast<std::size_t>(attempts));
  for (int i = 0; i < 4; ++i) CHECK(office.state(i) == MailState::planned);
  office.script.answer_always(accepted_receipt());
  CHECK(office.send().accepted == 4);
}

TEST_CASE("Without a connection all wait together, and then the run ends", "[mail]") {
  Office office(20);
  office.script.answer_always({Outcome::deferred, 0, "connection refused"});
  const SendResult result = office.send();
  CHECK(result.halted);
  CHECK(result.surroundings);
  CHECK(office.script.attempts().size() == 3);
  CHECK(office.clock.seconds() >= 25);
}

TEST_CASE("A server that closes, or that is lost on the way, is waited for by all", "[mail]") {
  const int code = GENERATE(421, 354, 220);
  Office office(20);
  office.script.answer_always({Outcome::deferred, code, "not now"});
  const SendResult result = office.send();
  CHECK(result.halted);
  CHECK(office.script.attempts().size() == 3);
}

TEST_CASE("Over all connections no more go out in a minute than the settings say", "[mail]") {
  Office office(30);
  office.options.messages_per_minute = 60;
  CHECK(office.send().accepted == 30);
  CHECK(office.clock.seconds() >= 28.5);
  CHECK(office.clock.seconds() < 31);
}

TEST_CASE("Several connections send each message once between them", "[mail]") {
  Office office(40);
  office.options.connections = 4;
  office.options.messages_per_minute = 1e6;
  office.script.answer(office.to(7), {deferred_receipt()});
  office.script.answer(office.to(20), {refused_receipt()});
  const SendResult result = office.send();
  CHECK(result.accepted == 39);
  CHECK(result.refused == 1);
  CHECK(office.script.connections() == 4);
  for (const PlannedMessage& m : office.plan.messages) CHECK(office.script.times_accepted(m.key) <= 1);
}

TEST_CASE("Who interrupts gets those in hand finished and no new one begun", "[mail]") {
  Office office;
  office.script.when_sending([&](const MailScript::Attempt& attempt) {
    if (attempt.to == office.to(1)) office.stop = true;
  });
  const SendResult result = office.send();
  CHECK(result.stopped);
  CHECK_FALSE(result.halted);
  CHECK(result.accepted == 2);
  CHECK(office.state(1) == MailState::accepted);
  CHECK(office.state(2) == MailState::planned);
}

TEST_CASE("An answer that can't be written down stops the run and is unknown from the next on", "[mail]") {
  Office office;
  office.script.when_sending([&](const MailScript::Attempt& attempt) {
    if (attempt.to != office.to(1)) return;
    sqlite3* opened = nullptr;
    sqlite3_open(office.path.c_str(), &opened);
    sqlite3_exec(opened,
                 "CREATE TRIGGER full BEFORE INSERT ON history WHEN NEW.event = 'accepted' "
                 "BEGIN SELECT RAISE(ABORT, 'database or disk is full'); END",
                 nullptr, nullptr, nullptr);
    sqlite3_close(opened);
  });
  const SendResult result = office.send();
  CHECK(result.halted);
  CHECK(result.surroundings);
  CHECK(told(result, "disk is full"));
  CHECK(office.state(1) == MailState::sending);
  CHECK(office.script.attempts().size() == 2);
  office.send();
  CHECK(office.state(1) == MailState::unknown);
  CHECK(office.script.times_accepted(office.plan.messages[1].key) == 1);
}

namespace {

struct Killed {};

/// Ends the run at one of the moments at which the time is asked for: before an attempt is written down, or after the
/// server's answer and before that is.
class FatalClock final : public Clock {
 public:
  FatalClock(ManualClock& clock, int calls) : clock_(clock), left_(calls) {}
  std::int64_t now() const override {
    if (--left_ == 0) throw Killed{};
    return clock_.now();
  }
  double seconds() const override { return clock_.seconds(); }
  void pause(double seconds, const std::atomic<bool>& stop) override { clock_.pause(seconds, stop); }

 private:
  ManualClock& clock_;
  mutable int left_;
};

Receipt drawn_receipt(Random& random) {
  const int draw = random.between(0, 9);
  if (draw < 5) return accepted_receipt();
  if (draw < 7) return deferred_receipt();
  if (draw == 7) return refused_receipt();
  return draw == 8 ? unknown_receipt() : hindered_receipt();
}

/// Runs until nothing can be done any more, each run ending at a moment of chance.
void run_to_the_end(Office& office, Random& random) {
  for (int run = 0; run < 200; ++run) {
    office.script.when_sending([dies = random.between(0, 5)](const MailScript::Attempt&) mutable {
      if (--dies == 0) throw Killed{};
    });
    FatalClock clock(office.clock, random.between(1, 20));
    try {
      send_mail(office.plan, office.options, *office.ledger, clock, office.files);
    } catch (const Killed&) {
    }
    office.clock.advance(60);
    office.open();
    const auto rows = office.ledger->rows();
    const auto is_open = [](const LedgerRow& row) {
      return row.state == MailState::planned || row.state == MailState::deferred || row.state == MailState::sending;
    };
    if (!rows->empty() && std::none_of(rows->begin(), rows->end(), is_open)) return;
  }
  FAIL("the runs never came to an end");
}

}  // namespace

TEST_CASE("Whenever runs are killed, none is sent again that may have arrived, and none is lost", "[mail]") {
  constexpr int kMessages = 5;
  Random random(2025);
  std::set<MailState> seen;
  for (int round = 0; round < 25; ++round) {
    Office office(kMessages);
    for (int i = 0; i < kMessages; ++i)
      office.script.answer(office.to(i), {drawn_receipt(random), drawn_receipt(random)});
    run_to_the_end(office, random);
    std::map<std::string, int> arrived, lost;  // the server has it; nobody can know
    for (const MailScript::Attempt& attempt : office.script.attempts()) {
      arrived[attempt.key] += attempt.receipt.outcome == Outcome::accepted;
      lost[attempt.key] += attempt.receipt.outcome == Outcome::unknown;
    }
    for (int i = 0; i < kMessages; ++i) {
      const std::string& key = office.plan.messages[static_cast<std::size_t>(i)].key;
      const MailState state = office.state(i);
      INFO("round " << round << ", message " << i);
      CHECK(arrived[key] + lost[key] <= 1);
      if (arrived[key] == 1) CHECK((state == MailState::accepted || state == MailState::unknown));
      if (state == MailState::accepted) CHECK(arrived[key] == 1);
      if (lost[key] == 1) CHECK(state == MailState::unknown);
      seen.insert(state);
    }
  }
  CHECK(seen == std::set<MailState>{MailState::accepted, MailState::refused, MailState::unknown});
}
