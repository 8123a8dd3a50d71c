#include "commands/page_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "commands/check_page.h"
#include "input/named_file.h"

namespace mognad {
namespace {

/// The files that the survey names, and itself.
std::vector<std::string> files_of(const Survey& survey) {
  std::vector<std::string> paths{survey.path,         survey.model_path,         survey.organisations_path,
                                 survey.units_path,   survey.participation_path, survey.benchmarks_path,
                                 survey.targets_path, survey.initiatives_path,   survey.template_path,
                                 survey.theme_path,   survey.logo_path,          survey.closed.snapshot_path};
  paths.insert(paths.end(), survey.answer_paths.begin(), survey.answer_paths.end());
  paths.insert(paths.end(), survey.result_paths.begin(), survey.result_paths.end());
  for (const AnswerImport& import : survey.imports) paths.push_back(import.path);
  std::erase(paths, "");
  for (std::string& path : paths) path = table_file(path, "").path;
  return paths;
}

bool is_named_by(const Survey& survey, const std::string& file, const Files& files) {
  const std::string real = files.real_path(file);
  const std::vector<std::string> paths = files_of(survey);
  return std::any_of(paths.begin(), paths.end(),
                     [&](const std::string& path) { return files.real_path(path) == real; });
}

/// A pipe or a device is none: it would be replaced by a file.
bool holds_a_page(const std::string& file, const Files& files) {
  std::error_code code;
  if (!std::filesystem::is_regular_file(file, code)) return false;
  Problems ignored;
  const auto reader = files.open(file).take(ignored);
  if (!reader) return false;
  std::string beginning(512, '\0');
  const auto read = (*reader)->read_at(0, beginning).take(ignored);
  return read && begins_check_page(std::string_view(beginning).substr(0, *read));
}

}  // namespace

std::optional<PageRefusal> page_refusal(const std::string& file, const Survey* survey, const Files& files) {
  if (survey && is_named_by(*survey, file, files))
    return PageRefusal{error_at({file}, "the survey names this file, and a page would take its place",
                                "let --html name another file")};
  std::error_code code;
  const std::string folder = std::filesystem::path(file).parent_path().string();
  if (!folder.empty() && !std::filesystem::is_directory(folder, code))
    return PageRefusal{error_at({file}, fmt::format("there is no folder '{}'", folder), "make it first"),
                       ExitStatus::surroundings_failed};
  if (!files.exists(file) || holds_a_page(file, files)) return std::nullopt;
  return PageRefusal{error_at({file}, "there is something already that is no page of 'mognad check'",
                              "let --html name another file, or remove this one")};
}

}  // namespace mognad
