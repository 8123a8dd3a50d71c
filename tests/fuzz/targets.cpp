#include "fuzz/targets.h"

namespace mognad::fuzz {

std::span<const Target> targets() {
  static constexpr Target kTargets[] = {
      {"bounce", read_bounce},   {"csv", read_csv},           {"json", read_json},
      {"mapping", read_mapping}, {"messages", read_messages}, {"recipients", read_recipients},
      {"sqlite", read_sqlite},   {"toml", read_toml},         {"xlsx", read_xlsx},
  };
  return kTargets;
}

}  // namespace mognad::fuzz
