// Values in descriptions, which are read aloud: a symbol would not be heard, so the reason for a missing value stands
// in words.
#pragma once

#include <string>

#include "base/measured.h"
#include "language/words.h"

namespace mognad {

/// "49,5", or "visas inte".
std::string spoken(const Words& words, const Measured& value);
/// The same for a value that was written as a number or a symbol.
std::string spoken(const Words& words, const std::string& written);

}  // namespace mognad
