// A choice among names of the program: the text under a key, which must be one of them. An unknown one is a problem
// with the nearest name, and reads as the first, so that reading goes on.
#pragma once

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "input/table_reader.h"
#include "language/edit_distance.h"

namespace mognad {

/// The place of `name` among `names`; `what` is how the choice is called in messages: "section".
template <class Names>
std::size_t named_choice(TableReader& table, std::string_view key, const std::string& name, const Names& names,
                         std::string_view what) {
  const auto found = std::find(names.begin(), names.end(), name);
  if (found != names.end()) return static_cast<std::size_t>(found - names.begin());
  const std::vector<std::string> valid(names.begin(), names.end());
  if (!name.empty()) table.error(key, fmt::format("unknown {} '{}'", what, excerpt(name)), hint_for(name, valid));
  return 0;
}

}  // namespace mognad
