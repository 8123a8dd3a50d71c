// What tests of readers share: texts that are changed in one place, and problems that are looked up by their words.
#pragma once

#include <algorithm>
#include <stdexcept>
#include <string>
#include <utility>

#include "base/problem.h"

namespace mognad::test {

/// `text` with the first `from` replaced; a text that isn't there is a fault of the test.
inline std::string replaced(std::string text, const std::string& from, const std::string& to) {
  const std::size_t at = text.find(from);
  if (at == std::string::npos) throw std::runtime_error("not in the text: " + from);
  return text.replace(at, from.size(), to);
}

/// The line on which `part` first stands, from 1.
inline int line_of(const std::string& text, const std::string& part) {
  const std::size_t at = text.find(part);
  if (at == std::string::npos) throw std::runtime_error("not in the text: " + part);
  return 1 + static_cast<int>(std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), '\n'));
}

inline int count_problems(const Problems& problems, const std::string& part) {
  return static_cast<int>(std::count_if(problems.begin(), problems.end(),
                                        [&](const Problem& p) { return p.message.find(part) != std::string::npos; }));
}

/// The first problem whose message holds `part`; an empty one when there is none.
inline Problem problem_with(const Problems& problems, const std::string& part) {
  for (const Problem& problem : problems)
    if (problem.message.find(part) != std::string::npos) return problem;
  return {};
}

inline std::string all_text(const Problems& problems) {
  std::string all;
  for (const Problem& problem : problems) all += to_text(problem) + "\n";
  return all;
}

/// A person can act on it: there is a hint, or the message says what was expected.
inline bool actionable(const Problem& problem) {
  return !problem.hint.empty() || problem.message.find("expected") != std::string::npos;
}

}  // namespace mognad::test
