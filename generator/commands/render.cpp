#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "batch/render_groups.h"
#include "commands/batch_outcome.h"
#include "commands/combine.h"
#include "commands/commands.h"
#include "commands/load.h"
#include "commands/reporting.h"
#include "files/output_names.h"

namespace mognad {
namespace {

void print_summary(const BatchResult& result, const std::string& output, const CommandOptions& options) {
  if (options.quiet) return;
  std::size_t bytes = 0, reports = 0, twins = 0;
  int pages = 0;
  for (const ManifestEntry& entry : result.entries) {
    bytes += entry.bytes, pages += entry.pages;
    if (entry.file.ends_with(".html")) ++twins;
    else if (entry.kind != FileKind::figure) ++reports;
  }
  const std::size_t figures = result.entries.size() - reports - twins;
  if (options.json) {
    fmt::print(
        "{{\"reports\": {}, \"pages\": {}, \"bytes\": {}, \"failed\": {}, \"figure_files\": {}, \"html_pages\": {}}}\n",
        reports, pages, bytes, result.failed.size(), figures, twins);
    return;
  }
  if (figures == 0)
    fmt::print("{} reports, {} pages, {:.1f} MB in {}\n", reports, pages, static_cast<double>(bytes) / 1e6,
               join_path(output, options.combine.empty() ? "reports" : "groups"));
  else
    fmt::print("{} reports, {} pages and {} files of figures, {:.1f} MB in {}\n", reports, pages, figures,
               static_cast<double>(bytes) / 1e6, output);
  if (twins > 0) fmt::print("{} of them as a page for the web too\n", twins);
  if (!result.failed.empty()) fmt::print("{} failed: {}\n", result.failed.size(), fmt::join(result.failed, ", "));
  if (result.stopped) fmt::print("stopped: what is there is whole, the rest was not begun\n");
}

BatchResult render_organisations(const BatchInputs& inputs, const std::vector<OrganisationIndex>& chosen,
                                 const std::string& output, const CommandOptions& options, Files& files) {
  Progress progress(options);
  BatchOptions batch;
  batch.output = output;
  batch.jobs = options.threads();
  batch.organisations = chosen;
  batch.figures = options.figures;
  batch.progress = [&](std::size_t done, std::size_t all) { progress.show(done, all); };
  batch.stop = &stop_on_interrupt();
  BatchResult result = render_batch(inputs, batch, files);
  progress.finish();
  return result;
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
  const BatchInputs inputs{report,           survey.theme,           survey.fonts,    *pdf,
                           survey.languages, survey.settings_sha256, options.compact, options.html_twins};

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
  write_manifest(survey, options.combine.empty() ? "" : std::string(kGroupsFolder), output, result, files);
  problems.insert(problems.end(), result.problems.begin(), result.problems.end());
  print_problems(problems, options);
  print_summary(result, output, options);
  return status_of(result);
}

}  // namespace mognad
