#include "verification/page_content.h"

namespace mognad::verification {

std::vector<PageContent> read_contents(const Document& document) {
  return std::vector<PageContent>(document.pages.size());
}

bool is_artifact(const PageContent& content, int mark) {
  for (; mark >= 0; mark = content.marks[static_cast<std::size_t>(mark)].parent)
    if (content.marks[static_cast<std::size_t>(mark)].tag == "Artifact") return true;
  return false;
}

int mcid_of(const PageContent& content, int mark) {
  for (; mark >= 0; mark = content.marks[static_cast<std::size_t>(mark)].parent)
    if (content.marks[static_cast<std::size_t>(mark)].mcid >= 0)
      return content.marks[static_cast<std::size_t>(mark)].mcid;
  return -1;
}

}  // namespace mognad::verification
