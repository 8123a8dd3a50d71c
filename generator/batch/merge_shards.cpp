#include "batch/merge_shards.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "batch/manifest.h"
#include "batch/shard.h"
#include "files/output_names.h"

namespace mognad {
namespace {

using verification::Findings;
using verification::KnownFile;
using verification::Manifest;

struct Part {
  std::string path;
  Shard shard;
  Manifest manifest;
};

class Merge {
 public:
  Merge(const std::string& folder, Files& files) : folder_(folder), files_(files) {}

  MergeResult run() {
    read_parts();
    if (parts_.empty() && result_.problems.empty() && files_.exists(join_path(folder_, kManifestName))) return whole();
    if (parts_.empty() && result_.problems.empty()) {
      result_.disk_failed = !files_.exists(folder_) && files_.list(folder_).empty();
      error(folder_, result_.disk_failed ? "there is no such folder" : "no part of a batch lies here",
            "'mognad render --shard 1/12 SURVEY' makes one: manifest.1-of-12.json");
    }
    // What a manifest that can't be read doesn't tell would be missed everywhere.
    if (!parts_.empty() && result_.problems.empty()) {
      check_same_batch();
      check_gaps();
      check_overlaps();
      check_strangers();
    }
    result_.shards = parts_.size();
    if (!has_errors(result_.problems)) write();
    return std::move(result_);
  }

 private:
  /// A batch in one part has the manifest of the whole already.
  MergeResult whole() {
    const auto manifest = read(join_path(folder_, kManifestName));
    if (manifest) result_.files = manifest->files.size();
    result_.shards = 1;
    result_.written = !has_errors(result_.problems);
    return std::move(result_);
  }

  /// With what is wrong in it as problems; but reports that failed are told of later.
  std::optional<Manifest> read(const std::string& path) {
    const auto json = files_.read(path).take(result_.problems);
    if (!json) return std::nullopt;
    Findings findings;
    Manifest manifest = verification::read_manifest(*json, findings);
    for (const verification::Finding& finding : findings)
      if (finding.rule->id != "M-manifest-10")
        error(path, fmt::format("{}: {}", finding.where, finding.found), finding.rule->advice.data());
    return manifest;
  }

  void error(const std::string& path, std::string message, std::string hint = {}) {
    result_.problems.push_back(error_at({path}, std::move(message), std::move(hint)));
  }

  void read_parts() {
    for (const std::string& name : files_.list(folder_)) {
      const auto shard = shard_of_manifest(name);
      if (!shard) continue;
      const std::string path = join_path(folder_, name);
      if (auto manifest = read(path)) parts_.push_back({path, *shard, std::move(*manifest)});
    }
    std::sort(parts_.begin(), parts_.end(), [](const Part& a, const Part& b) { return a.shard.index < b.shard.index; });
  }

  /// All are held against the first.
  void check_same_batch() {
    const Part& first = parts_.front();
    const auto check = [&](const Part& part, const char* what, const auto& found, const auto& expected) {
      if (found != expected)
        error(part.path, fmt::format("{} {}, but {} in {}", what, found, expected, first.path),
              "render this part again, or move what is of another batch away");
    };
    const auto named = [](const std::string& hash) { return hash.empty() ? std::string("none") : hash; };
    for (const Part& part : parts_) {
      if (part.manifest.made_from.empty())
        error(part.path, "it doesn't tell what the part was made from, so nobody knows whether it is of this batch",
              "a survey that reads from a pipe can't be divided: save what it gives as a file");
      check(part, "the batch is divided in", part.shard.count, first.shard.count);
      check(part, "the survey is", part.manifest.survey, first.manifest.survey);
      check(part, "the year is", part.manifest.year, first.manifest.year);
      check(part, "the program is", part.manifest.program, first.manifest.program);
      check(part, "what it was made from has the hash", named(part.manifest.made_from),
            named(first.manifest.made_from));
      check(part, "the snapshot of its statistics has the hash", named(part.manifest.statistics_sha256),
            named(first.manifest.statistics_sha256));
    }
  }

  void check_gaps() {
    std::set<int> there;
    for (const Part& part : parts_) there.insert(part.shard.index);
    std::vector<std::string> missing;
    const int count = parts_.front().shard.count;
    for (int i = 1; i <= count; ++i)
      if (!there.contains(i)) missing.push_back(fmt::format("{}/{}", i, count));
    if (!missing.empty())
      error(folder_, fmt::format("{} of {} parts are missing: {}", missing.size(), count, fmt::join(missing, ", ")),
            fmt::format("mognad render --shard {} SURVEY", missing.front()));
  }

  /// A file, or a report of an organisation, that two parts claim; and an organisation in a part that isn't its own.
  void check_overlaps() {
    std::map<std::string, const Part*> owners;
    const auto claim = [&](const Part& part, const std::string& key, const std::string& what) {
      const auto [place, is_new] = owners.emplace(key, &part);
      if (!is_new && place->second != &part)
        error(part.path, fmt::format("{} is in {} too", what, place->second->path),
              "delete the part that is of an earlier division");
    };
    for (const Part& part : parts_)
      for (const KnownFile& file : part.manifest.files) {
        claim(part, file.path, file.path);
        if (!file.is_of_several() && !part.shard.has(file.organisation))
          error(part.path, fmt::format("the organisation {} doesn't belong to this part", file.organisation),
                "the manifest was changed, or is of another division");
      }
  }

  /// Reports and their pages in the folder that no part tells of.
  void check_strangers() {
    std::set<std::string> known;
    for (const Part& part : parts_)
      for (const KnownFile& file : part.manifest.files) known.insert(file.path);
    for (const std::string& name : files_.list(join_path(folder_, "reports")))
      if ((name.ends_with(".pdf") || name.ends_with(".html")) && !known.contains("reports/" + name))
        error(join_path(folder_, "reports/" + name), "no part has made this file",
              "it is of an earlier run: delete it, or render into an empty folder");
  }

  /// Files in the order in which one run would have made them: by organisation, the order of a part inside.
  void write() {
    std::vector<ManifestEntry> entries;
    std::vector<std::string> failed;
    for (const Part& part : parts_) {
      for (const KnownFile& file : part.manifest.files) entries.push_back(entry_of(file));
      failed.insert(failed.end(), part.manifest.failed.begin(), part.manifest.failed.end());
    }
    std::stable_sort(entries.begin(), entries.end(),
                     [](const ManifestEntry& a, const ManifestEntry& b) { return a.organisation < b.organisation; });
    std::sort(failed.begin(), failed.end());
    const Manifest& first = parts_.front().manifest;
    KnownNames names;
    for (const auto& o : first.organisations) names.organisations.push_back({o.code, o.formal_name, o.short_name});
    names.consenting = first.consenting;
    names.allowed = first.allowed_names;
    const ManifestHead head{first.survey, first.year, first.program, first.made_from, first.statistics_sha256};
    result_.files = entries.size();
    if (auto problem =
            files_.write_below(folder_, std::string(kManifestName), manifest_json(head, names, entries, failed))) {
      result_.problems.push_back(std::move(*problem));
      result_.disk_failed = true;
    }
    result_.written = !result_.disk_failed;
    for (const std::string& code : failed)
      result_.problems.push_back(warning_at({folder_}, fmt::format("the report of {} could not be made", code)));
  }

  const std::string& folder_;
  Files& files_;
  std::vector<Part> parts_;
  MergeResult result_;
};

}  // namespace

MergeResult merge_shards(const std::string& folder, Files& files) { return Merge(folder, files).run(); }

}  // namespace mognad
