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

/// Made in small_survey.cpp: dozens of tests would compile it each.
class WholeSurvey {
 public:
  explicit WholeSurvey(std::unique_ptr<LoadedSurvey> survey);
  ~WholeSurvey();

  ReportInputs inputs() const;
  BatchInputs batch() const;
  int organisations() const { return static_cast<int>(loaded->dataset.organisations.size()); }
  const Organisation& organisation(int index) const {
    return loaded->dataset.organisations[static_cast<std::size_t>(index)];
  }
  Voice& voice(const LanguageTag& tag) const { return *voices.at(tag); }
  ChartStyle style(const LanguageTag& tag) const { return {loaded->theme, voice(tag).shaper}; }
  Report report(int organisation, const LanguageTag& tag) const;

  std::unique_ptr<LoadedSurvey> loaded;
  Statistics statistics;
  PdfResources pdf;
  std::map<LanguageTag, std::unique_ptr<Voice>> voices;
};

std::unique_ptr<LoadedSurvey> load_or_throw(const CommandOptions& options, const Files& files);

const WholeSurvey& small_survey();

inline constexpr const char* kLanguages[] = {"sv", "en"};

}  // namespace mognad::test
