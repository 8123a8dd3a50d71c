#include "delivery/server_words.h"

#include <catch2/catch.hpp>

using mognad::server_words;

TEST_CASE("What a server says is shown without what moves a terminal or turns a text", "[mail]") {
  CHECK(server_words("2.0.0 Ok: köad") == "2.0.0 Ok: köad");
  CHECK(server_words("  a\r\n\tb\x1b[31m \x7f c  ") == "a b [31m c");
  CHECK(server_words("a\u202eb\u2028c\u0085d") == "a b c d");
  CHECK(server_words("a\xff\xc3") == "a");
  CHECK(server_words(std::string_view("a\0b", 3)) == "a b");
  CHECK(server_words("").empty());
}

TEST_CASE("What a server says is cut between characters", "[mail]") {
  CHECK(server_words(std::string(300, 'x')) == std::string(300, 'x'));
  CHECK(server_words(std::string(301, 'x')) == std::string(297, 'x') + "…");
  std::string many;
  for (int i = 0; i < 200; ++i) many += "å";
  CHECK(server_words(many).size() == 299);
  CHECK(server_words(many).ends_with("å…"));
}
