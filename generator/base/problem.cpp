#include "base/problem.h"

#include <fmt/format.h>

namespace mognad {

const char* name_of(Severity severity) {
  switch (severity) {
    case Severity::note: return "note";
    case Severity::warning: return "warning";
    case Severity::error: break;
  }
  return "error";
}

std::string to_text(const Problem& problem) {
  std::string text = problem.place.file;
  if (problem.place.line > 0) text += fmt::format(":{}", problem.place.line);
  if (problem.place.line > 0 && problem.place.column > 0) text += fmt::format(":{}", problem.place.column);
  if (!text.empty()) text += ": ";
  text += fmt::format("{}: {}", name_of(problem.severity), problem.message);
  if (!problem.hint.empty()) text += fmt::format("\n    {}", problem.hint);
  return text;
}

}  // namespace mognad
