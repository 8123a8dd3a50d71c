// Text as it may stand in a page of HTML, whatever bytes a hostile file brought. A pure function.
#pragma once

#include <string>
#include <string_view>

namespace mognad {

/// Escaped (HTML Standard, 13.3). Bytes that are no UTF-8, control characters and what is no character are U+FFFD;
/// marks of direction are written out, ⟨U+202E⟩, so that they can't turn other text round.
std::string html_text(std::string_view text);

}  // namespace mognad
