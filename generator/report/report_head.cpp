#include "report/report_head.h"

#include <fmt/format.h>

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
  report.identity.organisation_name = name;
  report.identity.survey_id = survey.id;
  report.identity.year = survey.year;
  report.identity.edition = survey.edition;
  report.identity.model = fmt::format("{} {}", model.id, model.version);
  report.identity.program = "mognad " MOGNAD_VERSION;
  return report;
}

Table provenance(const Identity& identity, const Words& words) {
  Table table;
  table.head = false;
  table.title = words.say("document.title");
  table.columns = {{"", TableColumn::Align::left}, {"", TableColumn::Align::left}};
  const auto add = [&](const char* key, std::string value) {
    table.rows.push_back({{words.say(key), std::move(value)}});
  };
  const bool group = identity.organisation_code.empty();
  add(group ? "document.group" : "document.organisation",
      group ? identity.organisation_name
            : fmt::format("{} ({})", identity.organisation_name, identity.organisation_code));
  add("document.survey", fmt::format("{} {}", identity.survey_id, identity.year));
  add("document.edition", std::to_string(identity.edition));
  add("document.model", identity.model);
  add("document.program", identity.program);
  add("document.inputs", identity.inputs_sha256);
  return table;
}

}  // namespace mognad
