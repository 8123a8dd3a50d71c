// Layers that a viewer can switch (ISO 32000-1, 8.11.4), as ISO 19005-3, 6.9 and ISO 14289-1, 7.10 limit them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "verification/document.h"

namespace mognad::verification {

struct OptionalContentFault {
  std::string_view rule;  // "A3-6.9-1"
  std::string found;
};

std::vector<OptionalContentFault> faults_of_optional_content(const Document& document);

}  // namespace mognad::verification
