// What can be wrong with a model whose keys are all right.
#pragma once

#include "base/problem.h"
#include "model/model.h"

namespace mognad {

/// Axes that lie within each other, and types without a letter of their own.
void check_matrix(const Model& model, const Place& place, Problems& problems);

/// Minimum shares that ask for more parts than they seem to.
void check_shares(const Model& model, const Place& place, Problems& problems);

}  // namespace mognad
