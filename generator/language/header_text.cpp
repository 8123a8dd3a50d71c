#include "language/header_text.h"

namespace mognad {

Result<HeaderText> HeaderText::of(std::string_view utf8, HeaderUse, const Place&, std::string_view) {
  return HeaderText(std::string(utf8));
}

}  // namespace mognad
