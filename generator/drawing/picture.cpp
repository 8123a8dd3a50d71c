#include "drawing/picture.h"

#include <iterator>

namespace mognad {
namespace {

void move_point(Point& point, Point by) {
  point.x += by.x;
  point.y += by.y;
}

void scale_box(Rect& box, double factor) {
  box = {box.x * factor, box.y * factor, box.width * factor, box.height * factor};
}

void scale_item(Path& path, double factor) {
  for (Segment& segment : path.segments)
    for (Point& point : segment.points) point = {point.x * factor, point.y * factor};
  if (!path.stroke) return;
  path.stroke->width *= factor;
  for (double& length : path.stroke->dash) length *= factor;
}
void scale_item(GlyphRun& run, double factor) {
  run.origin = {run.origin.x * factor, run.origin.y * factor};
  run.size *= factor;
  run.tracking *= factor;
  run.width *= factor;
}
void scale_item(Image& image, double factor) { scale_box(image.box, factor); }
void scale_item(Link& link, double factor) { scale_box(link.box, factor); }
void scale_item(TagBegin&, double) {}
void scale_item(TagEnd&, double) {}

std::vector<Segment> rectangle_segments(const Rect& r) {
  using Kind = Segment::Kind;
  return {{Kind::move, {{r.x, r.y}}},
          {Kind::line, {{r.right(), r.y}}},
          {Kind::line, {{r.right(), r.bottom()}}},
          {Kind::line, {{r.x, r.bottom()}}},
          {Kind::close, {}}};
}

}  // namespace

void move_item(Item& item, Point by) {
  if (auto* path = std::get_if<Path>(&item)) {
    for (Segment& segment : path->segments)
      for (Point& point : segment.points) move_point(point, by);
  } else if (auto* run = std::get_if<GlyphRun>(&item)) {
    move_point(run->origin, by);
  } else if (auto* link = std::get_if<Link>(&item)) {
    link->box.x += by.x;
    link->box.y += by.y;
  } else if (auto* image = std::get_if<Image>(&item)) {
    image->box.x += by.x;
    image->box.y += by.y;
  }
}

void append(Picture& whole, Picture part, Point at) {
  for (Item& item : part.items) move_item(item, at);
  whole.items.insert(whole.items.end(), std::make_move_iterator(part.items.begin()),
                     std::make_move_iterator(part.items.end()));
}

Picture scaled(Picture picture, double factor) {
  picture.size = {picture.size.width * factor, picture.size.height * factor};
  for (Item& item : picture.items) std::visit([factor](auto& i) { scale_item(i, factor); }, item);
  return picture;
}

Path filled_rectangle(const Rect& rect, Colour fill) { return {rectangle_segments(rect), fill, std::nullopt}; }

Path framed_rectangle(const Rect& rect, std::optional<Colour> fill, Stroke stroke) {
  return {rectangle_segments(rect), fill, std::move(stroke)};
}

Path straight_line(Point from, Point to, Stroke stroke) {
  return {{{Segment::Kind::move, {from}}, {Segment::Kind::line, {to}}}, std::nullopt, std::move(stroke)};
}

}  // namespace mognad
