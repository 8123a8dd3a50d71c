#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "batch/compare_publications.h"
#include "batch/render_publication.h"
#include "commands/batch_outcome.h"
#include "commands/commands.h"
#include "commands/figure_width.h"
#include "commands/load.h"
#include "commands/reporting.h"
#include "files/output_names.h"

namespace mognad {
namespace {

FormatSet formats_of(const CommandOptions& options) {
  FormatSet formats;
  for (const std::string& name : options.formats) {
    const auto found = std::find(kPublicationFormatNames.begin(), kPublicationFormatNames.end(), name);
    formats.add(static_cast<PublicationFormat>(found - kPublicationFormatNames.begin()));
  }
  return formats;
}

PublicationOptions batch_options(const CommandOptions& options, const std::string& output,
                                 std::vector<PublicationChanges> changes, Progress& progress) {
  PublicationOptions batch;
  batch.output = output;
  batch.changes = std::move(changes);
  batch.jobs = options.threads();
  batch.only = options.only;
  batch.formats = formats_of(options);
  if (!options.width.empty()) batch.measure = read_figure_width(options.width).value;
  batch.part = !options.only.empty() || !options.formats.empty() || !options.languages.empty();
  batch.twins = options.html_twins;
  batch.progress = [&progress](std::size_t done, std::size_t all) { progress.show(done, all); };
  batch.stop = &stop_on_interrupt();
  return batch;
}

/// By language; without --compare none.
std::vector<PublicationChanges> changes_of(const PublicationInputs& inputs, const Publication& publication,
                                           const CommandOptions& options, const Files& files, Problems& problems) {
  std::vector<PublicationChanges> all;
  if (options.compare.empty()) return all;
  for (std::size_t i = 0; i < publication.size(); ++i) {
    Problems found;
    auto changes = compare_publications(publication[i], options.compare, inputs.languages[i].language.tag,
                                        inputs.nation.survey.limits, files)
                       .take(found);
    if (changes) all.push_back(std::move(*changes));
    // The languages differ in their words alone: what is no error is told once.
    for (Problem& problem : found)
      if (i == 0 || problem.severity == Severity::error) problems.push_back(std::move(problem));
  }
  return all;
}

void print_summary(const BatchResult& result, const std::vector<PublicationChanges>& changes, const std::string& output,
                   const CommandOptions& options) {
  if (options.quiet) return;
  std::size_t bytes = 0;
  std::vector<std::string> figures;
  for (const ManifestEntry& entry : result.entries) {
    bytes += entry.bytes;
    if (!entry.figure.empty() && std::find(figures.begin(), figures.end(), entry.figure) == figures.end())
      figures.push_back(entry.figure);
  }
  const std::size_t changed = changes.empty() ? 0 : changes.front().changes.size();
  if (options.json) {
    fmt::print("{{\"figures\": {}, \"files\": {}, \"bytes\": {}, \"failed\": {}, \"changes\": {}}}\n", figures.size(),
               result.entries.size(), bytes, result.failed.size(), changed);
    return;
  }
  const std::string of_figures =
      figures.empty() ? "" : fmt::format("{} {}, ", figures.size(), figures.size() == 1 ? "figure" : "figures");
  fmt::print("{}{} {}, {:.1f} MB in {}\n", of_figures, result.entries.size(),
             result.entries.size() == 1 ? "file" : "files", static_cast<double>(bytes) / 1e6, output);
  if (!changes.empty()) fmt::print("{}", changes_summary(changes.front(), options.compare));
  if (!result.failed.empty()) fmt::print("{} failed: {}\n", result.failed.size(), fmt::join(result.failed, ", "));
  if (result.stopped) fmt::print("stopped: what is there is whole, the rest was not begun\n");
}

/// The page for the web is the status report's.
void note_missing_page(const CommandOptions& options, Problems& problems) {
  const bool all = options.formats.empty() && options.only.empty();
  if (!options.html_twins || all || formats_of(options).has(PublicationFormat::report)) return;
  problems.push_back(note_at({"--html"}, "no page is made, for it is that of the status report, which isn't made now"));
}

/// Everything is composed, compared and checked before the first file is written.
ExitStatus publish(const LoadedSurvey& loaded, const PublicationInputs& inputs, const CommandOptions& options,
                   Files& files, Problems& problems) {
  const auto publication = compose_publication(inputs, options.threads()).take(problems);
  if (!publication) return refuse(problems, options);
  if (!publication->empty()) choose_figures(publication->front(), inputs.nation.figures, options.only, problems);
  const std::vector<PublicationChanges> changes = changes_of(inputs, *publication, options, files, problems);
  if (has_errors(problems)) return refuse(problems, options);
  note_missing_page(options, problems);

  const std::string output = output_folder(loaded.survey, options);
  Progress progress(options);
  BatchResult result =
      render_publication(inputs, *publication, batch_options(options, output, changes, progress), files);
  progress.finish();
  write_manifest(loaded, std::string(kFiguresFolder), output, result, files);
  problems.insert(problems.end(), result.problems.begin(), result.problems.end());
  print_problems(problems, options);
  print_summary(result, changes, output, options);
  return status_of(result);
}

}  // namespace

ExitStatus run_figures(const CommandOptions& options, Files& files) {
  Problems problems;
  const auto publication = load_publication(options, files).take(problems);
  if (!publication) return refuse(problems, options);
  const LoadedSurvey& loaded = *publication->survey;
  const auto pdf = make_pdf_resources(loaded.fonts, loaded.logo.get()).take(problems);
  if (!pdf) return refuse(problems, options, ExitStatus::surroundings_failed);
  const Statistics statistics = compute_statistics(loaded.model, loaded.survey, loaded.dataset);
  const NationInputs nation{loaded.model,         loaded.survey,       loaded.dataset, statistics,
                            publication->figures, publication->status, loaded.logo};
  const PublicationInputs inputs{nation, loaded.theme,     loaded.fonts,
                                 *pdf,   loaded.languages, publication->settings_sha256};
  return publish(loaded, inputs, options, files, problems);
}

}  // namespace mognad
