#include "delivery/ledger.h"

#include <sqlite3.h>

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>

#include "support/programs.h"
#include "support/sqlite_file.h"

using namespace mognad;
using mognad::test::ScratchFolder;
using Outcome = Receipt::Outcome;

namespace {

constexpr std::int64_t kNow = 1'767'225'600;

MailAddress address(const std::string& text) {
  const auto made = MailAddress::of(text, {});
  REQUIRE(made);
  return *made;
}

LedgerRow row_to(const std::string& name, const std::string& message = "message") {
  LedgerRow row;
  row.key = message_key("maturity", 2025, "report", "1490", address(name + "@boras.example"));
  row.purpose = "report";
  row.organisation = "1490";
  row.language = "sv";
  row.address = name + "@boras.example";
  row.edition = 1;
  row.file = "reports/1490.sv.pdf";
  row.report_sha256 = "report";
  row.message_sha256 = message;
  return row;
}

/// A ledger in a folder of its own, with some rows.
struct Bench {
  ScratchFolder folder{"ledger"};
  std::string path = folder.path("ledger.sqlite");
  std::optional<Ledger> ledger;
  LedgerRow row = row_to("anna");

  Bench() {
    open();
    REQUIRE_FALSE(ledger->plan({row, row_to("bo")}, kNow));
  }

  void open() {
    ledger.reset();
    Problems problems;
    ledger = Ledger::open(path).take(problems);
    REQUIRE(ledger);
  }
  LedgerRow now() const {
    const auto found = ledger->row(row.key);
    REQUIRE(found);
    REQUIRE(*found);
    return **found;
  }
  void settle(Receipt receipt, std::int64_t next = 0) {
    REQUIRE_FALSE(ledger->begin(row.key, kNow + 1));
    REQUIRE_FALSE(ledger->settle(row.key, receipt, kNow + 2, next));
  }
  /// What SQLite says to a statement of someone else.
  std::string run_beside(const std::string& sql) const {
    sqlite3* opened = nullptr;
    sqlite3_open(path.c_str(), &opened);
    const std::unique_ptr<sqlite3, int (*)(sqlite3*)> database(opened, sqlite3_close);
    return sqlite3_exec(opened, sql.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK ? "" : sqlite3_errmsg(opened);
  }
};

std::string why_not_opened(const std::string& path) {
  const auto opened = Ledger::open(path);
  REQUIRE_FALSE(opened);
  REQUIRE(opened.problems.size() == 1);
  CHECK(opened.problems.front().place.file == path);
  return opened.problems.front().message;
}

std::string bytes_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

bool holds(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("Nobody but its owner may read the ledger and what lies beside it", "[mail]") {
  namespace fs = std::filesystem;
  const Bench bench;
  int found = 0;
  for (const char* name : {"ledger.sqlite", "ledger.sqlite-wal", "ledger.sqlite-shm"}) {
    INFO(name);
    const fs::perms others = fs::perms::group_all | fs::perms::others_all;
    CHECK((fs::status(bench.folder.path(name)).permissions() & others) == fs::perms::none);
    found += fs::exists(bench.folder.path(name));
  }
  CHECK(found == 3);
}

TEST_CASE("What a commit has returned is there when the ledger is opened again", "[mail]") {
  Bench bench;
  REQUIRE_FALSE(bench.ledger->begin(bench.row.key, kNow + 1));
  bench.open();
  CHECK(bench.now().state == MailState::sending);
  CHECK(bench.now().attempts == 1);
  CHECK(bench.now().date == kNow + 1);
  CHECK(bench.ledger->rows("report")->size() == 2);
  CHECK(bench.ledger->rows("erratum-2")->empty());
}

TEST_CASE("A receipt moves a row from sending to what it says", "[mail]") {
  struct Case {
    Outcome outcome;
    MailState state;
  };
  const auto c = GENERATE(Case{Outcome::accepted, MailState::accepted}, Case{Outcome::deferred, MailState::deferred},
                          Case{Outcome::refused, MailState::refused}, Case{Outcome::unknown, MailState::unknown});
  Bench bench;
  bench.settle({c.outcome, 123, "words of the server"}, kNow + 60);
  const LedgerRow row = bench.now();
  CHECK(row.state == c.state);
  CHECK(row.code == 123);
  CHECK(row.answer == "words of the server");
  CHECK(row.changed == kNow + 2);
  CHECK(row.next == (c.state == MailState::deferred ? kNow + 60 : 0));
  CHECK((!bench.ledger->begin(row.key, kNow + 3)) == (c.state == MailState::deferred));
}

TEST_CASE("A row that is being sent is not begun again, and one that isn't is not settled", "[mail]") {
  Bench bench;
  CHECK(bench.ledger->settle(bench.row.key, {Outcome::accepted, 250, "Ok"}, kNow, 0));
  REQUIRE_FALSE(bench.ledger->begin(bench.row.key, kNow));
  const auto again = bench.ledger->begin(bench.row.key, kNow);
  REQUIRE(again);
  CHECK(holds(again->message, "'sending'"));
  CHECK(bench.ledger->begin("0123456789abcdef0123456789abcdef", kNow));
}

TEST_CASE("An attempt in which nothing was tried leaves the row as it was", "[mail]") {
  const Outcome outcome = GENERATE(Outcome::hindered, Outcome::forbidden);
  Bench bench;
  bench.settle({outcome, 535, "no"});
  CHECK(bench.now().state == MailState::planned);
  CHECK(bench.now().attempts == 0);
  CHECK(bench.now().date == 0);

  bench.settle({Outcome::deferred, 451, "later"}, kNow + 30);
  REQUIRE_FALSE(bench.ledger->begin(bench.row.key, kNow + 40));
  REQUIRE_FALSE(bench.ledger->settle(bench.row.key, {outcome, 0, "no"}, kNow + 41, 0));
  CHECK(bench.now().state == MailState::deferred);
  CHECK(bench.now().attempts == 1);
  CHECK(bench.now().code == 451);
}

TEST_CASE("The date of a message is that of its first attempt", "[mail]") {
  Bench bench;
  bench.settle({Outcome::deferred, 451, "later"}, kNow + 30);
  REQUIRE_FALSE(bench.ledger->begin(bench.row.key, kNow + 40));
  CHECK(bench.now().date == kNow + 1);
}

TEST_CASE("What a run left half done is unknown, and nothing else is touched", "[mail]") {
  Bench bench;
  REQUIRE_FALSE(bench.ledger->begin(bench.row.key, kNow));
  CHECK(*bench.ledger->recover(kNow + 5).value == 1);
  CHECK(bench.now().state == MailState::unknown);
  CHECK(bench.ledger->begin(bench.row.key, kNow + 6));
  CHECK(bench.ledger->row(row_to("bo").key)->value().state == MailState::planned);
  CHECK(*bench.ledger->recover(kNow + 7).value == 0);
}

TEST_CASE("Planned again, a row gets its new message only where nobody has got the old one", "[mail]") {
  struct Case {
    Outcome outcome;
    MailState state;
  };
  const auto c = GENERATE(Case{Outcome::accepted, MailState::accepted}, Case{Outcome::deferred, MailState::planned},
                          Case{Outcome::refused, MailState::planned}, Case{Outcome::unknown, MailState::unknown});
  Bench bench;
  bench.settle({c.outcome, 1, "once"}, kNow + 60);
  const LedgerRow before = bench.now();
  REQUIRE_FALSE(bench.ledger->plan({bench.row}, kNow + 5));
  CHECK(bench.now().state == before.state);
  CHECK(bench.now().next == before.next);
  REQUIRE_FALSE(bench.ledger->plan({row_to("anna", "another message")}, kNow + 9));
  CHECK(bench.now().state == c.state);
  CHECK((bench.now().message_sha256 == "another message") == (c.state == MailState::planned));
}

TEST_CASE("A person settles what is unknown, and plans again what was refused", "[mail]") {
  struct Case {
    Outcome outcome;
    MailState to;
    bool may;
  };
  const auto c =
      GENERATE(Case{Outcome::unknown, MailState::accepted, true}, Case{Outcome::unknown, MailState::planned, true},
               Case{Outcome::refused, MailState::planned, true}, Case{Outcome::refused, MailState::accepted, false},
               Case{Outcome::accepted, MailState::planned, false}, Case{Outcome::deferred, MailState::accepted, false},
               Case{Outcome::unknown, MailState::refused, false});
  Bench bench;
  bench.settle({c.outcome, 1, "once"});
  const LedgerRow before = bench.now();
  CHECK((!bench.ledger->resolve(bench.row.key, c.to, "asked by phone", kNow + 9)) == c.may);
  CHECK(bench.now().state == (c.may ? c.to : before.state));
  const auto history = bench.ledger->history(bench.row.key);
  REQUIRE(history);
  CHECK((history->back().answer == "asked by phone") == c.may);
}

TEST_CASE("The history keeps every change in its order", "[mail]") {
  Bench bench;
  bench.settle({Outcome::hindered, 0, "no server"});
  bench.settle({Outcome::deferred, 451, "later"}, kNow + 30);
  bench.settle({Outcome::accepted, 250, "Ok"});
  std::vector<std::string> events;
  const auto history = bench.ledger->history(bench.row.key);
  REQUIRE(history);
  for (const LedgerChange& change : *history) events.push_back(change.event);
  CHECK(events ==
        std::vector<std::string>{"planned", "sending", "hindered", "sending", "deferred", "sending", "accepted"});
}

TEST_CASE("A delivery report is noted with what was sent, and a late word of a delay changes nothing", "[mail]") {
  Bench bench;
  CHECK(bench.ledger->note_bounce(bench.row.key, "failed", "no such user", kNow));
  bench.settle({Outcome::accepted, 250, "Ok"});
  REQUIRE_FALSE(bench.ledger->note_bounce(bench.row.key, "delayed", "busy", kNow + 5));
  CHECK(bench.now().bounce == "delayed");
  REQUIRE_FALSE(bench.ledger->note_bounce(bench.row.key, "failed", "no such user", kNow + 6));
  REQUIRE_FALSE(bench.ledger->note_bounce(bench.row.key, "delayed", "busy", kNow + 7));
  CHECK(bench.now().bounce == "failed");
  CHECK(bench.now().bounce_answer == "no such user");
  CHECK(bench.now().state == MailState::accepted);
}

TEST_CASE("No statement takes an accepted message back or forgets one", "[mail]") {
  Bench bench;
  bench.settle({Outcome::accepted, 250, "Ok"});
  CHECK(holds(bench.run_beside("UPDATE message SET state = 'planned'"), "stays accepted"));
  CHECK(holds(bench.run_beside("DELETE FROM message"), "no message is forgotten"));
  CHECK(holds(bench.run_beside("DELETE FROM history"), "no history is forgotten"));
  CHECK(bench.run_beside("UPDATE message SET state = 'gone'") != "");
  CHECK(bench.now().state == MailState::accepted);
}

TEST_CASE("A file that is no ledger of this version is refused and stays as it is", "[mail]") {
  const ScratchFolder folder("no-ledger");
  const std::string other = test::sqlite_file("CREATE TABLE t (a); INSERT INTO t VALUES (1);");
  CHECK(holds(why_not_opened(folder.write("other.sqlite", other)), "not a ledger"));
  CHECK(test::said_by("cat " + folder.path("other.sqlite")).starts_with(other));
  CHECK(holds(why_not_opened(folder.write("text.sqlite", std::string(4096, 'x'))), "not a database"));

  Bench bench;
  bench.ledger.reset();
  CHECK(bench.run_beside("PRAGMA user_version=2").empty());
  CHECK(holds(why_not_opened(bench.path), "version 2"));
}

TEST_CASE("A damaged ledger is told and not used", "[mail]") {
  Bench bench;
  std::vector<LedgerRow> rows;
  for (int i = 0; i < 200; ++i) rows.push_back(row_to("person" + std::to_string(i)));
  REQUIRE_FALSE(bench.ledger->plan(rows, kNow));
  bench.ledger.reset();
  std::fstream file(bench.path, std::ios::in | std::ios::out | std::ios::binary);
  for (int page = 3; page < 12; ++page) {
    file.seekp(page * 4096);
    file << std::string(64, '\xEE');
  }
  file.close();
  const std::string why = why_not_opened(bench.path);
  CHECK((holds(why, "damaged") || holds(why, "malformed")));
}

TEST_CASE("No ledger is opened through a link", "[mail]") {
  Bench bench;
  std::filesystem::create_symlink(bench.path, bench.folder.path("link.sqlite"));
  CHECK(holds(why_not_opened(bench.folder.path("link.sqlite")), "link"));
}

TEST_CASE("The key of a message is the same forever and another for everything that differs", "[mail]") {
  const MailAddress anna = address("anna@boras.example");
  const std::string key = message_key("maturity", 2025, "report", "1490", anna);
  CHECK(key.size() == 32);
  CHECK(key == message_key("maturity", 2025, "report", "1490", address("anna@BORAS.example")));
  CHECK(key != message_key("maturity", 2026, "report", "1490", anna));
  CHECK(key != message_key("maturity", 2025, "erratum-2", "1490", anna));
  CHECK(key != message_key("maturity", 2025, "report", "1491", anna));
  CHECK(key != message_key("maturity", 2025, "report", "1490", address("bo@boras.example")));
  CHECK(message_key("a", 1, "report", "b\n1:c", anna) != message_key("a\n6:report", 1, "b", "c", anna));
}

namespace {

/// The files of a ledger that is closed, and the way to put them back.
struct Kept {
  explicit Kept(const std::string& ledger_path) : ledger(ledger_path) {
    for (const char* end : {"", "-wal", "-shm"})
      if (std::filesystem::exists(ledger + end)) files[end] = bytes_of(ledger + end);
  }
  void put_back() const {
    for (const char* end : {"", "-wal", "-shm"}) std::filesystem::remove(ledger + end);
    for (const auto& [end, bytes] : files) std::ofstream(ledger + end, std::ios::binary) << bytes;
  }

  std::string ledger;
  std::map<std::string, std::string> files;
};

}  // namespace

TEST_CASE("An old copy of the ledger that was put back is refused, and so is another ledger", "[mail]") {
  Bench bench;
  bench.ledger.reset();
  const Kept before(bench.path);
  bench.open();
  bench.settle({Outcome::accepted, 250, "Ok"});
  bench.ledger.reset();
  SECTION("a copy from before the sending") {
    before.put_back();
    const std::string why = why_not_opened(bench.path);
    CHECK(holds(why, "this is an old copy of the ledger: it ends on 2026-01-01 00:00 UTC"));
    CHECK(holds(why, "would be sent a second time"));
  }
  SECTION("a file that was emptied") {
    std::ofstream(bench.path, std::ios::binary | std::ios::trunc).close();
    for (const char* end : {"-wal", "-shm"}) std::filesystem::remove(bench.path + end);
    CHECK(holds(why_not_opened(bench.path), "an old copy of the ledger: it is empty"));
  }
  SECTION("a ledger of the same length that says something else") {
    Bench other;
    REQUIRE_FALSE(other.ledger->begin(other.row.key, kNow + 7));
    REQUIRE_FALSE(other.ledger->settle(other.row.key, {Outcome::accepted, 250, "Ok"}, kNow + 8, 0));
    Kept theirs(other.path);
    theirs.ledger = bench.path;
    theirs.put_back();
    CHECK(holds(why_not_opened(bench.path), "this is another ledger than the one that was kept here"));
  }
  SECTION("none") {
    std::filesystem::remove(bench.path);
    CHECK(holds(why_not_opened(bench.path), "the ledger of what was sent is gone"));
  }
  SECTION("the ledger itself") {
    bench.open();
    CHECK(bench.now().state == MailState::accepted);
  }
}

TEST_CASE("A mark that lags behind its ledger, is cut or gone accuses nobody", "[mail]") {
  Bench bench;
  const std::string mark = bench.folder.path("ledger.begun");
  const std::string behind = bytes_of(mark);
  CHECK(behind.size() == 256);
  bench.settle({Outcome::accepted, 250, "Ok"});
  bench.ledger.reset();
  CHECK(bytes_of(mark) != behind);
  const std::string written =
      GENERATE_COPY(as<std::string>{}, behind, behind.substr(0, 20), std::string(), std::string("1 2 3 4\n"));
  std::ofstream(mark, std::ios::binary | std::ios::trunc) << written;
  bench.open();
  CHECK(bench.now().state == MailState::accepted);
  CHECK(bench.ledger->recover(kNow + 9));  // and the next change brings it up
  bench.ledger.reset();
  CHECK(bytes_of(mark) != written);
}
