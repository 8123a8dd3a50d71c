// Who gets a correction: those who have got an earlier edition of what is corrected, told by the ledger and by nothing
// else. Pure.
#pragma once

#include <vector>

#include "base/problem.h"
#include "dataset/survey.h"
#include "delivery/ledger.h"

namespace mognad {

struct EarlierReceivers {
  std::vector<LedgerRow> rows;     // for each recipient the last edition before the survey's that was accepted
  std::vector<LedgerRow> unknown;  // who may have got one: they must be settled first
  int missed = 0;                  // recipients of whom no server has accepted any: nothing to correct
};

/// Of the organisations that the correction names, or all. `rows` are all of the ledger, of any purpose.
EarlierReceivers find_earlier_receivers(const Survey& survey, const std::vector<LedgerRow>& rows);

}  // namespace mognad
