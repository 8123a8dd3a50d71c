// What every page of the gallery begins and ends with: its head with a policy that lets nothing run or load but files
// beside it. Pure functions.
#pragma once

#include <span>
#include <string>

#include "language/words.h"
#include "report/gallery.h"

namespace mognad {

struct PageFrame {
  std::string title;                     // as text
  std::string folder;                    // from the page to the gallery's files: "gallery/" or ""
  std::span<const std::string> scripts;  // addresses as they stand
};

/// Up to and with `<body>` and the link that skips to the content, `#content`.
std::string page_beginning(const PageFrame& frame, const Gallery& gallery, const Words& words);

/// Where a survey is simulated: that it is, as a reader sees it first.
std::string example_mark(const Gallery& gallery, const Words& words);

inline constexpr const char* kPageEnd = "</body>\n</html>\n";

}  // namespace mognad
