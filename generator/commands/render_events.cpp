#include "commands/render_events.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>

#include "base/json_text.h"

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

}  // namespace

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
