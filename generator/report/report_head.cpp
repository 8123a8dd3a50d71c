#include "report/report_head.h"

#include <fmt/format.h>

#include "report/correction.h"

namespace mognad {

Report report_head(const Survey& survey, const Model& model, const std::string& name, const Words& words) {
  const std::string& survey_name = survey.name.in(words.tag());
  const std::string year = std::to_string(survey.year);
  const Date& date = survey.report_date;
  Report report;
  report.title = fmt::format("{} {}: {}", survey_name, year, name);
  report.subject = words.say("cover.subject", {{"name", name}, {"survey", survey_name}, {"year", year}});
  report.author = survey.sender.in(words.tag());
  report.document_tag = words.language().document_tag;
  report.date = fmt::format("{:04}-{:02}-{:02}", date.year, date.month, date.day);
  if (survey.simulated) report.example_tag = words.say("common.simulated");
  report.foot_strong = name;
  report.foot_short = name;
  report.left_out_label = words.say("common.left_out");
  report.foot = fmt::format("{} {}", survey_name, year);
  report.cover_bookmark = words.say("cover.bookmark");
  report.page_words = {words.say("page.skip"), words.say("page.contents"), words.say("page.chart"),
                       words.say("page.table")};
  report.figure_words = {words.say("figure.title"), words.say("figure.subtitle"), words.say("figure.caption"),
                         words.say("figure.description")};
  report.identity.organisation_name = name;
  report.identity.survey_id = survey.id;
  report.identity.year = survey.year;
  report.identity.edition = survey.edition;
  report.identity.replaces = replaced_edition(survey, {});
  report.identity.model = fmt::format("{} {}", model.id, model.version);
  report.identity.program = "mognad " MOGNAD_VERSION;
  return report;
}

CoverFieldData cover_axes(const Model& model, const Words& words) {
  const auto axis = [&](const MatrixAxis& a) {
    const Node& node = model.node(a.node);
    const auto side = [&](const LocalText& text) {
      return words.say("cover.axis", {{"side", text.in(words.tag())}, {"axis", node.definite.in(words.tag())}});
    };
    return MatrixAxisWords{node.name.in(words.tag()), side(a.low), side(a.high), a.cut};
  };
  return {axis(model.matrix.x), axis(model.matrix.y), false, {}, {}};
}

Paragraph provenance(const Report& report, const Words& words) {
  const Identity& identity = report.identity;
  const std::string& code = identity.organisation_code;
  const std::string name =
      code.empty() ? identity.organisation_name : fmt::format("{} ({})", identity.organisation_name, code);
  std::string text = words.say("document.provenance", {{"name", name},
                                                       {"survey", report.foot},
                                                       {"edition", std::to_string(identity.edition)},
                                                       {"date", report.date},
                                                       {"model", identity.model},
                                                       {"program", identity.program},
                                                       {"hash", identity.inputs_sha256}});
  if (identity.replaces > 0)
    text += " " + words.say("correction.provenance", {{"replaced", std::to_string(identity.replaces)}});
  return {{{words.say("document.title") + " ", true}, {text}}, Paragraph::Kind::column};
}

}  // namespace mognad
