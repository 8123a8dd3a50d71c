#include "export/csv/printed_value.h"

#include <fmt/format.h>

#include "base/rounding.h"

namespace mognad {

std::string printed(double value) {
  const long long tenths = round_to_units(value, 1);
  const fmt::format_int digits(tenths < 0 ? -tenths : tenths);
  std::string text = tenths < 0 ? "-" : "";
  if (digits.size() == 1) text += '0';
  text.append(digits.data(), digits.size());
  text.insert(text.size() - 1, 1, '.');
  return text;
}

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
