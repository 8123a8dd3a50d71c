#include "batch/render_gallery.h"

#include <catch2/catch.hpp>

#include "batch/gallery_state.h"
#include "files/memory_files.h"
#include "files/output_names.h"
#include "support/small_survey.h"

using namespace mognad;
using namespace mognad::test;

namespace {

const std::string kFirstId = "9001-askdala-kommun.sv";

/// In Swedish alone: a report is a tenth of a second's work.
BatchInputs small_batch() {
  static const std::vector<LanguageResources> swedish{small_survey().loaded->languages.front()};
  const BatchInputs all = small_survey().batch();
  return {all.report, all.theme, all.fonts, all.pdf, swedish, all.look_sha256};
}

/// The small survey with another period in every text, so that all reports say something else.
struct AlteredSurvey {
  Survey survey = small_survey().loaded->survey;
  AlteredSurvey() { survey.period = LocalText({{"sv", "1–2 mars 2025"}, {"en", "1–2 March 2025"}}); }
  BatchInputs batch() const {
    const BatchInputs own = small_batch();
    const ReportInputs& report = own.report;
    return {{report.model, survey, report.dataset, report.statistics, report.layout, report.logo},
            own.theme,
            own.fonts,
            own.pdf,
            own.languages,
            own.look_sha256};
  }
};

void make_reports(const BatchInputs& inputs, const std::vector<OrganisationIndex>& organisations, Files& files) {
  const EarlierRun earlier = EarlierRun::read("out", inputs.report.survey.id, inputs.report.survey.year, files);
  BatchOptions options;
  options.output = "out";
  options.organisations = organisations;
  options.earlier = &earlier;
  options.part = true;
  REQUIRE(render_batch(inputs, options, files).failed.empty());
}

GalleryResult look_through(const BatchInputs& inputs, const std::vector<OrganisationIndex>& organisations, Files& files,
                           PagesShown pages = PagesShown::first, unsigned jobs = 1, bool part = false) {
  GalleryOptions options;
  options.output = "out";
  options.jobs = jobs;
  options.organisations = organisations;
  options.pages = pages;
  options.part = part;
  return render_gallery(inputs, {}, options, files);
}

GalleryState state_in(const Files& files) {
  return GalleryState::read(*files.read("out/" + std::string(kGalleryStateName)));
}

std::string bytes_of(const Files& files, const std::string& name) {
  const auto bytes = files.read("out/" + name);
  return bytes ? *bytes : std::string();
}

}  // namespace

TEST_CASE("Each finished report has a page and a picture of at most 40 kB beside the first page", "[batch][gallery]") {
  MemoryFiles files;
  make_reports(small_batch(), {0, 1}, files);
  const GalleryResult result = look_through(small_batch(), {0, 1}, files);
  CHECK(result.problems.empty());
  CHECK(result.reports == 2);
  CHECK(result.painted == 2);
  CHECK(result.count(FileStanding::current) == 2);
  CHECK(result.changed == 0);
  CHECK(files.exists("out/index.html"));
  CHECK(files.exists("out/gallery/" + kFirstId + ".html"));
  const GalleryState state = state_in(files);
  REQUIRE(state.reports.size() == 2);
  for (const auto& [id, report] : state.reports) {
    INFO(id);
    const std::string picture = bytes_of(files, first_picture_name(id));
    CHECK(picture.starts_with("\x89PNG\r\n"));
    CHECK(picture.size() <= 40'000);
    CHECK(report.columns == kFirstPageColumns);
    CHECK(report.rows == 424);
  }
  CHECK(files.list("out/gallery/pages/" + kFirstId).empty());
}

TEST_CASE("Reports that say the same are not painted again, and the gallery stays as it is", "[batch][gallery]") {
  MemoryFiles files;
  make_reports(small_batch(), {0}, files);
  look_through(small_batch(), {0}, files);
  const std::string state = bytes_of(files, std::string(kGalleryStateName));
  files.write_whole("out/" + first_picture_name(kFirstId), "its own");
  const GalleryResult again = look_through(small_batch(), {0}, files);
  CHECK(again.painted == 0);
  CHECK(bytes_of(files, first_picture_name(kFirstId)) == "its own");
  CHECK(bytes_of(files, std::string(kGalleryStateName)) == state);
  files.remove("out/" + first_picture_name(kFirstId));
  CHECK(look_through(small_batch(), {0}, files).painted == 1);
}

TEST_CASE("With all pages, a changed page stands beside what it was until the next run", "[batch][gallery]") {
  const AlteredSurvey altered;
  MemoryFiles files;
  make_reports(small_batch(), {0}, files);
  look_through(small_batch(), {0}, files, PagesShown::all);
  const std::size_t pages = state_in(files).find(kFirstId)->pages.size();
  CHECK(pages > 5);
  CHECK(files.list("out/gallery/pages/" + kFirstId).size() == pages);
  std::vector<std::string> was;
  for (std::size_t i = 1; i <= pages; ++i) was.push_back(bytes_of(files, page_picture_name(kFirstId, i)));

  make_reports(altered.batch(), {0}, files);
  CHECK(look_through(altered.batch(), {0}, files, PagesShown::all).changed == 1);
  const ShownReport shown = *state_in(files).find(kFirstId);
  std::size_t changed = 0;
  for (std::size_t i = 0; i < shown.pages.size(); ++i) {
    if (shown.pages[i] != PageChange::changed) continue;
    ++changed;
    const std::string now = bytes_of(files, page_picture_name(kFirstId, i + 1));
    CHECK(now != was[i]);
    CHECK(bytes_of(files, page_picture_name(kFirstId, i + 1, PageShown::before)) == was[i]);
    CHECK(bytes_of(files, page_picture_name(kFirstId, i + 1, PageShown::difference)).starts_with("\x89PNG"));
  }
  CHECK(changed > 0);
  CHECK(changed < pages);

  const GalleryResult same_run = look_through(altered.batch(), {0}, files, PagesShown::all);
  CHECK(same_run.changed == 1);
  CHECK(same_run.painted == 0);
  // Another run, in which only another organisation's report is new.
  make_reports(small_batch(), {1}, files);
  look_through(altered.batch(), {0}, files, PagesShown::all);
  CHECK(state_in(files).find(kFirstId)->before.empty());
  CHECK(files.list("out/gallery/pages/" + kFirstId).size() == pages);
}

TEST_CASE("A file made of other data, and one that was never made, are told and not made", "[batch][gallery]") {
  const AlteredSurvey altered;
  MemoryFiles files;
  make_reports(small_batch(), {0}, files);
  look_through(small_batch(), {0}, files);
  const std::string picture = bytes_of(files, first_picture_name(kFirstId));
  const GalleryResult result = look_through(altered.batch(), {0, 1}, files);
  CHECK(result.count(FileStanding::outdated) == 1);
  CHECK(result.count(FileStanding::missing) == 1);
  CHECK(result.warned == 2);
  CHECK(result.painted == 0);
  CHECK(bytes_of(files, first_picture_name(kFirstId)) == picture);
  CHECK(files.list("out/reports").size() == 1);
  CHECK(state_in(files).find(kFirstId)->content ==
        EarlierRun::read("out", small_survey().loaded->survey.id, small_survey().loaded->survey.year, files)
            .find("reports/" + kFirstId + ".pdf")
            ->content_sha256);
}

TEST_CASE("A file that was made smaller says the same as one that was not", "[batch][gallery]") {
  MemoryFiles files;
  BatchInputs compact = small_batch();
  compact.compact = true;
  make_reports(compact, {0}, files);
  CHECK(look_through(small_batch(), {0}, files).count(FileStanding::current) == 1);
}

TEST_CASE("Where nothing is finished there is no gallery", "[batch][gallery]") {
  MemoryFiles files;
  const GalleryResult result = look_through(small_batch(), {0}, files);
  REQUIRE(has_errors(result.problems));
  CHECK(result.problems.front().message == "there is no finished report to show");
  CHECK(files.list("out").empty());
  CHECK(files.list("out/gallery").empty());
}

TEST_CASE("What a gallery no longer shows goes, and nothing that is not its own", "[batch][gallery]") {
  MemoryFiles files;
  make_reports(small_batch(), {0, 1}, files);
  look_through(small_batch(), {0, 1}, files);
  files.write_whole("out/gallery/notes.txt", "mine");
  files.write_whole("out/gallery/pictures/mine.png", "mine");
  const auto has_first = [&] {
    return files.exists("out/gallery/" + kFirstId + ".html") && files.exists("out/" + first_picture_name(kFirstId));
  };
  look_through(small_batch(), {1}, files, PagesShown::first, 1, true);
  CHECK(has_first());
  look_through(small_batch(), {1}, files);
  CHECK_FALSE(files.exists("out/gallery/" + kFirstId + ".html"));
  CHECK_FALSE(files.exists("out/" + first_picture_name(kFirstId)));
  CHECK(files.exists("out/reports/" + kFirstId + ".pdf"));
  CHECK(files.exists("out/gallery/notes.txt"));
  CHECK(files.exists("out/gallery/pictures/mine.png"));
}

TEST_CASE("A gallery is the same on one thread and on two", "[batch][gallery]") {
  MemoryFiles files;
  make_reports(small_batch(), {0, 1}, files);
  MemoryFiles others;
  make_reports(small_batch(), {0, 1}, others);
  look_through(small_batch(), {0, 1}, files);
  look_through(small_batch(), {1, 0}, others, PagesShown::first, 2);
  for (const char* folder : {"out", "out/gallery", "out/gallery/data", "out/gallery/pictures"}) {
    CHECK(files.list(folder) == others.list(folder));
    for (const std::string& name : files.list(folder)) {
      INFO(folder << "/" << name);
      if (!name.starts_with("manifest"))
        CHECK(*files.read(join_path(folder, name)) == *others.read(join_path(folder, name)));
    }
  }
}

TEST_CASE("On a full disk a gallery says so and forgets nothing that it knew", "[batch][gallery]") {
  MemoryFiles files;
  make_reports(small_batch(), {0}, files);
  files.refuse("out/" + first_picture_name(kFirstId));
  const GalleryResult result = look_through(small_batch(), {0}, files);
  CHECK(result.disk_failed);
  CHECK(has_errors(result.problems));
  CHECK_FALSE(files.exists("out/index.html"));
  CHECK_FALSE(files.exists("out/" + std::string(kGalleryStateName)));
}
