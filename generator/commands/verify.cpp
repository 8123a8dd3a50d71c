#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "base/json_text.h"
#include "base/printable_text.h"
#include "batch/verify_files.h"
#include "commands/commands.h"
#include "commands/reporting.h"
#include "verification/verify.h"

namespace mognad {
namespace {

using verification::Finding;
using verification::Rule;

/// As it is named in messages, and so that the folder it lies in can be told from it.
std::string plain(const std::string& path) {
  std::filesystem::path normal = std::filesystem::path(path).lexically_normal();
  if (!normal.has_filename()) normal = normal.parent_path();
  return normal.string();
}

/// The folders in a folder, at any depth, in the order of their names. Links and hidden folders are not followed.
std::vector<std::string> folders_in(const std::string& folder) {
  constexpr int kDeepest = 32;
  std::vector<std::string> folders;
  std::error_code code;
  using Walk = std::filesystem::recursive_directory_iterator;
  for (Walk at(folder, std::filesystem::directory_options::skip_permission_denied, code), end; at != end;
       at.increment(code)) {
    if (code) break;
    if (!at->is_directory(code) || at->is_symlink(code)) continue;
    const std::string path = at->path().string();
    if (at->path().filename().string().starts_with('.') || at.depth() >= kDeepest) at.disable_recursion_pending();
    else folders.push_back(path);
  }
  std::sort(folders.begin(), folders.end());
  return folders;
}

/// As a folder is named so that the one above it can be told: "." only if what it holds is named from there.
std::string named_folder(const std::string& name) {
  std::error_code code;
  const std::string folder = plain(name);
  if (folder != "." || std::filesystem::exists("manifest.json", code) ||
      !std::filesystem::exists("../manifest.json", code))
    return folder;
  return plain(std::filesystem::absolute(name, code).string());
}

/// Folders and files as they were named; what isn't there is a problem.
std::vector<VerifyTarget> targets_of(const CommandOptions& options, Problems& problems) {
  std::vector<VerifyTarget> targets;
  for (const std::string& name : options.targets) {
    std::error_code code;
    if (std::filesystem::is_directory(name, code)) {
      const std::string folder = named_folder(name);
      targets.push_back({folder, VerifyTarget::Kind::folder, folders_in(folder)});
    } else if (std::filesystem::exists(name, code)) {
      // Of a file without a folder the folder is the one we are in; its name tells where a manifest names it from.
      const bool bare = plain(name).find('/') == std::string::npos;
      targets.push_back(
          {bare ? plain(std::filesystem::absolute(name, code).string()) : plain(name), VerifyTarget::Kind::file});
    } else {
      problems.push_back(error_at({name}, "there is no such file or folder"));
    }
  }
  return targets;
}

void print_finding(const std::string& path, const Finding& finding, const CommandOptions& options) {
  const Rule& rule = *finding.rule;
  const std::string where = printable(finding.where), found = printable(finding.found);
  if (options.json)
    fmt::print("{{\"file\": {}, \"rule\": {}, \"clause\": {}, \"where\": {}, \"found\": {}, \"advice\": {}}}\n",
               json_string(printable(path)), json_string(rule.id), json_string(rule.clause), json_string(where),
               json_string(found), json_string(rule.advice));
  else fmt::print("{}: {} ({}): {}: {}\n    {}\n", printable(path), rule.id, rule.clause, where, found, rule.advice);
}

void print_rules() {
  for (const Rule* rule : verification::all_rules())
    fmt::print("checked: {} ({}): {}\n", rule->id, rule->clause, rule->demand);
}

void print_summary(std::size_t files, std::size_t findings, const CommandOptions& options) {
  if (options.quiet) return;
  if (options.json) fmt::print("{{\"files\": {}, \"findings\": {}}}\n", files, findings);
  else fmt::print("{}, {}\n", counted(files, "file", "files"), counted(findings, "finding", "findings"));
}

}  // namespace

ExitStatus run_verify(const CommandOptions& options, Files& files) {
  Problems problems;
  const std::vector<VerifyTarget> targets = targets_of(options, problems);
  const unsigned jobs = options.threads();
  VerifyResult result = verify_files(targets, jobs, files);
  problems.insert(problems.end(), result.problems.begin(), result.problems.end());
  print_problems(problems, options);
  std::size_t findings = 0;
  for (const VerifiedFile& file : result.files) {
    findings += file.findings.size();
    for (const Finding& finding : file.findings) print_finding(file.path, finding, options);
  }
  if (options.verbose && !options.json) print_rules();
  const bool failed = has_errors(problems);
  if (result.checked > 0 || !failed) print_summary(result.checked, findings, options);
  if (failed) return ExitStatus::surroundings_failed;
  return findings == 0 ? ExitStatus::done : ExitStatus::some_failed;
}

}  // namespace mognad
