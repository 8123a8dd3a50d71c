// Unicode normal form C, so that a name that arrives decomposed is the same name.
#pragma once

#include <string>
#include <string_view>

namespace mognad {

/// UTF-8 in, UTF-8 in NFC out. Text that is NFC already (nearly all) is returned as it is.
std::string normalised(std::string_view utf8);

/// What is left of a text when case, normal form and the number and kind of blanks don't count (NFKC with case folded,
/// Unicode Standard Annex 15 and section 3.13): equal for texts that people take for the same.
std::string comparable(std::string_view utf8);

}  // namespace mognad
