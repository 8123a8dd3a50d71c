#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <map>
#include <set>

#include "base/json_text.h"
#include "batch/render_groups.h"
#include "commands/batch_outcome.h"
#include "commands/choose_organisations.h"
#include "commands/combine.h"
#include "commands/commands.h"
#include "commands/gallery.h"
#include "commands/input_digest.h"
#include "commands/load.h"
#include "commands/render_events.h"
#include "commands/reporting.h"
#include "files/output_names.h"
#include "input/read_survey.h"

namespace mognad {
namespace {

/// In the order of RenderReason.
constexpr std::array<std::string_view, 6> kReasonWords{
    "would come out the same",
    "is asked for",
    "hasn't been made",
    "would come out different",
    "its file, or one that belongs to it, is gone",
    "its file is not as it was written",
};

std::string_view name_of(RenderReason reason) { return kRenderReasonNames[static_cast<std::size_t>(reason)]; }

/// What would be made, a line each; what would not is only counted.
void print_plan(const BatchResult& result, const CommandOptions& options) {
  for (const PlannedReport& report : result.plan) {
    const bool unchanged = report.reason == RenderReason::unchanged;
    if (options.json)
      fmt::print("{{\"file\": {}, \"organisation\": {}, \"language\": {}, \"reason\": \"{}\"}}\n",
                 json_string(report.file), json_string(report.organisation), json_string(report.language),
                 name_of(report.reason));
    else if (!options.quiet && (!unchanged || options.verbose))
      fmt::print("{}: {}\n", report.file, kReasonWords[static_cast<std::size_t>(report.reason)]);
  }
  if (options.quiet || options.json) return;
  const std::size_t unchanged = unchanged_of(result);
  fmt::print("{} reports would be made, {} would come out the same and stay\n", result.plan.size() - unchanged,
             unchanged);
}

/// Whether only some of the survey's reports are made; then the others stay as they are.
bool is_part(const CommandOptions& options) {
  return !options.only.empty() || !options.where.empty() || !options.languages.empty();
}

bool tells_events(const CommandOptions& options) { return options.json && !options.quiet && !options.plan; }

BatchResult render_organisations(const BatchInputs& inputs, const std::vector<OrganisationIndex>& chosen,
                                 const std::string& output, const CommandOptions& options, Files& files) {
  Progress progress(options);
  const Survey& survey = inputs.report.survey;
  const EarlierRun earlier = EarlierRun::read(output, survey.id, survey.year, files, options.shard);
  BatchOptions batch;
  batch.output = output;
  batch.jobs = options.threads();
  batch.organisations = chosen;
  batch.figures = options.figures;
  batch.doing = options.plan ? BatchOptions::Doing::plan : BatchOptions::Doing::render;
  batch.earlier = &earlier;
  batch.again = options.force;
  batch.part = is_part(options);
  batch.shard = options.shard;
  const bool tells = tells_events(options);
  if (tells) print_start(survey, output, chosen.size(), options);
  batch.profile = options.profile || tells;
  if (tells) batch.report_done = print_report_done;
  batch.progress = [&](std::size_t done, std::size_t all) { progress.show(done, all); };
  batch.stop = &stop_on_interrupt();
  BatchResult result = render_batch(inputs, batch, files);
  progress.finish();
  return result;
}

/// What the manifest will say that its files were made from is left empty where groups are made, which have their own.
InputDigests digests_of(const Survey& survey, const CommandOptions& options, const Files& files) {
  const bool told = options.combine.empty();
  if (!told && options.snapshot.empty()) return {};
  InputDigests digests = input_digests(survey, options, files);
  if (!told) digests.reports.clear();
  return digests;
}

bool is_asked_for(const ManifestEntry& entry, const CommandOptions& options) {
  const auto among = [](const std::vector<std::string>& names, const std::string& name) {
    return names.empty() || std::find(names.begin(), names.end(), name) != names.end();
  };
  return among(options.only, entry.organisation) && among(options.languages, entry.language);
}

/// As a run tells it that has looked at each: what stays, with what belongs to it.
void tell_of_unchanged(const BatchResult& result) {
  std::map<std::pair<std::string, std::string>, DoneReport> done;
  for (const ManifestEntry& entry : result.entries) {
    DoneReport& report = done[{entry.organisation, entry.language}];
    report.bytes += entry.bytes;
    if (entry.kind == FileKind::report) report.pages = entry.pages;
  }
  for (const PlannedReport& planned : result.plan) {
    DoneReport& report = done[{planned.organisation, planned.language}];
    report.report = planned;
    print_report_done(report);
  }
}

/// Where every byte that reports are made from is the one of the run before, and every file is as that has left it,
/// nothing needs to be read as what it is. But with --where: only data tell which organisations are meant.
std::optional<ExitStatus> nothing_to_do(const Survey& survey, const std::string& digest, const CommandOptions& options,
                                        const Files& files) {
  if (options.force || digest.empty() || !options.gallery.empty() || !options.where.empty()) return std::nullopt;
  const std::string output = output_folder(survey, options);
  const EarlierRun earlier = EarlierRun::read(output, survey.id, survey.year, files, options.shard);
  const std::string statistics = options.snapshot.empty() ? "" : hash_told_by(options.snapshot, files);
  const bool other_statistics =
      earlier.statistics_sha256() != statistics || (statistics.empty() && !options.snapshot.empty());
  if (earlier.made_from() != digest || other_statistics ||
      !all_whole(earlier.entries(), output, options.threads(), files))
    return std::nullopt;
  BatchResult result;
  for (const ManifestEntry& entry : earlier.entries()) {
    if (!is_asked_for(entry, options)) continue;
    if (entry.kind == FileKind::page ? !options.html_twins : entry.kind == FileKind::figure && !options.figures)
      continue;
    result.entries.push_back(entry);
    if (entry.kind == FileKind::report)
      result.plan.push_back({entry.file, entry.organisation, entry.language, RenderReason::unchanged});
  }
  if (tells_events(options)) {
    std::set<std::string> organisations;
    for (const PlannedReport& report : result.plan) organisations.insert(report.organisation);
    print_start(survey, output, organisations.size(), options);
    tell_of_unchanged(result);
  }
  if (options.plan) print_plan(result, options);
  else print_summary(result, {}, output, options);
  return ExitStatus::done;
}

/// Before anything is read as what it is: tidies up after a killed run, and ends when there is nothing to do. `digests`
/// become those of all input.
std::optional<ExitStatus> first_look(const CommandOptions& options, Files& files, PhaseTimes& times,
                                     InputDigests& digests) {
  const auto survey = read_survey(options.survey, options.templates, files, options.limits);
  if (!survey) return std::nullopt;
  if (!options.plan) files.remove_leftovers(output_folder(*survey, options), {"reports", "figures", "groups"});
  const auto look = [&] {
    digests = digests_of(*survey, options, files);
    return nothing_to_do(*survey, digests.reports, options, files);
  };
  const auto done = timed(&times, Phase::hashing, look, TimeOf::program);
  if (done && options.profile) print_profile(times, options);
  return done;
}

/// Computed, or read from the snapshot, which must be of the data that have been read: `digests` are from before.
Result<StoredStatistics> statistics_of(const LoadedSurvey& loaded, const InputDigests& digests,
                                       const CommandOptions& options, const Files& files) {
  if (options.snapshot.empty())
    return StoredStatistics{compute_statistics(loaded.model, loaded.survey, loaded.dataset), {}};
  if (auto problem = changed_meanwhile(loaded.survey, digests, options, files)) return *problem;
  return read_statistics(options.snapshot, statistics_origin(digests, files), loaded.model, loaded.survey,
                         loaded.dataset, files);
}

}  // namespace

ExitStatus run_render(const CommandOptions& options, Files& files) {
  Problems problems;
  PhaseTimes times;
  InputDigests digests;
  if (const auto done = first_look(options, files, times, digests)) return *done;
  const auto loaded =
      timed(&times, Phase::reading, [&] { return load_all(options, files); }, TimeOf::program).take(problems);
  std::vector<OrganisationIndex> chosen;
  if (loaded) chosen = choose_organisations((*loaded)->survey, (*loaded)->dataset, options, problems);
  if (!loaded || has_errors(problems)) return refuse(problems, options);
  const LoadedSurvey& survey = **loaded;
  const auto pdf = make_pdf_resources(survey.fonts, survey.logo.get()).take(problems);
  if (!pdf) return refuse(problems, options, ExitStatus::surroundings_failed);
  const auto stored =
      timed(
          &times, Phase::statistics, [&] { return statistics_of(survey, digests, options, files); }, TimeOf::program)
          .take(problems);
  if (!stored) return refuse(problems, options);
  // What was read is not what the digest is of: nobody may take it for that later.
  if (touched_since(digests, survey.survey, options)) digests.reports.clear();
  const Statistics& statistics = stored->statistics;
  const ReportInputs report{survey.model, survey.survey, survey.dataset, statistics, survey.layout, survey.logo};
  const BatchInputs inputs{
      report,          survey.theme,       survey.fonts,         *pdf, survey.languages, survey.look_sha256,
      options.compact, options.html_twins, survey.program_sha256};

  const std::string output = output_folder(survey.survey, options);
  BatchResult result;
  if (options.combine.empty()) {
    result = render_organisations(inputs, chosen, output, options, files);
  } else {
    const std::vector<GroupKey> groups = choose_groups(survey.survey, survey.dataset, statistics, options, problems);
    if (has_errors(problems)) return refuse(problems, options);
    result = render_groups(inputs, groups, output, files);
  }
  if (options.plan) {
    problems.insert(problems.end(), result.problems.begin(), result.problems.end());
    print_problems(problems, options);
    print_plan(result, options);
    return has_errors(problems) ? ExitStatus::some_failed : ExitStatus::done;
  }
  write_manifest(survey, options.combine.empty() ? "" : std::string(kGroupsFolder), output, result, files,
                 {digests.reports, stored->sha256}, options.shard);
  problems.insert(problems.end(), result.problems.begin(), result.problems.end());
  print_problems(problems, options);
  print_summary(result, problems, output, options);
  if (options.profile) print_profile(times += result.times, options);
  const ExitStatus status = status_of(result);
  if (options.gallery.empty() || result.stopped || result.disk_failed) return status;
  return std::max(status, make_gallery(inputs, chosen, output, options, files));
}

}  // namespace mognad
