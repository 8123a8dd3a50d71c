#include "input/read_logo.h"

#include <catch2/catch.hpp>

#include "files/memory_files.h"
#include "input/picture_files.h"
#include "input/reading.h"
#include "support/sample.h"

using namespace mognad;
using namespace mognad::test;

namespace {

constexpr Size kBox{160, 44};
constexpr Colour kWhite{255, 255, 255};

Result<Raster> read(const std::string& bytes, Colour paper = kWhite) {
  return read_logo("logo", kBox, paper, MemoryFiles({{"logo", bytes}}));
}

std::string svg(const std::string& inside, const std::string& attributes = "viewBox='0 0 10 10'") {
  return "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink' " + attributes + ">" +
         inside + "</svg>";
}

Problem refusal(const std::string& bytes) {
  const auto result = read(bytes);
  CHECK_FALSE(result);
  REQUIRE_FALSE(result.problems.empty());
  CHECK(result.problems[0].place.file == "logo");
  CHECK(actionable(result.problems[0]));
  return result.problems[0];
}

Colour pixel(const Raster& raster, int column, int row) {
  const auto at = 3 * static_cast<std::size_t>(row * raster.columns + column);
  const auto channel = [&](std::size_t i) { return static_cast<std::uint8_t>(raster.pixels[at + i]); };
  return {channel(0), channel(1), channel(2)};
}

const std::string kRed("\xFF\x00\x00\xFF", 4);

}  // namespace

TEST_CASE("An SVG is painted on the paper, at 600 pixels to the inch of its box", "[input]") {
  const auto logo = read(svg("<rect width='5' height='10' fill='#ff0000'/>"), Colour{1, 2, 3});
  REQUIRE(logo);
  CHECK(logo.problems.empty());
  CHECK(logo->columns == 367);  // 44 pt
  CHECK(logo->rows == 367);
  CHECK(pixel(*logo, 10, 100) == Colour{255, 0, 0});
  CHECK(pixel(*logo, 350, 100) == Colour{1, 2, 3});
}

TEST_CASE("A wide SVG is as wide as the box, and low", "[input]") {
  const auto logo = read(svg("<rect width='64' height='4'/>", "width='64mm' height='4mm'"));
  REQUIRE(logo);
  CHECK(logo->columns == 1333);
  CHECK(logo->rows == 83);
}

TEST_CASE("The same logo has the same name, another has another", "[input]") {
  const auto one = read(svg("<circle r='9'/>")), again = read(svg("<circle r='9'/>")),
             other = read(svg("<circle r='8'/>"));
  REQUIRE((one && again && other));
  CHECK(*one == *again);
  CHECK(one->name != other->name);
}

TEST_CASE("A PNG is flattened on the paper", "[input]") {
  const auto half = read(png_of(400, 100, std::string("\x00\x00\x00\x80", 4)));
  REQUIRE(half);
  CHECK(half.problems.empty());
  CHECK(half->columns == 400);
  CHECK(pixel(*half, 7, 7).red > 100);
  CHECK(pixel(*half, 7, 7).red < 200);
}

TEST_CASE("A PNG of many pixels becomes one of as many as print needs", "[input]") {
  const auto logo = read(png_of(2000, 2000, kRed));
  REQUIRE(logo);
  CHECK(logo->columns == 367);
  CHECK(logo->rows == 367);
  CHECK(pixel(*logo, 366, 366) == Colour{255, 0, 0});
}

TEST_CASE("A PNG of few pixels is used, with a warning", "[input]") {
  const auto logo = read(png_of(40, 11, kRed));
  REQUIRE(logo);
  CHECK(logo->columns == 40);
  REQUIRE(logo.problems.size() == 1);
  CHECK(logo.problems[0].severity == Severity::warning);
  CHECK(logo.problems[0].message == "the logo has 40 × 11 pixels, 18 to the inch: its edges will look rough");
}

TEST_CASE("A white logo on white paper is told with a warning", "[input]") {
  const auto logo = read(svg("<rect width='5' height='10' fill='#fff'/>"));
  REQUIRE(logo);
  CHECK(count_problems(logo.problems, "nothing of the logo can be seen") == 1);
}

TEST_CASE("A PNG that is cut off is refused wherever it is cut", "[input]") {
  const std::string whole = png_of(30, 30, kRed);
  const std::size_t data_end = whole.size() - 12 - 4;  // before the checksum of the pixels
  for (std::size_t length = 4; length < data_end; ++length) {
    INFO(length);
    CHECK(refusal(whole.substr(0, length)).message.find("not a whole PNG") != std::string::npos);
  }
}

TEST_CASE("A PNG with a wrong bit in its pixels is refused", "[input]") {
  std::string bytes = png_of(30, 30, kRed);
  bytes[bytes.size() - 24] = static_cast<char>(bytes[bytes.size() - 24] ^ 1);
  refusal(bytes);
}

TEST_CASE("A PNG whose header tells of a huge picture is refused before it is decoded", "[input]") {
  CHECK(refusal(png_of(2, 2, kRed, 100000)).message ==
        "the logo has 100000 × 100000 pixels, expected at most 25 million");
  refusal(png_of(2, 2, kRed, 0x7FFFFFFF));
}

TEST_CASE("A file that is too large is refused unread", "[input]") {
  CHECK(refusal(svg("<!--" + std::string(5'000'000, ' ') + "-->")).message ==
        "the file has 5000116 bytes, expected at most 5000000");
}

TEST_CASE("What is neither SVG nor PNG is refused", "[input]") {
  for (const std::string bytes :
       {std::string(), std::string("GIF89a"), std::string("\xFF\xD8\xFF\xE0"), std::string("hello"),
        std::string("\x1F\x8B\x08\x00zip", 7), std::string("%PDF-1.7")}) {
    INFO(bytes);
    CHECK(refusal(bytes).message == "the logo is neither SVG nor PNG");
  }
}

TEST_CASE("Markup that is not SVG, or not whole, is refused", "[input]") {
  for (const std::string& bytes : {std::string("<html><body/></html>"), std::string("<svg"), svg("<g>"),
                                   svg("<rect width='5'"), std::string("<?xml version='1.0'?>"), std::string("<")}) {
    INFO(bytes);
    CHECK(refusal(bytes).message.find("not SVG that can be painted") != std::string::npos);
  }
}

TEST_CASE("An SVG without a size, or with none to speak of, is refused", "[input]") {
  for (const char* attributes : {"", "width='50%' height='20'", "viewBox='0 0 0 10'"}) {
    INFO(attributes);
    CHECK_FALSE(read(svg("<rect width='5' height='5'/>", attributes)));
  }
  CHECK(refusal(svg("<rect width='5' height='5'/>", "")).message == "the logo has no size");
}

TEST_CASE("A logo that is not there is told with the key that names it", "[input]") {
  const auto result = read_logo("logo", kBox, kWhite, MemoryFiles());
  REQUIRE(result.problems.size() == 1);
  CHECK(result.problems[0].place.file == "logo");
  CHECK(result.problems[0].hint == "survey.toml names this file under 'logo.file'");
}

TEST_CASE("Copies of copies are painted while they are few, and refused when they are many", "[input]") {
  const auto copies = [](int levels, int times) {
    std::string all = "<defs><g id='g0'><rect width='9' height='9'/></g>";
    for (int i = 1; i <= levels; ++i) {
      all += "<g id='g" + std::to_string(i) + "'>";
      for (int k = 0; k < times; ++k) all += "<use xlink:href='#g" + std::to_string(i - 1) + "'/>";
      all += "</g>";
    }
    return svg(all + "</defs><use xlink:href='#g" + std::to_string(levels) + "'/>");
  };
  CHECK(read(copies(7, 3)));  // 2,187 squares
  CHECK(refusal(copies(30, 2)).message == "the logo holds more than 24 copies (<use>)");
}

TEST_CASE("Damaged logos are refused or painted, and nothing else happens", "[input]") {
  const std::string drawing = source_file("sample-data/logo.svg"), pixels = png_of(12, 9, kRed);
  for (const std::string& whole : {drawing, pixels})
    for (std::size_t at = 0; at < whole.size(); at += 1 + whole.size() / 60)
      for (const char wrong : {'\0', '<', '\xFF', '9'}) {
        std::string damaged = whole;
        damaged[at] = wrong;
        const auto result = read(damaged);
        CHECK(result.value.has_value() != has_errors(result.problems));
      }
}

TEST_CASE("The sample's logo is painted without a word", "[input]") {
  const auto logo = read(source_file("sample-data/logo.svg"));
  INFO(all_text(logo.problems));
  REQUIRE(logo);
  CHECK(logo.problems.empty());
}
