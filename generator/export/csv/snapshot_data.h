// A snapshot of finished years as the CSV file that survey.toml names under `closed.snapshot`.
#pragma once

#include <span>
#include <string>

#include "statistics/snapshot.h"

namespace mognad {

std::string snapshot_csv(std::span<const SnapshotEntry> entries);

}  // namespace mognad
