#include "verification/rules.h"

namespace mognad::verification {
namespace {

void check(const ReadFile&, Findings&) {}

}  // namespace

const RuleGroup kAttachmentRules{"attachment", {}, check};

}  // namespace mognad::verification
