#include "input/read_survey.h"

#include <fmt/format.h>

#include <algorithm>

#include "files/output_names.h"
#include "input/mail_settings.h"
#include "input/read_imports.h"
#include "input/survey_as_input.h"
#include "input/survey_settings.h"
#include "input/table_reader.h"
#include "input/whole_file.h"
#include "input/writable_text.h"
#include "language/edit_distance.h"

namespace mognad {
namespace {

class SurveyReader {
 public:
  SurveyReader(const TomlValue& root, const std::string& file, const std::string& templates, Problems& problems)
      : root_(root, "", problems), templates_(templates) {
    survey_.path = file;
    survey_.folder = folder_of(file);
  }

  Survey read(const GivenLimits& given) {
    survey_.languages = root_.texts("languages");
    if (survey_.languages.empty()) root_.error("languages", "'languages' is missing", "languages = [\"sv\"]");
    report_twice("languages", survey_.languages);
    survey_.id = root_.text("id");
    if (const auto fault = fault_of(survey_.id, "id", kLongestCode)) root_.error("id", fault->message, fault->hint);
    survey_.name = line("name");
    survey_.year = static_cast<int>(root_.integer("year", 1990, 2100));
    survey_.edition = static_cast<int>(root_.integer_or("edition", 1, 1, 999));
    survey_.report_date = root_.date("report_date");
    survey_.sender = line("sender");
    survey_.period = root_.local_or("period", survey_.languages);
    check_line("period", survey_.period);
    survey_.source = local("source");
    survey_.sources = root_.locals("sources", survey_.languages);
    survey_.simulated = root_.flag_or("simulated", false);
    survey_.imports = read_imports(root_, [this](const std::string& name) { return resolve(name); });
    read_files();
    read_logo();
    read_types();
    read_unit_types();
    check_unit_types();
    read_peer_groups();
    survey_.disclosure = read_disclosure(root_.table_or_empty("disclosure"));
    read_national();
    read_earlier_models();
    read_closed_years();
    survey_.limits = read_limits(root_.table_or_empty("limits"), given);
    survey_.simulation = read_simulation(root_.table_or_empty("simulation"));
    survey_.checks = read_checks(root_.table_or_empty("checks"));
    read_mailing();
    root_.finish();
    return std::move(survey_);
  }

 private:
  LocalText local(const char* key) { return root_.local(key, survey_.languages); }

  /// What stands in titles, feet and the subjects of messages: neither line breaks nor what can't be seen.
  LocalText line(const char* key) {
    LocalText text = local(key);
    check_line(key, text);
    return text;
  }

  void check_line(const char* key, const LocalText& text) {
    for (const auto& [tag, words] : text.all())
      if (const auto fault = fault_of(words, key, kLongestName)) root_.error(key, fault->message, fault->hint);
  }

  std::string resolve(const std::string& name) const {
    if (name.empty()) return {};
    if (name.starts_with("templates/")) return join_path(templates_, name.substr(10));
    return join_path(survey_.folder, name);
  }

  void read_files() {
    TableReader table = root_.table("files");
    survey_.model_path = resolve(table.text("model"));
    survey_.organisations_path = resolve(table.text("organisations"));
    for (const std::string& name : table.texts("answers")) survey_.answer_paths.push_back(resolve(name));
    for (const std::string& name : table.text_or_texts("results")) survey_.result_paths.push_back(resolve(name));
    if (survey_.answer_paths.empty() && survey_.result_paths.empty() && survey_.imports.empty())
      table.error("answers", "'files.answers' names no file",
                  "answers = [\"answers.csv\"], or results = \"results.csv\" where values were computed elsewhere, or "
                  "[[imports]]");
    survey_.units_path = resolve(table.text_or("units", ""));
    survey_.participation_path = resolve(table.text_or("participation", ""));
    survey_.benchmarks_path = resolve(table.text_or("benchmarks", ""));
    survey_.targets_path = resolve(table.text_or("targets", ""));
    survey_.initiatives_path = resolve(table.text_or("initiatives", ""));
    survey_.template_path = resolve(table.text_or("template", "templates/board-report.toml"));
    survey_.figures_path = resolve(table.text_or("figures", "templates/figures.toml"));
    survey_.status_report_path = resolve(table.text_or("status_report", "templates/status-report.toml"));
    survey_.mail.recipients_path = resolve(table.text_or("recipients", ""));
    survey_.mail.template_path = resolve(table.text_or("messages", "templates/messages.toml"));
    survey_.theme_path = resolve(table.text_or("theme", "templates/themes/petrol.toml"));
    table.finish();
  }

  /// The tables of mailing; the files of it were read with the others.
  void read_mailing() {
    const std::string recipients = std::move(survey_.mail.recipients_path),
                      words = std::move(survey_.mail.template_path);
    survey_.mail = read_mail(root_, survey_, [this](const std::string& name) { return resolve(name); });
    survey_.mail.recipients_path = recipients;
    survey_.mail.template_path = words;
    survey_.correction = read_correction(root_, survey_);
  }

  void read_logo() {
    TableReader table = root_.table_or_empty("logo");
    if (!root_.has("logo")) return;
    survey_.logo_path = resolve(table.text("file"));
    survey_.logo_description = table.local("description", survey_.languages);
    table.finish();
  }

  void read_types() {
    TableReader types = root_.table("types");
    for (const std::string& type : types.keys()) {
      TableReader table = types.table(type);
      TypeWords& words = survey_.types[type];
      words.one = table.local("one", survey_.languages);
      words.many = table.local("many", survey_.languages);
      words.many_definite = table.local("many_definite", survey_.languages);
      words.many_genitive = table.local("many_genitive", survey_.languages);
      words.reader = table.local("reader", survey_.languages);
      table.finish();
    }
    if (survey_.types.empty())
      types.error("types", "no type of organisation is described",
                  "add [types.<type>] for each type in the organisations' file");
  }

  void read_unit_types() {
    for (TableReader& table : root_.tables("unit_types")) {
      const std::string id = table.text("id");
      survey_.unit_types.push_back({id, table.local("name", survey_.languages)});
      table.finish();
    }
  }

  void check_unit_types() {
    std::vector<std::string> ids;
    for (const UnitType& type : survey_.unit_types) ids.push_back(type.id);
    report_twice("unit_types", ids);
  }

  void read_peer_groups() {
    for (TableReader& table : root_.tables("peer_groups")) {
      PeerGroupDefinition group;
      group.id = table.text("id");
      read_members(table, group);
      group.types = table.texts("types");
      for (const std::string& type : group.types)
        if (!survey_.types.count(type))
          table.error("types", fmt::format("the survey describes no type '{}'", type), hint_for(type, type_names()));
      group.name = table.local("name", survey_.languages);
      group.note = table.local_or("note", survey_.languages);
      TableReader values = table.table_or_empty("value_notes");
      group.value_order = values.keys();
      for (const std::string& value : group.value_order)
        group.value_notes[value] = values.local(value, survey_.languages);
      table.finish();
      survey_.peer_groups.push_back(std::move(group));
    }
    std::vector<std::string> ids;
    for (const PeerGroupDefinition& group : survey_.peer_groups) ids.push_back(group.id);
    report_twice("peer_groups", ids);
    const bool has_all =
        !survey_.peer_groups.empty() && survey_.peer_groups.front().kind() == PeerGroupDefinition::Kind::all;
    if (!has_all)
      root_.error("peer_groups", "the first of 'peer_groups' is not all of the type",
                  "the matrix and the tables compare with it: a group without 'property', 'members' or 'nearest' comes "
                  "first");
  }

  /// What makes organisations a group: nothing, one property, a list, or nearness.
  static void read_members(TableReader& table, PeerGroupDefinition& group) {
    if (table.has("property")) group.property = table.text("property");
    group.members = table.texts("members");
    group.nearest_by = table.texts("nearest");
    constexpr int kMostOthers = 1000;
    group.nearest_count = static_cast<int>(table.integer_or("count", group.nearest_count, 3, kMostOthers));
    const bool by_property = !group.property.empty(), by_list = !group.members.empty(),
               by_nearness = !group.nearest_by.empty();
    for (const char* key : {"members", "nearest"})
      if (table.is_empty_list(key))
        table.error(key, fmt::format("'{}' names nothing", key), "leave it out for a group of all");
    for (const char* key : {"property", "members", "nearest"})
      if (table.has(key)) group.place = table.place_of(key);
    if (by_property + by_list + by_nearness > 1)
      table.error("id",
                  fmt::format("the peer group '{}' has more than one of 'property', 'members' and 'nearest'", group.id),
                  "each group is made in one way: write two groups");
    if (group.nearest_by.size() > 3)
      table.error("nearest", "'nearest' names more than three columns", "one to three numeric columns");
    if (table.has("count") && !by_nearness)
      table.error("count", "'count' stands without 'nearest'", "it is how many organisations are the nearest");
  }

  std::vector<std::string> type_names() const {
    std::vector<std::string> names;
    for (const auto& [type, words] : survey_.types) names.push_back(type);
    return names;
  }

  /// Ids that must be different, and are not.
  void report_twice(const char* key, std::vector<std::string> ids) {
    std::sort(ids.begin(), ids.end());
    for (std::size_t i = 1; i < ids.size(); ++i)
      if (ids[i] == ids[i - 1] && (i < 2 || ids[i] != ids[i - 2]))
        root_.error(key, fmt::format("'{}' stands twice in '{}'", ids[i], key), "each may stand there once");
  }

  void read_national() {
    TableReader table = root_.table_or_empty("national");
    survey_.national_place = table.place_of("weight");
    survey_.national_weight = table.text_or("weight", "");
    table.finish();
  }

  void read_earlier_models() {
    std::vector<std::string> all;
    for (TableReader& table : root_.tables("earlier_models")) {
      EarlierModel earlier;
      earlier.place = table.place_of("version");
      earlier.version = table.text("version");
      earlier.years = years(table, "years");
      for (const int year : earlier.years) all.push_back(std::to_string(year));
      table.finish();
      survey_.earlier_models.push_back(std::move(earlier));
    }
    report_twice("earlier_models", all);
  }

  void read_closed_years() {
    TableReader table = root_.table_or_empty("closed");
    if (!root_.has("closed")) return;
    survey_.closed.years = years(table, "years");
    survey_.closed.snapshot_path = resolve(table.text("snapshot"));
    table.finish();
  }

  /// A list of years before the survey's own.
  std::vector<int> years(TableReader& table, const char* key) const {
    const auto found = table.integers(key);
    if (!found) return {};  // told already
    std::vector<int> listed;
    const bool own_known = root_.has("year") && survey_.year > 1990;
    for (const std::int64_t year : *found) {
      if (own_known && (year < 1990 || year >= survey_.year))
        table.error(key, fmt::format("the year {} is not before the survey's, {}", year, survey_.year),
                    fmt::format("expected years from 1990 to {}", survey_.year - 1));
      listed.push_back(static_cast<int>(year));
    }
    if (listed.empty())
      table.error(key, fmt::format("'{}.{}' names no year", table.name(), key), "years = [2023, 2024]");
    return listed;
  }

  TableReader root_;
  const std::string& templates_;
  Survey survey_;
};

}  // namespace

Result<Survey> read_survey(const std::string& path, const std::string& templates, const Files& files,
                           const GivenLimits& given) {
  Problems problems;
  const std::string file = path.ends_with(".toml") ? path : join_path(path, "survey.toml");
  const auto root =
      read_toml_file(file, files, limits_of(given),
                     "name a survey.toml or the folder that holds one; 'mognad new FOLDER' writes one to begin with")
          .take(problems);
  if (!root) return problems;
  Survey survey = SurveyReader(*root, file, templates, problems).read(given);
  refuse_survey_as_input(*root, survey, files, problems);
  if (has_errors(problems)) return problems;
  return {std::move(survey), std::move(problems)};
}

}  // namespace mognad
