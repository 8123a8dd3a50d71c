#include "text/glyph_outlines.h"

#include <hb.h>

#include <unordered_map>

namespace mognad {
namespace {

/// Turns what HarfBuzz tells of an outline into segments. Quadratic curves, which TrueType has, come as cubic ones,
/// because no other callback is set.
struct Recorder {
  std::vector<Segment> segments;

  static Recorder& of(void* data) { return *static_cast<Recorder*>(data); }
  static Point point(float x, float y) { return {static_cast<double>(x), -static_cast<double>(y)}; }

  static void move(hb_draw_funcs_t*, void* data, hb_draw_state_t*, float x, float y, void*) {
    of(data).segments.push_back({Segment::Kind::move, {point(x, y)}});
  }
  static void line(hb_draw_funcs_t*, void* data, hb_draw_state_t*, float x, float y, void*) {
    of(data).segments.push_back({Segment::Kind::line, {point(x, y)}});
  }
  static void curve(hb_draw_funcs_t*, void* data, hb_draw_state_t*, float ax, float ay, float bx, float by, float x,
                    float y, void*) {
    of(data).segments.push_back({Segment::Kind::curve, {point(ax, ay), point(bx, by), point(x, y)}});
  }
  static void close(hb_draw_funcs_t*, void* data, hb_draw_state_t*, void*) {
    of(data).segments.push_back({Segment::Kind::close, {}});
  }
};

hb_draw_funcs_t* recording() {
  hb_draw_funcs_t* funcs = hb_draw_funcs_create();
  hb_draw_funcs_set_move_to_func(funcs, Recorder::move, nullptr, nullptr);
  hb_draw_funcs_set_line_to_func(funcs, Recorder::line, nullptr, nullptr);
  hb_draw_funcs_set_cubic_to_func(funcs, Recorder::curve, nullptr, nullptr);
  hb_draw_funcs_set_close_path_func(funcs, Recorder::close, nullptr, nullptr);
  return funcs;
}

hb_font_t* open_font(const FontFile& file) {
  hb_blob_t* blob = hb_blob_create(file.bytes.data(), static_cast<unsigned>(file.bytes.size()), HB_MEMORY_MODE_READONLY,
                                   nullptr, nullptr);
  hb_face_t* face = hb_face_create(blob, 0);
  hb_blob_destroy(blob);
  hb_font_t* font = hb_font_create(face);
  hb_face_destroy(face);
  hb_font_set_scale(font, file.units_per_em, file.units_per_em);
  return font;
}

struct DestroyFont {
  void operator()(hb_font_t* font) const { hb_font_destroy(font); }
};
struct DestroyFuncs {
  void operator()(hb_draw_funcs_t* funcs) const { hb_draw_funcs_destroy(funcs); }
};

}  // namespace

struct GlyphOutlines::State {
  const FontSet& fonts;
  std::unique_ptr<hb_draw_funcs_t, DestroyFuncs> funcs{recording()};
  std::vector<std::unique_ptr<hb_font_t, DestroyFont>> open;                   // by font
  std::vector<std::unordered_map<std::uint32_t, std::vector<Segment>>> known;  // by font

  explicit State(const FontSet& set) : fonts(set), known(set.size()) {
    for (const FontFile& file : set) open.emplace_back(open_font(file));
  }
};

GlyphOutlines::GlyphOutlines(const FontSet& fonts) : state_(std::make_unique<State>(fonts)) {}

GlyphOutlines::~GlyphOutlines() = default;

const std::vector<Segment>& GlyphOutlines::outline(FontIndex font, std::uint32_t glyph) {
  const auto index = static_cast<std::size_t>(font);
  auto& known = state_->known[index];
  if (const auto found = known.find(glyph); found != known.end()) return found->second;
  Recorder recorder;
  hb_font_get_glyph_shape(state_->open[index].get(), glyph, state_->funcs.get(), &recorder);
  return known.emplace(glyph, std::move(recorder.segments)).first->second;
}

const FontFile& GlyphOutlines::font(FontIndex font) const { return state_->fonts[static_cast<std::size_t>(font)]; }

}  // namespace mognad
