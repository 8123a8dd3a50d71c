// Which reports a batch consists of: one for each organisation in each of its languages.
#pragma once

#include <vector>

#include "batch/render_report.h"

namespace mognad {

/// One report.
struct ReportTask {
  OrganisationIndex organisation = 0;
  std::size_t language = 0;  // index in BatchInputs::languages
};

/// Organisations in the order given, each in those of the loaded languages that it wants.
std::vector<ReportTask> report_tasks(const BatchInputs& inputs, const std::vector<OrganisationIndex>& organisations);

}  // namespace mognad
