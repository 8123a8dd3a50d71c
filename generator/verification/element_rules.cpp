#include "verification/rules.h"

namespace mognad::verification {
namespace {

void check(const ReadFile&, Findings&) {}

}  // namespace

const RuleGroup kElementRules{"element", {}, check};

}  // namespace mognad::verification
