// Marked content that a reader of the text passes over.
#pragma once

#include <set>
#include <utility>

#include "verification/page_content.h"

namespace mognad::verification {

/// Pages, from 0, and MCIDs on them.
using HiddenMarks = std::set<std::pair<int, int>>;

/// Whether the mark stands in content of the page itself that is hidden. An MCID in a form counts by itself
/// (ISO 32000-1, 14.7.4.2), and is never hidden.
inline bool is_hidden(const HiddenMarks& hidden, const PageContent& content, std::size_t page, int mark) {
  if (hidden.empty() || mark < 0 || content.marks[static_cast<std::size_t>(mark)].form != 0) return false;
  const int mcid = mcid_of(content, mark);
  return mcid >= 0 && hidden.contains({static_cast<int>(page), mcid});
}

}  // namespace mognad::verification
