// A row of a JSON file: the values of an object or a list, as texts. A number keeps the digits that were written
// ("1.0",
// "-0", "1e2"), so that who checks it sees what the file says; true and false are those words, null is an empty text.
// The grammar is that of RFC 8259.
#pragma once

#include <string>
#include <vector>

#include "input/json_scanner.h"
#include "input/problem_groups.h"

namespace mognad {

struct JsonCell {
  std::string name;         // of a member of an object
  std::size_t name_at = 0;  // offset in the element
  std::string text;
  std::size_t at = 0;
};

/// Reads an element: a list or an object gives its values, anything else is one value. A list or an object in a value
/// is told and taken as empty. False, and a problem at its place, when the element is not JSON.
bool read_json_row(const JsonElement& element, ProblemGroups& problems, std::vector<JsonCell>& cells);

}  // namespace mognad
