#include "verification/rules.h"

namespace mognad::verification {
namespace {

void check(const ReadFile&, Findings&) {}

}  // namespace

const RuleGroup kCatalogRules{"catalog", {}, check};

}  // namespace mognad::verification
