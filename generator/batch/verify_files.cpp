#include "batch/verify_files.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <exception>
#include <memory>
#include <set>

#include "batch/workers.h"
#include "files/output_names.h"
#include "verification/rules.h"
#include "verification/verify.h"

namespace mognad {
namespace {

using verification::Expected;
using verification::Findings;
using verification::KnownFile;
using verification::Manifest;
using verification::SurveyNames;

// The manifests of groups and of the publication lie beside their files and name them from the folder above.
constexpr std::array kNamedFromAbove{kGroupsFolder, kFiguresFolder};

bool is_named_from_above(std::string_view folder) {
  return std::find(kNamedFromAbove.begin(), kNamedFromAbove.end(), folder) != kNamedFromAbove.end();
}

/// A manifest with its names; never moved, because the names refer to it.
struct ReadManifest {
  ReadManifest(std::string manifest_path, std::string from, const std::string& json)
      : path(std::move(manifest_path)),
        folder(std::move(from)),
        manifest(verification::read_manifest(json, findings)),
        names(manifest) {}

  std::string path;
  std::string folder;  // that its files are named from
  Findings findings;
  Manifest manifest;
  SurveyNames names;
};

struct Task {
  std::string path;
  Expected expected;
  bool extra = false;    // a manifest should name it and doesn't
  bool missing = false;  // a manifest names it and it isn't there
};

std::string_view last_part(std::string_view path) {
  while (path.size() > 1 && path.ends_with('/')) path.remove_suffix(1);
  return path.substr(path.rfind('/') + 1);
}

/// "" is the working folder.
std::string above(const std::string& folder) {
  const std::string_view last = last_part(folder);
  if (last.empty() || last == "." || last == "..") return join_path(folder, "..");
  std::string path = folder;
  while (path.ends_with('/')) path.pop_back();
  return folder_of(path);
}

bool is_pdf(std::string_view name) { return name.ends_with(".pdf") || name.ends_with(".PDF"); }

class Verification {
 public:
  explicit Verification(const Files& files) : files_(files) {}

  void add_folder(const VerifyTarget& target) {
    // Folders with a manifest of their own are verified with that, and with them what lies in them.
    std::vector<VerifyTarget> parts{{target.path, VerifyTarget::Kind::folder}};
    for (const std::string& folder : target.folders)
      if (!is_named_from_above(last_part(folder)) && files_.exists(join_path(folder, kManifestName)))
        parts.push_back({folder, VerifyTarget::Kind::folder});
    for (const std::string& folder : target.folders) innermost(parts, folder).folders.push_back(folder);
    bool any = false;
    for (const VerifyTarget& part : parts) any = add_part(part) || any;
    if (!any)
      result_.problems.push_back(error_at({target.path}, "there is nothing to verify", "name a folder with PDF files"));
  }

  void add_file(const std::string& path) {
    const std::string folder = folder_of(path);
    std::vector<std::string> places{folder};
    for (const std::string_view name : kNamedFromAbove) places.push_back(join_path(folder, name));
    places.push_back(above(folder));
    bool any = false;
    for (const std::string& place : places) {
      const ReadManifest* manifest = read_manifest(place);
      if (!manifest) continue;
      for (const std::string& name : {std::string(last_part(path)), named_from_above(path)})
        if (const KnownFile* known = manifest->manifest.file(name); known && join(*manifest, name) == path)
          return tasks_.push_back({path, {&manifest->names, known}});
      any = true;
    }
    if (any) return tasks_.push_back({path, {}, true});
    note(path, "there is no manifest.json: the file is verified by itself", "");
    tasks_.push_back({path, {}});
  }

  VerifyResult run(unsigned jobs) {
    std::vector<Findings> findings(tasks_.size());
    std::vector<Problems> problems(tasks_.size());
    const std::atomic<bool> never = false;
    run_tasks(tasks_.size(), jobs, never,
              [&] { return [&](std::size_t task) { findings[task] = check(tasks_[task], problems[task]); }; });
    for (const auto& manifest : manifests_)
      if (!manifest->findings.empty()) result_.files.push_back({manifest->path, manifest->findings});
    for (std::size_t i = 0; i < tasks_.size(); ++i) {
      result_.checked += !tasks_[i].missing && problems[i].empty();
      result_.files.push_back({tasks_[i].path, std::move(findings[i])});
      result_.problems.insert(result_.problems.end(), problems[i].begin(), problems[i].end());
    }
    return std::move(result_);
  }

 private:
  void note(const std::string& path, std::string message, std::string hint) {
    result_.problems.push_back({Severity::note, {path}, std::move(message), std::move(hint)});
  }

  static std::string join(const ReadManifest& manifest, const std::string& name) {
    return join_path(manifest.folder, name);
  }

  static bool lies_in(std::string_view path, const std::string& folder) {
    return folder.empty() || path == folder ||
           (path.starts_with(folder) && (folder.ends_with('/') || path[folder.size()] == '/'));
  }

  /// The part whose folder holds this one and is the deepest.
  static VerifyTarget& innermost(std::vector<VerifyTarget>& parts, const std::string& folder) {
    VerifyTarget* found = &parts.front();
    for (VerifyTarget& part : parts)
      if (lies_in(folder, part.path) && part.path.size() > found->path.size()) found = &part;
    return *found;
  }

  /// The manifests of a folder, of its groups and of its publication, or the one above it that names files in it.
  std::vector<const ReadManifest*> manifests_of(const std::string& folder) {
    std::vector<const ReadManifest*> manifests;
    if (const ReadManifest* manifest = read_manifest(folder)) manifests.push_back(manifest);
    for (const std::string_view name : kNamedFromAbove)
      if (const ReadManifest* manifest = read_manifest(join_path(folder, name))) manifests.push_back(manifest);
    if (!manifests.empty() || !files_.exists(join_path(above(folder), kManifestName))) return manifests;
    const ReadManifest* manifest = read_manifest(above(folder));
    if (manifest && std::any_of(manifest->manifest.files.begin(), manifest->manifest.files.end(),
                                [&](const KnownFile& file) { return lies_in(join(*manifest, file.path), folder); }))
      manifests.push_back(manifest);
    return manifests;
  }

  /// What is printed is for paper, untagged, and the user's own: of a print run nothing can be verified.
  static bool is_mail(const std::string& folder, const std::string& whole) {
    return folder != whole && lies_in(folder, join_path(whole, kMailFolder));
  }

  /// A folder and those in it, which have no manifest of their own. Returns whether there is anything to verify.
  bool add_part(const VerifyTarget& part) {
    const std::vector<const ReadManifest*> manifests = manifests_of(part.path);
    std::set<std::string> known;
    for (const ReadManifest* manifest : manifests) add_known(*manifest, part.path, known);
    std::set<std::string> folders(part.folders.begin(), part.folders.end());
    for (const std::string& folder : {part.path, join_path(part.path, "reports"), join_path(part.path, kGroupsFolder),
                                      join_path(part.path, kFiguresFolder)})
      folders.insert(folder);
    for (const std::string& path : known) folders.insert(folder_of(path));
    bool any = !known.empty();
    for (const std::string& folder : folders) {
      if (is_mail(folder, part.path)) continue;
      for (const std::string& name : files_.list(folder)) {
        const std::string path = join_path(folder, name);
        if (!is_pdf(name) || known.count(path)) continue;
        if (!any && manifests.empty())
          note(part.path, "there is no manifest.json: files are verified by themselves",
               "name the folder that `mognad render` wrote");
        tasks_.push_back({path, {}, !manifests.empty(), false});
        any = true;
      }
    }
    return any || !manifests.empty();
  }

  /// "reports/x.pdf" of "out/reports/x.pdf".
  static std::string named_from_above(const std::string& path) {
    return join_path(last_part(folder_of(path)), last_part(path));
  }

  /// The manifest in a folder, each read once; null when there is none.
  const ReadManifest* read_manifest(const std::string& folder) {
    std::string path = join_path(folder, kManifestName);
    for (const auto& known : manifests_)
      if (known->path == path) return known.get();
    if (!files_.exists(path)) return nullptr;
    const auto json = files_.read(path).take(result_.problems);
    if (!json) return nullptr;
    std::string from = is_named_from_above(last_part(folder)) ? above(folder) : folder;
    manifests_.push_back(std::make_unique<ReadManifest>(std::move(path), std::move(from), *json));
    return manifests_.back().get();
  }

  void add_known(const ReadManifest& manifest, const std::string& folder, std::set<std::string>& known) {
    // A manifest of a part names its files from the folder above, and all of them are its own.
    const bool all = manifest.path == join_path(folder, kManifestName) || manifest.folder == folder;
    for (const KnownFile& file : manifest.manifest.files) {
      const std::string path = join(manifest, file.path);
      if ((all || lies_in(path, folder)) && known.insert(path).second)
        tasks_.push_back({path, {&manifest.names, &file}, false, !files_.exists(path)});
    }
  }

  Findings check(const Task& task, Problems& problems) const {
    Findings findings;
    if (task.missing) {
      report(findings, verification::kManifestRules, "M-manifest-3", "file", "it is not there");
      return findings;
    }
    auto bytes = files_.read(task.path).take(problems);
    if (!bytes) return findings;
    if (task.extra) report(findings, verification::kManifestRules, "M-manifest-6", "file", "it is not in the manifest");
    try {
      Findings more = verification::verify_file(task.path, std::move(*bytes), task.expected);
      findings.insert(findings.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
    } catch (const std::exception& failure) {
      // No memory for one file must not end the others.
      problems.push_back(error_at({task.path}, fmt::format("the file can't be verified: {}", failure.what())));
    }
    return findings;
  }

  const Files& files_;
  std::vector<std::unique_ptr<ReadManifest>> manifests_;
  std::vector<Task> tasks_;
  VerifyResult result_;
};

}  // namespace

VerifyResult verify_files(const std::vector<VerifyTarget>& targets, unsigned jobs, const Files& files) {
  Verification verification(files);
  for (const VerifyTarget& target : targets) {
    if (target.kind == VerifyTarget::Kind::folder) verification.add_folder(target);
    else verification.add_file(target.path);
  }
  return verification.run(jobs);
}

}  // namespace mognad
