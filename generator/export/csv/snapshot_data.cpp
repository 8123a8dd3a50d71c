#include "export/csv/snapshot_data.h"

#include "export/csv/csv_text.h"

namespace mognad {

std::string snapshot_csv(std::span<const SnapshotEntry> entries) {
  std::string csv = "year,organisation,respondents,sha256\n";
  for (const SnapshotEntry& entry : entries)
    append_record(csv,
                  {std::to_string(entry.year), entry.organisation, std::to_string(entry.respondents), entry.sha256});
  return csv;
}

}  // namespace mognad
