#include "files/key_stream.h"

#include <sodium.h>

#include <algorithm>

namespace mognad {
namespace {

constexpr unsigned long long kPasses = 2;

std::array<unsigned char, crypto_pwhash_SALTBYTES> salt_of(std::string_view context) {
  std::array<unsigned char, crypto_pwhash_SALTBYTES> salt{};
  crypto_generichash(salt.data(), salt.size(), reinterpret_cast<const unsigned char*>(context.data()), context.size(),
                     nullptr, 0);
  return salt;
}

}  // namespace

std::optional<KeyStream> KeyStream::of(std::string_view secret, std::string_view context) {
  if (sodium_init() < 0) return std::nullopt;  // the fastest code for this processor; any thread may ask again
  KeyStream made;
  const auto salt = salt_of(context);
  if (crypto_pwhash(made.key_.data(), made.key_.size(), secret.data(), secret.size(), salt.data(), kPasses, kMemory,
                    crypto_pwhash_ALG_ARGON2ID13) != 0)
    return std::nullopt;
  return made;
}

void KeyStream::fill(std::span<unsigned char> bytes) {
  static_assert(crypto_stream_chacha20_KEYBYTES == std::tuple_size_v<decltype(key_)>);
  static constexpr unsigned char kNonce[crypto_stream_chacha20_NONCEBYTES] = {};  // a key has one stream
  while (!bytes.empty()) {
    if (used_ == kBlock) {
      block_.fill(0);
      crypto_stream_chacha20_xor_ic(block_.data(), block_.data(), kBlock, kNonce, next_block_++, key_.data());
      used_ = 0;
    }
    const std::size_t count = std::min(bytes.size(), kBlock - used_);
    std::copy_n(block_.begin() + static_cast<std::ptrdiff_t>(used_), count, bytes.begin());
    used_ += count;
    bytes = bytes.subspan(count);
  }
}

}  // namespace mognad
