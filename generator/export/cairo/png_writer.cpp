#include "export/cairo/png_writer.h"

#include <cairo.h>
#include <fmt/format.h>

#include <array>
#include <cmath>
#include <cstdint>
#include <memory>
#include <string_view>

namespace mognad {
namespace {

struct DestroySurface {
  void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
};
struct DestroyContext {
  void operator()(cairo_t* context) const { cairo_destroy(context); }
};

class Painter {
 public:
  Painter(cairo_t* context, GlyphOutlines& outlines) : cairo_(context), outlines_(outlines) {}

  void fill_ground(Colour paper) {
    set(paper);
    cairo_paint(cairo_);
  }

  void run(const Picture& picture) {
    for (const Item& item : picture.items) std::visit([this](const auto& i) { paint(i); }, item);
  }

 private:
  void set(Colour c) { cairo_set_source_rgb(cairo_, c.red / 255.0, c.green / 255.0, c.blue / 255.0); }

  void paint(const TagBegin&) {}
  void paint(const TagEnd&) {}
  /// Links lead into documents, and pictures of pixels stand on their covers: a figure has neither.
  void paint(const Link&) {}
  void paint(const Image&) {}

  void paint(const Path& path) {
    add(path.segments);
    if (path.fill) {
      set(*path.fill);
      cairo_fill_preserve(cairo_);
    }
    if (path.stroke) stroke(*path.stroke);
    cairo_new_path(cairo_);
  }

  void stroke(const Stroke& stroke) {
    constexpr std::array<cairo_line_cap_t, 3> kCaps{CAIRO_LINE_CAP_BUTT, CAIRO_LINE_CAP_ROUND, CAIRO_LINE_CAP_SQUARE};
    set(stroke.colour);
    cairo_set_line_width(cairo_, stroke.width);
    cairo_set_line_cap(cairo_, kCaps[static_cast<std::size_t>(stroke.cap)]);
    cairo_set_dash(cairo_, stroke.dash.data(), static_cast<int>(stroke.dash.size()), 0);
    cairo_stroke_preserve(cairo_);
  }

  void add(const std::vector<Segment>& segments) {
    for (const Segment& s : segments) switch (s.kind) {
        case Segment::Kind::move: cairo_move_to(cairo_, s.points[0].x, s.points[0].y); break;
        case Segment::Kind::line: cairo_line_to(cairo_, s.points[0].x, s.points[0].y); break;
        case Segment::Kind::curve:
          cairo_curve_to(cairo_, s.points[0].x, s.points[0].y, s.points[1].x, s.points[1].y, s.points[2].x,
                         s.points[2].y);
          break;
        case Segment::Kind::close: cairo_close_path(cairo_); break;
      }
  }

  /// Each glyph is filled alone: neighbours that touch must not cut holes into each other.
  void paint(const GlyphRun& run) {
    set(run.colour);
    const double scale = run.size / outlines_.font(run.font).units_per_em;
    double x = run.origin.x;
    for (const Glyph& glyph : run.glyphs) {
      cairo_save(cairo_);
      cairo_translate(cairo_, x + glyph.x_offset * scale, run.origin.y - glyph.y_offset * scale);
      cairo_scale(cairo_, scale, scale);
      add(outlines_.outline(run.font, glyph.id));
      cairo_fill(cairo_);
      cairo_restore(cairo_);
      x += glyph.advance * scale + run.tracking;
    }
  }

  cairo_t* cairo_;
  GlyphOutlines& outlines_;
};

cairo_status_t append_bytes(void* to, const unsigned char* bytes, unsigned length) {
  static_cast<std::string*>(to)->append(reinterpret_cast<const char*>(bytes), length);
  return CAIRO_STATUS_SUCCESS;
}

std::string big_endian(std::uint32_t value) {
  std::string bytes;
  for (int shift = 24; shift >= 0; shift -= 8) bytes += static_cast<char>(value >> shift & 0xFF);
  return bytes;
}

/// The checksum of a chunk (PNG, second edition, 5.5).
std::uint32_t crc_of(std::string_view bytes) {
  std::uint32_t crc = 0xFFFFFFFF;
  for (const char c : bytes) {
    crc ^= static_cast<unsigned char>(c);
    for (int bit = 0; bit < 8; ++bit) crc = crc & 1 ? crc >> 1 ^ 0xEDB88320u : crc >> 1;
  }
  return ~crc;
}

/// Puts the pixels' size behind the header, where it must be before the pixels themselves (PNG, 11.3.5.3).
void add_resolution(std::string& png, double dpi) {
  constexpr std::size_t kHeaderEnd = 8 + 25;                                                   // signature and IHDR
  const std::string each = big_endian(static_cast<std::uint32_t>(std::lround(dpi / 0.0254)));  // a metre
  const std::string chunk = "pHYs" + each + each + '\1';
  png.insert(kHeaderEnd, big_endian(9) + chunk + big_endian(crc_of(chunk)));
}

Problem failed(cairo_status_t status) {
  return error_at({}, fmt::format("a picture couldn't be painted: {}", cairo_status_to_string(status)));
}

}  // namespace

Result<std::string> write_png(const Picture& picture, const PngOptions& options, GlyphOutlines& outlines) {
  const double scale = options.dpi / 72;
  const double width = std::round(picture.size.width * scale);
  const double height = std::round(picture.size.height * scale);
  // Written so that what is not a number is refused too.
  if (!(width >= 1 && height >= 1)) return error_at({}, "a picture has no size", "this is a fault of the program");
  if (!(width * height <= kMostPixels))
    return error_at({}, fmt::format("a picture would have {:.0f} × {:.0f} pixels", width, height),
                    fmt::format("the most is {:.0f} million: choose fewer dots an inch", kMostPixels / 1e6));
  const std::unique_ptr<cairo_surface_t, DestroySurface> surface(
      cairo_image_surface_create(CAIRO_FORMAT_RGB24, static_cast<int>(width), static_cast<int>(height)));
  const std::unique_ptr<cairo_t, DestroyContext> context(cairo_create(surface.get()));
  cairo_scale(context.get(), scale, scale);
  Painter painter(context.get(), outlines);
  painter.fill_ground(options.paper);
  painter.run(picture);
  if (const auto status = cairo_status(context.get()); status != CAIRO_STATUS_SUCCESS) return failed(status);
  std::string png;
  const auto status = cairo_surface_write_to_png_stream(surface.get(), append_bytes, &png);
  if (status != CAIRO_STATUS_SUCCESS) return failed(status);
  add_resolution(png, options.dpi);
  return png;
}

}  // namespace mognad
