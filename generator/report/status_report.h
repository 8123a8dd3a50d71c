// The status report of a year: the figures with what their numbers say, method, editions and tables.
#pragma once

#include "report/national_figure.h"

namespace mognad {

/// `figures` are all of the publication in its order. A section that names a figure which left itself out goes without
/// it; one without anything to show leaves itself out. Attachments and the hash of inputs are added by the caller.
Report build_status_report(const NationInputs& inputs, const std::vector<NationalFigure>& figures, const Words& words);

}  // namespace mognad
