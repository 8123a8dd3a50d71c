#include "support/small_survey.h"

namespace mognad::test {

WholeSurvey::WholeSurvey(std::unique_ptr<LoadedSurvey> survey)
    : loaded(std::move(survey)),
      statistics(compute_statistics(loaded->model, loaded->survey, loaded->dataset)),
      pdf(*make_pdf_resources(loaded->fonts, loaded->logo.get()).value) {
  for (const LanguageResources& language : loaded->languages)
    voices.emplace(language.language.tag, std::make_unique<Voice>(language, loaded->fonts));
}

WholeSurvey::~WholeSurvey() = default;

ReportInputs WholeSurvey::inputs() const {
  return {loaded->model, loaded->survey, loaded->dataset, statistics, loaded->layout, loaded->logo};
}

BatchInputs WholeSurvey::batch() const {
  return {inputs(), loaded->theme, loaded->fonts, pdf, loaded->languages, loaded->look_sha256};
}

Report WholeSurvey::report(int organisation, const LanguageTag& tag) const {
  return build_board_report(inputs(), organisation, voice(tag).words);
}

std::unique_ptr<LoadedSurvey> load_or_throw(const CommandOptions& options, const Files& files) {
  auto loaded = load_all(options, files);
  if (!loaded) throw std::runtime_error(to_text(loaded.problems.front()));
  return std::move(*loaded);
}

const WholeSurvey& small_survey() {
  static const WholeSurvey survey(load_or_throw(options_for("survey"), *files_with_new_survey()));
  return survey;
}

}  // namespace mognad::test
