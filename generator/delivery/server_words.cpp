#include "delivery/server_words.h"

#include <algorithm>

namespace mognad {
namespace {

char as_small(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

}  // namespace

std::string without_address(std::string words, const MailAddress& address) {
  const std::string &wire = address.wire(), masked = address.masked();
  const auto same = [](char a, char b) { return as_small(a) == as_small(b); };
  std::size_t from = 0;
  while (true) {
    const auto at =
        std::search(words.begin() + static_cast<std::ptrdiff_t>(from), words.end(), wire.begin(), wire.end(), same);
    if (at == words.end()) return words;
    const auto place = static_cast<std::size_t>(at - words.begin());
    words.replace(place, wire.size(), masked);
    from = place + masked.size();
  }
}

}  // namespace mognad
