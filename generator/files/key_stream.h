// KeyStream: bytes that nobody can tell from random ones who doesn't know a secret, and the same for the same secret
// and context, by libsodium. It is for copies that must come out the same each time although their format wants random
// numbers. Each stream belongs to one thread.
//
// Such a stream makes a copy no weaker than its password is. Someone who guesses passwords could check a guess against
// the first numbers, which the file shows, but has to compute Argon2id (RFC 9106) for each with kMemory bytes: more
// work than the file's own check of a password is, which everybody can use. And another context, the hash of another
// report, gives another stream, so that no two files share a number.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace mognad {

class KeyStream {
 public:
  static constexpr std::size_t kMemory = 8 << 20;

  /// Takes about ten milliseconds. Nothing when there isn't the memory.
  static std::optional<KeyStream> of(std::string_view secret, std::string_view context);

  void fill(std::span<unsigned char> bytes);

 private:
  static constexpr std::size_t kBlock = 64;

  KeyStream() = default;

  std::array<unsigned char, 32> key_{};
  std::array<unsigned char, kBlock> block_{};
  std::uint64_t next_block_ = 0;
  std::size_t used_ = kBlock;  // bytes of block_
};

}  // namespace mognad
