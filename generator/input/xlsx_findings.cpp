#include "input/xlsx_findings.h"

#include <fmt/format.h>

namespace mognad {
namespace {

int shown(Severity severity) { return severity == Severity::error ? 10 : 1; }

}  // namespace

void XlsxFindings::error(std::string_view kind, Place place, std::string message, std::string hint) {
  ++errors_;
  report(kind, error_at(std::move(place), std::move(message), std::move(hint)));
}

void XlsxFindings::warn(std::string_view kind, Place place, std::string message, std::string hint) {
  report(kind, warning_at(std::move(place), std::move(message), std::move(hint)));
}

void XlsxFindings::report(std::string_view kind, Problem problem) {
  auto found = counts_.find(kind);
  if (found == counts_.end()) found = counts_.emplace(std::string(kind), Count{problem.severity}).first;
  if (++found->second.found <= shown(problem.severity)) problems_.push_back(std::move(problem));
}

void XlsxFindings::done() {
  for (const auto& [kind, count] : counts_)
    if (const int rest = count.found - shown(count.severity); rest > 0)
      problems_.push_back(
          {count.severity, {file_}, fmt::format("{} more problems of the kind \"{}\" in this sheet", rest, kind), {}});
  counts_.clear();
}

}  // namespace mognad
