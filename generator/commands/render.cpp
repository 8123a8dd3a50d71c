#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <csignal>

#include "batch/render_groups.h"
#include "commands/combine.h"
#include "commands/commands.h"
#include "commands/load.h"
#include "commands/reporting.h"
#include "files/output_names.h"

namespace mognad {
namespace {

std::atomic<bool> interrupted = false;  // the one piece of global state: a signal handler can reach nothing else

void stop_after_this(int) { interrupted = true; }

ExitStatus status_of(const BatchResult& result) {
  if (result.disk_failed) return ExitStatus::surroundings_failed;
  return result.failed.empty() && !result.stopped ? ExitStatus::done : ExitStatus::some_failed;
}

void print_summary(const BatchResult& result, const std::string& output, const CommandOptions& options) {
  if (options.quiet) return;
  std::size_t bytes = 0, reports = 0;
  int pages = 0;
  for (const ManifestEntry& entry : result.entries) {
    bytes += entry.bytes, pages += entry.pages;
    if (entry.kind != FileKind::figure) ++reports;
  }
  const std::size_t figures = result.entries.size() - reports;
  if (options.json) {
    fmt::print("{{\"reports\": {}, \"pages\": {}, \"bytes\": {}, \"failed\": {}, \"figure_files\": {}}}\n", reports,
               pages, bytes, result.failed.size(), figures);
    return;
  }
  if (figures == 0)
    fmt::print("{} reports, {} pages, {:.1f} MB in {}\n", reports, pages, static_cast<double>(bytes) / 1e6,
               join_path(output, options.combine.empty() ? "reports" : "groups"));
  else
    fmt::print("{} reports, {} pages and {} files of figures, {:.1f} MB in {}\n", reports, pages, figures,
               static_cast<double>(bytes) / 1e6, output);
  if (!result.failed.empty()) fmt::print("{} failed: {}\n", result.failed.size(), fmt::join(result.failed, ", "));
  if (result.stopped) fmt::print("stopped: what is there is whole, the rest was not begun\n");
}

BatchResult render_organisations(const BatchInputs& inputs, const std::vector<OrganisationIndex>& chosen,
                                 const std::string& output, const CommandOptions& options, Files& files) {
  std::signal(SIGINT, stop_after_this);
  Progress progress(options);
  BatchOptions batch;
  batch.output = output;
  batch.jobs = options.threads();
  batch.organisations = chosen;
  batch.figures = options.figures;
  batch.progress = [&](std::size_t done, std::size_t all) { progress.show(done, all); };
  batch.stop = &interrupted;
  BatchResult result = render_batch(inputs, batch, files);
  progress.finish();
  return result;
}

/// Groups have a manifest of their own, so that it doesn't take the place of the organisations'.
void write_manifest(const LoadedSurvey& loaded, const CommandOptions& options, const std::string& output,
                    BatchResult& result, Files& files) {
  if (result.disk_failed || result.stopped) return;
  const std::string folder = options.combine.empty() ? "" : "groups";
  const Survey& survey = loaded.survey;
  const std::string manifest =
      manifest_json(survey.id, survey.year, "mognad " MOGNAD_VERSION, known_names(survey, loaded.model, loaded.dataset),
                    result.entries, result.failed);
  if (auto problem = files.write_below(output, join_path(folder, kManifestName), manifest)) {
    result.problems.push_back(std::move(*problem));
    result.disk_failed = true;
  }
}

}  // namespace

ExitStatus run_render(const CommandOptions& options, Files& files) {
  Problems problems;
  const auto loaded = load_all(options, files).take(problems);
  std::vector<OrganisationIndex> chosen;
  if (loaded) chosen = choose_organisations((*loaded)->survey, (*loaded)->dataset, options, problems);
  if (!loaded || has_errors(problems)) {
    print_problems(problems, options);
    return ExitStatus::input_refused;
  }
  const LoadedSurvey& survey = **loaded;
  const auto pdf = make_pdf_resources(survey.fonts, survey.logo.get()).take(problems);
  if (!pdf) {
    print_problems(problems, options);
    return ExitStatus::surroundings_failed;
  }
  const Statistics statistics = compute_statistics(survey.model, survey.survey, survey.dataset);
  const ReportInputs report{survey.model, survey.survey, survey.dataset, statistics, survey.layout, survey.logo};
  const BatchInputs inputs{report,           survey.theme,           survey.fonts,   *pdf,
                           survey.languages, survey.settings_sha256, options.compact};

  const std::string output = output_folder(survey.survey, options);
  BatchResult result;
  if (options.combine.empty()) {
    result = render_organisations(inputs, chosen, output, options, files);
  } else {
    const std::vector<GroupKey> groups = choose_groups(survey.survey, survey.dataset, statistics, options, problems);
    if (has_errors(problems)) {
      print_problems(problems, options);
      return ExitStatus::input_refused;
    }
    result = render_groups(inputs, groups, output, files);
  }
  write_manifest(survey, options, output, result, files);
  problems.insert(problems.end(), result.problems.begin(), result.problems.end());
  print_problems(problems, options);
  print_summary(result, output, options);
  return status_of(result);
}

}  // namespace mognad
