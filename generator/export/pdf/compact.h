// A finished document made smaller with libqpdf: objects go into compressed object streams (ISO 32000-1, 7.5.7). What
// is seen, read aloud and promised stays the same.
#pragma once

#include <string>

#include "base/result.h"

namespace mognad {

/// Takes some milliseconds a page. What libqpdf complains of is an error.
Result<std::string> compact_pdf(const std::string& bytes);

}  // namespace mognad
