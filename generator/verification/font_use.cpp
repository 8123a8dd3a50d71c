#include "verification/font_use.h"

#include "verification/page_text.h"

namespace mognad::verification {
namespace {

constexpr long long kInvisibleText = 3;

}  // namespace

std::map<int, FontUse> font_uses(const ReadFile& file) {
  std::map<int, FontUse> uses;
  for (std::size_t page = 0; page < file.contents.size(); ++page) {
    const PageContent& content = file.contents[page];
    for (const ShownText& text : content.shown) {
      FontUse& use = uses[text.font];
      const FontReading* font = file.fonts.font(text.font);
      if (use.page == kNoPage) {
        use.page = page;
        if (font) use.ways.resize(65536);
      }
      std::uint8_t way = FontUse::shown;
      if (text.rendering != kInvisibleText) way |= FontUse::visible;
      way |= actual_text_mark(content, text.mark) >= 0 ? FontUse::replaced : FontUse::bare;
      use.is_visible = use.is_visible || text.rendering != kInvisibleText;
      if (!font) continue;
      Fonts::for_each_code(*font, text.codes, [&](int code) { use.ways[static_cast<std::size_t>(code)] |= way; });
    }
  }
  return uses;
}

}  // namespace mognad::verification
