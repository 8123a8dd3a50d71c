// Every system call fails in turn: reading tells of it or reads the same, and what is written is under its name the old
// file or the new one, whole, with no part left beside it. Status 77 when libfiu is not installed: skipped.
#include <fmt/format.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <string>

#include "commands/commands.h"
#include "commands/load.h"
#include "faults/counted_calls.h"
#include "files/disk_files.h"
#include "files/owner_only.h"
#include "support/small_files.h"

using namespace mognad;
using namespace mognad::test;
namespace fs = std::filesystem;

namespace {

constexpr const char* kPreload = "/usr/lib/fiu/fiu_posix_preload.so";
constexpr int kSkipped = 77;
constexpr int kMostCalls = 5000;  // no run makes as many
int faults = 0;                   // of what was promised

void expect(bool kept, const std::string& promise) {
  if (kept) return;
  ++faults;
  fmt::print("broken: {}\n", promise);
}

std::map<std::string, std::string> contents(const fs::path& folder) {
  std::map<std::string, std::string> all;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (!entry.is_regular_file()) continue;
    std::ifstream file(entry.path(), std::ios::binary);
    all[fs::relative(entry.path(), folder).string()] = {std::istreambuf_iterator<char>(file), {}};
  }
  return all;
}

void put(const fs::path& folder, const std::map<std::string, std::string>& files) {
  fs::remove_all(folder);
  for (const auto& [name, bytes] : files) {
    fs::create_directories((folder / name).parent_path());
    std::ofstream(folder / name, std::ios::binary) << bytes;
  }
}

/// A read or a write that is only shorter than asked for is no failure.
bool only_shorter(const std::string& call) { return call.ends_with("/reduce"); }

const Calls& reading_calls() {
  static const Calls calls{"oc/open",  "oc/close",        "rw/read",   "rw/read/reduce",
                           "rw/pread", "rw/pread/reduce", "stat/fstat"};
  return calls;
}

const Calls& writing_calls() {
  static const Calls calls{"oc/openat",      "oc/close",  "rw/write",    "rw/write/reduce", "sync/fsync",
                           "sync/fdatasync", "dir/mkdir", "dir/mkdirat", "dir/renameat",    "stat/fstatat"};
  return calls;
}

/// Calls `attempt` with the first, the second, … call failing until there is none left to fail, and returns how many
/// there were.
template <class Attempt>
int each_call_fails(const Attempt& attempt) {
  for (int number = 1; number < kMostCalls; ++number)
    if (!attempt(number)) return number - 1;
  expect(false, "the calls come to an end");
  return 0;
}

using Write = std::optional<Problem> (*)(DiskFiles& files, const std::string& folder, const std::string& bytes);

std::optional<Problem> in_one_piece(DiskFiles& files, const std::string& folder, const std::string& bytes) {
  return files.write_below(folder, "it/file", bytes);
}

std::optional<Problem> in_parts(DiskFiles& files, const std::string& folder, const std::string& bytes) {
  const std::string_view whole(bytes);
  return write_private_below(files, folder, "it/file", [&](const auto& part) {
    for (std::size_t at = 0; at < whole.size(); at += 60'000) part(whole.substr(at, 60'000));
  });
}

void one_file(const fs::path& folder, const std::string& how, Write write) {
  const std::string old_bytes(300'000, 'o'), new_bytes(200'000, 'n');
  DiskFiles files;
  const int calls = each_call_fails([&](int number) {
    put(folder / "in", {{"it/file", old_bytes}});
    fail_call(number, writing_calls());
    const auto problem = write(files, (folder / "in").string(), new_bytes);
    const std::string call = failed_call();
    const auto there = contents(folder / "in");
    const bool is_old = there == std::map<std::string, std::string>{{"it/file", old_bytes}};
    const bool is_new = there == std::map<std::string, std::string>{{"it/file", new_bytes}};
    expect(is_old || is_new, fmt::format("one file, old or new, nothing beside it: call {}, {}", number, call));
    expect(is_new || problem, fmt::format("what was not written is told: call {}, {}", number, call));
    expect(!problem || !call.empty(), fmt::format("a problem has its reason: call {}", number));
    return !call.empty();
  });
  expect(calls >= 8, fmt::format("a file is written by several calls: {}", calls));
  fmt::print("one file {}: {} calls failed in turn\n", how, calls);
}

CommandOptions render_options(const fs::path& folder) {
  CommandOptions options;
  options.survey = (folder / "s").string();
  options.templates = MOGNAD_ROOT "/templates";
  options.output = (folder / "o").string();
  options.only = {"9001"};
  options.jobs = 1;
  options.quiet = true;
  return options;
}

bool is_line_of(const std::string& journal, std::string_view line) {
  return journal.starts_with(line) || journal.find(fmt::format("\n{}", line)) != std::string::npos;
}

/// The journal grows by whole lines, each of an old file or a new one; every other file is old or new.
bool whole(const std::string& name, const std::string& bytes, const std::map<std::string, std::string>& old_files,
           const std::map<std::string, std::string>& new_files) {
  const auto is = [&](const auto& files) { return files.count(name) > 0 && files.at(name) == bytes; };
  if (is(old_files) || is(new_files)) return true;
  if (name != "manifest.journal" || (!bytes.empty() && bytes.back() != '\n')) return false;
  for (std::string_view rest = bytes; !rest.empty();) {
    const std::string_view line = rest.substr(0, rest.find('\n') + 1);
    if (!is_line_of(old_files.at(name), line) && !is_line_of(new_files.at(name), line)) return false;
    rest.remove_prefix(line.size());
  }
  return true;
}

void rendering(const fs::path& folder) {
  SmallFiles survey;
  const CommandOptions options = render_options(folder);
  DiskFiles files;
  put(folder / "s", survey.texts);
  expect(run_render(options, files) == ExitStatus::done, "the old reports are rendered");
  const auto old_files = contents(folder / "o");
  survey.change("survey.toml", "sender = \"S\"", "sender = \"Another\"");
  put(folder / "s", survey.texts);
  expect(run_render(options, files) == ExitStatus::done, "the new reports are rendered");
  const auto new_files = contents(folder / "o");
  const int calls = each_call_fails([&](int number) {
    put(folder / "o", old_files);
    fail_call(number, writing_calls());
    const ExitStatus status = run_render(options, files);
    const std::string call = failed_call();
    for (const auto& [name, bytes] : contents(folder / "o"))
      expect(whole(name, bytes, old_files, new_files),
             fmt::format("{} is old or new: call {}, {}", name, number, call));
    const bool complete = contents(folder / "o") == new_files;
    expect(status == ExitStatus::surroundings_failed || (status == ExitStatus::done && complete),
           fmt::format("the status tells of a failure: call {}, {}", number, call));
    return !call.empty();
  });
  expect(contents(folder / "o") == new_files, "the run after a failure makes what was missing, byte for byte");
  expect(calls >= 20, fmt::format("reports are written by several calls: {}", calls));
  fmt::print("reports: {} calls failed in turn\n", calls);
}

void reading(const fs::path& folder) {
  const CommandOptions options = render_options(folder);
  const DiskFiles files;
  Problems problems;
  const auto right = load_all(options, files).take(problems);
  const int calls = each_call_fails([&](int number) {
    fail_call(number, reading_calls());
    const auto loaded = load_all(options, files);
    const std::string call = failed_call();
    if (only_shorter(call)) expect(bool(loaded), fmt::format("a short read is read on: call {}, {}", number, call));
    expect(loaded || has_errors(loaded.problems), fmt::format("what was not read is told: call {}, {}", number, call));
    expect(!loaded || ((*loaded)->dataset.answers == (*right)->dataset.answers &&
                       (*loaded)->look_sha256 == (*right)->look_sha256),
           fmt::format("what was read is the same: call {}, {}", number, call));
    return !call.empty();
  });
  expect(calls >= 20, fmt::format("a survey is read by several calls: {}", calls));
  fmt::print("a survey: {} calls failed in turn\n", calls);
}

}  // namespace

int main(int, char** arguments) {
  if (!fs::exists(kPreload)) {
    fmt::print("skipped: {} is not there\n", kPreload);
    return kSkipped;
  }
  if (!std::getenv("LD_PRELOAD")) {
    ::setenv("LD_PRELOAD", kPreload, 1);
    ::execv("/proc/self/exe", arguments);
  }
  const fs::path folder = fs::temp_directory_path() / fmt::format("mognad-faults-{}", ::getpid());
  fs::create_directories(folder);
  one_file(folder, "in one piece", in_one_piece);
  one_file(folder, "in parts", in_parts);
  // What a run tells of each failure.
  if (!std::freopen((folder / "told").c_str(), "w", stderr)) return 1;
  rendering(folder);
  reading(folder);
  fs::remove_all(folder);
  return faults == 0 ? 0 : 1;
}
