#include "files/key_stream.h"

#include <catch2/catch.hpp>
#include <set>
#include <string>

using namespace mognad;

namespace {

std::string numbers(KeyStream& stream, std::size_t count) {
  std::string bytes(count, '\0');
  stream.fill({reinterpret_cast<unsigned char*>(bytes.data()), bytes.size()});
  return bytes;
}

std::string numbers(const char* secret, const char* context, std::size_t count) {
  auto stream = KeyStream::of(secret, context);
  REQUIRE(stream);
  return numbers(*stream, count);
}

}  // namespace

TEST_CASE("The same secret and context give the same stream, another of either another", "[files]") {
  const std::string once = numbers("secret", "report", 100);
  CHECK(numbers("secret", "report", 100) == once);
  CHECK(numbers("Secret", "report", 100) != once);
  CHECK(numbers("secret", "other", 100) != once);
}

TEST_CASE("A stream is the same in whatever pieces it is taken", "[files]") {
  const std::string whole = numbers("secret", "report", 300);
  auto stream = KeyStream::of("secret", "report");
  REQUIRE(stream);
  std::string pieces;
  for (const std::size_t size : {0U, 1U, 63U, 64U, 65U, 16U, 91U}) pieces += numbers(*stream, size);
  CHECK(pieces == whole);
}

TEST_CASE("A stream doesn't come back to where it was", "[files]") {
  const std::string all = numbers("secret", "report", 64 * 200);
  std::set<std::string> blocks;
  for (std::size_t at = 0; at < all.size(); at += 64) blocks.insert(all.substr(at, 64));
  CHECK(blocks.size() == 200);
}
