#include "input/survey_as_input.h"

#include <fmt/format.h>

namespace mognad {

void refuse_survey_as_input(const TomlValue& root, const Survey& survey, const Files& files, Problems& problems) {
  const std::string itself = files.real_path(survey.path);
  const auto check = [&](const std::string& table, const std::string& key, const std::string& path) {
    if (path.empty() || files.real_path(path) != itself) return;
    const TomlValue* found = root.find(table);
    if (found) found = found->find(key);
    problems.push_back(error_at(found ? found->place : Place{survey.path},
                                fmt::format("'{}.{}' names survey.toml itself", table, key),
                                "name the file that holds them"));
  };
  check("files", "model", survey.model_path);
  check("files", "organisations", survey.organisations_path);
  for (const std::string& path : survey.answer_paths) check("files", "answers", path);
  for (const std::string& path : survey.result_paths) check("files", "results", path);
  check("files", "units", survey.units_path);
  check("files", "participation", survey.participation_path);
  check("files", "benchmarks", survey.benchmarks_path);
  check("files", "targets", survey.targets_path);
  check("files", "initiatives", survey.initiatives_path);
  check("files", "template", survey.template_path);
  check("files", "figures", survey.figures_path);
  check("files", "status_report", survey.status_report_path);
  check("files", "theme", survey.theme_path);
  check("logo", "file", survey.logo_path);
  check("closed", "snapshot", survey.closed.snapshot_path);
  check("files", "recipients", survey.mail.recipients_path);
  check("files", "messages", survey.mail.template_path);
  for (const std::string& path : survey.mail.attachments) check("mail", "attachments", path);
  check("mail", "passwords", survey.mail.passwords_path);
  check("mail", "folder", survey.mail.folder);
  if (survey.mail.server) {
    check("mail", "server", survey.mail.server->credentials_path);
    check("mail", "server", survey.mail.server->certificates_path);
  }
}

}  // namespace mognad
