// The file of participation: organisation, year, invited, population, a row for each organisation and year. It tells
// how many could have answered, which the answers can't. For one thread at a time.
#pragma once

#include "dataset/dataset.h"
#include "input/data_table.h"

namespace mognad {

/// Completes the measurements of the dataset, which are whole. What is wrong is reported by the table, at its field; a
/// row of which nothing was measured is warned of, unless `answers_refused`: then that may be why.
void read_participation(DataTable table, Dataset& dataset, bool answers_refused);

}  // namespace mognad
