// The units' file: organisation, unit, name, unit_type, a row for each unit. For one thread at a time.
#pragma once

#include "dataset/dataset.h"
#include "dataset/survey.h"
#include "input/data_table.h"

namespace mognad {

/// Adds the units of organisations that are known to the dataset, in the order of their rows. What is wrong is reported
/// by the table, at its field.
void read_units(const Survey& survey, DataTable table, Dataset& dataset);

}  // namespace mognad
