// A message of the plan again, to one address and marked as a proof: what a user looks at before sending. Pure but for
// reading the report.
#pragma once

#include <string>

#include "batch/plan_mail.h"

namespace mognad {

struct ProofMessage {
  std::string organisation;
  std::string key;      // another than the planned message's: what comes back of a proof is about no recipient
  std::string message;  // as compose_message makes it
};

/// The report must be the planned one, byte for byte. `output` is the folder of the reports.
Result<ProofMessage> compose_proof(const MailInputs& inputs, const std::string& output, const MailPlan& plan,
                                   const PlannedMessage& planned, const MailAddress& to, const Files& files);

}  // namespace mognad
