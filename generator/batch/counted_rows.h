// CountedRows: rows of a file that have the same thing to say about them, told as one line that counts them and names
// some of their organisations, or each where a user wants to see all. For one thread at a time.
#pragma once

#include <functional>
#include <set>
#include <string>

#include "base/problem.h"

namespace mognad {

enum class RowsTold { counted, each };

class CountedRows {
 public:
  /// `of` is the organisation, as messages quote it. The hints of all rows are the same.
  void add(Problem problem, const std::string& of);

  bool empty() const { return rows_.empty(); }
  std::size_t size() const { return rows_.size(); }

  /// A single row in its own words; several as what `in_words` makes of their organisations, at the first row's place.
  using InWords = std::function<std::string(std::size_t rows, const std::string& organisations)>;
  void tell(RowsTold told, const InWords& in_words, Problems& problems) const;

 private:
  Problems rows_;
  std::set<std::string> organisations_;
};

/// "1480, 1490 and 3 more"
std::string some_of(const std::set<std::string>& organisations);

}  // namespace mognad
