// How long a text in the head of a message may be. Values only; any thread.
#pragma once

#include <cstddef>

#include "language/header_text.h"

namespace mognad {

/// Characters that the gate lets through, at most.
constexpr std::size_t longest_header_text(HeaderUse use) {
  switch (use) {
    case HeaderUse::name: return 200;
    case HeaderUse::subject: return 250;
    case HeaderUse::file_name: break;
  }
  return 120;  // of two bytes each still less than file systems take for a name, 255
}

}  // namespace mognad
