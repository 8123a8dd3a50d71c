#include "verification/rules.h"

namespace mognad::verification {
namespace {

void check(const ReadFile&, Findings&) {}

}  // namespace

const RuleGroup kMetadataRules{"metadata", {}, check};

}  // namespace mognad::verification
