#include "export/csv/printed_value.h"

#include <fmt/format.h>

#include "base/rounding.h"

namespace mognad {

std::string printed(double value) { return fmt::format("{:.1f}", round_half_away(value, 1)); }

std::string printed(const Measured& value) { return value ? printed(value.number()) : std::string(); }

std::string whole(int value, int missing) { return value == missing ? std::string() : std::to_string(value); }

const char* state_of(const Measured& value) {
  if (value) return "known";
  switch (value.reason()) {
    case Missing::no_answer: return "no answer";
    case Missing::not_applicable: return "not applicable";
    case Missing::withheld: break;
  }
  return "withheld";
}

}  // namespace mognad
