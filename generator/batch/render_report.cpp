#include "batch/render_report.h"

#include <fmt/format.h>

#include "batch/content_hash.h"
#include "export/csv/report_data.h"
#include "export/html/html_writer.h"
#include "export/pdf/compact.h"
#include "files/sha256.h"
#include "layout/lay_out.h"
#include "report/group_report.h"
#include "report/report_head.h"

namespace mognad {
namespace {

/// The numbers go into the file twice, for a spreadsheet and for a program.
void attach(Report& report, ReportData data, const Survey& survey, const Words& words) {
  std::string json = report_data_json(data, report, survey);
  report.attachments.push_back({"data.csv", "text/csv", words.say("common.attachment"), std::move(data.csv)});
  report.attachments.push_back({"data.json", "application/json", words.say("common.attachment_json"), std::move(json)});
}

/// The hashes are of what the inputs came to in this report, not of files that many have in common.
ComposedReport completed(const BatchInputs& inputs, Report report, ReportData data, const Words& words) {
  ContentBytes content;
  content.add(inputs.look_sha256);
  for (const LanguageResources& language : inputs.languages)
    if (language.language.tag == words.tag()) content.add(language.hyphenation_sha256);
  content.add(report);
  content.add(data.csv);
  report.identity.inputs_sha256 = sha256_hex(content.bytes());
  attach(report, std::move(data), inputs.report.survey, words);
  const Paragraph told = provenance(report, words);
  if (!report.sections.empty()) report.sections.back().blocks.push_back(told);
  ContentBytes all;
  all.add(inputs.program_sha256);
  all.add(inputs.compact);
  all.add(report.identity.inputs_sha256);
  all.add(report.attachments);
  all.add(told);
  return {std::move(report), sha256_hex(all.bytes())};
}

}  // namespace

ComposedReport compose_report(const BatchInputs& inputs, OrganisationIndex organisation, const Words& words) {
  return completed(inputs, build_board_report(inputs.report, organisation, words),
                   report_data(ReportFacts(inputs.report, organisation, words)), words);
}

Result<RenderedReport> typeset_report(const BatchInputs& inputs, const ComposedReport& composed, Shaper& shaper,
                                      PhaseTimes* times) {
  const Report& report = composed.report;
  Problems problems;
  const ChartStyle style{inputs.theme, shaper};
  const auto pages = timed(times, Phase::layout, [&] { return lay_out(report, style); }).take(problems);
  if (!pages) return problems;
  auto bytes = timed(times, Phase::pdf, [&] {
    const auto effort = inputs.compact ? pdf::Effort::small : pdf::Effort::quick;
    auto written = write_pdf(report, *pages, inputs.pdf, effort).take(problems);
    return written && inputs.compact ? compact_pdf(*written).take(problems) : std::move(written);
  });
  std::optional<std::string> page = std::string();
  if (inputs.twins)
    page = timed(times, Phase::web, [&] { return write_html(report, style, inputs.fonts); }).take(problems);
  if (!bytes || !page) return problems;
  return {RenderedReport{std::move(*bytes), std::move(*page), static_cast<int>(pages->pages.size()),
                         report.identity.inputs_sha256, composed.content_sha256},
          std::move(problems)};
}

Result<RenderedReport> render_report(const BatchInputs& inputs, OrganisationIndex organisation, const Words& words,
                                     Shaper& shaper) {
  return typeset_report(inputs, compose_report(inputs, organisation, words), shaper);
}

Result<RenderedReport> render_group_report(const BatchInputs& inputs, const GroupKey& key, const Words& words,
                                           Shaper& shaper) {
  auto report = build_group_report(inputs.report, key, words);
  if (!report)
    return error_at({}, fmt::format("the group \"{}\" is withheld", group_name(inputs.report.survey, key, words)),
                    "it has too few organisations, or nearly the same ones as another group");
  return typeset_report(
      inputs, completed(inputs, std::move(*report), group_data(GroupFacts(inputs.report, key, words)), words), shaper);
}

}  // namespace mognad
