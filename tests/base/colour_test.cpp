#include "base/colour.h"

#include <catch2/catch.hpp>

using namespace mognad;

namespace {

double contrast_of(const char* a, const char* b) { return contrast(*parse_colour(a), *parse_colour(b)); }

}  // namespace

TEST_CASE("A colour is read from six hexadecimal digits of either case", "[base][statistics]") {
  CHECK(parse_colour("#0A1bFf") == Colour{10, 27, 255});
  CHECK(parse_colour("#000000") == Colour{});
}

TEST_CASE("Any other text is no colour", "[base][statistics]") {
  for (const char* text : {"", "#", "#fff", "123456", "#12345", "#1234567", "#12345g", "#-12345", "#12 456", "red"}) {
    INFO(text);
    CHECK_FALSE(parse_colour(text));
  }
}

TEST_CASE("Contrast has the values of the guidelines", "[base][statistics]") {
  CHECK(contrast_of("#000000", "#FFFFFF") == Approx(21).margin(1e-12));
  CHECK(contrast_of("#777777", "#777777") == 1);
  CHECK(contrast_of("#777777", "#FFFFFF") == Approx(4.478).margin(5e-4));  // the darker grey that just fails AA
  CHECK(contrast_of("#767676", "#FFFFFF") == Approx(4.542).margin(5e-4));  // the lightest grey that passes
  CHECK(contrast_of("#FF0000", "#FFFFFF") == Approx(3.998).margin(5e-4));
  CHECK(contrast_of("#0000FF", "#FFFFFF") == Approx(8.592).margin(5e-4));
  CHECK(contrast_of("#00FF00", "#000000") == Approx(15.304).margin(5e-4));
}

TEST_CASE("Contrast is the same both ways", "[base][statistics]") {
  CHECK(contrast_of("#123456", "#FEDCBA") == contrast_of("#FEDCBA", "#123456"));
}
