// What is odd about a mailing without being wrong: a user reads it before confirming the plan. Warnings and notes;
// names and addresses of people are never repeated, rows and organisations are. Pure.
#pragma once

#include "batch/counted_rows.h"
#include "batch/mail_assignment.h"

namespace mognad {

/// Reports that nobody gets, recipients without an address, the same address for several organisations, the same name
/// twice for one.
void find_odd_recipients(const MailInputs& inputs, RowsTold told, Problems& problems);

/// What the ledger knows of these messages: those that were accepted are not sent again, even if their report has
/// changed since.
void find_sent_before(const std::vector<MailAssignment>& messages, const std::vector<LedgerRow>& rows, RowsTold told,
                      Problems& problems);

}  // namespace mognad
