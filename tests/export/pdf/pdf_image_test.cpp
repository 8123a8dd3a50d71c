#include "export/pdf/pdf_image.h"

#include <unistd.h>
#include <catch2/catch.hpp>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "input/reading.h"
#include "support/small_survey.h"

using namespace mognad;
using namespace mognad::test;

namespace {

/// Pixels of so many different colours.
std::shared_ptr<const Raster> colourful(int colours = 200) {
  Raster raster{40, 11, {}, "c010urfu1c010urfu1"};
  for (int i = 0; i < 40 * 11; ++i) {
    const int colour = i % colours;
    raster.pixels += {static_cast<char>(colour), static_cast<char>(255 - colour % 7), static_cast<char>(colour >> 8)};
  }
  return std::make_shared<const Raster>(std::move(raster));
}

Report report_with(std::shared_ptr<const Raster> logo) {
  Report report = small_survey().report(0, "sv");
  report.cover.logo = std::move(logo);
  report.cover.logo_description = "Logotyp: ett prov";
  return report;
}

Pages pages_of(const Report& report) { return *lay_out(report, small_survey().style("sv")); }

std::size_t count(const std::string& text, const std::string& part) {
  std::size_t found = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++found;
  return found;
}

}  // namespace

TEST_CASE("The logo stands in the corner of its box, as a figure with its description", "[layout]") {
  const Pages pages = pages_of(report_with(colourful()));
  const Image* image = nullptr;
  int element = TagBegin::kArtifact;
  for (const Item& item : pages.pages[0].picture.items) {
    if (const auto* tag = std::get_if<TagBegin>(&item); tag && !image) element = tag->element;
    if (const auto* found = std::get_if<Image>(&item)) image = found;
  }
  REQUIRE(image);
  CHECK(image->box.x == Approx(63.64));
  CHECK(image->box.y == Approx(49.5));
  CHECK(image->box.width == Approx(160));
  CHECK(image->box.height == Approx(44));
  const Element& figure = pages.elements.at(static_cast<std::size_t>(element));
  CHECK(figure.role == Role::figure);
  CHECK(figure.alternative == "Logotyp: ett prov");
  CHECK(figure.box == image->box);
}

TEST_CASE("The pixels come out of the file as they went in, with a palette and without", "[pdf]") {
  if (std::system("command -v pdfimages > /dev/null 2>&1") != 0) return;
  const int colours = GENERATE(1, 256, 257, 400);
  const auto logo = colourful(colours);
  const Report report = report_with(logo);
  const auto resources = make_pdf_resources(small_survey().loaded->fonts, logo.get());
  REQUIRE(resources);
  const auto bytes = write_pdf(report, pages_of(report), *resources);
  INFO(all_text(bytes.problems));
  REQUIRE(bytes);
  CHECK(count(*bytes, "/Subtype /Image") == 1);
  CHECK(count(*bytes, "/Indexed") == (colours <= 256 ? 1 : 0));

  const std::filesystem::path folder =
      std::filesystem::temp_directory_path() / ("mognad-image-" + std::to_string(getpid()));
  std::filesystem::create_directories(folder);
  std::ofstream(folder / "a.pdf", std::ios::binary) << *bytes;
  CHECK(std::system(("cd " + folder.string() + " && pdfimages a.pdf a && qpdf --check a.pdf > /dev/null").c_str()) ==
        0);
  std::ifstream file(folder / "a-000.ppm", std::ios::binary);
  const std::string found(std::istreambuf_iterator<char>(file), {});
  std::filesystem::remove_all(folder);
  CHECK(found == "P6\n40 11\n255\n" + logo->pixels);
}

TEST_CASE("A logo that was prepared but is not shown stays out of the file", "[pdf]") {
  const auto logo = colourful();
  const Report report = small_survey().report(0, "sv");
  const auto bytes = write_pdf(report, pages_of(report), *make_pdf_resources(small_survey().loaded->fonts, logo.get()));
  REQUIRE(bytes);
  CHECK(count(*bytes, "/Subtype /Image") == 0);
}

TEST_CASE("An image that was not prepared, or has no description, gives no file", "[pdf]") {
  Report report = report_with(colourful());
  CHECK(count_problems(write_pdf(report, pages_of(report), small_survey().pdf).problems, "not prepared") == 1);
  report.cover.logo_description.clear();
  const auto resources = make_pdf_resources(small_survey().loaded->fonts, report.cover.logo.get());
  CHECK(count_problems(write_pdf(report, pages_of(report), *resources).problems, "has no description") == 1);
}

TEST_CASE("Flat shapes at the full size of the box cost little", "[pdf]") {
  Raster flat{1333, 367, std::string(std::size_t{1333} * 367 * 3, '\x80'), "f1at"};
  const pdf::PdfImage image(flat);  // which the file refers to until it is finished
  pdf::PdfFile with;
  image.write(with);
  with.add_page(10, 10, with.reserve(), 0, pdf::deflate(""));
  const auto bytes = with.finish();
  REQUIRE(bytes);
  CHECK(bytes->size() < 6000);
}
