// A problem: what is wrong, where, and what to do about it. Problems are values; they are collected and all of
// them are reported, in the order in which they were found. A Result carries them beside the value.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace mognad {

enum class Severity { note, warning, error };

/// A position in an input file. Line and column count from 1 and columns count characters; 0 means "not known".
struct Place {
  std::string file;
  int line = 0;
  int column = 0;

  friend bool operator==(const Place&, const Place&) = default;
};

struct Problem {
  Severity severity = Severity::error;
  Place place;
  std::string message;
  std::string hint;  // printed on a line of its own; empty when there is nothing to suggest
  int count = 1;     // how many it stands for: more where like ones are only counted

  friend bool operator==(const Problem&, const Problem&) = default;
};

using Problems = std::vector<Problem>;

inline bool has_errors(const Problems& problems) {
  for (const Problem& problem : problems)
    if (problem.severity == Severity::error) return true;
  return false;
}

inline Problem error_at(Place place, std::string message, std::string hint = {}) {
  return {Severity::error, std::move(place), std::move(message), std::move(hint)};
}

inline Problem warning_at(Place place, std::string message, std::string hint = {}) {
  return {Severity::warning, std::move(place), std::move(message), std::move(hint)};
}

inline Problem note_at(Place place, std::string message, std::string hint = {}) {
  return {Severity::note, std::move(place), std::move(message), std::move(hint)};
}

/// A text from a file as messages quote it, always: its beginning, never cut inside a character; of one with personal
/// data (personal_data.h) the masked form.
std::string excerpt(std::string_view utf8);

/// "error", "warning" or "note".
const char* name_of(Severity severity);

/// `file:line:column: error: text`, then the hint indented on the next line. No line break at the end.
std::string to_text(const Problem& problem);

}  // namespace mognad
