#include "base/problem.h"

#include <fmt/format.h>

#include "base/personal_data.h"

namespace mognad {

const char* name_of(Severity severity) {
  switch (severity) {
    case Severity::note: return "note";
    case Severity::warning: return "warning";
    case Severity::error: break;
  }
  return "error";
}

std::string excerpt(std::string_view utf8) {
  constexpr std::size_t kMost = 60;
  if (const auto personal = personal_data_in(utf8)) return personal->masked;
  if (utf8.size() <= kMost) return std::string(utf8);
  std::size_t end = kMost;
  while (end > 0 && (static_cast<unsigned char>(utf8[end]) & 0xC0) == 0x80) --end;
  return std::string(utf8.substr(0, end)) + "…";
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
