#include "commands/batch_outcome.h"

#include <csignal>

#include "files/output_names.h"

namespace mognad {
namespace {

std::atomic<bool> interrupted = false;  // the one piece of global state: a signal handler can reach nothing else

void stop_after_this(int) { interrupted = true; }

std::optional<Problem> begin_journal(const Survey& survey, const std::vector<ManifestEntry>& entries,
                                     const std::string& path, Files& files) {
  Problems problems;
  files.write_lines(path, journal_begin(survey.id, survey.year, entries)).take(problems);
  return problems.empty() ? std::nullopt : std::optional(problems.front());
}

}  // namespace

void write_manifest(const LoadedSurvey& loaded, const std::string& folder, const std::string& output,
                    BatchResult& result, Files& files, const MadeFrom& made_from, const Shard& shard) {
  if (result.disk_failed || result.stopped) return;
  const Survey& survey = loaded.survey;
  std::vector<ManifestEntry> entries = result.entries;
  entries.insert(entries.end(), result.kept.begin(), result.kept.end());
  std::vector<std::string> failed = result.failed;
  failed.insert(failed.end(), result.failed_before.begin(), result.failed_before.end());
  const std::string manifest =
      manifest_json({survey.id, survey.year, "mognad " MOGNAD_VERSION, made_from.inputs, made_from.statistics_sha256},
                    known_names(survey, loaded.model, loaded.dataset), entries, failed);
  auto problem = files.write_below(output, join_path(folder, shard.manifest_name()), manifest);
  // A journal that tells of more than the manifest would be one of a run that didn't end.
  if (!problem && folder.empty())
    problem = begin_journal(survey, entries, join_path(output, shard.journal_name()), files);
  if (problem) {
    result.problems.push_back(std::move(*problem));
    result.disk_failed = true;
  }
}

ExitStatus status_of(const BatchResult& result) {
  if (result.disk_failed) return ExitStatus::surroundings_failed;
  return result.failed.empty() && !result.stopped ? ExitStatus::done : ExitStatus::some_failed;
}

const std::atomic<bool>& stop_on_interrupt() {
  std::signal(SIGINT, stop_after_this);
  return interrupted;
}

}  // namespace mognad
