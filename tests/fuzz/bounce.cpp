#include "delivery/bounce.h"

#include "fuzz/targets.h"

void mognad::fuzz::read_bounce(std::string_view bytes) { read_delivery_reports(std::string(bytes)); }
