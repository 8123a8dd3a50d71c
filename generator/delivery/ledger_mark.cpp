#include "delivery/ledger_mark.h"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <sstream>

#include "files/disk_files.h"
#include "files/sha256.h"

namespace mognad {
namespace {

constexpr std::size_t kPrintDigits = 16;

std::optional<LedgerMark> read_change(LedgerStatement statement) {
  if (statement.step() != SQLITE_ROW) return std::nullopt;
  LedgerMark mark{statement.number(0), statement.number(1), {}};
  const std::string text = fmt::format("{} {} {} {}", mark.number, mark.time, statement.text(2), statement.text(3));
  mark.print = sha256_hex(text).substr(0, kPrintDigits);
  return mark;
}

std::string time_in_words(std::int64_t seconds) {
  return fmt::format("{:%Y-%m-%d %H:%M} UTC", fmt::gmtime(static_cast<std::time_t>(seconds)));
}

}  // namespace

std::string LedgerMark::line() const { return fmt::format("{} {} {}", number, time, print); }

std::optional<LedgerMark> LedgerMark::of(const std::string& line) {
  LedgerMark mark;
  std::istringstream words(line);
  words >> mark.number >> mark.time >> mark.print;
  return words && mark.number > 0 ? std::optional(mark) : std::nullopt;
}

std::string mark_path(const std::string& ledger_path) {
  const std::size_t dot = ledger_path.rfind('.'), slash = ledger_path.rfind('/');
  const bool has_extension = dot != std::string::npos && (slash == std::string::npos || dot > slash + 1);
  return ledger_path.substr(0, has_extension ? dot : ledger_path.size()) + ".begun";
}

std::optional<LedgerMark> last_change(const LedgerDatabase& ledger) {
  return read_change(ledger.prepare("SELECT number, time, key, event FROM history ORDER BY number DESC LIMIT 1"));
}

std::optional<LedgerMark> change_of(const LedgerDatabase& ledger, std::int64_t number) {
  LedgerStatement statement = ledger.prepare("SELECT number, time, key, event FROM history WHERE number = ?");
  statement.bind(1, number);
  return read_change(std::move(statement));
}

std::optional<Problem> refuse_old_copy(const LedgerDatabase& ledger, const LedgerMark& mark) {
  const auto found = change_of(ledger, mark.number);
  if (found && found->print == mark.print) return std::nullopt;
  const auto last = last_change(ledger);
  const std::string until = last ? fmt::format("it ends on {}", time_in_words(last->time)) : "it is empty";
  const std::string what =
      found ? "this is another ledger than the one that was kept here" : "this is an old copy of the ledger: " + until;
  return error_at(
      {ledger.path()},
      fmt::format("{}, and messages were seen to until {}; what it lacks would be sent a second time", what,
                  time_in_words(mark.time)),
      fmt::format("put the newest ledger back, with what lies beside it (ledger.sqlite-wal). Where there is no newer "
                  "one: whoever got a message since gets it again; if that may be, remove {}",
                  mark_path(ledger.path())));
}

std::optional<Problem> refuse_lost_ledger(const std::string& ledger_path) {
  const std::string mark = mark_path(ledger_path);
  const DiskFiles files;
  if (files.exists(ledger_path) || !files.exists(mark)) return std::nullopt;
  return error_at(
      {ledger_path}, "the ledger of what was sent is gone",
      "put it back from a copy, or everybody gets everything again; where really nothing was sent, remove " + mark);
}

}  // namespace mognad
