// NationRow: a group of organisations, a kind of them or a part of the model with the result of many, as a row of a
// figure. The figures that put rows beside each other share how these are drawn and what stands in their data.
#pragma once

#include <string>
#include <vector>

#include "report/nation_facts.h"

namespace mognad {

struct NationRow {
  std::string id;       // in the data: the same every year
  std::string name;     // of its row
  std::string in_text;  // inside a sentence
  GroupResult result;
};
using NationRows = std::vector<NationRow>;

/// The highest median first; equal ones stay as they are, those without a median stand last.
void sort_by_median(NationRows& rows);

/// The rows with their numbers of organisations, on one scale with the median of all of the type.
ScaleRowsData rows_chart(const NationFacts& f, const NationRows& rows, const std::string& name_head);

/// A row with the same numbers for each, behind a total row of all of the type.
FigureData rows_data(const NationFacts& f, const NationRows& rows, const std::string& row_head);

/// The four numbers of a result in the order of `result_columns`.
std::vector<Datum> result_cells(const GroupResult& result);
/// n, median and quartiles.
std::vector<DataColumn> result_columns(const NationFacts& f);

/// What the marks and symbols of the rows mean, as far as they are used.
std::string rows_caption(const NationFacts& f, const NationRows& rows);

}  // namespace mognad
