#include "verification/rules.h"

namespace mognad::verification {
namespace {

void check(const ReadFile&, Findings&) {}

}  // namespace

const RuleGroup kAnnotationRules{"annotation", {}, check};

}  // namespace mognad::verification
