// An opaque sRGB colour, and the contrast between two of them as WCAG 2.1 defines it (success criterion 1.4.3).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace mognad {

struct Colour {
  std::uint8_t red = 0;
  std::uint8_t green = 0;
  std::uint8_t blue = 0;

  friend bool operator==(const Colour&, const Colour&) = default;
};

/// From "#RRGGBB"; nothing for any other text.
std::optional<Colour> parse_colour(std::string_view text);

/// A channel without its gamma, 0 to 1 (IEC 61966-2-1).
double linear_channel(std::uint8_t channel);

/// Contrast ratio, 1 to 21.
double contrast(Colour a, Colour b);

}  // namespace mognad
