#include "commands/reporting.h"

#include <fmt/format.h>
#include <unistd.h>

#include <cstdio>

#include "base/json_text.h"

namespace mognad {
namespace {

constexpr int kWarningsShown = 20;

std::string to_json(const Problem& p) {
  return fmt::format(
      R"({{"event": "problem", "severity": "{}", "file": {}, "line": {}, "column": {}, "message": {}, "hint": {}}})",
      name_of(p.severity), json_string(p.place.file), p.place.line, p.place.column, json_string(p.message),
      json_string(p.hint));
}

}  // namespace

void print_problems(const Problems& problems, const CommandOptions& options) {
  int hidden = 0, shown = 0;
  for (const Problem& problem : problems) {
    const bool may_hide = problem.severity != Severity::error && !options.verbose && !options.json;
    if (may_hide && ++shown > kWarningsShown) {
      ++hidden;
      continue;
    }
    fmt::print(stderr, "{}\n", options.json ? to_json(problem) : to_text(problem));
  }
  if (hidden > 0) fmt::print(stderr, "… and {} more warnings and notes (--verbose shows them)\n", hidden);
}

Progress::Progress(const CommandOptions& options, std::string_view things)
    : things_(things),
      quiet_(options.quiet || options.json),
      terminal_(::isatty(STDERR_FILENO) == 1),
      begin_(std::chrono::steady_clock::now()),
      last_(begin_) {}

void Progress::show(std::size_t done, std::size_t all) {
  if (quiet_) return;
  using namespace std::chrono;
  const auto now = steady_clock::now();
  if (now - last_ < (terminal_ ? milliseconds(100) : milliseconds(10000)) && !(terminal_ && done == all)) return;
  last_ = now;
  shown_ = true;
  const double seconds = duration<double>(now - begin_).count();
  const double rate = seconds > 0 ? static_cast<double>(done) / seconds : 0;
  const double left = rate > 0 ? static_cast<double>(all - done) / rate : 0;
  fmt::print(stderr, "{}{} of {} {}, {:.0f} a second, {:.0f} s left{}", terminal_ ? "\r" : "", done, all, things_, rate,
             left, terminal_ ? "   " : "\n");
  std::fflush(stderr);
}

void Progress::finish() {
  if (shown_ && terminal_) fmt::print(stderr, "\n");
}

std::string counted(std::size_t count, const char* one, const char* many) {
  return fmt::format("{} {}", count, count == 1 ? one : many);
}

}  // namespace mognad
