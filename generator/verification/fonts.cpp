#include "verification/fonts.h"

#include <algorithm>
#include <mutex>
#include <set>
#include <unordered_map>

#include "verification/character_map.h"

namespace mognad::verification {
namespace {

// CIDs and codes have two bytes.
constexpr long long kHighestCode = 0xFFFF;

struct HashOfBytes {
  using is_transparent = void;
  std::size_t operator()(std::string_view bytes) const { return std::hash<std::string_view>()(bytes); }
};

/// What was read from bytes before, in the whole process: the fonts of a batch are the same in every file. Bounded, so
/// that a batch of strange files doesn't fill the memory.
template <class Reading>
class Memo {
 public:
  explicit Memo(Reading (*read)(std::string_view)) : read_(read) {}

  std::shared_ptr<const Reading> of(const std::string& bytes) {
    {
      const std::lock_guard lock(mutex_);
      if (const auto found = readings_.find(bytes); found != readings_.end()) return found->second;
    }
    auto reading = std::make_shared<const Reading>(read_(bytes));
    if (bytes.size() > kLongest) return reading;
    const std::lock_guard lock(mutex_);
    if (readings_.size() >= kMost) readings_.clear();
    readings_.emplace(bytes, reading);
    return reading;
  }

 private:
  static constexpr std::size_t kMost = 32;
  static constexpr std::size_t kLongest = 2'000'000;

  Reading (*read_)(std::string_view);
  std::mutex mutex_;
  std::unordered_map<std::string, std::shared_ptr<const Reading>, HashOfBytes, std::equal_to<>> readings_;
};

std::shared_ptr<const FontProgram> program_of(const std::string& bytes) {
  static Memo<FontProgram> memo(read_font_program);
  return memo.of(bytes);
}

std::shared_ptr<const CharacterMap> character_map_of(const std::string& bytes) {
  static Memo<CharacterMap> memo(read_character_map);
  return memo.of(bytes);
}

/// W (ISO 32000-1, 9.7.4.3): "first [widths]" or "first last width".
void read_cid_widths(const Document& document, const Array& w, FontReading& font) {
  for (std::size_t at = 0; at < w.size();) {
    const long long first = document.resolve(w[at]).integer_or(-1);
    if (first < 0 || first > kHighestCode || at + 1 >= w.size()) return font.faults.push_back("W can't be read");
    if (const Array* widths = document.resolve(w[at + 1]).array()) {
      for (std::size_t i = 0; i < widths->size() && first + static_cast<long long>(i) <= kHighestCode; ++i)
        font.widths.emplace_hint(font.widths.end(), static_cast<int>(first) + static_cast<int>(i),
                                 document.resolve((*widths)[i]).number_or(0));
      at += 2;
      continue;
    }
    const long long last = document.resolve(w[at + 1]).integer_or(-1);
    if (last < first || last > kHighestCode || at + 2 >= w.size()) return font.faults.push_back("W can't be read");
    const double width = document.resolve(w[at + 2]).number_or(0);
    for (long long cid = first; cid <= last; ++cid)
      if (!font.widths.emplace(static_cast<int>(cid), width).second)
        return font.faults.push_back("W gives a CID twice");
    at += 3;
  }
}

void read_simple_widths(const Document& document, const Dictionary& dictionary, FontReading& font) {
  const long long first = document.get(dictionary, "FirstChar").integer_or(0);
  const Array* widths = document.get(dictionary, "Widths").array();
  if (!widths || first < 0 || first > 255) return;
  for (std::size_t i = 0; i < widths->size() && first + static_cast<long long>(i) <= 255; ++i)
    font.widths.emplace(static_cast<int>(first) + static_cast<int>(i), document.resolve((*widths)[i]).number_or(0));
}

void read_program(const Document& document, const Dictionary& with_descriptor, FontReading& font) {
  const Dictionary* descriptor = document.get(with_descriptor, "FontDescriptor").dictionary();
  if (!descriptor) return;
  if (!font.is_composite()) font.default_width = document.get(*descriptor, "MissingWidth").number_or(0);
  for (const char* key : {"FontFile", "FontFile2", "FontFile3"}) {
    const Object* stream = document.stream((*descriptor)[key]);
    if (!stream || stream->undecodable) continue;
    font.program = program_of(stream->data);
    font.program_widths = font.program->widths;
    return;
  }
}

void read_glyph_map(const Document& document, const Dictionary& descendant, FontReading& font) {
  const Object* stream = document.stream(descendant["CIDToGIDMap"]);
  if (!stream) return;
  if (stream->data.size() % 2 != 0 || stream->data.size() > 2 * (kHighestCode + 1))
    font.faults.push_back("CIDToGIDMap has " + std::to_string(stream->data.size()) + " bytes");
  const std::size_t count = std::min<std::size_t>(stream->data.size() / 2, kHighestCode + 1);
  font.glyph_of_code.resize(count);
  for (std::size_t cid = 0; cid < count; ++cid)
    font.glyph_of_code[cid] =
        static_cast<unsigned char>(stream->data[2 * cid]) << 8 | static_cast<unsigned char>(stream->data[2 * cid + 1]);
}

void read_descendant(const Document& document, const Dictionary& dictionary, FontReading& font) {
  const Array* descendants = document.get(dictionary, "DescendantFonts").array();
  if (!descendants || descendants->size() != 1) return;
  const Dictionary* descendant = document.resolve(descendants->front()).dictionary();
  if (!descendant) return;
  font.descendant = document.get(*descendant, "Subtype").name();
  font.default_width = document.get(*descendant, "DW").number_or(1000);
  if (const Array* w = document.get(*descendant, "W").array()) read_cid_widths(document, *w, font);
  read_program(document, *descendant, font);
  read_glyph_map(document, *descendant, font);
}

FontReading read_font(const Document& document, int number, const Dictionary& dictionary) {
  FontReading font;
  font.object = number;
  font.subtype = document.get(dictionary, "Subtype").name();
  if (const Object* stream = document.stream(dictionary["ToUnicode"]); stream && !stream->undecodable) {
    const std::shared_ptr<const CharacterMap> map = character_map_of(stream->data);
    font.has_unicode = true;
    font.unicode = map->unicode;
    for (const std::string& fault : map->faults) font.faults.push_back("ToUnicode: " + fault);
  }
  if (font.is_composite()) {
    read_descendant(document, dictionary, font);
  } else {
    read_simple_widths(document, dictionary, font);
    read_program(document, dictionary, font);
  }
  return font;
}

void add_fonts_of(const Document& document, const Value& resources, std::set<int>& numbers) {
  const Dictionary* list = document.resolve(resources).dictionary();
  const Dictionary* fonts = list ? document.get(*list, "Font").dictionary() : nullptr;
  if (!fonts) return;
  for (const Dictionary::Entry& entry : fonts->entries())
    if (const auto* reference = std::get_if<Reference>(&entry.value)) numbers.insert(reference->number);
}

/// Those in the resources of pages, forms, patterns and Type 3 fonts.
std::set<int> font_numbers(const Document& document) {
  std::set<int> numbers;
  const Value* last = nullptr;
  for (const DocumentPage& page : document.pages) {
    const Value& resources = document.get(page.dictionary, "Resources");
    if (&resources != last) add_fonts_of(document, resources, numbers);
    last = &resources;
  }
  for (const Object& object : document.objects)
    if (const Dictionary* dictionary = object.value.dictionary(); dictionary && dictionary->has("Resources"))
      add_fonts_of(document, (*dictionary)["Resources"], numbers);
  return numbers;
}

}  // namespace

int FontReading::glyph_of(int code) const {
  if (!program || code < 0) return -1;
  int glyph = code;
  if (descendant == "CIDFontType2" && !glyph_of_code.empty()) {
    if (static_cast<std::size_t>(code) >= glyph_of_code.size()) return -1;
    glyph = glyph_of_code[static_cast<std::size_t>(code)];
  } else if (descendant == "CIDFontType0" && program->keyed_by_cid) {
    const auto found = program->glyph_of_cid.find(code);
    if (found == program->glyph_of_cid.end()) return -1;
    glyph = found->second;
  }
  return static_cast<std::size_t>(glyph) < program->widths.size() ? glyph : -1;
}

double FontReading::width_of(int code) const {
  const auto found = widths.find(code);
  return found == widths.end() ? default_width : found->second;
}

Fonts Fonts::read(const Document& document) {
  Fonts fonts;
  for (const int number : font_numbers(document))
    if (const Dictionary* dictionary = document.object(number).dictionary())
      fonts.fonts_.emplace(number, read_font(document, number, *dictionary));
  return fonts;
}

const FontReading* Fonts::font(int object) const {
  const auto found = fonts_.find(object);
  return found == fonts_.end() ? nullptr : &found->second;
}

std::string Fonts::text(int font, std::string_view codes) const {
  static constexpr std::string_view kUnknown = "\xEF\xBF\xBD";
  const FontReading* reading = this->font(font);
  std::string text;
  if (!reading) {
    for (std::size_t i = 0; i < codes.size(); ++i) text += kUnknown;
    return text;
  }
  for_each_code(*reading, codes, [&](int code) {
    const auto found = reading->unicode.find(code);
    if (found == reading->unicode.end()) text += kUnknown;
    else text += found->second;
  });
  return text;
}

}  // namespace mognad::verification
