// OutgoingMessage: a planned message as it is read for sending. It can be had only of what is still as it was planned:
// the same message, to the same recipient, about the same report of the recipient's organisation. Pure but for what it
// reads; threads may call it at the same time.
#pragma once

#include <mutex>
#include <set>
#include <string>

#include "base/result.h"
#include "delivery/mail_plan.h"
#include "delivery/mailer.h"
#include "delivery/proven_report.h"
#include "files/files.h"

namespace mognad {

struct OutgoingMessage {
  Envelope envelope;
  std::string message;  // without its date
};

/// What reports tell of themselves, read once for each content: the same bytes say the same of whoever gets them. Any
/// thread may call it.
class ProvenReports {
 public:
  /// Of bytes whose hash is the claim's.
  Problems prove(const std::string& bytes, const ReportClaim& claim);

 private:
  std::mutex mutex_;
  std::set<std::string> proven_;  // claims
};

/// Where a plan's files lie, and where its messages go.
struct OutgoingWay {
  std::string output;        // folder of the reports
  std::string plan_folder;   // of the messages
  bool leaves_here = false;  // to a server; a simulated survey's then only to reserved addresses
};

/// Each deviation is an error: bytes that are others than planned, a link in place of a file, a report of someone else,
/// an address that the survey must not write to. Addresses are masked in them.
Result<OutgoingMessage> read_outgoing(const MailPlan& plan, const PlannedMessage& planned, const OutgoingWay& way,
                                      const Files& files, ProvenReports& proven);

}  // namespace mognad
