// A batch at scale: a survey on the disk (scaled_survey writes one of any size) is read, its statistics are computed,
// and reports are rendered, evenly over all organisations, into Files that discard what is written. Prints a row of a
// table: processor time, which is what grows, and peak memory.
//   mognad_scale SURVEY TEMPLATES [REPORTS [JOBS]]      all reports by default, in Swedish
#include <fmt/format.h>
#include <sys/resource.h>

#include <algorithm>
#include <chrono>

#include "batch/phase_times.h"
#include "commands/load.h"
#include "files/disk_files.h"

namespace {

using namespace mognad;

double peak_megabytes() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<double>(usage.ru_maxrss) / 1024;
}

/// Reads from the disk and keeps nothing.
class DiscardingFiles final : public Files {
 public:
  Result<std::string> read(const std::string& path) const override { return disk_.read(path); }
  Result<std::unique_ptr<FileReader>> open(const std::string& path) const override { return disk_.open(path); }
  bool exists(const std::string& path) const override { return disk_.exists(path); }
  std::string real_path(const std::string& path) const override { return disk_.real_path(path); }
  std::optional<Problem> write_whole(const std::string&, std::string_view) override { return std::nullopt; }
  std::optional<Problem> write_below(const std::string&, const std::string&, std::string_view) override {
    return std::nullopt;
  }
  std::optional<Problem> remove(const std::string&) override { return std::nullopt; }
  void remove_leftovers(const std::string&, const std::vector<std::string>&) override {}
  Result<std::unique_ptr<LineWriter>> write_lines(const std::string&, std::string_view) override {
    return std::unique_ptr<LineWriter>(std::make_unique<Nowhere>());
  }
  std::vector<std::string> list(const std::string& folder) const override { return disk_.list(folder); }

 private:
  class Nowhere final : public LineWriter {
   public:
    std::optional<Problem> write_line(std::string_view) override { return std::nullopt; }
  };

  DiskFiles disk_;
};

std::vector<OrganisationIndex> evenly(std::size_t organisations, std::size_t wanted) {
  std::vector<OrganisationIndex> chosen;
  for (std::size_t i = 0; i < wanted; ++i) chosen.push_back(static_cast<int>(i * organisations / wanted));
  return chosen;
}

/// Seconds of processor time, of all threads.
class Stopwatch {
 public:
  double next() {
    const std::int64_t now = processor_time(TimeOf::program);
    return static_cast<double>(now - std::exchange(last_, now)) / 1e9;
  }

 private:
  std::int64_t last_ = processor_time(TimeOf::program);
};

int run(const CommandOptions& options, std::size_t reports) {
  DiscardingFiles files;
  Stopwatch watch;
  auto loaded = load_all(options, files);
  if (!loaded) {
    for (const Problem& problem : loaded.problems) fmt::print(stderr, "{}\n", to_text(problem));
    return 2;
  }
  const LoadedSurvey& l = **loaded;
  const double reading = watch.next();
  const Statistics statistics = compute_statistics(l.model, l.survey, l.dataset);
  const double computing = watch.next();
  const auto pdf = make_pdf_resources(l.fonts, l.logo.get());
  const BatchInputs inputs{
      {l.model, l.survey, l.dataset, statistics, l.layout, l.logo}, l.theme, l.fonts, *pdf, l.languages, l.look_sha256};
  BatchOptions batch;
  batch.output = "nowhere";
  batch.jobs = options.threads();
  const std::size_t organisations = l.dataset.organisations.size();
  batch.organisations = evenly(organisations, std::min(organisations, reports));
  watch.next();
  const auto begin = std::chrono::steady_clock::now();
  const BatchResult result = render_batch(inputs, batch, files);
  const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
  const double rendering = watch.next();
  const auto made = static_cast<double>(result.entries.size());
  fmt::print("| {} | {:.2f} | {:.2f} | {} | {:.2f} | {:.0f} | {:.0f} MB |\n", organisations, reading, computing,
             result.entries.size(), 1000 * rendering / made, made / seconds, peak_megabytes());
  return result.failed.empty() ? 0 : 1;
}

}  // namespace

int main(int count, char** arguments) {
  if (count < 3) {
    fmt::print(stderr, "usage: {} SURVEY TEMPLATES [REPORTS [JOBS]]\n", arguments[0]);
    return 3;
  }
  CommandOptions options;
  options.survey = arguments[1];
  options.templates = arguments[2];
  options.languages = {"sv"};
  options.jobs = count > 4 ? static_cast<unsigned>(std::stoul(arguments[4])) : 1;
  return run(options, count > 3 ? std::stoul(arguments[3]) : std::size_t{1} << 40);
}
