// Loading: everything that a survey names, read and checked, with all problems of all files.
#pragma once

#include <memory>
#include <optional>

#include "batch/render_batch.h"
#include "commands/command_options.h"

namespace mognad {

struct SurveyFiles {
  Survey survey;
  Model model;
};

/// The survey and its model.
Result<SurveyFiles> load_survey(const CommandOptions& options, const Files& files);

struct LoadedSurvey {
  Survey survey;
  Model model;
  Dataset dataset;
  Template layout;
  Theme theme;
  std::vector<LanguageResources> languages;
  FontSet fonts;
  std::string settings_sha256;
};

Result<std::unique_ptr<LoadedSurvey>> load_all(const CommandOptions& options, const Files& files);

}  // namespace mognad
