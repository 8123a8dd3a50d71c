// A copy of a report that opens with a password: AES-256 (ISO 32000-2, 7.6.4, revision 6), by libqpdf. The report
// itself stays as it is: PDF/A allows no encryption. Threads may call it at the same time.
#pragma once

#include <string>

#include "base/result.h"

namespace mognad {

/// The same report and password give the same bytes: what must be unpredictable comes from a stream of random numbers
/// that only who has the password can follow. Printing, copying and reading aloud stay allowed. A password has
/// 127 bytes at most, and another key opens nothing more than it does. The metadata are encrypted too; they stay
/// what they were but for the claim to be PDF/A, which would be untrue. `place` is named in problems; the password
/// never.
Result<std::string> encrypted_copy(const std::string& pdf, const std::string& password, const Place& place);

}  // namespace mognad
