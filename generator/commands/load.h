// Loading: everything that a survey names, read and checked, with all problems of all files.
#pragma once

#include <memory>
#include <optional>

#include "batch/render_batch.h"
#include "commands/command_options.h"
#include "report/figure_template.h"

namespace mognad {

struct SurveyFiles {
  Survey survey;
  Model model;
};

/// The survey and its model.
Result<SurveyFiles> load_survey(const CommandOptions& options, const Files& files);

/// The survey, its model and its data, without what only documents need.
struct SurveyData {
  Survey survey;
  Model model;
  Dataset dataset;
};

Result<std::unique_ptr<SurveyData>> load_data(const CommandOptions& options, const Files& files);

/// The words of a language, among the program's templates.
std::string language_path(const LanguageTag& tag, const CommandOptions& options);

/// A folder of the theme that is not absolute lies beside the survey, or beside the program's templates.
void resolve_font_folders(Theme& theme, const Survey& survey, const CommandOptions& options);

/// Where a command writes: --output, or output/<survey>/<year>.
std::string output_folder(const Survey& survey, const CommandOptions& options);

struct LoadedSurvey {
  Survey survey;
  Model model;
  Dataset dataset;
  Template layout;
  Theme theme;
  std::shared_ptr<const Raster> logo;  // null: none
  std::vector<LanguageResources> languages;
  FontSet fonts;
  std::string look_sha256;     // of theme and fonts
  std::string program_sha256;  // of the program and the libraries that it runs with
};

/// What documents look like.
struct DocumentLook {
  Theme theme;
  FontSet fonts;
  std::shared_ptr<const Raster> logo;  // null: none
};

Result<DocumentLook> load_look(const Survey& survey, const CommandOptions& options, const Files& files);

/// What the publication of a year needs, in all languages of the survey or in those that --language names.
struct LoadedPublication {
  std::unique_ptr<LoadedSurvey> survey;
  FigureTemplate figures;
  StatusTemplate status;
  std::string settings_sha256;  // of survey, model, templates, theme, logo, languages and fonts
};

Result<LoadedPublication> load_publication(const CommandOptions& options, const Files& files);

Result<std::unique_ptr<LoadedSurvey>> load_all(const CommandOptions& options, const Files& files);

}  // namespace mognad
