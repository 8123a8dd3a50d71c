#include "batch/plan_mail.h"

namespace mognad {

PlanResult plan_mail(const MailInputs&, const PlanOptions&, Files&) { return {}; }

Result<ProofMessage> compose_proof(const MailInputs&, const PlanOptions&, const PlannedMessage&, const MailAddress&,
                                   const Files&) {
  return ProofMessage{};
}

}  // namespace mognad
