#include "files/sha256.h"

#include <openssl/evp.h>

#include <algorithm>
#include <stdexcept>

namespace mognad {
namespace {

[[noreturn]] void refuse() { throw std::runtime_error("the system's libcrypto has no SHA-256"); }

std::string hex_of(const unsigned char* digest, unsigned length) {
  constexpr char kDigits[] = "0123456789abcdef";
  std::string text;
  text.reserve(2 * std::size_t{length});
  for (unsigned i = 0; i < length; ++i) {
    text += kDigits[digest[i] >> 4];
    text += kDigits[digest[i] & 15];
  }
  return text;
}

}  // namespace

std::string sha256_hex(std::string_view bytes) {
  unsigned char digest[EVP_MAX_MD_SIZE];
  unsigned length = 0;
  if (EVP_Digest(bytes.data(), bytes.size(), digest, &length, EVP_sha256(), nullptr) != 1) refuse();
  return hex_of(digest, length);
}

void Sha256::Free::operator()(void* context) const { EVP_MD_CTX_free(static_cast<EVP_MD_CTX*>(context)); }

Sha256::Sha256() : context_(EVP_MD_CTX_new()) {
  auto* const context = static_cast<EVP_MD_CTX*>(context_.get());
  if (!context || EVP_DigestInit_ex(context, EVP_sha256(), nullptr) != 1) refuse();
}

void Sha256::add(std::string_view bytes) {
  if (EVP_DigestUpdate(static_cast<EVP_MD_CTX*>(context_.get()), bytes.data(), bytes.size()) != 1) refuse();
}

std::string Sha256::hex() const {
  // What is finished takes no more: a copy is.
  const Sha256 copy;
  auto* const context = static_cast<EVP_MD_CTX*>(copy.context_.get());
  unsigned char digest[EVP_MAX_MD_SIZE];
  unsigned length = 0;
  if (EVP_MD_CTX_copy_ex(context, static_cast<const EVP_MD_CTX*>(context_.get())) != 1 ||
      EVP_DigestFinal_ex(context, digest, &length) != 1)
    refuse();
  return hex_of(digest, length);
}

std::string sha256_of_file(const std::string& path, const Files& files) {
  const auto file = files.open(path);
  if (!file) return {};
  Sha256 hash;
  std::string part;
  for (std::uint64_t place = 0, size = (*file)->size(); place < size; place += part.size()) {
    constexpr std::uint64_t kPart = 1 << 20;
    part.resize(static_cast<std::size_t>(std::min(kPart, size - place)));
    const auto got = (*file)->read_at(place, part);
    if (!got || *got != part.size()) return {};
    hash.add(part);
  }
  return hash.hex();
}

}  // namespace mognad
