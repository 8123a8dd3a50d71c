#include "export/cairo/painter.h"

#include <fmt/format.h>

#include <array>
#include <variant>

namespace mognad {

void Painter::fill_ground(Colour paper) {
  set(paper);
  cairo_paint(cairo_);
}

void Painter::run(const Picture& picture) {
  for (const Item& item : picture.items) std::visit([this](const auto& i) { paint(i); }, item);
}

void Painter::set(Colour c) { cairo_set_source_rgb(cairo_, c.red / 255.0, c.green / 255.0, c.blue / 255.0); }

void Painter::paint(const Path& path) {
  add(path.segments);
  if (path.fill) {
    set(*path.fill);
    cairo_fill_preserve(cairo_);
  }
  if (path.stroke) stroke(*path.stroke);
  cairo_new_path(cairo_);
}

void Painter::stroke(const Stroke& stroke) {
  constexpr std::array<cairo_line_cap_t, 3> kCaps{CAIRO_LINE_CAP_BUTT, CAIRO_LINE_CAP_ROUND, CAIRO_LINE_CAP_SQUARE};
  set(stroke.colour);
  cairo_set_line_width(cairo_, stroke.width);
  cairo_set_line_cap(cairo_, kCaps[static_cast<std::size_t>(stroke.cap)]);
  cairo_set_dash(cairo_, stroke.dash.data(), static_cast<int>(stroke.dash.size()), 0);
  cairo_stroke_preserve(cairo_);
}

void Painter::add(const std::vector<Segment>& segments) {
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
void Painter::paint(const GlyphRun& run) {
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

void Painter::paint(const Image& image) {
  if (!images_) return;
  double columns = image.box.width, rows = image.box.height;
  cairo_user_to_device_distance(cairo_, &columns, &rows);
  cairo_surface_t* surface = images_->shown(image.raster, columns, rows);
  cairo_save(cairo_);
  cairo_translate(cairo_, image.box.x, image.box.y);
  cairo_scale(cairo_, image.box.width / cairo_image_surface_get_width(surface),
              image.box.height / cairo_image_surface_get_height(surface));
  cairo_set_source_surface(cairo_, surface, 0, 0);
  cairo_paint(cairo_);
  cairo_restore(cairo_);
}

Problem painting_failed(cairo_status_t status) {
  return error_at({}, fmt::format("a picture couldn't be painted: {}", cairo_status_to_string(status)));
}

}  // namespace mognad
