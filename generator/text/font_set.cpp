#include "text/font_set.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <hb-ot.h>
#include <hb.h>

#include "files/output_names.h"

namespace mognad {
namespace {

std::string name_entry(hb_face_t* face, hb_ot_name_id_t id) {
  char text[256];
  unsigned length = sizeof text;
  hb_ot_name_get_utf8(face, id, HB_LANGUAGE_INVALID, &length, text);
  return {text, length};
}

int metric(hb_font_t* font, hb_ot_metrics_tag_t tag, int otherwise) {
  hb_position_t value = 0;
  return hb_ot_metrics_get_position(font, tag, &value) ? value : otherwise;
}

/// A big-endian 16-bit number of a table.
int table_number(hb_face_t* face, hb_tag_t table, unsigned offset, int otherwise) {
  hb_blob_t* blob = hb_face_reference_table(face, table);
  unsigned length = 0;
  const char* bytes = hb_blob_get_data(blob, &length);
  int value = otherwise;
  if (offset + 2 <= length)
    value = static_cast<std::int16_t>(static_cast<unsigned char>(bytes[offset]) << 8 |
                                      static_cast<unsigned char>(bytes[offset + 1]));
  hb_blob_destroy(blob);
  return value;
}

bool measure(FontFile& file) {
  hb_blob_t* blob = hb_blob_create(file.bytes.data(), static_cast<unsigned>(file.bytes.size()), HB_MEMORY_MODE_READONLY,
                                   nullptr, nullptr);
  hb_face_t* face = hb_face_create(blob, 0);
  hb_blob_destroy(blob);
  file.glyphs = static_cast<int>(hb_face_get_glyph_count(face));
  file.units_per_em = static_cast<int>(hb_face_get_upem(face));
  file.family = name_entry(face, HB_OT_NAME_ID_TYPOGRAPHIC_FAMILY);
  if (file.family.empty()) file.family = name_entry(face, HB_OT_NAME_ID_FONT_FAMILY);
  file.style = name_entry(face, HB_OT_NAME_ID_TYPOGRAPHIC_SUBFAMILY);
  if (file.style.empty()) file.style = name_entry(face, HB_OT_NAME_ID_FONT_SUBFAMILY);
  file.postscript_name = name_entry(face, HB_OT_NAME_ID_POSTSCRIPT_NAME);
  hb_font_t* font = hb_font_create(face);
  hb_font_set_scale(font, file.units_per_em, file.units_per_em);
  file.ascender = metric(font, HB_OT_METRICS_TAG_HORIZONTAL_ASCENDER, file.units_per_em);
  file.descender = metric(font, HB_OT_METRICS_TAG_HORIZONTAL_DESCENDER, -file.units_per_em / 4);
  file.cap_height = metric(font, HB_OT_METRICS_TAG_CAP_HEIGHT, file.units_per_em * 7 / 10);
  file.x_height = metric(font, HB_OT_METRICS_TAG_X_HEIGHT, file.units_per_em / 2);
  const hb_tag_t head = HB_TAG('h', 'e', 'a', 'd');
  file.x_min = table_number(face, head, 36, 0);
  file.y_min = table_number(face, head, 38, 0);
  file.x_max = table_number(face, head, 40, 0);
  file.y_max = table_number(face, head, 42, 0);
  file.weight = table_number(face, HB_TAG('O', 'S', '/', '2'), 4, 400);
  file.italic_angle = table_number(face, HB_TAG('p', 'o', 's', 't'), 4, 0);
  hb_font_destroy(font);
  hb_face_destroy(face);
  return file.glyphs > 0 && !file.postscript_name.empty();
}

std::string find_font(const FontChoice& choice, const Theme& theme, const Files& files) {
  for (const std::string& folder : theme.font_folders)
    if (std::string path = join_path(folder, choice.file); files.exists(path)) return path;
  return {};
}

}  // namespace

Result<FontSet> load_fonts(const Theme& theme, const Files& files) {
  FontSet fonts;
  Problems problems;
  for (const FontChoice& choice : theme.fonts) {
    FontFile font;
    font.path = find_font(choice, theme, files);
    if (font.path.empty()) {
      problems.push_back(error_at({choice.file},
                                  fmt::format("font '{}' of theme '{}' was not found in {}", choice.name, theme.name,
                                              fmt::join(theme.font_folders, ", ")),
                                  "Lato is in Debian's package fonts-lato; fonts/README.md says where fonts go"));
      continue;
    }
    auto bytes = files.read(font.path).take(problems);
    if (!bytes) continue;
    font.bytes = std::move(*bytes);
    if (!measure(font)) problems.push_back(error_at({font.path}, "this is not a font that can be embedded"));
    fonts.push_back(std::move(font));
  }
  if (has_errors(problems)) return problems;
  return {std::move(fonts), std::move(problems)};
}

}  // namespace mognad
