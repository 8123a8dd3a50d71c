// The small survey ready for batches: loaded once for a run of tests, with its first organisations and where their
// reports go.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "batch/render_batch.h"
#include "files/output_names.h"
#include "support/sample.h"

namespace mognad::test {

/// The small survey, loaded once; what is rendered from it borrows.
struct Sample {
  std::unique_ptr<MemoryFiles> files = files_with_new_survey();
  std::unique_ptr<LoadedSurvey> loaded = std::move(*load_all(options_for("survey"), *files));
  PdfResources pdf = std::move(*make_pdf_resources(loaded->fonts));
  Statistics statistics = compute_statistics(loaded->model, loaded->survey, loaded->dataset);
  BatchInputs inputs{{loaded->model, loaded->survey, loaded->dataset, statistics, loaded->layout},
                     loaded->theme,
                     loaded->fonts,
                     pdf,
                     loaded->languages,
                     loaded->look_sha256};
};

inline Sample& sample() {
  static Sample one;
  return one;
}

/// The first organisations that measured in the survey's year.
inline std::vector<OrganisationIndex> measured(std::size_t count) {
  std::vector<OrganisationIndex> chosen;
  const Dataset& data = sample().loaded->dataset;
  for (std::size_t i = 0; i < data.organisations.size() && chosen.size() < count; ++i)
    if (data.find(static_cast<int>(i), sample().loaded->survey.year)) chosen.push_back(static_cast<int>(i));
  return chosen;
}

inline BatchOptions options(unsigned jobs, std::size_t organisations) {
  BatchOptions o;
  o.output = "out";
  o.jobs = jobs;
  o.organisations = measured(organisations);
  return o;
}

inline std::string name_of_report(OrganisationIndex organisation, const char* language) {
  const Organisation& o = sample().loaded->dataset.organisations[static_cast<std::size_t>(organisation)];
  return report_name(o.code, o.formal_name, language);
}

}  // namespace mognad::test
