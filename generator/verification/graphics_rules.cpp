#include "verification/rules.h"

namespace mognad::verification {
namespace {

void check(const ReadFile&, Findings&) {}

}  // namespace

const RuleGroup kGraphicsRules{"graphics", {}, check};

}  // namespace mognad::verification
