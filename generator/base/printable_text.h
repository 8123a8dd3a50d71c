// Text that came out of a file, made fit for a terminal: whoever wrote the file must not be able to move the cursor or
// hide a line.
#pragma once

#include <string>
#include <string_view>

namespace mognad {

/// Control characters (also U+0080 to U+009F) become blanks, what isn't UTF-8 becomes U+FFFD.
std::string printable(std::string_view text);

}  // namespace mognad
