#include "fuzz/targets.h"

namespace mognad::fuzz {

std::span<const Target> targets() {
  static constexpr Target kTargets[] = {
      {"toml", read_toml},
  };
  return kTargets;
}

}  // namespace mognad::fuzz
