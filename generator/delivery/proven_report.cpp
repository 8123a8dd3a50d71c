#include "delivery/proven_report.h"

namespace mognad {

Problems prove_report(const std::string&, const ReportClaim&, const verification::Expected&) { return {}; }

Problems prove_again(const std::string&, const ReportClaim&) { return {}; }

}  // namespace mognad
