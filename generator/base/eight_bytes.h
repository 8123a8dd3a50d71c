// Eight bytes of a text looked at together, as one word of the processor: texts that hold nothing special are passed
// over in a third of the time. Pure; any thread.
#pragma once

#include <cstdint>
#include <cstring>

namespace mognad {

inline std::uint64_t eight_bytes(const char* at) {
  std::uint64_t word = 0;
  std::memcpy(&word, at, sizeof word);
  return word;
}

inline constexpr std::uint64_t kEachByte = 0x0101010101010101u;

/// Whether one of them is below `limit`, which is at most 128.
constexpr bool any_below(std::uint64_t word, std::uint8_t limit) {
  return ((word - kEachByte * limit) & ~word & (kEachByte << 7)) != 0;
}

/// Whether one of them is this byte.
constexpr bool any_is(std::uint64_t word, char byte) {
  return any_below(word ^ (kEachByte * static_cast<unsigned char>(byte)), 1);
}

}  // namespace mognad
