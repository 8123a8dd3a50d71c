#include "verification/rules.h"

namespace mognad::verification {
namespace {

void check(const ReadFile&, Findings&) {}

}  // namespace

const RuleGroup kSyntaxRules{"syntax", {}, check};

}  // namespace mognad::verification
