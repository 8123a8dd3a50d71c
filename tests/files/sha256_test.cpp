#include "files/sha256.h"

#include <catch2/catch.hpp>

#include "files/memory_files.h"

using namespace mognad;

// The examples of FIPS 180-2, appendix B.
TEST_CASE("SHA-256 of the standard's examples is the standard's", "[files]") {
  CHECK(sha256_hex("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  CHECK(sha256_hex("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  CHECK(sha256_hex("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq") ==
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
  CHECK(sha256_hex(std::string(1'000'000, 'a')) == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

TEST_CASE("The hash of parts, and of a file, is that of the whole", "[files]") {
  Sha256 parts;
  CHECK(parts.hex() == sha256_hex(""));
  parts.add("ab");
  CHECK(parts.hex() == sha256_hex("ab"));
  parts.add("c");
  CHECK(parts.hex() == sha256_hex("abc"));
  const std::string long_one(2'500'000, 'x');
  const MemoryFiles files({{"long", long_one}, {"empty", ""}});
  CHECK(sha256_of_file("long", files) == sha256_hex(long_one));
  CHECK(sha256_of_file("empty", files) == sha256_hex(""));
  CHECK(sha256_of_file("missing", files).empty());
}
