#include "verification/fonts.h"

namespace mognad::verification {

Fonts Fonts::read(const Document&) { return {}; }

const FontReading* Fonts::font(int object) const {
  const auto found = fonts_.find(object);
  return found == fonts_.end() ? nullptr : &found->second;
}

std::string Fonts::text(int, std::string_view) const { return {}; }

}  // namespace mognad::verification
