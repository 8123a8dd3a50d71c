#include "batch/earlier_files.h"

#include <map>
#include <string_view>

#include "files/output_names.h"

namespace mognad {
namespace {

class Settlement {
 public:
  Settlement(const TriedReports& tried, const BatchOptions& options, Files& files, BatchResult& result)
      : tried_(tried), options_(options), files_(files), result_(result) {
    for (const ManifestEntry& entry : result.entries) {
      written_.insert(entry.file);
      if (entry.kind == FileKind::report) contents_[{entry.organisation, entry.language}] = entry.content_sha256;
    }
  }

  void run() {
    for (const ManifestEntry& entry : options_.earlier->entries()) {
      if (written_.contains(entry.file)) continue;
      const bool tried = tried_.contains({entry.organisation, entry.language});
      const bool stays = tried ? belongs(entry) : options_.part;
      if (tried && !stays) remove(entry);
      if (stays && is_whole(entry, options_.output, files_)) result_.kept.push_back(entry);
    }
  }

 private:
  /// To a report of this run that says the same.
  bool belongs(const ManifestEntry& entry) const {
    const auto content = contents_.find({entry.organisation, entry.language});
    return entry.kind != FileKind::report && content != contents_.end() && content->second == entry.content_sha256;
  }

  void remove(const ManifestEntry& entry) {
    const std::string path = join_path(options_.output, entry.file);
    if (!files_.exists(path)) return;
    if (auto problem = files_.remove(path)) {
      result_.problems.push_back(std::move(*problem));
      result_.disk_failed = true;
    } else if (entry.kind == FileKind::report) {
      result_.problems.push_back(note_at({path}, "the earlier report is removed: it is not what the data say now"));
    }
  }

  const TriedReports& tried_;
  const BatchOptions& options_;
  Files& files_;
  BatchResult& result_;
  std::set<std::string_view> written_;
  std::map<std::pair<std::string_view, std::string_view>, std::string_view> contents_;  // of this run's reports
};

}  // namespace

void settle_earlier_files(const TriedReports& tried, const BatchOptions& options, Files& files, BatchResult& result) {
  Settlement(tried, options, files, result).run();
}

}  // namespace mognad
