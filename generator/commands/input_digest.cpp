#include "commands/input_digest.h"

#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <filesystem>

#include "batch/workers.h"
#include "commands/load.h"
#include "commands/loaded_libraries.h"
#include "files/file_stamp.h"
#include "files/output_names.h"
#include "files/sha256.h"
#include "input/named_file.h"
#include "input/read_template.h"
#include "input/sqlite_reader.h"
#include "text/font_set.h"
#include "text/hyphenator.h"

namespace mognad {
namespace {

constexpr const char* kProgram = "/proc/self/exe";  // proc(5)

void add(std::vector<std::string>& paths, const std::string& path) {
  if (!path.empty()) paths.push_back(table_file(path, "").path);
}

/// What statistics are computed from.
std::vector<std::string> statistics_paths(const Survey& survey) {
  std::vector<std::string> paths;
  for (const std::string& path : survey.answer_paths) add(paths, path);
  for (const AnswerImport& import : survey.imports) add(paths, import.path);
  for (const std::string& path : survey.result_paths) add(paths, path);
  for (const std::string* path :
       {&survey.organisations_path, &survey.units_path, &survey.participation_path, &survey.closed.snapshot_path})
    add(paths, *path);
  paths.push_back(survey.path);
  paths.push_back(survey.model_path);
  return paths;
}

std::string stamps_of(const Survey& survey, const CommandOptions& options) {
  std::string stamps;
  for (const std::string& path : input_paths(survey, options)) stamps += file_stamp(path) + "\n";
  return stamps;
}

/// Of each file; empty for one that can't be read.
std::vector<std::string> hashes_of(const std::vector<std::string>& paths, unsigned jobs, const Files& files) {
  std::vector<std::string> hashes(paths.size());
  const std::atomic<bool> never = false;
  run_tasks(paths.size(), jobs, never,
            [&] { return [&](std::size_t i) { hashes[i] = sha256_of_file(paths[i], files); }; });
  return hashes;
}

/// Fonts and dictionaries, which the theme and the languages name; nothing when they can't be found.
std::optional<std::string> hash_of_resources(const Survey& survey, const CommandOptions& options, const Files& files) {
  auto theme = read_theme(survey.theme_path, files, survey.limits);
  if (!theme) return std::nullopt;
  resolve_font_folders(*theme, survey, options);
  const auto fonts = load_fonts(*theme, files);
  if (!fonts) return std::nullopt;
  std::string all;
  for (const FontFile& font : *fonts) all += sha256_hex(font.bytes);
  for (const LanguageTag& tag : survey.languages) {
    const auto language = read_language(language_path(tag, options), files);
    if (!language) return std::nullopt;
    if (const auto patterns = load_hyphenation(*language, files)) all += sha256_hex(patterns->bytes);
  }
  return sha256_hex(all);
}

/// With lengths, so that no two lists look the same.
std::string listed(const std::vector<std::string>& words) {
  std::string list;
  for (const std::string& word : words) list += fmt::format("{}:{},", word.size(), word);
  return list;
}

std::string asked_for(const CommandOptions& o) {
  std::string limits;
  for (const auto& [name, value] : o.limits) limits += fmt::format("{}={};", name, value);
  return fmt::format("{} | {} | {} | {} {} {} | {}", listed(o.only), listed(o.where), listed(o.languages), o.compact,
                     o.figures, o.html_twins, limits);
}

/// A pipe gives its bytes once: whoever hashes them has read them away.
bool is_pipe(const std::string& path) {
  std::error_code code;
  return std::filesystem::is_fifo(path, code);
}

}  // namespace

std::string program_sha256(const Files& files) {
  return sha256_hex(sha256_of_file(kProgram, files) + "\n" + loaded_libraries());
}

std::vector<std::string> settings_paths(const Survey& survey, const CommandOptions& options) {
  std::vector<std::string> paths{survey.path, survey.model_path, survey.template_path, survey.theme_path};
  for (const LanguageTag& tag : survey.languages) paths.push_back(language_path(tag, options));
  for (const std::string* path :
       {&survey.logo_path, &survey.benchmarks_path, &survey.targets_path, &survey.initiatives_path})
    add(paths, *path);
  return paths;
}

std::vector<std::string> input_paths(const Survey& survey, const CommandOptions& options) {
  std::vector<std::string> paths = statistics_paths(survey);
  for (std::string& path : settings_paths(survey, options)) paths.push_back(std::move(path));
  return paths;
}

InputDigests input_digests(const Survey& survey, const CommandOptions& options, const Files& files) {
  std::vector<std::string> paths = input_paths(survey, options);
  const std::size_t of_statistics = statistics_paths(survey).size();
  if (files.exists(kProgram)) paths.emplace_back(kProgram);
  const auto is_in_use = [&](const std::string& path) { return !changes_beside(path, files).empty(); };
  if (std::any_of(paths.begin(), paths.end(), is_pipe) || std::any_of(paths.begin(), paths.end(), is_in_use)) return {};
  InputDigests digests;
  digests.stamps = stamps_of(survey, options);
  const auto resources = hash_of_resources(survey, options, files);
  const std::vector<std::string> hashes = hashes_of(paths, options.threads(), files);
  // Of all files from the first on; nothing where one could not be read.
  const auto joined = [&](std::string all, std::size_t count) {
    for (std::size_t i = 0; i < count; ++i) {
      if (hashes[i].empty()) return std::string();
      all += hashes[i] + "\n";
    }
    return all;
  };
  const std::string data = joined("statistics\n", of_statistics);
  if (!data.empty()) digests.statistics = sha256_hex(data);
  const std::string all = joined(asked_for(options) + "\n" MOGNAD_VERSION "\n" + loaded_libraries(), hashes.size());
  if (!all.empty() && resources) digests.reports = sha256_hex(all + *resources);
  return digests;
}

bool touched_since(const InputDigests& before, const Survey& survey, const CommandOptions& options) {
  return stamps_of(survey, options) != before.stamps;
}

std::optional<Problem> changed_meanwhile(const Survey& survey, const InputDigests& before,
                                         const CommandOptions& options, const Files& files) {
  const std::string now = input_digests(survey, options, files).statistics;
  if (now.empty())
    return error_at({survey.path},
                    "a file that the survey names can't be read twice, as a snapshot of statistics needs",
                    "a pipe, for one: save what it gives as a file");
  if (now != before.statistics)
    return error_at({survey.path}, "a file that the survey names has changed while it was read",
                    "run the command again when nothing writes to it");
  return std::nullopt;
}

StatisticsOrigin statistics_origin(const InputDigests& digests, const Files& files) {
  return {sha256_hex("mognad " MOGNAD_VERSION " " + program_sha256(files)), digests.statistics};
}

}  // namespace mognad
