#include "batch/earlier_run.h"

#include <atomic>
#include <utility>

#include "batch/workers.h"
#include "files/output_names.h"
#include "files/sha256.h"

namespace mognad {
namespace {

using verification::Findings;
using verification::KnownFile;

/// Nothing where there is no such file, or none that can be read.
std::string text_of(const std::string& path, const Files& files) {
  if (!files.exists(path)) return {};
  auto text = files.read(path);
  return text ? std::move(*text) : std::string();
}

std::string key_of(const std::string& organisation, const std::string& language) {
  return organisation + "\n" + language;
}

}  // namespace

void EarlierRun::add(ManifestEntry entry) {
  const auto [place, is_new] = by_file_.emplace(entry.file, entries_.size());
  if (!is_new) {
    entries_[place->second] = std::move(entry);
    return;
  }
  if (entry.kind == FileKind::figure) figures_[key_of(entry.organisation, entry.language)].push_back(entries_.size());
  entries_.push_back(std::move(entry));
}

EarlierRun EarlierRun::read(const std::string& output, const std::string& survey, int year, const Files& files,
                            const Shard& shard) {
  EarlierRun run;
  if (const std::string json = text_of(join_path(output, shard.manifest_name()), files); !json.empty()) {
    Findings findings;  // `verify` tells of them; here what a wrong manifest doesn't tell of is made again
    const verification::Manifest manifest = verification::read_manifest(json, findings);
    if (manifest.survey != survey || manifest.year != year) return run;
    if (findings.empty()) run.made_from_ = manifest.made_from;  // a report that failed is a finding, too
    run.statistics_sha256_ = manifest.statistics_sha256;
    run.failed_ = manifest.failed;
    for (const KnownFile& file : manifest.files) run.add(entry_of(file));
  }
  const verification::Journal journal =
      verification::read_journal(text_of(join_path(output, shard.journal_name()), files));
  if (journal.survey != survey || journal.year != year) {
    // Another survey's run may have put its files in the place of these.
    if (!journal.files.empty()) run.made_from_.clear();
    return run;
  }
  for (const KnownFile& file : journal.files) {
    const ManifestEntry* const told = run.find(file.path);
    if (!told || told->sha256 != file.sha256 || told->content_sha256 != file.content_sha256) run.made_from_.clear();
    run.add(entry_of(file));
  }
  return run;
}

const ManifestEntry* EarlierRun::find(const std::string& file) const {
  const auto found = by_file_.find(file);
  return found == by_file_.end() ? nullptr : &entries_[found->second];
}

std::vector<const ManifestEntry*> EarlierRun::figures_of(const std::string& organisation,
                                                         const std::string& language) const {
  std::vector<const ManifestEntry*> figures;
  if (const auto found = figures_.find(key_of(organisation, language)); found != figures_.end())
    for (const std::size_t place : found->second) figures.push_back(&entries_[place]);
  return figures;
}

bool is_whole(const ManifestEntry& entry, const std::string& output, const Files& files) {
  const std::string path = join_path(output, entry.file);
  if (!files.exists(path)) return false;
  const auto bytes = files.read(path);
  return bytes && bytes->size() == entry.bytes && sha256_hex(*bytes) == entry.sha256;
}

bool all_whole(const std::vector<ManifestEntry>& entries, const std::string& output, unsigned jobs,
               const Files& files) {
  std::atomic<bool> damaged = false;
  run_tasks(entries.size(), jobs, damaged, [&] {
    return [&](std::size_t i) {
      if (!is_whole(entries[i], output, files)) damaged = true;
    };
  });
  return !damaged;
}

}  // namespace mognad
