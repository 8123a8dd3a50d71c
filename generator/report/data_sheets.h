// The sheets of a workbook that no figure has: every node of the model, every organisation, the participants. Pure
// functions; values come from statistics and have passed disclosure control.
#pragma once

#include "report/workbook.h"

namespace mognad {

/// A row for each node from the total to the statements; for each type of organisation that measured in the survey's
/// year the mean, the median, the quartiles and how many are counted.
Sheet nodes_sheet(const NationInputs& inputs, const Words& words);

/// A row for each organisation that measured in the survey's year: type, properties and, where the participants agreed
/// that all results are published, its values down to the capabilities. For who may name organisations only.
Sheet organisations_sheet(const NationInputs& inputs, const Words& words);

/// Each organisation that ever measured, by type, with the years. For who may name organisations only.
Sheet participants_sheet(const NationInputs& inputs, const Words& words);

}  // namespace mognad
