// Likeness of names: what a person would read as the same name although its bytes differ.
#pragma once

#include <string>
#include <string_view>

namespace mognad {

/// A key that is equal for names that differ only in case, normal form, width, blanks of any kind, hyphens, and signs
/// that are not seen (soft hyphens, marks of direction). UTF-8 in and out; after NFKC_Casefold of Unicode (The Unicode
/// Standard, section 3.13, D146).
std::string likeness_key(std::string_view utf8);

}  // namespace mognad
