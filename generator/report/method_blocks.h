// Blocks that the method pages of all reports share.
#pragma once

#include "language/words.h"
#include "model/model.h"
#include "report/report.h"

namespace mognad {

/// The way from an answer to the total as a chain of boxes.
Figure formula_figure(const Model& model, const Words& words);

/// What "-", "." and ".." mean.
Table symbols_table(const Words& words);

}  // namespace mognad
