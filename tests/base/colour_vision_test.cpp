#include "base/colour_vision.h"

#include <catch2/catch.hpp>

using namespace mognad;

namespace {

Colour colour(const char* hex) { return *parse_colour(hex); }

double seen_difference(const char* one, const char* other, Sight sight) {
  return difference(as_seen(colour(one), sight), as_seen(colour(other), sight));
}

}  // namespace

TEST_CASE("Colours look to each sight as the specification of the pages tabulates them", "[base]") {
  struct Row {
    const char* usual;
    const char* protanopia;
    const char* deuteranopia;
    const char* tritanopia;
    const char* grey;
  };
  const Row rows[] = {
      {"#17222B", "#1E222B", "#1C202B", "#102425", "#212121"},  // ink
      {"#005B66", "#515767", "#454E66", "#00605E", "#525252"},  // accent
      {"#9A4A12", "#615506", "#746710", "#AA3840", "#606060"},  // copper
  };
  for (const Row& row : rows) {
    INFO(row.usual);
    CHECK(as_seen(colour(row.usual), Sight::usual) == colour(row.usual));
    CHECK(as_seen(colour(row.usual), Sight::protanopia) == colour(row.protanopia));
    CHECK(as_seen(colour(row.usual), Sight::deuteranopia) == colour(row.deuteranopia));
    CHECK(as_seen(colour(row.usual), Sight::tritanopia) == colour(row.tritanopia));
    CHECK(as_seen(colour(row.usual), Sight::grey) == colour(row.grey));
  }
  CHECK(as_seen(colour("#7C878E"), Sight::grey) == colour("#858585"));  // dot
  CHECK(as_seen(colour("#848F96"), Sight::grey) == colour("#8D8D8D"));  // mark
}

TEST_CASE("Black, white and greys look alike to every sight", "[base]") {
  for (const Sight sight : kSights)
    for (const char* grey : {"#000000", "#808080", "#FFFFFF"}) CHECK(as_seen(colour(grey), sight) == colour(grey));
}

TEST_CASE("Differences are those that the specification of the pages names", "[base]") {
  CHECK(seen_difference("#005B66", "#9A4A12", Sight::protanopia) == Approx(52).margin(0.5));
  CHECK(seen_difference("#005B66", "#9A4A12", Sight::deuteranopia) == Approx(62).margin(0.5));
  CHECK(seen_difference("#005B66", "#9A4A12", Sight::tritanopia) == Approx(76).margin(0.5));
  CHECK(seen_difference("#005B66", "#9A4A12", Sight::grey) == Approx(6).margin(0.5));
}

TEST_CASE("CIELAB has the published values of the primaries of sRGB", "[base]") {
  const auto check = [](const char* hex, double lightness, double a, double b) {
    INFO(hex);
    const Lab found = lab(colour(hex));
    CHECK(found.lightness == Approx(lightness).margin(0.01));
    CHECK(found.a == Approx(a).margin(0.01));
    CHECK(found.b == Approx(b).margin(0.01));
  };
  check("#FFFFFF", 100, 0, 0);
  check("#000000", 0, 0, 0);
  check("#FF0000", 53.24, 80.09, 67.20);
  check("#00FF00", 87.73, -86.18, 83.18);
  check("#0000FF", 32.30, 79.19, -107.86);
}

TEST_CASE("The lightness of the ramps is that of the specification of the pages", "[base]") {
  const char* heat[] = {"#F1F7F7", "#D6E8E8", "#ABCFD1", "#74AEB2", "#2C7780", "#06474F"};
  const double heat_lightness[] = {97, 91, 81, 67, 46, 27};
  const char* answers[] = {"#FBEBD9", "#F4D3AB", "#E2AE72", "#62A0A4"};
  const double answers_lightness[] = {94, 86, 75, 62};
  for (int i = 0; i < 6; ++i) CHECK(lab(colour(heat[i])).lightness == Approx(heat_lightness[i]).margin(0.5));
  for (int i = 0; i < 4; ++i) CHECK(lab(colour(answers[i])).lightness == Approx(answers_lightness[i]).margin(0.5));
}
