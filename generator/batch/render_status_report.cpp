#include "batch/render_status_report.h"

#include <utility>

#include "export/csv/figure_table.h"
#include "export/html/html_writer.h"
#include "export/xlsx/workbook_writer.h"
#include "files/output_names.h"
#include "files/sha256.h"
#include "layout/lay_out.h"
#include "report/figure_document.h"
#include "report/report_head.h"
#include "report/status_report.h"
#include "report/workbook.h"

namespace mognad {
namespace {

/// The report with all its numbers as data, and with where it comes from at its end.
Report whole_report(const PublicationInputs& inputs, const std::vector<NationalFigure>& figures, const Words& words) {
  Report report = build_status_report(inputs.nation, figures, words);
  const Survey& survey = inputs.nation.survey;
  FigureTable table = publication_table(figures, example_notice(survey, words));
  report.identity.inputs_sha256 = hash_of_inputs(inputs, report, words, table.csv);
  std::string json = document_data_json(table, "status-report", "", report, survey);
  report.attachments.push_back(
      {"data.csv", "text/csv", words.say("figure_file.report_attachment"), std::move(table.csv)});
  report.attachments.push_back(
      {"data.json", "application/json", words.say("figure_file.report_attachment_json"), std::move(json)});
  if (!report.sections.empty()) report.sections.back().blocks.push_back(provenance(report, words));
  return report;
}

/// What went wrong with a file is told by its name.
Problems placed(Problems problems, const std::string& file) {
  for (Problem& problem : problems)
    if (problem.place.file.empty()) problem.place.file = file;
  return problems;
}

void append_problems(Problems& all, Problems more) { std::move(more.begin(), more.end(), std::back_inserter(all)); }

}  // namespace

Result<std::vector<RenderedFile>> render_status_report(const PublicationInputs& inputs,
                                                       const std::vector<NationalFigure>& figures, TwinChoice twin,
                                                       const FigureTools& tools) {
  const Report report = whole_report(inputs, figures, tools.words);
  const ChartStyle style{inputs.theme, tools.shaper};
  const std::string& hash = report.identity.inputs_sha256;
  const LanguageTag& tag = tools.words.tag();
  std::vector<RenderedFile> files;
  Problems problems;
  if (const auto pages = lay_out(report, style).take(problems))
    if (auto bytes = write_pdf(report, *pages, inputs.pdf).take(problems))
      files.push_back(
          {status_report_name(tag, "pdf"), "pdf", std::move(*bytes), hash, static_cast<int>(pages->pages.size())});
  problems = placed(std::move(problems), status_report_name(tag, "pdf"));
  if (twin == TwinChoice::html) {
    Problems of_page;
    if (auto page = write_html(report, style, inputs.fonts).take(of_page))
      files.push_back({status_report_name(tag, "html"), "html", std::move(*page), hash});
    append_problems(problems, placed(std::move(of_page), status_report_name(tag, "html")));
  }
  return {std::move(files), std::move(problems)};
}

Result<std::vector<RenderedFile>> render_workbook(const PublicationInputs& inputs,
                                                  const std::vector<NationalFigure>& figures,
                                                  const FigureTools& tools) {
  const Workbook workbook = build_workbook(inputs.nation, figures, tools.words);
  const std::string file = workbook_name(tools.words.tag(), inputs.nation.survey.languages.front());
  Problems problems;
  auto bytes = write_workbook(workbook).take(problems);
  problems = placed(std::move(problems), file);
  if (!bytes) return problems;
  std::string hash = sha256_hex(*bytes);  // it has no place for another: it is what it was made of
  return {{RenderedFile{file, "xlsx", std::move(*bytes), std::move(hash)}}, std::move(problems)};
}

}  // namespace mognad
