#include "verification/rules.h"

namespace mognad::verification {
namespace {

void check(const ReadFile&, Findings&) {}

}  // namespace

const RuleGroup kTreeRules{"tree", {}, check};

}  // namespace mognad::verification
