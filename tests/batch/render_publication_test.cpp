#include "batch/render_publication.h"

#include <catch2/catch.hpp>

#include <cctype>
#include <cstdio>
#include <nlohmann/json.hpp>

#include "batch/verify_files.h"
#include "files/sha256.h"
#include "support/small_publication.h"

using namespace mognad;
using namespace mognad::test;
using nlohmann::json;

namespace {

struct Published {
  MemoryFiles files;
  BatchResult result;
};

std::unique_ptr<Published> published(PublicationOptions options) {
  auto made = std::make_unique<Published>();
  options.output = "out";
  made->result = render_publication(small_publication().inputs(), composed_publication(), options, made->files);
  for (const Problem& problem : made->result.problems) UNSCOPED_INFO(to_text(problem));
  return made;
}

PublicationOptions with(FormatSet formats, std::vector<std::string> only = {}) {
  PublicationOptions options;
  options.formats = formats;
  options.only = std::move(only);
  return options;
}

std::vector<std::string> names_of(const BatchResult& result) {
  std::vector<std::string> names;
  for (const ManifestEntry& entry : result.entries) names.push_back(entry.file);
  return names;
}

/// The first and last number that a figure's size is written with.
std::pair<double, double> svg_size(const std::string& svg) {
  double width = 0, height = 0;
  REQUIRE(std::sscanf(svg.c_str() + svg.find("viewBox"), "viewBox=\"0 0 %lf %lf", &width, &height) == 2);
  return {width, height};
}

}  // namespace

TEST_CASE("The publication is the same on one thread, and the second time on four", "[batch][publication]") {
  for (PublicationOptions options : {with(quick_formats()), with({}, {"narrow"})}) {
    const auto one = published(options);
    options.jobs = 4;
    const auto four = published(options);
    REQUIRE(one->result.failed.empty());
    REQUIRE_FALSE(one->result.entries.empty());
    CHECK(names_of(one->result) == names_of(four->result));
    for (const ManifestEntry& entry : one->result.entries) {
      INFO(entry.file);
      const std::string bytes = *one->files.read("out/" + entry.file);
      CHECK(bytes == *four->files.read("out/" + entry.file));
      CHECK(entry.bytes == bytes.size());
      CHECK(entry.sha256 == sha256_hex(bytes));
    }
  }
}

TEST_CASE("Each figure has its seven files in each language under names that stay", "[batch][publication]") {
  const auto made = published(with({}, {"narrow"}));
  std::vector<std::string> wanted;
  for (const char* tag : kLanguages)
    for (const char* ending : {"svg", "png", "screen.png", "eps", "pdf", "csv", "txt"})
      wanted.push_back(std::string("figures/narrow.") + tag + "." + ending);
  wanted.emplace_back("figures.json");  // the run isn't said to be of a part
  std::vector<std::string> names = names_of(made->result);
  std::sort(wanted.begin(), wanted.end());
  std::sort(names.begin(), names.end());
  CHECK(names == wanted);
}

TEST_CASE("The finished folder of figures verifies with nothing found", "[batch][publication]") {
  auto made = published(with(quick_formats()));
  REQUIRE_FALSE(made->files.write_whole("out/figures/manifest.json", publication_manifest(made->result)));
  const VerifyResult verified = verify_files({{"out", VerifyTarget::Kind::folder}}, 1, made->files);
  CHECK(verified.problems.empty());
  CHECK(verified.checked == made->result.entries.size());
  for (const VerifiedFile& file : verified.files)
    for (const verification::Finding& finding : file.findings)
      FAIL_CHECK(file.path << ": " << finding.rule->id << ", " << finding.where << ": " << finding.found);
}

TEST_CASE("After a whole run and one of a part the folder verifies with nothing found, and figures.json is as it was",
          "[batch][publication]") {
  using enum PublicationFormat;
  auto made = published(with(only_formats({svg, csv, txt, xlsx})));
  MemoryFiles& files = made->files;
  REQUIRE_FALSE(files.write_whole("out/figures/manifest.json", publication_manifest(made->result)));
  const std::string index = *files.read("out/figures.json");
  REQUIRE_FALSE(files.write_whole("out/figures/slide.sv.csv", "somebody else's"));

  PublicationOptions options = with(only_formats({svg, pdf}), {"narrow"});
  options.output = "out";
  options.part = true;
  options.measure = AskedMeasure{{.slide = true}};
  BatchResult part = render_publication(small_publication().inputs(), composed_publication(), options, files);
  CHECK(part.entries.size() == 4);
  // Of all files two were written again, and one isn't what it was.
  CHECK(part.kept.size() == made->result.entries.size() - 3);
  CHECK(*files.read("out/figures.json") == index);
  part.entries.insert(part.entries.end(), part.kept.begin(), part.kept.end());
  REQUIRE_FALSE(files.write_whole("out/figures/manifest.json", publication_manifest(part)));
  const VerifyResult verified = verify_files({{"out", VerifyTarget::Kind::folder}}, 1, files);
  CHECK(verified.checked == part.entries.size());
  for (const VerifiedFile& file : verified.files) {
    INFO(file.path);
    CHECK(file.findings.empty());
  }
}

TEST_CASE("A part made in an empty folder has no figures.json and keeps nothing", "[batch][publication]") {
  PublicationOptions options = with(only_formats({PublicationFormat::csv}), {"narrow"});
  options.part = true;
  const auto made = published(options);
  CHECK(made->result.entries.size() == std::size(kLanguages));
  CHECK(made->result.kept.empty());
  CHECK_FALSE(made->files.exists("out/figures.json"));
}

TEST_CASE("What changed is a file of the run as any other, and figures.json doesn't publish it",
          "[batch][publication]") {
  PublicationOptions options = with(only_formats({PublicationFormat::csv}));
  options.changes.resize(std::size(kLanguages));
  options.changes.front().changes = {{"result", "a", "Del A", "median", "43.2", "45.1", "1.9"}};
  const auto made = published(options);
  const std::vector<std::string> names = names_of(made->result);
  CHECK(std::count(names.begin(), names.end(), "figures/changes.sv.csv") == 1);
  CHECK(made->files.read("out/figures/changes.sv.csv")->find("result,a,Del A,median,43.2,45.1,1.9,changed\n") !=
        std::string::npos);
  CHECK(made->files.read("out/figures.json")->find("changes.") == std::string::npos);
  CHECK(made->files.read("out/figures/manifest.journal")->find("changes.sv.csv") != std::string::npos);
}

TEST_CASE("A figure is as wide as it is told, and a slide as large as a slide", "[batch][publication]") {
  using enum PublicationFormat;
  const FormatSet svg_only = only_formats({svg});
  const auto width_of = [&](const char* name, std::optional<FigureMeasure> measure) {
    PublicationOptions options = with(svg_only, {name});
    if (measure) options.measure = AskedMeasure{*measure, true};
    return svg_size(*published(options)->files.read("out/" + national_figure_name(name, "sv", "svg")));
  };
  CHECK(width_of("narrow", std::nullopt).first == Approx(kOneColumn + 2 * kFigureRoom));
  CHECK(width_of("narrow", FigureMeasure{.width = kTwoColumns}).first == Approx(kTwoColumns + 2 * kFigureRoom));
  CHECK(width_of("slide", std::nullopt) == std::pair{kSlide.width, kSlide.height});
  CHECK(width_of("narrow", FigureMeasure{.slide = true}) == std::pair{kSlide.width, kSlide.height});
}

TEST_CASE("A figure that can't be so narrow fails by its name and says how wide it must be, and the others are made",
          "[batch][publication]") {
  PublicationOptions options = with(only_formats({PublicationFormat::svg, PublicationFormat::csv}));
  options.measure = AskedMeasure{{.width = 100}, true};
  const auto made = published(options);
  REQUIRE_FALSE(made->result.failed.empty());
  CHECK(made->result.failed.front().ends_with(".sv"));
  const auto is_told = [](const Problem& p) {
    return p.hint.starts_with("it needs at least ") && p.hint.ends_with(" mm") &&
           p.place.file.find('/') == p.place.file.npos;
  };
  CHECK(std::all_of(made->result.problems.begin(), made->result.problems.end(), is_told));
  CHECK(made->files.exists("out/figures/narrow.sv.csv"));
  CHECK_FALSE(made->files.exists("out/figures/narrow.sv.svg"));
}

TEST_CASE("A size with a name is widened to what a figure needs, with a note", "[batch][publication]") {
  PublicationOptions options = with(only_formats({PublicationFormat::svg}), {"narrow"});
  options.measure = AskedMeasure{{.width = 100}};
  const auto made = published(options);
  CHECK(made->result.failed.empty());
  CHECK(svg_size(*made->files.read("out/figures/narrow.sv.svg")).first > 100 + 2 * kFigureRoom);
  REQUIRE(made->result.problems.size() == std::size(kLanguages));
  CHECK(made->result.problems.front().severity == Severity::note);
  CHECK(made->result.problems.front().place.file == "narrow.sv");
}

TEST_CASE("Every number that a figure prints stands in its CSV file", "[batch][publication]") {
  using enum PublicationFormat;
  const auto made = published(with(only_formats({csv, svg})));
  for (const NationalFigure& figure : composed_publication().front()) {
    INFO(figure.name);
    const std::string svg_text = *made->files.read("out/" + national_figure_name(figure.name, "sv", "svg"));
    const std::string table = *made->files.read("out/" + national_figure_name(figure.name, "sv", "csv"));
    std::size_t numbers = 0;
    // A decimal comma between digits: ticks of axes and years have none.
    for (std::size_t i = 1; i + 1 < svg_text.size(); ++i) {
      if (svg_text[i] != ',' || !std::isdigit(static_cast<unsigned char>(svg_text[i - 1])) ||
          !std::isdigit(static_cast<unsigned char>(svg_text[i + 1])))
        continue;
      std::size_t from = i, to = i + 1;
      while (from > 0 && std::isdigit(static_cast<unsigned char>(svg_text[from - 1]))) --from;
      while (to < svg_text.size() && std::isdigit(static_cast<unsigned char>(svg_text[to]))) ++to;
      const std::string number = svg_text.substr(from, i - from) + "." + svg_text.substr(i + 1, to - i - 1);
      INFO(number);
      CHECK(table.find(number) != std::string::npos);
      ++numbers;
    }
    CHECK(numbers >= figure.data.rows.size());
  }
}

TEST_CASE("figures.json has every figure with its words, numbers and files in every language", "[batch][publication]") {
  const auto made = published(with(quick_formats()));
  const json all = json::parse(*made->files.read("out/figures.json"));
  CHECK(all["year"] == small_survey().loaded->survey.year);
  for (std::size_t i = 0; i < composed_publication().size(); ++i) {
    const json& language = all["languages"][kLanguages[i]];
    REQUIRE(language["figures"].size() == composed_publication()[i].size());
    for (std::size_t k = 0; k < composed_publication()[i].size(); ++k) {
      const NationalFigure& figure = composed_publication()[i][k];
      const json& told = language["figures"][k];
      CHECK(told["name"] == figure.name);
      CHECK(told["title"] == figure.figure.title);
      CHECK(told["description"] == figure.figure.description);
      CHECK(told["rows"].size() == figure.data.rows.size());
      CHECK(told["rows"][0]["cells"].size() == told["columns"].size());
      REQUIRE(told["files"].size() == 5);
      for (const json& file : told["files"]) {
        const std::string bytes = *made->files.read("out/" + file["file"].get<std::string>());
        CHECK(file["bytes"] == bytes.size());
        CHECK(file["sha256"] == sha256_hex(bytes));
      }
    }
  }
}

TEST_CASE("A name that no figure has gets the nearest that there is", "[batch][publication]") {
  Problems problems;
  const auto& figures = composed_publication().front();
  FigureTemplate layout = small_publication().figures;
  CHECK(choose_figures(figures, layout, {"narrow"}, problems).size() == 1);
  CHECK(choose_figures(figures, layout, {"result"}, problems).size() == figures.size() - 2);
  CHECK(choose_figures(figures, layout, {}, problems).size() == figures.size());
  CHECK(problems.empty());
  CHECK(choose_figures(figures, layout, {"narow"}, problems).empty());
  REQUIRE(problems.size() == 1);
  CHECK(problems.front().hint.find("'narrow'") != std::string::npos);
  layout.figures.push_back({.kind = FigureKind::change, .name = "change"});
  CHECK(choose_figures(figures, layout, {"change"}, problems).empty());
  REQUIRE(problems.size() == 2);
  CHECK(problems.back().message == "the figure 'change' has nothing to show for this survey");
}

TEST_CASE("After a stop there is no figures.json, and what is there is whole", "[batch][publication]") {
  const std::atomic<bool> stop = true;
  PublicationOptions options = with(quick_formats());
  options.stop = &stop;
  const auto made = published(options);
  CHECK(made->result.stopped);
  CHECK(made->result.entries.empty());
  CHECK_FALSE(made->files.exists("out/figures.json"));
}
