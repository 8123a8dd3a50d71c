// LedgerMark: how far a ledger had come, kept in a file beside it so that an old copy of the ledger that was put back
// is known for what it is. Each change of the ledger has a number, none is ever taken out: a ledger that lacks the
// change of its mark is a copy from before it, or another one. The change is on the disk before the mark is written;
// whatever ends a run in between, the mark lags behind and accuses nobody. Without a mark, or with one that was cut,
// nothing is known and nothing refused.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "base/result.h"
#include "delivery/ledger_database.h"

namespace mognad {

struct LedgerMark {
  std::int64_t number = 0;  // of the change, from 1
  std::int64_t time = 0;    // when it was made, seconds since 1970
  std::string print;        // of what it says, so that another ledger's change of this number is not taken for it

  std::string line() const;
  static std::optional<LedgerMark> of(const std::string& line);
};

/// `ledger.begun` beside `ledger.sqlite`.
std::string mark_path(const std::string& ledger_path);

/// The last change of the ledger, or that of a number; nothing: there is none.
std::optional<LedgerMark> last_change(const LedgerDatabase& ledger);
std::optional<LedgerMark> change_of(const LedgerDatabase& ledger, std::int64_t number);

/// Why a ledger can't be the one whose mark this is.
std::optional<Problem> refuse_old_copy(const LedgerDatabase& ledger, const LedgerMark& mark);

/// Why no ledger may be made where none is: there was one.
std::optional<Problem> refuse_lost_ledger(const std::string& ledger_path);

}  // namespace mognad
