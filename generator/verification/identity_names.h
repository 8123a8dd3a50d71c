// Names of other organisations where the words are marked as their names: structure elements with the attribute
// "organisation" of the owner UserProperties (ISO 32000-1, 14.7.5.4), whose value is the organisation's code.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "verification/hidden_marks.h"
#include "verification/survey_names.h"

namespace mognad::verification {

struct NamedElement {
  int element = -1;  // of the tag tree
  std::string code;
  std::string text;                          // as the pages show it
  std::vector<std::pair<int, int>> content;  // page and MCID
};

/// In reading order.
std::vector<NamedElement> named_elements(const ReadFile& file);

/// Whether the text is the formal or the short name of the organisation of that code.
bool is_name_of(const Manifest& manifest, std::string_view code, std::string_view text);

}  // namespace mognad::verification
