#include "input/xlsx_findings.h"

namespace mognad {

void XlsxFindings::error(std::string_view kind, Place place, std::string message, std::string hint) {
  tell(kind, error_at(std::move(place), std::move(message), std::move(hint)));
}

void XlsxFindings::warn(std::string_view kind, Place place, std::string message, std::string hint) {
  tell(kind, warning_at(std::move(place), std::move(message), std::move(hint)));
}

void XlsxFindings::tell(std::string_view kind, Problem problem) {
  const bool error = problem.severity == Severity::error;
  errors_ += error ? 1 : 0;
  if (error ? groups_.admits(Severity::error, kind) : groups_.admits(problem.severity, kind, 1))
    groups_.tell(std::move(problem));
}

}  // namespace mognad
