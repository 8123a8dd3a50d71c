#include "commands/render_events.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cstdio>

#include "base/json_text.h"
#include "batch/resource_use.h"
#include "files/output_names.h"

namespace mognad {
namespace {

/// `"layout": 5.125, "pdf": 3.250`; phases that took no time are left out.
std::string phases_json(const PhaseTimes& times) {
  std::string json;
  for (std::size_t i = 0; i < kPhaseNames.size(); ++i)
    if (const double spent = times.milliseconds(static_cast<Phase>(i)); spent > 0)
      json += fmt::format("{}\"{}\": {:.3f}", json.empty() ? "" : ", ", kPhaseNames[i], spent);
  return "{" + json + "}";
}

void print_row(std::string_view name, double milliseconds, double all) {
  fmt::print("  {:<12}{:>10.3f} s{:>7.1f} %\n", name, milliseconds / 1000, all > 0 ? 100 * milliseconds / all : 0);
}

/// What the manifest will tell of.
struct Made {
  std::size_t reports = 0, pages_for_web = 0, figures = 0, bytes = 0;
  int pages = 0;
};

Made made_of(const BatchResult& result) {
  Made made;
  for (const ManifestEntry& entry : result.entries) {
    made.bytes += entry.bytes, made.pages += entry.pages;
    if (entry.file.ends_with(".html")) ++made.pages_for_web;
    else if (entry.kind == FileKind::figure) ++made.figures;
    else ++made.reports;
  }
  return made;
}

std::size_t count_of(const Problems& problems, Severity severity) {
  return static_cast<std::size_t>(
      std::count_if(problems.begin(), problems.end(), [&](const Problem& p) { return p.severity == severity; }));
}

void print_summary_json(const BatchResult& result, const Problems& problems) {
  const Made made = made_of(result);
  const ResourceUse used = resource_use();
  fmt::print(
      "{{\"event\": \"summary\", \"reports\": {}, \"pages\": {}, \"bytes\": {}, \"failed\": {}, \"figure_files\": {}, "
      "\"html_pages\": {}, \"unchanged\": {}, \"stopped\": {}, \"errors\": {}, \"warnings\": {}, \"seconds\": {:.3f}, "
      "\"processor_seconds\": {:.3f}, \"peak_megabytes\": {:.0f}}}\n",
      made.reports, made.pages, made.bytes, result.failed.size(), made.figures, made.pages_for_web,
      unchanged_of(result), result.stopped, count_of(problems, Severity::error), count_of(problems, Severity::warning),
      used.seconds, used.processor_seconds, used.megabytes);
}

template <class Value>
void print_summary_row(std::string_view name, const Value& value) {
  fmt::print("  {:<38}{:>10}\n", name, value);
}

}  // namespace

std::size_t unchanged_of(const BatchResult& result) {
  return static_cast<std::size_t>(
      std::count_if(result.plan.begin(), result.plan.end(),
                    [](const PlannedReport& report) { return report.reason == RenderReason::unchanged; }));
}

void print_summary(const BatchResult& result, const Problems& problems, const std::string& output,
                   const CommandOptions& options) {
  if (options.quiet) return;
  if (options.json) return print_summary_json(result, problems);
  const Made made = made_of(result);
  const ResourceUse used = resource_use();
  const std::size_t unchanged = unchanged_of(result), now = made.reports - std::min(made.reports, unchanged);
  const std::string folder =
      made.figures > 0 ? output : join_path(output, options.combine.empty() ? "reports" : "groups");
  fmt::print("{} reports, {} pages, {:.1f} MB in {}\n", made.reports, made.pages, static_cast<double>(made.bytes) / 1e6,
             folder);
  print_summary_row("made now", now);
  if (unchanged > 0) print_summary_row("made before, would come out the same", unchanged);
  if (made.pages_for_web > 0) print_summary_row("of them as a page for the web too", made.pages_for_web);
  if (made.figures > 0) print_summary_row("files of figures", made.figures);
  print_summary_row("failed", result.failed.size());
  print_summary_row("seconds", fmt::format("{:.1f}", used.seconds));
  print_summary_row("seconds of processor time", fmt::format("{:.1f}", used.processor_seconds));
  print_summary_row("peak memory, MB", fmt::format("{:.0f}", used.megabytes));
  if (!result.failed.empty()) fmt::print("{} failed: {}\n", result.failed.size(), fmt::join(result.failed, ", "));
  if (result.stopped) fmt::print("stopped: what is there is whole, the rest was not begun\n");
}

void print_start(const Survey& survey, const std::string& output, std::size_t organisations,
                 const CommandOptions& options) {
  fmt::print(
      "{{\"event\": \"start\", \"survey\": {}, \"year\": {}, \"output\": {}, \"organisations\": {}, \"jobs\": {}, "
      "\"shard\": \"{}/{}\"}}\n",
      json_string(survey.id), survey.year, json_string(output), organisations, options.threads(), options.shard.index,
      options.shard.count);
  std::fflush(stdout);
}

void print_report_done(const DoneReport& report) {
  fmt::print(
      "{{\"event\": \"report\", \"file\": {}, \"organisation\": {}, \"language\": {}, \"reason\": \"{}\", \"failed\": "
      "{}, \"pages\": {}, \"bytes\": {}, \"milliseconds\": {}}}\n",
      json_string(report.report.file), json_string(report.report.organisation), json_string(report.report.language),
      kRenderReasonNames[static_cast<std::size_t>(report.report.reason)], report.failed, report.pages, report.bytes,
      phases_json(report.times));
  std::fflush(stdout);
}

void print_profile(const PhaseTimes& times, const CommandOptions& options) {
  const double all = static_cast<double>(processor_time(TimeOf::program)) / 1e6;
  double other = all;
  for (std::size_t i = 0; i < kPhaseNames.size(); ++i) other -= times.milliseconds(static_cast<Phase>(i));
  other = std::max(other, 0.0);
  if (options.json) {
    fmt::print("{{\"event\": \"profile\", \"milliseconds\": {}, \"other\": {:.3f}, \"all\": {:.3f}}}\n",
               phases_json(times), other, all);
    return;
  }
  fmt::print("processor time by phase, all threads together:\n");
  for (std::size_t i = 0; i < kPhaseNames.size(); ++i)
    if (const double spent = times.milliseconds(static_cast<Phase>(i)); spent > 0)
      print_row(kPhaseNames[i], spent, all);
  print_row("other", other, all);
  print_row("all", all, all);
}

}  // namespace mognad
