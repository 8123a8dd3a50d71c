#include "verification/rules.h"

namespace mognad::verification {
namespace {

void check(const ReadFile&, Findings&) {}

}  // namespace

const RuleGroup kContentRules{"content", {}, check};

}  // namespace mognad::verification
