// Processor time of each phase, on the sample survey (the folder is the first argument), and of whole reports: the
// median over all organisations, in a batch that is already running.

#include <benchmark/benchmark.h>
#include <fmt/format.h>
#include <time.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <memory>

#include "commands/load.h"
#include "export/cairo/page_picture.h"
#include "export/csv/report_data.h"
#include "files/disk_files.h"
#include "files/memory_files.h"
#include "files/sha256.h"
#include "layout/lay_out.h"
#include "statistics/stored_statistics.h"

namespace {

using namespace mognad;

/// Everything that a batch has when it begins.
struct Bench {
  DiskFiles files;
  CommandOptions options;
  std::unique_ptr<LoadedSurvey> loaded;
  std::unique_ptr<Statistics> statistics;
  std::unique_ptr<PdfResources> pdf;
  std::unique_ptr<Words> words;
  std::unique_ptr<Shaper> shaper;
  std::unique_ptr<BatchInputs> inputs;

  ReportInputs report() const {
    return {loaded->model, loaded->survey, loaded->dataset, *statistics, loaded->layout, loaded->logo};
  }
  int organisations() const { return static_cast<int>(loaded->dataset.organisations.size()); }
};

Bench bench;

bool prepare(const std::string& survey, const std::string& templates) {
  bench.options.survey = survey;
  bench.options.templates = templates;
  bench.options.languages = {"sv"};
  auto loaded = load_all(bench.options, bench.files);
  if (!loaded) {
    for (const Problem& problem : loaded.problems) fmt::print(stderr, "{}\n", to_text(problem));
    return false;
  }
  bench.loaded = std::move(*loaded);
  const LoadedSurvey& l = *bench.loaded;
  bench.statistics = std::make_unique<Statistics>(compute_statistics(l.model, l.survey, l.dataset));
  bench.pdf = std::make_unique<PdfResources>(*make_pdf_resources(l.fonts, l.logo.get()));
  bench.words = std::make_unique<Words>(l.languages.front().language);
  bench.shaper = std::make_unique<Shaper>(l.fonts, l.languages.front().hyphenation, "sv-SE");
  bench.inputs = std::make_unique<BatchInputs>(
      BatchInputs{bench.report(), l.theme, l.fonts, *bench.pdf, l.languages, l.look_sha256});
  return true;
}

double processor_milliseconds() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

/// The first round warms the caches of words; the second is measured.
void print_report_times() {
  std::vector<double> times;
  int pages = 0;
  std::size_t bytes = 0;
  for (int round = 0; round < 2; ++round)
    for (int o = 0; o < bench.organisations(); ++o) {
      const double begin = processor_milliseconds();
      const auto rendered = render_report(*bench.inputs, o, *bench.words, *bench.shaper);
      if (round == 0 || !rendered) continue;
      times.push_back(processor_milliseconds() - begin);
      pages += rendered->pages;
      bytes += rendered->bytes.size();
    }
  if (times.empty()) return;
  std::sort(times.begin(), times.end());
  const auto at = [&](double share) {
    return times[static_cast<std::size_t>(share * static_cast<double>(times.size() - 1))];
  };
  fmt::print(
      "reports {}  pages {:.1f}  size {:.0f} kB  processor time: median {:.2f} ms, 90 % under {:.2f} ms, a page {:.2f} "
      "ms\n",
      times.size(), static_cast<double>(pages) / static_cast<double>(times.size()),
      static_cast<double>(bytes) / 1e3 / static_cast<double>(times.size()), at(0.5), at(0.9),
      at(0.5) * static_cast<double>(times.size()) / pages);
}

void read_everything(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(load_all(bench.options, bench.files));
}
BENCHMARK(read_everything)->Unit(benchmark::kMillisecond);

void statistics(benchmark::State& state) {
  for (auto _ : state)
    benchmark::DoNotOptimize(compute_statistics(bench.loaded->model, bench.loaded->survey, bench.loaded->dataset));
}
BENCHMARK(statistics)->Unit(benchmark::kMillisecond);

/// Calls `phase` with one organisation after the other.
template <class Phase>
void over_organisations(benchmark::State& state, Phase phase) {
  int o = 0;
  for (auto _ : state) {
    phase(o);
    o = (o + 1) % bench.organisations();
  }
}

void report_content(benchmark::State& state) {
  over_organisations(state,
                     [](int o) { benchmark::DoNotOptimize(build_board_report(bench.report(), o, *bench.words)); });
}
BENCHMARK(report_content)->Unit(benchmark::kMicrosecond);

void attached_data(benchmark::State& state) {
  over_organisations(state, [](int o) {
    benchmark::DoNotOptimize(report_data(ReportFacts(bench.report(), o, *bench.words)).csv.size());
  });
}
BENCHMARK(attached_data)->Unit(benchmark::kMicrosecond);

/// Every chart of the report's figures.
void collect(const Blocks& blocks, std::vector<const ChartData*>& all) {
  for (const Block& block : blocks) {
    if (const auto* figure = std::get_if<Figure>(&block)) {
      all.push_back(&figure->chart);
      if (figure->left) all.push_back(&figure->left->chart);
    }
    if (const auto* columns = std::get_if<Columns>(&block))
      for (const Blocks& column : columns->columns) collect(column, all);
  }
}

void charts(benchmark::State& state) {
  const Report report = build_board_report(bench.report(), 0, *bench.words);
  const ChartStyle style{bench.loaded->theme, *bench.shaper};
  std::vector<const ChartData*> all;
  for (const Section& section : report.sections) collect(section.blocks, all);
  for (auto _ : state)
    for (const ChartData* chart : all) benchmark::DoNotOptimize(draw(*chart, 400, style));
  state.counters["charts"] = static_cast<double>(all.size());
}
BENCHMARK(charts)->Unit(benchmark::kMicrosecond);

void layout_with_charts(benchmark::State& state) {
  const Report report = build_board_report(bench.report(), 0, *bench.words);
  const ChartStyle style{bench.loaded->theme, *bench.shaper};
  for (auto _ : state) benchmark::DoNotOptimize(lay_out(report, style));
}
BENCHMARK(layout_with_charts)->Unit(benchmark::kMicrosecond);

/// With its data attached.
void pdf(benchmark::State& state) {
  const Report report = compose_report(*bench.inputs, 0, *bench.words).report;
  const auto pages = lay_out(report, ChartStyle{bench.loaded->theme, *bench.shaper});
  for (auto _ : state) benchmark::DoNotOptimize(write_pdf(report, *pages, *bench.pdf));
}
BENCHMARK(pdf)->Unit(benchmark::kMicrosecond);

/// What a gallery adds to a report that has just been laid out: the picture of its first page.
void first_page_picture(benchmark::State& state) {
  std::vector<Pages> laid_out;
  const ChartStyle style{bench.loaded->theme, *bench.shaper};
  for (int o = 0; o < std::min(bench.organisations(), 50); ++o) {
    const Report report = build_board_report(bench.report(), o, *bench.words);
    laid_out.push_back(*lay_out(report, style));
  }
  GlyphOutlines outlines(bench.loaded->fonts);
  PagePainter painter(outlines, bench.loaded->theme.colours.paper);
  std::size_t largest = 0, next = 0;
  for (auto _ : state) {
    const Picture& page = laid_out[next++ % laid_out.size()].pages.front().picture;
    largest = std::max(largest, painter.paint(page, kFirstPageColumns)->png.size());
  }
  state.counters["largest_kB"] = static_cast<double>(largest) / 1e3;
}
BENCHMARK(first_page_picture)->Unit(benchmark::kMicrosecond);

std::string finished_report() { return render_report(*bench.inputs, 0, *bench.words, *bench.shaper)->bytes; }

/// Of the finished file, as the manifest tells it.
void hash(benchmark::State& state) {
  const std::string bytes = finished_report();
  for (auto _ : state) benchmark::DoNotOptimize(sha256_hex(bytes));
}
BENCHMARK(hash)->Unit(benchmark::kMicrosecond);

/// Flushed to the disk and renamed, as a batch does.
void write(benchmark::State& state) {
  const std::string bytes = finished_report();
  const std::string folder = fmt::format("/tmp/mognad-benchmark-{}", ::getpid());
  for (auto _ : state) benchmark::DoNotOptimize(bench.files.write_below(folder, "report.pdf", bytes));
  std::filesystem::remove_all(folder);
}
BENCHMARK(write)->Unit(benchmark::kMicrosecond);

/// What a part of a batch does instead of computing them.
void stored_statistics(benchmark::State& state) {
  const StatisticsOrigin origin{std::string(64, '0'), std::string(64, '0')};
  const LoadedSurvey& l = *bench.loaded;
  std::string bytes;
  store_statistics(*bench.statistics, origin, [&](std::string_view part) { bytes += part; });
  const MemoryFiles files({{"f", std::move(bytes)}});
  for (auto _ : state) benchmark::DoNotOptimize(read_statistics("f", origin, l.model, l.survey, l.dataset, files));
}
BENCHMARK(stored_statistics)->Unit(benchmark::kMillisecond);

}  // namespace

int main(int count, char** arguments) {
  benchmark::Initialize(&count, arguments);
  if (count < 3) {
    fmt::print(stderr, "usage: mognad_benchmark SURVEY TEMPLATES\n");
    return 3;
  }
  if (!prepare(arguments[1], arguments[2])) return 2;
  print_report_times();
  benchmark::RunSpecifiedBenchmarks();
  return 0;
}
