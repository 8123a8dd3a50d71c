// The characters that one glyph, or a few together, stand for in a run's text. Pure.
#pragma once

#include <cstddef>
#include <string_view>

namespace mognad::pdf {

/// The first character, and whether it is the only one.
struct Cluster {
  char32_t first = 0;
  bool single = true;
  std::string_view text;
};

/// Of valid UTF-8 from one byte to another.
inline Cluster cluster_at(std::string_view text, std::size_t from, std::size_t to) {
  Cluster cluster;
  cluster.text = text.substr(from, to - from);
  if (cluster.text.size() == 1) {  // most are
    cluster.first = static_cast<unsigned char>(cluster.text[0]);
    return cluster;
  }
  int count = 0;
  for (const char c : cluster.text) {
    const auto byte = static_cast<unsigned char>(c);
    if ((byte & 0xC0) != 0x80) {
      if (++count > 1) break;
      cluster.first = byte < 0x80 ? byte : byte >= 0xF0 ? byte & 0x07u : byte >= 0xE0 ? byte & 0x0Fu : byte & 0x1Fu;
    } else {
      cluster.first = cluster.first << 6 | (byte & 0x3Fu);
    }
  }
  cluster.single = count == 1;
  return cluster;
}

}  // namespace mognad::pdf
