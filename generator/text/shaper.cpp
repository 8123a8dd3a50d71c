#include "text/shaper.h"

#include <fmt/format.h>
#include <fontconfig/fontconfig.h>
#include <pango/pangocairo.h>
#include <pango/pangofc-fontmap.h>

#include <algorithm>
#include <unordered_map>

namespace mognad {
namespace {

template <class T>
struct Unref {
  void operator()(T* object) const { g_object_unref(object); }
};

struct TextHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
};
using WordCache = std::unordered_map<std::string, ShapedWord, TextHash, std::equal_to<>>;

/// A word that was found: most are asked for again soon, and the way through the map's nodes is long.
struct Recent {
  std::size_t hash = 0;
  const WordCache::value_type* entry = nullptr;
};
constexpr std::size_t kRecent = 8192;  // a power of two

/// Of all words: some times what a survey of hundreds of organisations has in one language, ten megabytes. Not so many
/// words, for each report has a checksum, which is a word of 64 letters.
constexpr std::size_t kMostGlyphs = 400'000;

constexpr std::string_view kSoftHyphen = "\u00AD";

FcConfig* private_config(const FontSet& fonts) {
  FcConfig* config = FcConfigCreate();
  for (const FontFile& font : fonts)
    FcConfigAppFontAddFile(config, reinterpret_cast<const FcChar8*>(font.path.c_str()));
  return config;
}

PangoWeight pango_weight(int weight) { return static_cast<PangoWeight>(weight); }

/// Where the word may be divided: by the dictionary, and after hyphens and slashes that it holds itself.
std::vector<WordBreak> breaks_of(std::string_view text, const Hyphenator& hyphenator) {
  std::vector<WordBreak> breaks;
  for (std::size_t i = 1; i + 1 < text.size(); ++i) {
    const bool hyphen = text[i] == '-' || text[i] == '/';
    const auto next = static_cast<unsigned char>(text[i + 1]);
    const bool letter_next = next >= 0x80 || (next >= 'A' && next <= 'z');
    if (hyphen && letter_next && i >= 2) breaks.push_back({i + 1, false});
  }
  for (const std::size_t offset : hyphenator.positions(text)) breaks.push_back({offset, true});
  std::sort(breaks.begin(), breaks.end(), [](auto& a, auto& b) { return a.offset < b.offset; });
  return breaks;
}

}  // namespace

struct Shaper::State {
  const FontSet& fonts;
  Hyphenator hyphenator;
  std::unique_ptr<PangoFontMap, Unref<PangoFontMap>> map;
  std::unique_ptr<PangoContext, Unref<PangoContext>> context;
  std::vector<PangoAttrList*> attributes;  // by font
  std::vector<WordCache> words;            // by font
  std::vector<const ShapedWord*> spaces;   // by font; in `words` too, but every other word is one
  std::vector<Recent> recent;              // by the hash of font and text: the last word that was asked for there
  std::size_t shaped_glyphs = 0;           // of all words but divided ones, which are few
  std::vector<std::string> missing;

  State(const FontSet& set, const HyphenationPatterns& patterns, const std::string& language)
      : fonts(set),
        hyphenator(patterns),
        map(pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT)),
        words(set.size()),
        spaces(set.size()),
        recent(kRecent) {
    FcConfig* config = private_config(set);
    pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(map.get()), config);
    FcConfigDestroy(config);
    context.reset(pango_font_map_create_context(map.get()));
    pango_context_set_round_glyph_positions(context.get(), FALSE);
    pango_context_set_language(context.get(), pango_language_from_string(language.c_str()));
    cairo_font_options_t* options = cairo_font_options_create();
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    pango_cairo_context_set_font_options(context.get(), options);
    cairo_font_options_destroy(options);
    for (const FontFile& font : set) attributes.push_back(attributes_for(font));
  }

  ~State() {
    for (PangoAttrList* list : attributes) pango_attr_list_unref(list);
  }

  static PangoAttrList* attributes_for(const FontFile& font) {
    PangoFontDescription* description = pango_font_description_new();
    pango_font_description_set_family(description, font.family.c_str());
    pango_font_description_set_weight(description, pango_weight(font.weight));
    // One em is as many device units as the font has, so that advances come out in font units.
    pango_font_description_set_absolute_size(description, static_cast<double>(font.units_per_em) * PANGO_SCALE);
    PangoAttrList* list = pango_attr_list_new();
    pango_attr_list_insert(list, pango_attr_font_desc_new(description));
    pango_attr_list_insert(list, pango_attr_font_features_new("liga=0, clig=0, dlig=0"));
    pango_font_description_free(description);
    return list;
  }

  ShapedWord shape(FontIndex font, std::string_view text) {
    ShapedWord word;
    const int length = static_cast<int>(text.size());
    GList* items = pango_itemize_with_base_dir(context.get(), PANGO_DIRECTION_LTR, text.data(), 0, length,
                                               attributes[static_cast<std::size_t>(font)], nullptr);
    PangoGlyphString* glyphs = pango_glyph_string_new();
    for (GList* link = items; link; link = link->next) {
      auto* item = static_cast<PangoItem*>(link->data);
      pango_shape_full(text.data() + item->offset, item->length, text.data(), length, &item->analysis, glyphs);
      add_glyphs(word, *glyphs, text, item->offset);
    }
    pango_glyph_string_free(glyphs);
    g_list_free_full(items, reinterpret_cast<GDestroyNotify>(pango_item_free));
    return word;
  }

  /// Shapes a word and measures the places where it may be divided.
  ShapedWord shape_with_breaks(FontIndex font, std::string_view text) {
    ShapedWord word = shape(font, text);
    word.breaks = breaks_of(text, hyphenator);
    for (WordBreak& b : word.breaks) {
      const std::string beginning(text.substr(0, b.offset));
      b.width = shape(font, beginning).width;
      b.divided_width = b.hyphen ? shape(font, beginning + "-").width : b.width;
    }
    return word;
  }

  void add_glyphs(ShapedWord& word, const PangoGlyphString& glyphs, std::string_view text, int offset) {
    const auto units = [](int pango) { return (pango + (pango >= 0 ? 512 : -512)) / 1024; };
    for (int i = 0; i < glyphs.num_glyphs; ++i) {
      const PangoGlyphInfo& info = glyphs.glyphs[i];
      const auto cluster = static_cast<std::uint32_t>(offset + glyphs.log_clusters[i]);
      if (info.glyph & PANGO_GLYPH_UNKNOWN_FLAG) word.missing.push_back(name_of_character(text, cluster));
      if (info.glyph == PANGO_GLYPH_EMPTY) continue;
      word.glyphs.push_back({info.glyph, cluster, units(info.geometry.width), units(info.geometry.x_offset),
                             -units(info.geometry.y_offset)});
      word.width += word.glyphs.back().advance;
    }
  }

  static std::string name_of_character(std::string_view text, std::uint32_t cluster) {
    const gunichar c = g_utf8_get_char(text.data() + cluster);
    char utf8[7] = {};
    g_unichar_to_utf8(c, utf8);
    return fmt::format("{} (U+{:04X})", utf8, c);
  }

  /// A word is cached once but used by many documents: each of them must hear of what is missing.
  const ShapedWord& found_or_shaped(FontIndex font, std::string_view text);
  const WordCache::value_type& entry_of(FontIndex font, std::string_view text);

  const ShapedWord& noted(const ShapedWord& word) {
    for (const std::string& name : word.missing)
      if (std::find(missing.begin(), missing.end(), name) == missing.end()) missing.push_back(name);
    return word;
  }
};

Shaper::Shaper(const FontSet& fonts, const HyphenationPatterns& patterns, const std::string& language)
    : state_(std::make_unique<State>(fonts, patterns, language)) {}

Shaper::~Shaper() = default;

const FontFile& Shaper::font(FontIndex index) const { return state_->fonts[static_cast<std::size_t>(index)]; }

const ShapedWord& Shaper::word(FontIndex font, std::string_view text) {
  if (text != " ") return state_->found_or_shaped(font, text);
  const ShapedWord*& space = state_->spaces[static_cast<std::size_t>(font)];
  if (!space) space = &state_->found_or_shaped(font, text);
  return state_->noted(*space);
}

const ShapedWord& Shaper::State::found_or_shaped(FontIndex font, std::string_view text) {
  const std::size_t hash = TextHash{}(text) + static_cast<std::size_t>(font) * 0x9E3779B97F4A7C15u;
  Recent& last = recent[hash % kRecent];
  if (last.hash != hash || !last.entry || last.entry->first != text) last = {hash, &entry_of(font, text)};
  return noted(last.entry->second);
}

const WordCache::value_type& Shaper::State::entry_of(FontIndex font, std::string_view text) {
  WordCache& cache = words[static_cast<std::size_t>(font)];
  if (const auto found = cache.find(text); found != cache.end()) return *found;
  if (text.ends_with(kSoftHyphen)) {
    // A division: shaped with a plain hyphen, which the text keeps as a soft one.
    std::string divided(text.substr(0, text.size() - kSoftHyphen.size()));
    divided += '-';
    return *cache.emplace(std::string(text), shape(font, divided)).first;
  }
  const auto& entry = *cache.emplace(std::string(text), shape_with_breaks(font, text)).first;
  shaped_glyphs += entry.second.glyphs.size();
  return entry;
}

GlyphRun Shaper::run(std::string_view text, const TextStyle& style) {
  GlyphRun run{style.font, style.size, style.tracking, style.colour, {}, 0, {}, {}};
  const FontFile& file = font(style.font);
  run.text.reserve(text.size());
  run.glyphs.reserve(text.size());
  while (!text.empty()) {
    const std::size_t space = text.find(' ');
    const std::string_view part = space == 0 ? text.substr(0, 1) : text.substr(0, space);
    append_word(run, word(style.font, part), part, file);
    text.remove_prefix(part.size());
  }
  return run;
}

double Shaper::width(std::string_view text, const TextStyle& style) {
  double units = 0;
  std::size_t glyphs = 0;
  while (!text.empty()) {
    const std::size_t space = text.find(' ');
    const std::string_view part = space == 0 ? text.substr(0, 1) : text.substr(0, space);
    const ShapedWord& shaped = word(style.font, part);
    units += shaped.width;
    glyphs += shaped.glyphs.size();
    text.remove_prefix(part.size());
  }
  return units * style.size / font(style.font).units_per_em + static_cast<double>(glyphs) * style.tracking;
}

void Shaper::forget_if_many() {
  if (state_->shaped_glyphs <= kMostGlyphs) return;
  state_->shaped_glyphs = 0;
  for (WordCache& words : state_->words) words = {};
  std::fill(state_->spaces.begin(), state_->spaces.end(), nullptr);
  std::fill(state_->recent.begin(), state_->recent.end(), Recent{});
}

std::vector<std::string> Shaper::take_missing() { return std::exchange(state_->missing, {}); }

void append_word(GlyphRun& run, const ShapedWord& word, std::string_view text, const FontFile& font) {
  const auto start = static_cast<std::uint32_t>(run.text.size());
  const std::size_t before = run.glyphs.size();
  run.glyphs.insert(run.glyphs.end(), word.glyphs.begin(), word.glyphs.end());
  for (std::size_t i = before; i < run.glyphs.size(); ++i) run.glyphs[i].cluster += start;
  run.text += text;
  run.width += static_cast<double>(word.width) * run.size / font.units_per_em +
               static_cast<double>(word.glyphs.size()) * run.tracking;
}

}  // namespace mognad
