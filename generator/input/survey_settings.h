// The tables of numbers in survey.toml: what must not be learnt, what a simulation makes,
// and what counts as strange.
#pragma once

#include "dataset/survey.h"
#include "input/table_reader.h"

namespace mognad {

/// `[disclosure]`, with limits that no survey may lower.
DisclosurePolicy read_disclosure(TableReader table);

/// `[simulation]`
SimulationSettings read_simulation(TableReader table);

/// `[checks]`
CheckSettings read_checks(TableReader table);

}  // namespace mognad
