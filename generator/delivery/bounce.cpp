#include "delivery/bounce.h"

namespace mognad {

std::vector<DeliveryReport> read_delivery_reports(const std::string&) { return {}; }

}  // namespace mognad
