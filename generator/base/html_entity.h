// What stands for a character that means something in HTML. Any thread may call it.
#pragma once

namespace mognad {

/// In text and in attributes with quotes of either kind; null for every other character.
inline const char* html_entity(char32_t c) {
  switch (c) {
    case '&': return "&amp;";
    case '<': return "&lt;";
    case '>': return "&gt;";
    case '"': return "&quot;";
    case '\'': return "&#39;";
    default: return nullptr;
  }
}

}  // namespace mognad
