#include "delivery/ledger.h"

#include <fmt/format.h>

#include <algorithm>

#include "delivery/ledger_database.h"
#include "delivery/ledger_mark.h"
#include "files/mark_file.h"
#include "files/sha256.h"

namespace mognad {

struct Ledger::Database {
  LedgerDatabase file;
  MarkFile mark;

  Database(LedgerDatabase database, MarkFile mark_file) : file(std::move(database)), mark(std::move(mark_file)) {}
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;
  ~Database() { mark.sync(); }

  /// Once a change is on the disk. That the mark can't be written takes nothing from the ledger, and ends no run.
  std::optional<Problem> marked(std::optional<Problem> failed) const {
    if (failed) return failed;
    if (const auto last = last_change(file)) mark.write(last->line());
    return std::nullopt;
  }
};

namespace {

constexpr const char* kRowSql =
    "SELECT key, purpose, organisation, language, address, edition, file, report_sha256, message_sha256, state, "
    "attempts, code, answer, date, changed, next, bounce, bounce_answer FROM message ";

MailState mail_state_of(const std::string& name) {
  const auto at = std::find(kMailStateNames.begin(), kMailStateNames.end(), name);
  // The table lets no other name in.
  return static_cast<MailState>(std::distance(kMailStateNames.begin(), at));
}

std::string_view event_name(MailState state) { return kMailStateNames[static_cast<std::size_t>(state)]; }

LedgerRow row_of(const LedgerStatement& found) {
  return {.key = found.text(0),
          .purpose = found.text(1),
          .organisation = found.text(2),
          .language = found.text(3),
          .address = found.text(4),
          .edition = found.small_number(5),
          .file = found.text(6),
          .report_sha256 = found.text(7),
          .message_sha256 = found.text(8),
          .state = mail_state_of(found.text(9)),
          .attempts = found.small_number(10),
          .code = found.small_number(11),
          .answer = found.text(12),
          .date = found.number(13),
          .changed = found.number(14),
          .next = found.number(15),
          .bounce = found.text(16),
          .bounce_answer = found.text(17)};
}

Result<std::vector<LedgerRow>> all_rows(LedgerStatement statement, const LedgerDatabase& file) {
  std::vector<LedgerRow> rows;
  int code = SQLITE_ROW;
  while ((code = statement.step()) == SQLITE_ROW) rows.push_back(row_of(statement));
  if (code != SQLITE_DONE) return file.problem();
  return rows;
}

std::optional<Problem> run_statement(LedgerStatement& statement, const LedgerDatabase& file) {
  return statement.step() == SQLITE_DONE ? std::nullopt : std::optional(file.problem());
}

/// What is kept of each change, for as long as the ledger is.
struct LedgerEvent {
  std::string_view key;
  std::int64_t time = 0;
  std::string_view event;
  int code = 0;
  std::string_view answer;
};

std::optional<Problem> note_event(const LedgerEvent& event, const LedgerDatabase& file) {
  LedgerStatement statement =
      file.prepare("INSERT INTO history (key, time, event, code, answer) VALUES (?, ?, ?, ?, ?)");
  statement.bind(1, event.key).bind(2, event.time).bind(3, event.event).bind(4, event.code).bind(5, event.answer);
  return run_statement(statement, file);
}

Problem not_in_that_state(const std::string& key, std::string_view wanted, const LedgerDatabase& file) {
  LedgerStatement statement = file.prepare("SELECT state FROM message WHERE key = ?");
  const bool known = statement.bind(1, key).step() == SQLITE_ROW;
  return error_at({file.path()}, known ? fmt::format("the message {} is '{}' and can't become '{}'", key.substr(0, 12),
                                                     statement.text(0), wanted)
                                       : fmt::format("the ledger has no message {}", key.substr(0, 12)));
}

/// One row's change and its history, together or not at all. `change` may change exactly this row.
std::optional<Problem> change_row(const LedgerDatabase& file, LedgerStatement change, const LedgerEvent& event) {
  LedgerTransaction transaction(file);
  if (transaction.problem()) return transaction.problem();
  if (auto failed = run_statement(change, file)) return failed;
  if (file.changed() != 1) return not_in_that_state(std::string(event.key), event.event, file);
  if (auto failed = note_event(event, file)) return failed;
  return transaction.commit();
}

/// A new row, or the new report of one that nobody has got. Returns whether anything changed.
Result<bool> plan_row(const LedgerDatabase& file, const LedgerRow& row, std::int64_t now) {
  LedgerStatement statement = file.prepare(
      "INSERT INTO message (key, purpose, organisation, language, address, edition, file, report_sha256, "
      "message_sha256, state, changed) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, 'planned', ?10) "
      "ON CONFLICT (key) DO UPDATE SET language = ?4, address = ?5, edition = ?6, file = ?7, report_sha256 = ?8, "
      "message_sha256 = ?9, state = 'planned', changed = ?10, attempts = 0, code = 0, answer = '', date = 0, next = 0 "
      "WHERE state IN ('planned', 'deferred', 'refused') AND (report_sha256 <> ?8 OR message_sha256 <> ?9)");
  statement.bind(1, row.key).bind(2, row.purpose).bind(3, row.organisation).bind(4, row.language);
  statement.bind(5, row.address).bind(6, row.edition).bind(7, row.file).bind(8, row.report_sha256);
  statement.bind(9, row.message_sha256).bind(10, now);
  if (auto failed = run_statement(statement, file)) return *failed;
  return file.changed() == 1;
}

std::string_view event_after(Receipt::Outcome outcome) {
  switch (outcome) {
    case Receipt::Outcome::accepted: return event_name(MailState::accepted);
    case Receipt::Outcome::deferred: return event_name(MailState::deferred);
    case Receipt::Outcome::refused: return event_name(MailState::refused);
    case Receipt::Outcome::unknown: return event_name(MailState::unknown);
    case Receipt::Outcome::hindered: return "hindered";
    case Receipt::Outcome::forbidden: return "forbidden";
  }
  return {};
}

bool nothing_was_tried(Receipt::Outcome outcome) {
  return outcome == Receipt::Outcome::hindered || outcome == Receipt::Outcome::forbidden;
}

LedgerStatement taken_back(const LedgerDatabase& file, const std::string& key, std::int64_t now) {
  LedgerStatement statement = file.prepare(
      "UPDATE message SET state = before, changed = ?2, attempts = attempts - 1, "
      "date = CASE attempts WHEN 1 THEN 0 ELSE date END WHERE key = ?1 AND state = 'sending'");
  statement.bind(1, key).bind(2, now);
  return statement;
}

}  // namespace

Ledger::Ledger(std::unique_ptr<Database> database) : database_(std::move(database)) {}
Ledger::Ledger(Ledger&&) noexcept = default;
Ledger& Ledger::operator=(Ledger&&) noexcept = default;
Ledger::~Ledger() = default;

Result<Ledger> Ledger::open(const std::string& path) {
  Problems problems;
  if (auto lost = refuse_lost_ledger(path)) return *lost;
  // Before the ledger: another process may write both now, and the mark only ever lags behind.
  const auto mark = LedgerMark::of(read_mark(mark_path(path)));
  auto file = LedgerDatabase::open(path).take(problems);
  if (!file) return problems;
  if (mark)
    if (auto old = refuse_old_copy(*file, *mark)) return *old;
  auto mark_file = MarkFile::open(mark_path(path)).take(problems);
  if (!mark_file) return problems;
  return Ledger(std::make_unique<Database>(std::move(*file), std::move(*mark_file)));
}

Result<std::vector<LedgerRow>> Ledger::rows(const std::string& purpose) const {
  const std::string sql = fmt::format("{}WHERE ?1 = '' OR purpose = ?1 ORDER BY organisation, key", kRowSql);
  LedgerStatement statement = database_->file.prepare(sql.c_str());
  statement.bind(1, purpose);
  return all_rows(std::move(statement), database_->file);
}

Result<std::optional<LedgerRow>> Ledger::row(const std::string& key) const {
  const std::string sql = fmt::format("{}WHERE key = ?", kRowSql);
  LedgerStatement statement = database_->file.prepare(sql.c_str());
  const int code = statement.bind(1, key).step();
  if (code == SQLITE_ROW) return std::optional(row_of(statement));
  if (code != SQLITE_DONE) return database_->file.problem();
  return std::optional<LedgerRow>();
}

Result<std::vector<LedgerChange>> Ledger::history(const std::string& key) const {
  const LedgerDatabase& file = database_->file;
  LedgerStatement found = file.prepare("SELECT time, event, code, answer FROM history WHERE key = ? ORDER BY number");
  found.bind(1, key);
  std::vector<LedgerChange> changes;
  int code = SQLITE_ROW;
  while ((code = found.step()) == SQLITE_ROW)
    changes.push_back({found.number(0), found.text(1), found.small_number(2), found.text(3)});
  if (code != SQLITE_DONE) return file.problem();
  return changes;
}

std::optional<Problem> Ledger::plan(const std::vector<LedgerRow>& rows, std::int64_t now) {
  const LedgerDatabase& file = database_->file;
  LedgerTransaction transaction(file);
  if (transaction.problem()) return transaction.problem();
  for (const LedgerRow& row : rows) {
    Problems problems;
    const auto changed = plan_row(file, row, now).take(problems);
    if (!changed) return problems.front();
    if (!*changed) continue;
    if (auto failed = note_event({row.key, now, event_name(MailState::planned)}, file)) return failed;
  }
  return database_->marked(transaction.commit());
}

Result<int> Ledger::recover(std::int64_t now) {
  constexpr std::string_view kLost = "the run ended before the server's answer was written down";
  const LedgerDatabase& file = database_->file;
  LedgerTransaction transaction(file);
  if (transaction.problem()) return *transaction.problem();
  LedgerStatement history = file.prepare(
      "INSERT INTO history (key, time, event, code, answer) SELECT key, ?1, 'unknown', 0, ?2 FROM message "
      "WHERE state = 'sending'");
  history.bind(1, now).bind(2, kLost);
  if (auto failed = run_statement(history, file)) return *failed;
  LedgerStatement change =
      file.prepare("UPDATE message SET state = 'unknown', changed = ?1, code = 0, answer = ?2 WHERE state = 'sending'");
  change.bind(1, now).bind(2, kLost);
  if (auto failed = run_statement(change, file)) return *failed;
  const int changed = file.changed();
  if (auto failed = database_->marked(transaction.commit())) return *failed;
  return changed;
}

std::optional<Problem> Ledger::begin(const std::string& key, std::int64_t now) {
  const LedgerDatabase& file = database_->file;
  LedgerStatement change = file.prepare(
      "UPDATE message SET before = state, state = 'sending', changed = ?2, attempts = attempts + 1, "
      "date = CASE date WHEN 0 THEN ?2 ELSE date END WHERE key = ?1 AND state IN ('planned', 'deferred')");
  change.bind(1, key).bind(2, now);
  return database_->marked(change_row(file, std::move(change), {key, now, event_name(MailState::sending)}));
}

std::optional<Problem> Ledger::settle(const std::string& key, const Receipt& receipt, std::int64_t now,
                                      std::int64_t next) {
  const LedgerDatabase& file = database_->file;
  const LedgerEvent event{key, now, event_after(receipt.outcome), receipt.code, receipt.answer};
  if (nothing_was_tried(receipt.outcome)) return database_->marked(change_row(file, taken_back(file, key, now), event));
  LedgerStatement change = file.prepare(
      "UPDATE message SET state = ?2, changed = ?3, code = ?4, answer = ?5, next = ?6 "
      "WHERE key = ?1 AND state = 'sending'");
  change.bind(1, key).bind(2, event.event).bind(3, now).bind(4, receipt.code).bind(5, receipt.answer);
  change.bind(6, receipt.outcome == Receipt::Outcome::deferred ? next : 0);
  return database_->marked(change_row(file, std::move(change), event));
}

std::optional<Problem> Ledger::resolve(const std::string& key, MailState state, const std::string& why,
                                       std::int64_t now) {
  const LedgerDatabase& file = database_->file;
  if (state != MailState::accepted && state != MailState::planned)
    return error_at({file.path()}, fmt::format("a message can't be settled as '{}'", event_name(state)));
  LedgerStatement change = file.prepare(
      "UPDATE message SET state = ?2, changed = ?3, next = 0 "
      "WHERE key = ?1 AND (state = 'unknown' OR (state = 'refused' AND ?2 = 'planned'))");
  change.bind(1, key).bind(2, event_name(state)).bind(3, now);
  return database_->marked(change_row(file, std::move(change), {key, now, event_name(state), 0, why}));
}

std::optional<Problem> Ledger::note_bounce(const std::string& key, const std::string& action, const std::string& answer,
                                           std::int64_t now) {
  const LedgerDatabase& file = database_->file;
  // A report of a delay may be read after the one that came later and says how it ended.
  LedgerStatement change = file.prepare(
      "UPDATE message SET bounce = CASE WHEN ?2 = 'delayed' AND bounce <> '' THEN bounce ELSE ?2 END, "
      "bounce_answer = CASE WHEN ?2 = 'delayed' AND bounce <> '' THEN bounce_answer ELSE ?3 END "
      "WHERE key = ?1 AND state IN ('accepted', 'unknown')");
  change.bind(1, key).bind(2, action).bind(3, answer);
  return database_->marked(change_row(file, std::move(change), {key, now, action, 0, answer}));
}

std::string message_key(const std::string& survey, int year, const std::string& purpose,
                        const std::string& organisation, const MailAddress& address) {
  constexpr std::size_t kDigits = 32;
  // Each part with its length, so that no two lists of parts are the same text.
  std::string text;
  for (const std::string& part : {survey, std::to_string(year), purpose, organisation, address.key()})
    text += fmt::format("{}:{}\n", part.size(), part);
  return sha256_hex(text).substr(0, kDigits);
}

}  // namespace mognad
