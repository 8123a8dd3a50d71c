#include "commands/load.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "batch/content_hash.h"
#include "batch/workers.h"
#include "commands/input_digest.h"
#include "files/output_names.h"
#include "files/sha256.h"
#include "input/read_dataset.h"
#include "input/read_logo.h"
#include "input/read_model.h"
#include "input/read_publication.h"
#include "input/read_survey.h"
#include "input/read_template.h"
#include "language/edit_distance.h"

namespace mognad {
namespace {

bool among(const std::vector<std::string>& names, const std::string& name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

/// Who decides which languages are loaded where --language names none.
enum class LanguageNeed { organisations, survey };

/// The languages that --language names; all of the survey; or those in which any of the organisations that --only names
/// wants its report; in the order of the survey. Without organisations, which could not be read then, all of them.
std::vector<LanguageTag> needed_languages(const LoadedSurvey& loaded, const CommandOptions& options, LanguageNeed need,
                                          Problems& problems) {
  const Survey& survey = loaded.survey;
  for (const LanguageTag& tag : options.languages)
    if (!among(survey.languages, tag))
      problems.push_back(error_at({"--language"}, fmt::format("the survey has no language '{}'", tag),
                                  hint_for(tag, survey.languages)));
  const auto wanted = [&](const LanguageTag& tag) {
    if (!options.languages.empty()) return among(options.languages, tag);
    if (need == LanguageNeed::survey) return true;
    const auto& all = loaded.dataset.organisations;
    return all.empty() || std::any_of(all.begin(), all.end(), [&](const Organisation& o) {
             return (options.only.empty() || among(options.only, o.code)) &&
                    (o.languages.empty() || among(o.languages, tag));
           });
  };
  std::vector<LanguageTag> needed;
  std::copy_if(survey.languages.begin(), survey.languages.end(), std::back_inserter(needed), wanted);
  return needed;
}

void load_languages(LoadedSurvey& loaded, const CommandOptions& options, LanguageNeed need, const Files& files,
                    Problems& problems) {
  for (const LanguageTag& tag : needed_languages(loaded, options, need, problems)) {
    auto language = read_language(language_path(tag, options), files).take(problems);
    if (!language) continue;
    auto hyphenation = load_hyphenation(*language, files).take(problems);
    if (!hyphenation) continue;
    std::string hash = sha256_hex(fmt::format("{} {} {}", hyphenation->left, hyphenation->right, hyphenation->bytes));
    loaded.languages.push_back({std::move(*language), std::move(*hyphenation), std::move(hash)});
  }
  // What is asked for on the command line holds for every organisation.
  if (!options.languages.empty())
    for (Organisation& o : loaded.dataset.organisations) o.languages.clear();
}

void load_logo(DocumentLook& look, const Survey& survey, const Files& files, Problems& problems) {
  if (survey.logo_path.empty()) return;
  auto logo = read_logo(survey.logo_path, kLogoBox, look.theme.colours.paper, files).take(problems);
  if (logo) look.logo = std::make_shared<const Raster>(std::move(*logo));
}

/// Of all languages of the survey, loaded or not: a report is the same whatever is made beside it.
std::string hash_of_settings(const LoadedSurvey& loaded, const CommandOptions& options, const Files& files,
                             Problems& problems) {
  std::string all;
  for (const std::string& path : settings_paths(loaded.survey, options))
    if (const auto text = files.read(path).take(problems)) all += sha256_hex(*text) + "\n";
  for (const FontFile& font : loaded.fonts) all += sha256_hex(font.bytes) + "\n";
  return sha256_hex(all);
}

/// What reports are set with: the theme and its fonts, as they were read. Where fonts were found doesn't matter.
std::string hash_of_look(const LoadedSurvey& loaded) {
  Theme theme = loaded.theme;
  theme.font_folders.clear();
  ContentBytes all;
  all.add(theme);
  for (const FontFile& font : loaded.fonts) all.add(sha256_hex(font.bytes));
  return sha256_hex(all.bytes());
}

/// Files are read on as many threads as documents are made.
RunTasks side_by_side(const CommandOptions& options) {
  return [&options](std::size_t tasks, const std::function<void(std::size_t)>& task) {
    const std::atomic<bool> stop = false;
    run_tasks(tasks, options.threads(), stop, [&] { return [&](std::size_t i) { task(i); }; });
  };
}

}  // namespace

Result<SurveyFiles> load_survey(const CommandOptions& options, const Files& files) {
  Problems problems;
  auto survey = read_survey(options.survey, options.templates, files, options.limits).take(problems);
  if (!survey) return problems;
  auto model = read_model(survey->model_path, survey->languages, files, survey->limits).take(problems);
  if (!model) return problems;
  return {SurveyFiles{std::move(*survey), std::move(*model)}, std::move(problems)};
}

Result<std::unique_ptr<SurveyData>> load_data(const CommandOptions& options, const Files& files) {
  Problems problems;
  auto first = load_survey(options, files).take(problems);
  if (!first) return problems;
  auto dataset = read_dataset(first->survey, first->model, files, side_by_side(options)).take(problems);
  if (!dataset || has_errors(problems)) return problems;
  auto data = std::make_unique<SurveyData>();
  data->survey = std::move(first->survey);
  data->model = std::move(first->model);
  data->dataset = std::move(*dataset);
  return {std::move(data), std::move(problems)};
}

Result<DocumentLook> load_look(const Survey& survey, const CommandOptions& options, const Files& files) {
  Problems problems;
  DocumentLook look;
  auto theme = read_theme(survey.theme_path, files, survey.limits).take(problems);
  if (!theme) return problems;
  look.theme = std::move(*theme);
  resolve_font_folders(look.theme, survey, options);
  if (auto fonts = load_fonts(look.theme, files).take(problems)) look.fonts = std::move(*fonts);
  load_logo(look, survey, files, problems);
  if (has_errors(problems)) return problems;
  return {std::move(look), std::move(problems)};
}

std::string language_path(const LanguageTag& tag, const CommandOptions& options) {
  return join_path(options.templates, fmt::format("languages/{}.toml", tag));
}

void resolve_font_folders(Theme& theme, const Survey& survey, const CommandOptions& options) {
  std::vector<std::string> folders;
  for (const std::string& folder : theme.font_folders) {
    if (folder.starts_with('/')) {
      folders.push_back(folder);
    } else {
      folders.push_back(join_path(survey.folder, folder));
      folders.push_back(join_path(join_path(options.templates, ".."), folder));
    }
  }
  theme.font_folders = std::move(folders);
}

std::string output_folder(const Survey& survey, const CommandOptions& options) {
  return options.output.empty() ? fmt::format("output/{}/{}", slug(survey.id), survey.year) : options.output;
}

namespace {

Result<std::unique_ptr<LoadedSurvey>> load_documents(const CommandOptions& options, LanguageNeed need,
                                                     const Files& files) {
  Problems problems;
  auto first = load_survey(options, files).take(problems);
  if (!first) return problems;
  auto loaded = std::make_unique<LoadedSurvey>();
  loaded->survey = std::move(first->survey);
  loaded->model = std::move(first->model);
  const InputLimits& limits = loaded->survey.limits;
  if (auto layout = read_template(loaded->survey.template_path, loaded->survey.languages, files, limits).take(problems))
    loaded->layout = std::move(*layout);
  if (auto look = load_look(loaded->survey, options, files).take(problems)) {
    loaded->theme = std::move(look->theme);
    loaded->fonts = std::move(look->fonts);
    loaded->logo = std::move(look->logo);
  }
  if (auto dataset = read_dataset(loaded->survey, loaded->model, files, side_by_side(options)).take(problems))
    loaded->dataset = std::move(*dataset);
  load_languages(*loaded, options, need, files, problems);
  if (has_errors(problems)) return problems;
  loaded->look_sha256 = hash_of_look(*loaded);
  loaded->program_sha256 = program_sha256(files);
  return {std::move(loaded), std::move(problems)};
}

/// The template that the survey names, or the program's own.
std::string template_path(const std::string& named, const char* own, const CommandOptions& options) {
  return named.empty() ? join_path(options.templates, own) : named;
}

/// The program's own choice of figures is for any survey: those of groups that this one hasn't are left out, and told.
void leave_out_unknown_groups(FigureTemplate& figures, const Survey& survey, Problems& problems) {
  std::erase_if(figures.figures, [&](const FigureChoice& choice) {
    const auto is_group = [&](const PeerGroupDefinition& group) { return group.id == choice.group; };
    if (choice.group.empty() || std::any_of(survey.peer_groups.begin(), survey.peer_groups.end(), is_group))
      return false;
    problems.push_back(note_at(
        choice.place,
        fmt::format("the figure '{}' is left out: the survey has no peer group '{}'", choice.name, choice.group)));
    return true;
  });
}

}  // namespace

Result<std::unique_ptr<LoadedSurvey>> load_all(const CommandOptions& options, const Files& files) {
  return load_documents(options, LanguageNeed::organisations, files);
}

Result<LoadedPublication> load_publication(const CommandOptions& options, const Files& files) {
  Problems problems;
  auto survey = load_documents(options, LanguageNeed::survey, files).take(problems);
  if (!survey) return problems;
  LoadedPublication loaded{std::move(*survey), {}, {}, {}};
  const Survey& s = loaded.survey->survey;
  const std::string figures = template_path(s.figures_path, "figures.toml", options);
  const std::string status = template_path(s.status_report_path, "status-report.toml", options);
  if (auto read = read_figure_template(figures, s.languages, files, s.limits).take(problems)) {
    loaded.figures = std::move(*read);
    if (auto sections = read_status_template(status, s.languages, loaded.figures, files, s.limits).take(problems))
      loaded.status = std::move(*sections);
    if (figures == join_path(options.templates, "figures.toml")) leave_out_unknown_groups(loaded.figures, s, problems);
  }
  std::string& hash = loaded.settings_sha256 = hash_of_settings(*loaded.survey, options, files, problems);
  for (const std::string& path : {figures, status})
    if (files.exists(path))
      if (const auto text = files.read(path).take(problems)) hash = sha256_hex(hash + sha256_hex(*text));
  if (has_errors(problems)) return problems;
  return {std::move(loaded), std::move(problems)};
}

}  // namespace mognad
