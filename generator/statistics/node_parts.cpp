#include "statistics/node_parts.h"

namespace mognad {
namespace {

double share(int part, int whole) { return whole == 0 ? 0 : static_cast<double>(part) / whole; }

}  // namespace

bool NodeParts::enough(const Model& model, Level level) const {
  // A share such as 2/3 must be met by two of three whatever its last binary digit says.
  constexpr double kTolerance = 1e-9;
  if (known == 0) return false;
  switch (level) {
    case Level::total: return share(known, all) + kTolerance >= model.minimum_share.total;
    case Level::dimension: return share(known, all) + kTolerance >= model.minimum_share.dimension;
    case Level::category: return share(known_statements, statements) + kTolerance >= model.minimum_share.category;
    case Level::capability: return share(known_statements, statements) + kTolerance >= model.minimum_share.capability;
    case Level::statement: break;
  }
  return true;
}

}  // namespace mognad
