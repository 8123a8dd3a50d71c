#include "export/eps/eps_writer.h"

#include <catch2/catch.hpp>

#include <limits>

#include "support/figures.h"
#include "support/programs.h"

using namespace mognad;
using namespace mognad::test;

namespace {

std::string eps_of(const Picture& picture, const EpsOptions& options) {
  GlyphOutlines outlines(small_survey().loaded->fonts);
  auto eps = write_eps(picture, options, outlines);
  for (const Problem& problem : eps.problems) UNSCOPED_INFO(to_text(problem));
  REQUIRE(eps);
  return std::move(*eps);
}

const EpsOptions kOptions{"Åtta (8) – mått", "Exempeldata", "2025-06-19"};

Picture two_squares() {
  Picture picture{{100, 50.5}, {}};
  picture.items.emplace_back(filled_rectangle({10, 10, 20, 20}, {255, 0, 0}));
  picture.items.emplace_back(filled_rectangle({60, 20, 20, 20}, {0, 0, 255}));
  return picture;
}

/// The colour of a pixel of a PPM file: "P6\n# …\nW H\n255\n", then three bytes each.
std::array<int, 3> pixel(const std::string& ppm, int width, int x, int y, int height) {
  const std::size_t begin = ppm.size() - static_cast<std::size_t>(3 * width * height);
  std::array<int, 3> colour{};
  for (std::size_t i = 0; i < 3; ++i)
    colour[i] = static_cast<unsigned char>(ppm[begin + static_cast<std::size_t>(3 * (y * width + x)) + i]);
  return colour;
}

}  // namespace

TEST_CASE("The head of an EPS file says title, notice, date and box, and nothing of the clock", "[eps]") {
  const std::string eps = eps_of(two_squares(), kOptions);
  CHECK(eps.starts_with("%!PS-Adobe-3.0 EPSF-3.0\n"));
  for (const char* line :
       {"\n%%Title: (\\305tta \\(8\\) - m\\345tt)\n", "\n%%CreationDate: (2025-06-19)\n", "\n%%Creator: (mognad)\n",
        "\n%%BoundingBox: 0 0 100 51\n", "\n%%HiResBoundingBox: 0 0 100.00 50.50\n", "(Exempeldata)\n"}) {
    INFO(line);
    CHECK(eps.find(line) != std::string::npos);
  }
  const std::string head = eps.substr(0, eps.find("%%EndComments"));
  for (const char c : head) CHECK((c == '\n' || (c >= ' ' && c < 0x7F)));
  CHECK(eps == eps_of(two_squares(), kOptions));
}

TEST_CASE("A title of any length and any characters makes one comment", "[eps]") {
  EpsOptions options = kOptions;
  options.title = "rad\nrad ”citat” " + std::string(600, '(') + "\u4E2D\xFF";
  const std::string eps = eps_of(two_squares(), options);
  const std::size_t at = eps.find("%%Title: (rad rad \"citat\" \\(");
  REQUIRE(at != std::string::npos);
  CHECK(eps.find('\n', at) - at < 256);
}

TEST_CASE("Ghostscript accepts the file and sees its colours in their places", "[eps]") {
  if (!is_installed("gs")) return;
  const ScratchFolder folder("eps");
  const std::string file = folder.write("a.eps", eps_of(two_squares(), kOptions));
  const std::string said = said_by("gs -q -dSAFER -dBATCH -dNOPAUSE -dEPSCrop -r72 -sDEVICE=ppmraw -sOutputFile='" +
                                   folder.path("a.ppm") + "' '" + file + "'");
  CHECK(said == "status 0\n");
  std::ifstream stream(folder.path("a.ppm"), std::ios::binary);
  const std::string ppm{std::istreambuf_iterator<char>(stream), {}};
  REQUIRE(ppm.find("100 51\n255\n") != std::string::npos);
  using Colour3 = std::array<int, 3>;
  CHECK(pixel(ppm, 100, 20, 20, 51) == Colour3{255, 0, 0});
  CHECK(pixel(ppm, 100, 70, 30, 51) == Colour3{0, 0, 255});
  CHECK(pixel(ppm, 100, 45, 25, 51) == Colour3{255, 255, 255});
}

TEST_CASE("Ghostscript accepts a whole figure without a word", "[eps]") {
  if (!is_installed("gs")) return;
  const SingleFigure single = single_figures(small_survey().report(0, "sv")).front();
  const ScratchFolder folder("eps");
  const std::string file = folder.write("a.eps", eps_of(picture_of(single.figure, "sv"), kOptions));
  CHECK(said_by("gs -q -dSAFER -dBATCH -dNOPAUSE -sDEVICE=nullpage '" + file + "'") == "status 0\n");
}

TEST_CASE("The shape of a letter stands in the file once, however often it is shown", "[eps]") {
  const TextStyle style{.font = 2, .size = 40, .leading = 40, .tracking = 0, .colour = {0, 128, 0}};
  Picture picture{{200, 100}, {}};
  for (const double y : {40.0, 80.0}) {
    GlyphRun run = small_survey().voice("sv").shaper.run("oo oo", style);
    run.origin = {10, y};
    picture.items.emplace_back(std::move(run));
  }
  const std::string eps = eps_of(picture, kOptions);
  const auto count = [&](std::string_view what) {
    int found = 0;
    for (std::size_t at = eps.find(what); at != std::string::npos; at = eps.find(what, at + 1)) ++found;
    return found;
  };
  CHECK(count("{G\n") == 1);
  CHECK(count(" g1\n") == 8);
}

TEST_CASE("No line of an EPS file is longer than its readers take", "[eps]") {
  const SingleFigure single = single_figures(small_survey().report(0, "sv")).front();
  const std::string eps = eps_of(picture_of(single.figure, "sv"), kOptions);
  for (std::size_t from = 0, to = 0; from < eps.size(); from = to + 1) {
    to = eps.find('\n', from);
    REQUIRE(to != std::string::npos);
    CHECK(to - from <= 255);
  }
}

TEST_CASE("A picture that no page can hold is refused", "[eps]") {
  GlyphOutlines outlines(small_survey().loaded->fonts);
  for (const Size size : {Size{0, 10}, Size{10, -1}, Size{std::numeric_limits<double>::quiet_NaN(), 1}, Size{1e6, 1}})
    CHECK_FALSE(write_eps({size, {}}, kOptions, outlines));
}
