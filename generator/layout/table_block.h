// Tables: one head row, rules below rows, first column left, numbers right, words left. Column widths come from the
// contents; what is left over goes between the columns.
#pragma once

#include "layout/text_block.h"

namespace mognad {

/// Title, head and rows with the caption; the head repeats on each page that the table reaches.
Rows table_rows(LayoutContext& context, const Table& table, double width, int parent);

}  // namespace mognad
