#include "verification/rules.h"

namespace mognad::verification {
namespace {

void check(const ReadFile&, Findings&) {}

}  // namespace

const RuleGroup kFontRules{"font", {}, check};

}  // namespace mognad::verification
