// The fields of a delivery report, or of headers that were returned: lines of "Name: value" with folded ones joined, in
// blocks with empty lines between (RFC 3464, 2.1). The text is anyone's: whatever it is, what is found has bounds.
// Pure.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace mognad {

struct DeliveryField {
  std::string name;  // in small letters
  std::string value;
};

using DeliveryFields = std::vector<DeliveryField>;

/// At most kMostFields in all and kLongestField bytes of a value; lines that are no fields are left out.
inline constexpr std::size_t kMostFields = 20'000;
inline constexpr std::size_t kLongestField = 4'000;
std::vector<DeliveryFields> delivery_blocks(std::string_view text);

/// The first of that name, without blanks around it; empty: there is none.
std::string_view value_of(const DeliveryFields& fields, std::string_view name);

/// The text with ASCII's capitals made small.
std::string small_ascii(std::string_view text);

std::string_view without_blanks(std::string_view text);

}  // namespace mognad
