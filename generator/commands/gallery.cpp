#include "commands/gallery.h"

#include <fmt/format.h>

#include "base/json_text.h"
#include "batch/render_gallery.h"
#include "commands/batch_outcome.h"
#include "commands/choose_organisations.h"
#include "commands/commands.h"
#include "commands/load.h"
#include "commands/reporting.h"
#include "files/output_names.h"

namespace mognad {
namespace {

std::optional<GallerySources> read_sources(const CommandOptions& options, const Files& files, Problems& problems) {
  GallerySources sources;
  for (const GallerySource& source : kGallerySources)
    if (auto text = files.read(join_path(options.templates, fmt::format("gallery/{}", source.name))).take(problems))
      sources.*source.text = std::move(*text);
  if (has_errors(problems)) return std::nullopt;
  return sources;
}

void print_gallery(const GalleryResult& result, const std::string& output, const CommandOptions& options) {
  if (options.quiet) return;
  const std::size_t outdated = result.count(FileStanding::outdated), failed = result.count(FileStanding::failed),
                    missing = result.count(FileStanding::missing);
  const std::string first = join_path(output, "index.html");
  if (options.json) {
    fmt::print(
        "{{\"event\": \"gallery\", \"file\": {}, \"reports\": {}, \"warned\": {}, \"changed\": {}, \"painted\": {}, "
        "\"outdated\": {}, \"failed\": {}, \"missing\": {}}}\n",
        json_string(first), result.reports, result.warned, result.changed, result.painted, outdated, failed, missing);
    return;
  }
  if (result.stopped) {
    fmt::print("stopped: the gallery is as it was before\n");
    return;
  }
  fmt::print("{} to look at in {}, {} with warnings, {} changed since the run before\n",
             counted(result.reports, "report", "reports"), first, result.warned, result.changed);
  if (outdated > 0)
    fmt::print("{} made from other data or settings than those of now\n",
               counted(outdated, "report is", "reports are"));
  if (failed > 0) fmt::print("{} not be made\n", counted(failed, "report could", "reports could"));
  if (missing > 0) fmt::print("{} not been made\n", counted(missing, "report has", "reports have"));
}

ExitStatus status_of(const GalleryResult& result) {
  if (result.disk_failed) return ExitStatus::surroundings_failed;
  if (result.reports == 0 && has_errors(result.problems)) return ExitStatus::input_refused;
  return has_errors(result.problems) || result.stopped ? ExitStatus::some_failed : ExitStatus::done;
}

}  // namespace

ExitStatus make_gallery(const BatchInputs& inputs, const std::vector<OrganisationIndex>& chosen,
                        const std::string& output, const CommandOptions& options, Files& files) {
  Problems problems;
  const auto sources = read_sources(options, files, problems);
  if (!sources) {
    print_problems(problems, options);
    return ExitStatus::surroundings_failed;
  }
  Progress progress(options, "pictures");
  GalleryOptions gallery;
  gallery.output = output;
  gallery.jobs = options.threads();
  gallery.organisations = chosen;
  gallery.pages = options.gallery == "full" ? PagesShown::all : PagesShown::first;
  gallery.part = !options.only.empty() || !options.where.empty() || !options.languages.empty();
  gallery.progress = [&](std::size_t done, std::size_t all) { progress.show(done, all); };
  gallery.stop = &stop_on_interrupt();
  const GalleryResult result = render_gallery(inputs, *sources, gallery, files);
  progress.finish();
  print_problems(result.problems, options);
  if (result.reports > 0) print_gallery(result, output, options);
  return status_of(result);
}

ExitStatus run_gallery(const CommandOptions& options, Files& files) {
  Problems problems;
  const auto loaded = load_all(options, files).take(problems);
  std::vector<OrganisationIndex> chosen;
  if (loaded) chosen = choose_organisations((*loaded)->survey, (*loaded)->dataset, options, problems);
  print_problems(problems, options);
  if (!loaded || has_errors(problems)) return ExitStatus::input_refused;
  const LoadedSurvey& survey = **loaded;
  Problems of_pdf;
  const auto pdf = make_pdf_resources(survey.fonts, survey.logo.get()).take(of_pdf);
  print_problems(of_pdf, options);
  if (!pdf) return ExitStatus::surroundings_failed;
  const Statistics statistics = compute_statistics(survey.model, survey.survey, survey.dataset);
  const ReportInputs report{survey.model, survey.survey, survey.dataset, statistics, survey.layout, survey.logo};
  const BatchInputs inputs{report, survey.theme, survey.fonts,         *pdf, survey.languages, survey.look_sha256,
                           false,  false,        survey.program_sha256};
  return make_gallery(inputs, chosen, output_folder(survey.survey, options), options, files);
}

}  // namespace mognad
