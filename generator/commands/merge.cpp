#include <fmt/format.h>

#include "batch/merge_shards.h"
#include "commands/commands.h"
#include "commands/reporting.h"

namespace mognad {

ExitStatus run_merge(const CommandOptions& options, Files& files) {
  const MergeResult result = merge_shards(options.survey, files);
  print_problems(result.problems, options);
  if (result.disk_failed) return ExitStatus::surroundings_failed;
  if (!result.written) return ExitStatus::some_failed;
  if (options.json) fmt::print("{{\"shards\": {}, \"files\": {}}}\n", result.shards, result.files);
  else if (!options.quiet) fmt::print("{} parts with {} files joined\n", result.shards, result.files);
  return ExitStatus::done;
}

}  // namespace mognad
