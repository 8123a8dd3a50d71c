#include "export/csv/report_data.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "base/json_text.h"
#include "export/csv/csv_text.h"
#include "export/csv/printed_value.h"
#include "export/csv/report_rows.h"

namespace mognad {
namespace {

constexpr std::size_t kFirstNumber = 7, kLastNumber = 12;  // columns whose fields are numbers in JSON

/// Both files at once: a row's fields are made only once.
class DataText {
 public:
  DataText(const Model& model, const Words& words, bool simulated) : model_(model), words_(words) {
    constexpr std::size_t kUsual = 96 * 1024;  // more than most reports have
    data_.csv.reserve(kUsual);
    data_.values.reserve(kUsual);
    if (simulated) data_.csv += fmt::format("# {}\n", words.say("common.simulated"));
    data_.csv += fmt::format("{}\n", fmt::join(kReportColumns, ","));
  }

  void add(const ReportRow& row, const std::string& unit, const std::string& unit_name) {
    static const std::string kNone;
    const bool node = row.node != kNoNode;
    const std::array<std::string_view, 3> names{node ? model_.node(row.node).id : kNone,
                                                node ? model_.node(row.node).name.in(words_.tag()) : kNone, row.item};
    const std::string year = whole(row.year, 0), from = whole(row.from_year, 0), n = whole(row.n, -1);
    const std::string value = row.count && row.value ? fmt::format("{:.0f}", row.value.number()) : printed(row.value),
                      lower = printed(row.lower), upper = printed(row.upper);
    const std::array<std::string_view, kReportColumns.size()> fields{
        row.kind, unit, unit_name, row.group, names[0], names[1], names[2],
        year,     from, n,         value,     lower,    upper,    state_of(row.value)};
    append_record(data_.csv, fields);
    data_.values += data_.values.empty() ? "[" : ",\n[";
    for (std::size_t i = 0; i < fields.size(); ++i) {
      if (i > 0) data_.values += ',';
      if (fields[i].empty()) data_.values += "null";
      else if (i >= kFirstNumber && i <= kLastNumber) data_.values += fields[i];
      else append_json_string(data_.values, fields[i]);
    }
    data_.values += ']';
  }

  ReportData finish() { return std::move(data_); }

 private:
  const Model& model_;
  const Words& words_;
  ReportData data_;
};

}  // namespace

ReportData report_data(const ReportFacts& f) {
  DataText text(f.model, f.words, f.survey.simulated);
  report_rows(f, [&](const ReportRow& row) {
    if (row.unit < 0) text.add(row, "", "");
    else text.add(row, f.inputs.dataset.units[static_cast<std::size_t>(row.unit)].id, f.unit_name(row.unit));
  });
  return text.finish();
}

ReportData group_data(const GroupFacts& f) {
  DataText text(f.model, f.words, f.survey.simulated);
  group_rows(f, [&](const ReportRow& row) { text.add(row, "", ""); });
  return text.finish();
}

std::string metadata_json(const Report& report, const Survey& survey) {
  const Identity& id = report.identity;
  const DisclosurePolicy& rules = survey.disclosure;
  std::string out;
  const auto text = [&](const char* key, const std::string& value) {
    out += fmt::format("\"{}\": {},\n", key, json_string(value));
  };
  text("title", report.title);
  text("organisation", id.organisation_code);
  text("organisation_name", id.organisation_name);
  text("survey", id.survey_id);
  out += fmt::format("\"year\": {},\n\"edition\": {},\n", id.year, id.edition);
  if (id.replaces > 0) out += fmt::format("\"replaces\": {},\n", id.replaces);
  text("model", id.model);
  text("program", id.program);
  text("inputs_sha256", id.inputs_sha256);
  text("date", report.date);
  text("language", report.document_tag);
  out += fmt::format("\"simulated\": {},\n", survey.simulated);
  out += fmt::format("\"disclosure\": {{\"minimum_respondents\": {}, \"interval_from\": {}, \"dot_step\": {}}},\n",
                     rules.minimum_respondents, rules.interval_from, rules.dot_step);
  return out;
}

std::string report_data_json(const ReportData& data, const Report& report, const Survey& survey) {
  return fmt::format("{{\n{}\"columns\": [\"{}\"],\n\"values\": [\n{}\n]\n}}\n", metadata_json(report, survey),
                     fmt::join(kReportColumns, "\", \""), data.values);
}

}  // namespace mognad
