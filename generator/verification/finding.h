// A rule of a standard that a program can check, and a place in a finished file where it is broken.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace mognad::verification {

struct Rule {
  std::string_view id;      // "UA1-7.3-1", "A3-6.2.11.4.1-1", "M-identity-1": never given to another rule
  std::string_view clause;  // "ISO 14289-1, 7.3; Matterhorn 13-004"
  std::string_view demand;  // what must hold: "A figure has an alternative text"
  std::string_view advice;  // what to do when it doesn't
};

struct Finding {
  const Rule* rule = nullptr;
  std::string where;  // "page 3", "object 17", "XMP"
  std::string found;  // what is there instead
};

using Findings = std::vector<Finding>;

inline std::string on_page(std::size_t index) { return "page " + std::to_string(index + 1); }
inline std::string at_object(int number) { return "object " + std::to_string(number); }

}  // namespace mognad::verification
