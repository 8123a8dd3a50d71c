// The small survey, loaded and computed once, with what makes documents of it in each language.
#pragma once

#include <catch2/catch.hpp>

#include <map>

#include "batch/render_batch.h"
#include "commands/load.h"
#include "layout/lay_out.h"
#include "support/sample.h"

namespace mognad::test {

/// A language's words and shaped letters.
struct Voice {
  Words words;
  Shaper shaper;
  Voice(const LanguageResources& resources, const FontSet& fonts)
      : words(resources.language), shaper(fonts, resources.hyphenation, resources.language.document_tag) {}
};

class WholeSurvey {
 public:
  explicit WholeSurvey(std::unique_ptr<LoadedSurvey> survey)
      : loaded(std::move(survey)),
        statistics(compute_statistics(loaded->model, loaded->survey, loaded->dataset)),
        pdf(*make_pdf_resources(loaded->fonts, loaded->logo.get()).value) {
    for (const LanguageResources& language : loaded->languages)
      voices.emplace(language.language.tag, std::make_unique<Voice>(language, loaded->fonts));
  }

  ReportInputs inputs() const {
    return {loaded->model, loaded->survey, loaded->dataset, statistics, loaded->layout, loaded->logo};
  }
  BatchInputs batch() const {
    return {inputs(), loaded->theme, loaded->fonts, pdf, loaded->languages, loaded->settings_sha256};
  }
  int organisations() const { return static_cast<int>(loaded->dataset.organisations.size()); }
  const Organisation& organisation(int index) const {
    return loaded->dataset.organisations[static_cast<std::size_t>(index)];
  }
  Voice& voice(const LanguageTag& tag) const { return *voices.at(tag); }
  ChartStyle style(const LanguageTag& tag) const { return {loaded->theme, voice(tag).shaper}; }
  Report report(int organisation, const LanguageTag& tag) const {
    return build_board_report(inputs(), organisation, voice(tag).words);
  }

  std::unique_ptr<LoadedSurvey> loaded;
  Statistics statistics;
  PdfResources pdf;
  std::map<LanguageTag, std::unique_ptr<Voice>> voices;
};

inline std::unique_ptr<LoadedSurvey> load_or_throw(const CommandOptions& options, const Files& files) {
  auto loaded = load_all(options, files);
  if (!loaded) throw std::runtime_error(to_text(loaded.problems.front()));
  return std::move(*loaded);
}

inline const WholeSurvey& small_survey() {
  static const WholeSurvey survey(load_or_throw(options_for("survey"), *files_with_new_survey()));
  return survey;
}

inline constexpr const char* kLanguages[] = {"sv", "en"};

}  // namespace mognad::test
