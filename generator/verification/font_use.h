// Which codes of which fonts the pages show, and how: what the rules for fonts and for Unicode start from.
#pragma once

#include <cstdint>
#include <map>
#include <vector>

#include "verification/conformance.h"

namespace mognad::verification {

inline constexpr std::size_t kNoPage = static_cast<std::size_t>(-1);

/// The codes of a font that are shown somewhere.
struct FontUse {
  enum Way : std::uint8_t {
    shown = 1,
    visible = 2,   // in another rendering mode than 3, invisible
    replaced = 4,  // somewhere with an ActualText of a mark
    bare = 8,      // somewhere without one
  };
  std::vector<std::uint8_t> ways;  // of each code, 65,536 of them
  std::size_t page = kNoPage;      // the first on which it is shown
  bool is_visible = false;
};

/// By the font's object number; 0 for text without a font.
std::map<int, FontUse> font_uses(const ReadFile& file);

}  // namespace mognad::verification
