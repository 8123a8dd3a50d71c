#include "drawing/pen.h"

#include <cairo.h>

namespace mognad {
namespace {

cairo_t* new_context() {
  // Nothing is ever painted on this surface: it is there because Cairo builds paths in a context only.
  cairo_surface_t* surface = cairo_image_surface_create(CAIRO_FORMAT_A8, 0, 0);
  cairo_t* context = cairo_create(surface);
  cairo_surface_destroy(surface);
  return context;
}

Point point_of(const cairo_path_data_t& data) { return {data.point.x, data.point.y}; }

Segment segment_of(const cairo_path_data_t* data) {
  switch (data->header.type) {
    case CAIRO_PATH_MOVE_TO: return {Segment::Kind::move, {point_of(data[1])}};
    case CAIRO_PATH_LINE_TO: return {Segment::Kind::line, {point_of(data[1])}};
    case CAIRO_PATH_CURVE_TO: return {Segment::Kind::curve, {point_of(data[1]), point_of(data[2]), point_of(data[3])}};
    case CAIRO_PATH_CLOSE_PATH: break;
  }
  return {Segment::Kind::close, {}};
}

}  // namespace

void Pen::Destroy::operator()(_cairo* context) const { cairo_destroy(context); }

Pen::Pen(Picture& picture) : picture_(picture), cairo_(new_context()) {}

Pen& Pen::move_to(Point p) {
  cairo_move_to(cairo_.get(), p.x, p.y);
  return *this;
}

Pen& Pen::line_to(Point p) {
  cairo_line_to(cairo_.get(), p.x, p.y);
  return *this;
}

Pen& Pen::curve_to(Point a, Point b, Point end) {
  cairo_curve_to(cairo_.get(), a.x, a.y, b.x, b.y, end.x, end.y);
  return *this;
}

Pen& Pen::arc(Point centre, double radius, double from_angle, double to_angle) {
  cairo_arc(cairo_.get(), centre.x, centre.y, radius, from_angle, to_angle);
  return *this;
}

Pen& Pen::rectangle(const Rect& rect) {
  cairo_rectangle(cairo_.get(), rect.x, rect.y, rect.width, rect.height);
  return *this;
}

Pen& Pen::close() {
  cairo_close_path(cairo_.get());
  return *this;
}

std::vector<Segment> Pen::take_path() {
  std::vector<Segment> segments;
  cairo_path_t* path = cairo_copy_path(cairo_.get());
  segments.reserve(static_cast<std::size_t>(path->num_data) / 2);  // a move or a line has two parts
  for (int i = 0; i < path->num_data; i += path->data[i].header.length) {
    // After a close Cairo adds a move to the start of the closed part; at the end it leads nowhere.
    const bool last = i + path->data[i].header.length >= path->num_data;
    if (last && path->data[i].header.type == CAIRO_PATH_MOVE_TO) break;
    segments.push_back(segment_of(path->data + i));
  }
  cairo_path_destroy(path);
  cairo_new_path(cairo_.get());
  return segments;
}

/// A path with nothing in it is not recorded: to paint it would be a fault in a page's content (ISO 32000-1, 8.5.3).
void Pen::record(const std::optional<Colour>& fill, const std::optional<Stroke>& stroke) {
  std::vector<Segment> segments = take_path();
  if (!segments.empty()) picture_.items.emplace_back(Path{std::move(segments), fill, stroke});
}

void Pen::fill(Colour colour) { record(colour, std::nullopt); }

void Pen::stroke(const Stroke& stroke) { record(std::nullopt, stroke); }

void Pen::fill_and_stroke(Colour colour, const Stroke& stroke) { record(colour, stroke); }

void Pen::text(GlyphRun run, Point origin) {
  run.origin = origin;
  picture_.items.emplace_back(std::move(run));
}

}  // namespace mognad
