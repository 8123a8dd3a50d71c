#include "verification/font_program.h"

#include <fmt/format.h>
#include <ft2build.h>
#include FT_FREETYPE_H
#include FT_ADVANCES_H
#include FT_CID_H
#include FT_FONT_FORMATS_H

#include <memory>

namespace mognad::verification {
namespace {

struct LibraryDone {
  void operator()(FT_Library library) const { FT_Done_FreeType(library); }
};
struct FaceDone {
  void operator()(FT_Face face) const { FT_Done_Face(face); }
};
using LibraryHandle = std::unique_ptr<FT_LibraryRec_, LibraryDone>;
using FaceHandle = std::unique_ptr<FT_FaceRec_, FaceDone>;

/// FreeType gives a bare Type 1 or CFF program 1,000 units where its matrix says nothing else.
double thousandths(FT_Face face, FT_Fixed units) {
  const double per_em = face->units_per_EM == 0 ? 1000 : face->units_per_EM;
  return static_cast<double>(units) * 1000 / per_em;
}

void read_widths(FT_Face face, FontProgram& program) {
  const auto count = static_cast<FT_UInt>(face->num_glyphs);
  std::vector<FT_Fixed> advances(count);
  program.widths.assign(count, -1);
  if (count > 0 && FT_Get_Advances(face, 0, count, FT_LOAD_NO_SCALE, advances.data()) == 0) {
    for (FT_UInt glyph = 0; glyph < count; ++glyph) program.widths[glyph] = thousandths(face, advances[glyph]);
    return;
  }
  // One damaged glyph spoils the request for all; the others have a width still.
  for (FT_UInt glyph = 0; glyph < count; ++glyph)
    if (FT_Fixed advance = 0; FT_Get_Advance(face, glyph, FT_LOAD_NO_SCALE, &advance) == 0)
      program.widths[glyph] = thousandths(face, advance);
}

void read_cids(FT_Face face, FontProgram& program) {
  FT_Bool keyed = 0;
  if (FT_Get_CID_Is_Internally_CID_Keyed(face, &keyed) != 0 || !keyed) return;
  program.keyed_by_cid = true;
  for (FT_UInt glyph = 0; glyph < static_cast<FT_UInt>(face->num_glyphs); ++glyph)
    if (FT_UInt cid = 0; FT_Get_CID_From_Glyph_Index(face, glyph, &cid) == 0)
      program.glyph_of_cid.emplace(static_cast<int>(cid), static_cast<int>(glyph));
}

void read_character_maps(FT_Face face, FontProgram& program) {
  program.character_maps = face->num_charmaps;
  for (int i = 0; i < face->num_charmaps; ++i) {
    const FT_CharMap map = face->charmaps[i];
    if (map->platform_id == 3 && map->encoding_id == 0) program.has_symbol_map = true;
    if ((map->platform_id == 3 && map->encoding_id == 1) || (map->platform_id == 1 && map->encoding_id == 0))
      program.has_unicode_map = true;
  }
}

}  // namespace

FontProgram read_font_program(std::string_view bytes) {
  FontProgram program;
  FT_Library library = nullptr;
  if (FT_Init_FreeType(&library) != 0) return program;
  const LibraryHandle library_handle(library);
  FT_Face face = nullptr;
  if (FT_New_Memory_Face(library, reinterpret_cast<const FT_Byte*>(bytes.data()), static_cast<FT_Long>(bytes.size()), 0,
                         &face) != 0)
    return program;
  const FaceHandle face_handle(face);
  // A glyph's number has two bytes in every format.
  if (face->num_glyphs < 0 || face->num_glyphs > 65536) return program;
  if (const char* format = FT_Get_Font_Format(face)) program.format = format;
  program.is_wrapped = FT_IS_SFNT(face);
  program.units_per_em = face->units_per_EM;
  read_widths(face, program);
  read_cids(face, program);
  read_character_maps(face, program);
  return program;
}

std::string freetype_version() {
  FT_Library library = nullptr;
  if (FT_Init_FreeType(&library) != 0) return "unknown";
  const LibraryHandle handle(library);
  int major = 0, minor = 0, patch = 0;
  FT_Library_Version(library, &major, &minor, &patch);
  return fmt::format("{}.{}.{}", major, minor, patch);
}

}  // namespace mognad::verification
