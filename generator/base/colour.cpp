#include "base/colour.h"

#include <algorithm>
#include <cmath>

namespace mognad {
namespace {

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

double luminance(Colour c) {
  return 0.2126 * linear_channel(c.red) + 0.7152 * linear_channel(c.green) + 0.0722 * linear_channel(c.blue);
}

}  // namespace

std::optional<Colour> parse_colour(std::string_view text) {
  if (text.size() != 7 || text[0] != '#') return std::nullopt;
  int digits[6];
  for (int i = 0; i < 6; ++i) {
    digits[i] = hex_digit(text[i + 1]);
    if (digits[i] < 0) return std::nullopt;
  }
  const auto channel = [&](int i) { return static_cast<std::uint8_t>(16 * digits[i] + digits[i + 1]); };
  return Colour{channel(0), channel(2), channel(4)};
}

double linear_channel(std::uint8_t channel) {
  const double c = channel / 255.0;
  return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
}

double contrast(Colour a, Colour b) {
  const double one = luminance(a);
  const double other = luminance(b);
  return (std::max(one, other) + 0.05) / (std::min(one, other) + 0.05);
}

}  // namespace mognad
