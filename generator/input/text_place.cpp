#include "input/text_place.h"

#include <algorithm>

namespace mognad {

Place place_after(const std::string& file, int line, std::string_view text) {
  std::size_t start = 0;
  for (std::size_t at = 0; at < text.size(); ++at)
    if (ends_line(text, at)) ++line, start = at + 1;
  const auto characters = std::count_if(text.begin() + static_cast<std::ptrdiff_t>(start), text.end(),
                                        [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; });
  return {file, line, 1 + static_cast<int>(characters)};
}

}  // namespace mognad
