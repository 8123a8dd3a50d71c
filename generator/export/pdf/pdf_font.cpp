#include "export/pdf/pdf_font.h"

#include <fmt/format.h>
#include <hb-ot.h>
#include <hb-subset.h>
#include <hb.h>

#include <map>
#include <memory>

#include "files/sha256.h"

namespace mognad::pdf {
namespace {

struct Destroy {
  void operator()(hb_face_t* p) const { hb_face_destroy(p); }
  void operator()(hb_font_t* p) const { hb_font_destroy(p); }
  void operator()(hb_set_t* p) const { hb_set_destroy(p); }
  void operator()(hb_blob_t* p) const { hb_blob_destroy(p); }
  void operator()(hb_subset_input_t* p) const { hb_subset_input_destroy(p); }
  void operator()(hb_subset_plan_t* p) const { hb_subset_plan_destroy(p); }
};
template <class T>
using Owned = std::unique_ptr<T, Destroy>;

struct Range {
  char32_t first;
  char32_t last;
};

/// The languages of Europe in Latin letters, Sámi included, and the signs of typography and of our charts.
constexpr Range kRepertoire[] = {
    {0x20, 0x7E},     {0xA0, 0x17F},    {0x18F, 0x18F},   {0x192, 0x192},   {0x1B7, 0x1B7},   {0x1E4, 0x1E9},
    {0x1EE, 0x1EF},   {0x218, 0x21B},   {0x259, 0x259},   {0x292, 0x292},   {0x1E80, 0x1E85}, {0x1E9E, 0x1E9E},
    {0x1EF2, 0x1EF3}, {0x2010, 0x2015}, {0x2018, 0x201E}, {0x2020, 0x2022}, {0x2026, 0x2026}, {0x202F, 0x202F},
    {0x2030, 0x2030}, {0x2032, 0x2033}, {0x2039, 0x203A}, {0x2044, 0x2044}, {0x20AC, 0x20AC}, {0x2116, 0x2116},
    {0x2122, 0x2122}, {0x2212, 0x2212}, {0x2215, 0x2215}, {0x2248, 0x2248}, {0x2260, 0x2260}, {0x2264, 0x2265}};

/// Adds what the substitutions that are always on can make of the glyphs.
void close_over_shaping(hb_face_t* face, hb_set_t* glyphs) {
  const hb_tag_t features[] = {HB_TAG('c', 'c', 'm', 'p'), HB_TAG('l', 'o', 'c', 'l'), HB_TAG('r', 'l', 'i', 'g'),
                               HB_TAG('c', 'a', 'l', 't'), HB_TAG('r', 'c', 'l', 't'), HB_TAG_NONE};
  const Owned<hb_set_t> lookups(hb_set_create());
  hb_ot_layout_collect_lookups(face, HB_OT_TAG_GSUB, nullptr, nullptr, features, lookups.get());
  hb_ot_layout_lookups_substitute_closure(face, lookups.get(), glyphs);
}

Owned<hb_face_t> subset(hb_face_t* face, hb_set_t* glyphs, std::map<std::uint32_t, std::uint32_t>& new_glyph) {
  const Owned<hb_subset_input_t> input(hb_subset_input_create_or_fail());
  hb_set_union(hb_subset_input_glyph_set(input.get()), glyphs);
  hb_subset_input_set_flags(input.get(), HB_SUBSET_FLAGS_NO_HINTING | HB_SUBSET_FLAGS_NOTDEF_OUTLINE);
  hb_set_t* drop = hb_subset_input_set(input.get(), HB_SUBSET_SETS_DROP_TABLE_TAG);
  for (const char* tag :
       {"GSUB", "GPOS", "GDEF", "kern", "cmap", "name", "post", "OS/2", "DSIG", "gasp", "FFTM", "meta"})
    hb_set_add(drop, HB_TAG(tag[0], tag[1], tag[2], tag[3]));
  const Owned<hb_subset_plan_t> plan(hb_subset_plan_create_or_fail(face, input.get()));
  if (!plan) return nullptr;
  const hb_map_t* mapping = hb_subset_plan_old_to_new_glyph_mapping(plan.get());
  for (hb_codepoint_t glyph = HB_SET_VALUE_INVALID; hb_set_next(glyphs, &glyph);)
    new_glyph[glyph] = hb_map_get(mapping, glyph);
  return Owned<hb_face_t>(hb_subset_plan_execute_or_fail(plan.get()));
}

std::string unicode_hex(char32_t c) {
  if (c < 0x10000) return fmt::format("{:04X}", static_cast<unsigned>(c));
  const unsigned rest = static_cast<unsigned>(c) - 0x10000;
  return fmt::format("{:04X}{:04X}", 0xD800 + (rest >> 10), 0xDC00 + (rest & 0x3FF));
}

/// A CMap from CIDs to characters (ISO 32000-1, 9.10.3), at most a hundred entries a block.
std::string to_unicode_cmap(const std::vector<char32_t>& characters) {
  std::string map =
      "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
      "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
      "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
      "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n";
  std::vector<std::string> lines;
  for (std::size_t cid = 1; cid < characters.size(); ++cid)
    if (characters[cid] != 0) lines.push_back(fmt::format("<{:04X}> <{}>\n", cid, unicode_hex(characters[cid])));
  for (std::size_t start = 0; start < lines.size(); start += 100) {
    const std::size_t end = std::min(start + 100, lines.size());
    map += fmt::format("{} beginbfchar\n", end - start);
    for (std::size_t i = start; i < end; ++i) map += lines[i];
    map += "endbfchar\n";
  }
  return map + "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n";
}

/// Six letters that say which subset this is (ISO 32000-1, 9.6.4), from its bytes.
std::string subset_tag(std::string_view bytes) {
  std::string tag;
  for (const char digit : sha256_hex(bytes).substr(0, 6))
    tag += static_cast<char>('A' + (digit >= 'a' ? digit - 'a' + 10 : digit - '0'));
  return tag;
}

std::uint64_t pair_key(std::uint32_t glyph, char32_t character) { return std::uint64_t{glyph} << 32 | character; }

using Characters = std::vector<std::pair<char32_t, std::uint32_t>>;

/// The characters of the repertoire that the font has, with their glyphs, which go into the set.
Characters characters_of(hb_font_t* font, hb_set_t* glyphs) {
  Characters characters;
  for (const Range& range : kRepertoire)
    for (char32_t c = range.first; c <= range.last; ++c) {
      hb_codepoint_t glyph = 0;
      if (!hb_font_get_nominal_glyph(font, c, &glyph)) continue;
      characters.emplace_back(c, glyph);
      hb_set_add(glyphs, glyph);
    }
  // A divided word ends with the hyphen's glyph that stands for U+00AD.
  if (hb_codepoint_t hyphen = 0; hb_font_get_nominal_glyph(font, '-', &hyphen)) characters.emplace_back(0xAD, hyphen);
  return characters;
}

Dict descriptor_of(const FontFile& file, const std::string& name) {
  const auto em = [&](int units) { return units * 1000.0 / file.units_per_em; };
  Dict descriptor;
  descriptor.name("Type", "FontDescriptor").name("FontName", name).raw("Flags", "4");
  descriptor.raw("FontBBox", fmt::format("[{} {} {} {}]", number(em(file.x_min), 0), number(em(file.y_min), 0),
                                         number(em(file.x_max), 0), number(em(file.y_max), 0)));
  descriptor.real("ItalicAngle", file.italic_angle)
      .real("Ascent", em(file.ascender), 0)
      .real("Descent", em(file.descender), 0);
  descriptor.real("CapHeight", em(file.cap_height), 0).real("StemV", 50 + file.weight / 8.0, 0);
  return descriptor;
}

}  // namespace

Result<PdfFont> PdfFont::make(const FontFile& file) {
  const Owned<hb_blob_t> blob(hb_blob_create(file.bytes.data(), static_cast<unsigned>(file.bytes.size()),
                                             HB_MEMORY_MODE_READONLY, nullptr, nullptr));
  const Owned<hb_face_t> face(hb_face_create(blob.get(), 0));
  const Owned<hb_font_t> font(hb_font_create(face.get()));
  hb_font_set_scale(font.get(), file.units_per_em, file.units_per_em);

  const Owned<hb_set_t> glyphs(hb_set_create());
  const Characters characters = characters_of(font.get(), glyphs.get());
  close_over_shaping(face.get(), glyphs.get());
  hb_set_add(glyphs.get(), 0);

  std::map<std::uint32_t, std::uint32_t> new_glyph;
  const Owned<hb_face_t> small = subset(face.get(), glyphs.get(), new_glyph);
  if (!small) return error_at({file.path}, "HarfBuzz can't make a subset of this font");
  const Owned<hb_blob_t> bytes(hb_face_reference_blob(small.get()));
  unsigned length = 0;
  const char* data = hb_blob_get_data(bytes.get(), &length);

  PdfFont made;
  made.name_ = fmt::format("{}+{}", subset_tag({data, length}), file.postscript_name);
  made.units_per_em_ = file.units_per_em;
  made.program_ = deflate({data, length}, Effort::small);
  made.program_length_ = static_cast<int>(length);

  std::string gids(2, '\0');
  std::vector<char32_t>& unicode = made.characters_ = {0};
  made.first_cid_.assign(static_cast<std::size_t>(file.glyphs), 0);
  std::string widths = "1 [";
  made.advances_.push_back(hb_font_get_glyph_h_advance(font.get(), 0));
  const auto add = [&](std::uint32_t glyph, char32_t character) {
    const auto cid = static_cast<std::uint16_t>(unicode.size());
    if (character != 0 && !made.pairs_.emplace(pair_key(glyph, character), cid).second) return;
    if (made.first_cid_[glyph] == 0) made.first_cid_[glyph] = cid;
    unicode.push_back(character);
    const std::uint32_t gid = new_glyph.at(glyph);
    gids += {static_cast<char>(gid >> 8), static_cast<char>(gid & 0xFF)};
    made.advances_.push_back(hb_font_get_glyph_h_advance(font.get(), glyph));
    append_number(widths, made.advances_.back() * 1000.0 / file.units_per_em, 2);
    widths += ' ';
  };
  for (const auto& [character, glyph] : characters) add(glyph, character);
  // What only shaping reaches has no character of its own: the text around it says what it stands for.
  for (hb_codepoint_t glyph = HB_SET_VALUE_INVALID; hb_set_next(glyphs.get(), &glyph);)
    if (glyph != 0 && made.first_cid_[glyph] == 0) add(glyph, 0);
  made.widths_ = "[" + widths + "]]";
  made.to_unicode_ = deflate(to_unicode_cmap(unicode), Effort::small);
  made.cid_to_gid_ = deflate(gids, Effort::small);

  made.descriptor_ = descriptor_of(file, made.name_);
  return made;
}

std::optional<std::uint16_t> PdfFont::other_cid(std::uint32_t glyph, char32_t character) const {
  const auto found = pairs_.find(pair_key(glyph, character));
  return found == pairs_.end() ? std::nullopt : std::optional(found->second);
}

Ref PdfFont::write(PdfFile& file) const {
  const Ref program = file.add_shared_stream(Dict().raw("Length1", std::to_string(program_length_)), program_);
  const Ref descriptor = file.add(Dict(descriptor_).ref("FontFile2", program));
  const Ref map = file.add_shared_stream({}, cid_to_gid_);
  const Ref descendant =
      file.add(Dict()
                   .name("Type", "Font")
                   .name("Subtype", "CIDFontType2")
                   .name("BaseFont", name_)
                   .raw("CIDSystemInfo", "<< /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>")
                   .ref("FontDescriptor", descriptor)
                   .ref("CIDToGIDMap", map)
                   .raw("W", widths_));
  const Ref to_unicode = file.add_shared_stream({}, to_unicode_);
  return file.add(Dict()
                      .name("Type", "Font")
                      .name("Subtype", "Type0")
                      .name("BaseFont", name_)
                      .name("Encoding", "Identity-H")
                      .raw("DescendantFonts", "[" + reference(descendant) + "]")
                      .ref("ToUnicode", to_unicode));
}

}  // namespace mognad::pdf
