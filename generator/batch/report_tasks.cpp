#include "batch/report_tasks.h"

#include <algorithm>

namespace mognad {

std::vector<ReportTask> report_tasks(const BatchInputs& inputs, const std::vector<OrganisationIndex>& organisations) {
  std::vector<ReportTask> tasks;
  for (const OrganisationIndex organisation : organisations) {
    const auto& wanted = inputs.report.dataset.organisations[static_cast<std::size_t>(organisation)].languages;
    for (std::size_t i = 0; i < inputs.languages.size(); ++i)
      if (wanted.empty() || std::find(wanted.begin(), wanted.end(), inputs.languages[i].language.tag) != wanted.end())
        tasks.push_back({organisation, i});
  }
  return tasks;
}

}  // namespace mognad
