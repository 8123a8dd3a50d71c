#include <cmath>
#include <set>

#include "verification/font_checks.h"
#include "verification/page_text.h"
#include "verification/rules.h"

namespace mognad::verification {
namespace {

// A broken font breaks in many codes; a few of them tell which.
constexpr std::size_t kMostCodes = 5;

/// Both standards allow a thousandth of an em; the rounding of W's decimals shall not count against it.
constexpr double kWidthTolerance = 1.0 + 1e-6;

/// Codes that break a rule, and the finding of them all.
class CodeList {
 public:
  void add(int code, const std::string& what = {}) {
    if (++count_ > kMostCodes) return;
    static constexpr char kDigits[] = "0123456789ABCDEF";
    text_ += text_.empty() ? "" : ", ";
    text_ += "code ";
    for (int shift = 12; shift >= 0; shift -= 4) text_ += kDigits[code >> shift & 15];
    if (!what.empty()) text_ += " " + what;
  }
  bool empty() const { return count_ == 0; }
  std::string text() const {
    return count_ > kMostCodes ? text_ + " and " + std::to_string(count_ - kMostCodes) + " more" : text_;
  }

 private:
  std::string text_;
  std::size_t count_ = 0;
};

template <class Use>
void for_each_used(const FontUse& use, std::uint8_t ways, const Use& action) {
  for (std::size_t code = 0; code < use.ways.size(); ++code)
    if ((use.ways[code] & ways) != 0) action(static_cast<int>(code));
}

std::string rounded(double width) {
  std::string text = std::to_string(width);
  return text.substr(0, text.find('.') + 2);
}

void report_both(Findings& findings, const std::string& where, std::string_view id, std::string_view other,
                 std::string found) {
  report(findings, kFontRules, id, where, found);
  report(findings, kFontRules, other, where, std::move(found));
}

void check_glyphs(const FontReading& font, const FontUse& use, const std::string& where, Findings& findings) {
  CodeList missing;
  CodeList widths;
  CodeList undefined;
  for_each_used(use, FontUse::shown, [&](int code) {
    const int glyph = font.glyph_of(code);
    // 6.2.11.8 asks for the reference alone, visible or not.
    if (glyph == 0) undefined.add(code);
    if ((use.ways[static_cast<std::size_t>(code)] & FontUse::visible) == 0) return;
    if (glyph < 0) return missing.add(code);
    const double width = font.width_of(code);
    const double of_program = font.program->widths[static_cast<std::size_t>(glyph)];
    if (!(std::abs(width - of_program) <= kWidthTolerance))
      widths.add(code, rounded(width) + " instead of " + rounded(of_program));
  });
  if (!missing.empty()) report_both(findings, where, "A3-6.2.11.4.1-2", "UA1-7.21.4.1-2", missing.text());
  if (!widths.empty()) report_both(findings, where, "A3-6.2.11.5-1", "UA1-7.21.5-1", widths.text());
  if (!undefined.empty()) report_both(findings, where, "A3-6.2.11.8-1", "UA1-7.21.8-1", undefined.text());
}

/// A bit for each CID, the highest first (ISO 32000-1, 9.8.3.2). A CID of CIDToGIDMap counts when it has a glyph.
void check_cid_set(const ReadFile& file, const FontReading& font, const std::string& where, Findings& findings) {
  const Dictionary* dictionary = file.document.object(font.object).dictionary();
  const Array* descendants = dictionary ? file.document.get(*dictionary, "DescendantFonts").array() : nullptr;
  const Dictionary* descendant =
      descendants && !descendants->empty() ? file.document.resolve(descendants->front()).dictionary() : nullptr;
  const Dictionary* descriptor = descendant ? file.document.get(*descendant, "FontDescriptor").dictionary() : nullptr;
  if (!descriptor || !descriptor->has("CIDSet")) return;
  const Object* set = file.document.stream((*descriptor)["CIDSet"]);
  CodeList wrong;
  if (!set) return report_both(findings, where, "A3-6.2.11.4.2-1", "UA1-7.21.4.2-1", "CIDSet is no stream");
  for (int cid = 0; cid <= 0xFFFF; ++cid) {
    const auto byte = static_cast<std::size_t>(cid / 8);
    const bool listed =
        byte < set->data.size() && (static_cast<unsigned char>(set->data[byte]) >> (7 - cid % 8) & 1) != 0;
    const int glyph = font.glyph_of(cid);
    const bool present = glyph > 0 || cid == 0;
    if (listed != present) wrong.add(cid, listed ? "is no glyph" : "is left out");
  }
  if (!wrong.empty()) report_both(findings, where, "A3-6.2.11.4.2-1", "UA1-7.21.4.2-1", wrong.text());
}

/// The code points of UTF-8 that this program made itself.
template <class Test>
bool any_character(const std::string& text, const Test& test) {
  for (std::size_t i = 0; i < text.size();) {
    const auto first = static_cast<unsigned char>(text[i]);
    const std::size_t length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    char32_t c = length == 1 ? first : first & (0xFFU >> (length + 1));
    for (std::size_t k = 1; k < length && i + k < text.size(); ++k)
      c = c << 6 | (static_cast<unsigned char>(text[i + k]) & 0x3FU);
    if (test(c)) return true;
    i += length;
  }
  return false;
}

bool is_no_character(char32_t c) { return c == 0 || c == 0xFEFF || c == 0xFFFE; }

bool is_private(char32_t c) {
  return (c >= 0xE000 && c <= 0xF8FF) || (c >= 0xF0000 && c <= 0xFFFFD) || (c >= 0x100000 && c <= 0x10FFFD);
}

/// Marked content of elements that have an ActualText themselves or above: page and MCID.
std::set<std::pair<int, int>> replaced_by_tree(const TagTree& tree) {
  std::set<std::pair<int, int>> replaced;
  std::vector<bool> has_actual(tree.elements.size());
  for (std::size_t i = 0; i < tree.elements.size(); ++i) {
    const TagElement& element = tree.elements[i];
    const bool above = element.parent >= 0 && static_cast<std::size_t>(element.parent) < i &&
                       has_actual[static_cast<std::size_t>(element.parent)];
    has_actual[i] = above || element.has_actual;
    if (!has_actual[i]) continue;
    for (const TagKid& kid : element.kids)
      if (kid.kind == TagKid::Kind::marked_content) replaced.emplace(kid.page, kid.mcid);
  }
  return replaced;
}

/// Codes that stand for private characters and are shown where neither a mark nor an element says what they are.
void check_private_characters(const ReadFile& file, const FontReading& font, const std::string& where,
                              Findings& findings) {
  const std::set<std::pair<int, int>> replaced = replaced_by_tree(file.tree);
  std::set<int> secret;
  for (std::size_t page = 0; page < file.contents.size(); ++page)
    for (const ShownText& text : file.contents[page].shown) {
      if (text.font != font.object || actual_text_mark(file.contents[page], text.mark) >= 0 ||
          replaced.contains({static_cast<int>(page), mcid_of(file.contents[page], text.mark)}))
        continue;
      Fonts::for_each_code(font, text.codes, [&](int code) {
        const auto found = font.unicode.find(code);
        if (found != font.unicode.end() && any_character(found->second, is_private)) secret.insert(code);
      });
    }
  CodeList list;
  for (const int code : secret) list.add(code);
  if (!list.empty()) report(findings, kFontRules, "A3-6.2.11.7.3-1", where, list.text());
}

void check_characters(const ReadFile& file, const FontReading& font, const FontUse& use, const std::string& where,
                      Findings& findings) {
  CodeList unmapped;
  CodeList none;
  bool any_private = false;
  for_each_used(use, FontUse::shown, [&](int code) {
    const auto found = font.unicode.find(code);
    if (found == font.unicode.end()) unmapped.add(code);
    else if ((use.ways[static_cast<std::size_t>(code)] & FontUse::bare) != 0)
      any_private = any_private || any_character(found->second, is_private);
  });
  for (const auto& [code, text] : font.unicode)
    if (any_character(text, is_no_character)) none.add(code);
  if (!unmapped.empty()) report_both(findings, where, "A3-6.2.11.7.2-2", "UA1-7.21.7-2", unmapped.text());
  if (!none.empty()) report_both(findings, where, "A3-6.2.11.7.2-3", "UA1-7.21.7-3", none.text());
  if (any_private) check_private_characters(file, font, where, findings);
}

}  // namespace

void check_font_use(const ReadFile& file, const FontReading& font, const FontUse& use, Findings& findings) {
  const std::string where = place_of(file, font);
  const bool sound = font.program && !font.program->widths.empty();
  if (use.is_visible && !sound && font.subtype != "Type3")
    report_both(findings, where, "A3-6.2.11.4.1-1", "UA1-7.21.4.1-1",
                font.program ? "a font program that can't be read" : "no font program, used on " + on_page(use.page));
  if (sound && font.is_composite()) {
    check_glyphs(font, use, where, findings);
    check_cid_set(file, font, where, findings);
  }
  if (font.has_unicode) check_characters(file, font, use, where, findings);
  else report_both(findings, where, "A3-6.2.11.7.2-1", "UA1-7.21.7-1", "no ToUnicode");
}

}  // namespace mognad::verification
