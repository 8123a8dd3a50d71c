#include "input/read_logo.h"

#include <fmt/format.h>

#include "files/sha256.h"
#include "input/named_file.h"
#include "input/png_picture.h"
#include "input/svg_picture.h"

namespace mognad {
namespace {

constexpr std::int64_t kMostBytes = 5'000'000;
constexpr double kPointsToTheInch = 72;
constexpr double kFewestToTheInch = 150;

bool is_png(std::string_view bytes) { return bytes.starts_with("\x89PNG"); }

/// Whether the first thing in the file is a tag; what stands before it may be the mark of UTF-8 and white space.
bool is_markup(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  const std::size_t first = bytes.find_first_not_of(" \t\r\n");
  return first != std::string_view::npos && bytes[first] == '<';
}

bool shows_only(Colour paper, const Raster& raster) {
  for (std::size_t i = 0; i + 2 < raster.pixels.size(); i += 3) {
    const auto channel = [&](std::size_t k) { return static_cast<std::uint8_t>(raster.pixels[i + k]); };
    if (Colour{channel(0), channel(1), channel(2)} != paper) return false;
  }
  return true;
}

void look_at(const Raster& raster, Size size, Colour paper, const std::string& path, Problems& problems) {
  const double to_the_inch = raster.columns / size.width * kPointsToTheInch;
  if (to_the_inch < kFewestToTheInch)
    problems.push_back(
        warning_at({path},
                   fmt::format("the logo has {} × {} pixels, {:.0f} to the inch: its edges will look rough",
                               raster.columns, raster.rows, to_the_inch),
                   "use an SVG, or a PNG of twice the size or more"));
  if (shows_only(paper, raster))
    problems.push_back(warning_at({path}, "nothing of the logo can be seen on the theme's 'paper'",
                                  "a logo for dark grounds is white: use the one for light grounds"));
}

}  // namespace

Result<Raster> read_logo(const std::string& path, Size box, Colour paper, const Files& files) {
  Problems problems;
  const auto bytes = read_named(path, "logo.file", kMostBytes, files, problems);
  if (!bytes) return problems;
  std::optional<Raster> raster;
  if (is_png(*bytes)) raster = read_png(*bytes, path, box, paper).take(problems);
  else if (is_markup(*bytes)) raster = read_svg(*bytes, path, box, paper).take(problems);
  else problems.push_back(error_at({path}, "the logo is neither SVG nor PNG", "export it as SVG, or as PNG"));
  if (!raster || has_errors(problems)) return problems;
  const Size size = fitted({static_cast<double>(raster->columns), static_cast<double>(raster->rows)}, box);
  look_at(*raster, size, paper, path, problems);
  raster->name = sha256_hex(fmt::format("{} {}\n{}", raster->columns, raster->rows, raster->pixels));
  return {std::move(*raster), std::move(problems)};
}

}  // namespace mognad
