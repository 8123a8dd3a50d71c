// [[earlier_versions]] of a model file.
#pragma once

#include "input/table_reader.h"
#include "model/model.h"

namespace mognad {

/// Reads one earlier version into model.earlier: which of its statements are which of today's, which are gone and where
/// they stood, and which of today's are new. Every statement of today must be one or the other.
void read_version(TableReader& table, Model& model);

}  // namespace mognad
