// The box of each table that stands on one page, for the structure tree (ISO 32000-1, table 344: BBox).
#pragma once

#include "layout/pages.h"

namespace mognad {

/// Sets page and box of the tables; of one on several pages the page stays −1.
void set_table_boxes(Pages& pages);

}  // namespace mognad
