// Ledger: what has become of each message, kept so that nothing is sent twice whatever happens: a SQLite database in
// WAL mode whose every commit is on the disk before it returns (synchronous=FULL). It is the one file that is opened by
// a path: SQLite knows nothing else. One process writes at a time, others may read. Threads call it one at a time.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "delivery/mailer.h"

namespace mognad {

enum class MailState {
  planned,   // nothing has been tried
  sending,   // an attempt has begun; after a crash such a row becomes unknown
  accepted,  // never sent again
  deferred,  // tried again later
  refused,   // not tried again by itself
  unknown    // accepted or not: a person must find out; never sent again by itself
};
inline constexpr std::array<std::string_view, 6> kMailStateNames{"planned",  "sending", "accepted",
                                                                 "deferred", "refused", "unknown"};

/// A message: to one recipient, for one purpose.
struct LedgerRow {
  std::string key;      // 32 hexadecimal digits, of survey, year, purpose, organisation and address
  std::string purpose;  // "report", "erratum-2"
  std::string organisation;
  std::string language;
  std::string address;  // wire form
  int edition = 0;
  std::string file;            // the report, relative to the output folder
  std::string report_sha256;   // of that
  std::string message_sha256;  // of the message without its date
  MailState state = MailState::planned;
  int attempts = 0;
  int code = 0;  // the server's last answer
  std::string answer;
  std::int64_t date = 0;     // of the message, seconds since 1970: set by the first attempt, kept by later ones
  std::int64_t changed = 0;  // when the state was set
  std::int64_t next = 0;     // not before then; of deferred ones
  std::string bounce;        // "failed", "delayed", "delivered"; empty: nothing was heard
  std::string bounce_answer;
};

/// A line of a row's history.
struct LedgerChange {
  std::int64_t time = 0;  // seconds since 1970
  std::string event;      // the state that it got; "hindered" or "forbidden"; the action of a delivery report
  int code = 0;
  std::string answer;  // the server's, or why a person settled it
};

class Ledger {
 public:
  /// Makes the file when it is missing. Of one that is damaged, of another version, gone, or an old copy of what was
  /// there (ledger_mark.h), a problem. The mark lies beside it as `ledger.begun`.
  static Result<Ledger> open(const std::string& path);
  Ledger(Ledger&&) noexcept;
  Ledger& operator=(Ledger&&) noexcept;
  ~Ledger();

  /// All rows of a purpose, "" being all, by organisation, then key.
  Result<std::vector<LedgerRow>> rows(const std::string& purpose = {}) const;
  Result<std::optional<LedgerRow>> row(const std::string& key) const;

  /// All changes of a row, the first first.
  Result<std::vector<LedgerChange>> history(const std::string& key) const;

  /// New rows become planned. Those that are planned, deferred or refused with another report or message get the new
  /// ones, and are planned again; others, and accepted, sending and unknown ones, stay as they are. All or nothing.
  std::optional<Problem> plan(const std::vector<LedgerRow>& rows, std::int64_t now);

  /// Those that a run left in `sending` when it ended: their outcome is unknown. Returns how many. Only the process
  /// that may write calls it.
  Result<int> recover(std::int64_t now);

  /// planned or deferred → sending, on the disk when it returns. Anything else is a problem, and must not be sent.
  std::optional<Problem> begin(const std::string& key, std::int64_t now);

  /// sending → what the receipt says. `next`: when a deferred one may be tried again. Hindered and forbidden attempts
  /// leave the row as it was before begin(), with a line in its history.
  std::optional<Problem> settle(const std::string& key, const Receipt& receipt, std::int64_t now, std::int64_t next);

  /// unknown → accepted, or planned so that it is sent again; refused → planned. `why` is kept with the row's history.
  std::optional<Problem> resolve(const std::string& key, MailState state, const std::string& why, std::int64_t now);

  /// What a delivery report says of an accepted message, or of an unknown one: that one has arrived at a server. Of
  /// several reports the last counts; but one of a delay only where there is no other.
  std::optional<Problem> note_bounce(const std::string& key, const std::string& action, const std::string& answer,
                                     std::int64_t now);

 private:
  struct Database;
  explicit Ledger(std::unique_ptr<Database> database);
  std::unique_ptr<Database> database_;
};

/// Which message it is: the first 32 digits of a SHA-256.
std::string message_key(const std::string& survey, int year, const std::string& purpose,
                        const std::string& organisation, const MailAddress& address);

}  // namespace mognad
