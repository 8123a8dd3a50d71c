// A message to one recipient, from its report to its bytes: the words, the attachments and, where passwords are set,
// the encrypted copy. Plans and proofs compose in this one way. Pure; threads may call it at the same time, each with
// its own Words.
#pragma once

#include <string>

#include "batch/plan_mail.h"
#include "language/words.h"
#include "report/message_content.h"

namespace mognad {

struct MailPiece {
  const MailInputs& inputs;
  const Organisation& organisation;
  const Recipient& recipient;
  MailAddress to;           // the recipient's own, but for a proof
  std::string key;          // of the message
  std::string purpose;      // which template
  std::string report_path;  // its last part is the attachment's name
  ProofMark proof = {};
};

/// As compose_message makes it. A subject that doesn't pass the gate, a missing password and a message that is larger
/// than the survey allows are problems that name the organisation.
Result<std::string> compose_mail(const MailPiece& piece, std::string report, const Words& words);

}  // namespace mognad
