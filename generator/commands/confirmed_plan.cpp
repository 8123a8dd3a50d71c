#include "commands/confirmed_plan.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "files/output_names.h"

namespace mognad {
namespace {

constexpr const char* kPlanIsOld = "plan again, and confirm the new plan: mognad mail plan SURVEY";

bool is_beginning_of_hash(const std::string& text) {
  return text.size() >= kFewestDigits && text.size() <= 64 &&
         text.find_first_not_of("0123456789abcdef") == std::string::npos;
}

/// Folders below mail/, one for each purpose.
std::vector<std::string> plan_folders(const std::string& mail_folder) {
  std::vector<std::string> folders;
  std::error_code code;
  for (const auto& entry : std::filesystem::directory_iterator(mail_folder, code))
    if (entry.is_directory(code)) folders.push_back(entry.path().string());
  std::sort(folders.begin(), folders.end());
  return folders;
}

/// The reports that were rendered again, by name; without one it is something else in the manifest.
void name_changed_reports(const MailPlan& plan, const LoadedMail& loaded, Problems& problems) {
  const std::size_t before = problems.size();
  for (const PlannedMessage& m : plan.messages) {
    const verification::KnownFile* file = loaded.manifest.file(m.report);
    if (file && file->sha256 == m.report_sha256) continue;
    Problem problem = error_at({join_path(loaded.output, m.report)},
                               file ? "the report was rendered again after the plan"
                                    : "the report is in the plan, and no longer in the manifest",
                               kPlanIsOld);
    if (problems.size() == before || problems.back() != problem) problems.push_back(std::move(problem));
  }
  if (problems.size() == before)
    problems.push_back(error_at({join_path(loaded.output, kManifestName)},
                                "the manifest of the reports has changed since the plan", kPlanIsOld));
}

}  // namespace

Result<ConfirmedPlan> find_confirmed_plan(const std::string& mail_folder, const std::string& hash, const Files& files) {
  if (!is_beginning_of_hash(hash))
    return error_at({"--confirm"},
                    fmt::format("expected the hash of a plan, or its first {} digits at least", kFewestDigits),
                    "'mognad mail plan' tells it at its end");
  Problems problems;
  for (const std::string& folder : plan_folders(mail_folder)) {
    const std::string path = join_path(folder, "plan.json");
    if (!files.exists(path)) continue;
    const auto json = files.read(path).take(problems);
    if (!json || !mail_plan_hash(*json).starts_with(hash)) continue;
    auto plan = read_mail_plan(*json, path).take(problems);
    if (!plan) return problems;
    return ConfirmedPlan{std::move(*plan), folder};
  }
  if (problems.empty())
    problems.push_back(error_at({mail_folder},
                                "no plan here has the hash that was confirmed: it was made again since, "
                                "or changed",
                                "read the plan that is there before it is confirmed: mognad mail plan"));
  return problems;
}

Problems changes_since(const MailPlan& plan, const LoadedMail& loaded) {
  Problems problems;
  const Survey& survey = loaded.survey;
  const auto changed = [&](bool differs, const std::string& path, const char* what) {
    if (differs) problems.push_back(error_at({path}, fmt::format("{} since the plan", what), kPlanIsOld));
  };
  changed(plan.survey != survey.id || plan.year != survey.year, survey.path, "the survey or its year has changed");
  changed(plan.edition != survey.edition, survey.path, "the edition has changed");
  changed(plan.simulated != survey.simulated, survey.path, "whether the survey is simulated has changed");
  changed(plan.recipients_sha256 != loaded.recipients_sha256, survey.mail.recipients_path,
          "the list of recipients has changed");
  changed(plan.settings_sha256 != loaded.settings_sha256, survey.path,
          "the settings, the words of the messages or the attachments have changed");
  if (plan.manifest_sha256 != loaded.manifest_sha256) name_changed_reports(plan, loaded, problems);
  return problems;
}

}  // namespace mognad
