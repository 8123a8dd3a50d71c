// The publication of the small survey, made in memory: a figure of the results in each size that there is.
#pragma once

#include "batch/render_publication.h"
#include "files/memory_files.h"
#include "files/output_names.h"
#include "report/figure_document.h"
#include "support/small_survey.h"

namespace mognad::test {

struct SmallPublication {
  FigureTemplate figures = [] {
    const auto choice = [](const char* name, FigureSize size) {
      return FigureChoice{.kind = FigureKind::result, .name = name, .size = size};
    };
    FigureTemplate made{{choice("result", FigureSize::two_columns), choice("narrow", FigureSize::one_column),
                         choice("slide", FigureSize::slide)}};
    made.figures.front().each_type = true;
    return made;
  }();
  StatusTemplate status = [] {
    StatusTemplate made;
    made.title = LocalText({{"sv", "Statusrapport"}, {"en", "Status report"}});
    made.subtitle = LocalText({{"sv", "Alla organisationer"}, {"en", "All organisations"}});
    StatusSectionChoice section;
    section.title = LocalText({{"sv", "Resultat"}, {"en", "Results"}});
    section.figures = {"result", "narrow"};
    made.sections.push_back(std::move(section));
    return made;
  }();

  PublicationInputs inputs() const {
    const WholeSurvey& survey = small_survey();
    const LoadedSurvey& loaded = *survey.loaded;
    return {{loaded.model, loaded.survey, loaded.dataset, survey.statistics, figures, status, loaded.logo},
            loaded.theme,
            loaded.fonts,
            survey.pdf,
            loaded.languages,
            loaded.look_sha256};
  }
};

inline const SmallPublication& small_publication() {
  static const SmallPublication made;
  return made;
}

/// Its content, composed once.
inline const Publication& composed_publication() {
  static const Publication composed = [] {
    auto made = compose_publication(small_publication().inputs(), 1);
    for (const Problem& problem : made.problems) UNSCOPED_INFO(to_text(problem));
    REQUIRE(made);
    return std::move(*made);
  }();
  return composed;
}

inline FormatSet only_formats(std::initializer_list<PublicationFormat> formats) {
  FormatSet set;
  for (const PublicationFormat format : formats) set.add(format);
  return set;
}

/// Formats of single figures without PNG, whose pixels take most of the time.
inline FormatSet quick_formats() {
  using enum PublicationFormat;
  return only_formats({svg, eps, pdf, csv, txt});
}

inline std::string publication_manifest(const BatchResult& result) {
  const LoadedSurvey& loaded = *small_survey().loaded;
  return manifest_json({loaded.survey.id, loaded.survey.year, "mognad " MOGNAD_VERSION},
                       known_names(loaded.survey, loaded.model, loaded.dataset), result.entries, result.failed);
}

}  // namespace mognad::test
