#include "batch/render_figures.h"

#include <catch2/catch.hpp>

#include "files/output_names.h"
#include "files/sha256.h"
#include "report/single_figures.h"
#include "support/small_survey.h"

using namespace mognad;
using namespace mognad::test;

namespace {

BatchOptions options_of(unsigned jobs, std::vector<OrganisationIndex> organisations) {
  BatchOptions options;
  options.output = "out";
  options.jobs = jobs;
  options.figures = true;
  options.organisations = std::move(organisations);
  return options;
}

std::size_t count_of(const BatchResult& result, FileKind kind) {
  return static_cast<std::size_t>(std::count_if(result.entries.begin(), result.entries.end(),
                                                [&](const ManifestEntry& entry) { return entry.kind == kind; }));
}

}  // namespace

TEST_CASE("Each figure is three files, named by its number and section", "[batch]") {
  const Voice& voice = small_survey().voice("sv");
  GlyphOutlines outlines(small_survey().loaded->fonts);
  const auto files =
      render_figures(small_survey().batch(), 0, voice.words, small_survey().voice("sv").shaper, outlines);
  REQUIRE(files);
  CHECK(files.problems.empty());
  CHECK(files->size() == 3 * single_figures(small_survey().report(0, "sv")).size());
  CHECK((*files)[0].file == "figures/9001-askdala-kommun.sv/01-summary.svg");
  CHECK((*files)[1].file == "figures/9001-askdala-kommun.sv/01-summary.png");
  CHECK((*files)[2].file == "figures/9001-askdala-kommun.sv/01-summary.txt");
  CHECK((*files)[0].bytes.find("<desc>Exempeldata: simulerade svar\n") != std::string::npos);
  CHECK((*files)[1].bytes.starts_with("\x89PNG\r\n"));
  CHECK((*files)[2].bytes.starts_with("Exempeldata: simulerade svar\n"));
}

TEST_CASE("Figures are the same on one thread and on four, and stand behind their report", "[batch]") {
  MemoryFiles one, four;
  const BatchResult a = render_batch(small_survey().batch(), options_of(1, {0}), one);
  const BatchResult b = render_batch(small_survey().batch(), options_of(4, {0}), four);
  REQUIRE(a.entries.size() == b.entries.size());
  REQUIRE(count_of(a, FileKind::report) == 2);
  CHECK(count_of(a, FileKind::figure) >= 2 * 3 * 8);
  CHECK(a.entries.front().kind == FileKind::report);
  CHECK(a.entries[1].kind == FileKind::figure);
  for (std::size_t i = 0; i < a.entries.size(); ++i) {
    INFO(a.entries[i].file);
    CHECK(a.entries[i].file == b.entries[i].file);
    CHECK(a.entries[i].sha256 == b.entries[i].sha256);
    CHECK(sha256_hex(*four.read("out/" + b.entries[i].file)) == a.entries[i].sha256);
    CHECK(a.entries[i].bytes == one.read("out/" + a.entries[i].file)->size());
  }
}

TEST_CASE("A figure that can't be written is told, and what was written stays in the manifest", "[batch]") {
  MemoryFiles files;
  files.refuse("out/figures/9001-askdala-kommun.sv/02-measurement.png");
  const BatchResult result = render_batch(small_survey().batch(), options_of(1, {0}), files);
  CHECK(result.disk_failed);
  CHECK(result.failed == std::vector<std::string>{"9001"});
  CHECK(count_of(result, FileKind::report) == 2);
  for (const ManifestEntry& entry : result.entries) CHECK(files.exists("out/" + entry.file));
  CHECK_FALSE(files.exists("out/figures/9001-askdala-kommun.sv/03-matrix.svg"));
  CHECK(files.exists("out/figures/9001-askdala-kommun.en/03-matrix.svg"));
}

TEST_CASE("Without the wish no figure is made", "[batch]") {
  MemoryFiles files;
  BatchOptions options = options_of(1, {0});
  options.figures = false;
  CHECK(count_of(render_batch(small_survey().batch(), options, files), FileKind::figure) == 0);
}
