// What the messages of a Maildir say of those that were sent: delivery reports are read, matched to the rows of the
// ledger, and the one that tells most of each row is kept. Nothing in the folder is changed, and nothing outside of it
// read.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "base/problem.h"
#include "delivery/ledger.h"
#include "files/files.h"

namespace mognad {

struct NotedBounce {
  std::string action;  // "failed"
  std::string answer;  // "5.1.1 no such user"
};

struct CollectedBounces {
  int messages = 0;                           // in the folder
  int reports = 0;                            // on a recipient each
  int matched = 0;                            // of these
  std::map<std::string, NotedBounce> by_key;  // what is to be noted: more than the rows say already
  Problems problems;  // warnings: what wasn't read, and reports that fit no row, with the reason; never an address
};

struct BounceLimits {
  std::size_t messages = 100'000;
  std::uint64_t bytes = 64 << 20;  // of one message
};

/// `maildir` has the folders new and cur (maildir(5)); of a folder that has neither an error. The same folder and rows
/// give the same result, and once it is noted an empty `by_key`.
CollectedBounces collect_bounces(const std::string& maildir, const std::vector<LedgerRow>& rows, const Files& files,
                                 const BounceLimits& limits = {});

}  // namespace mognad
