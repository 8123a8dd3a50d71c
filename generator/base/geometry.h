// Points, sizes and rectangles in PDF points (1/72 inch). x grows to the right and y grows downwards; only the PDF
// writer turns the page over.
#pragma once

namespace mognad {

struct Point {
  double x = 0;
  double y = 0;

  friend bool operator==(const Point&, const Point&) = default;
};

struct Size {
  double width = 0;
  double height = 0;

  friend bool operator==(const Size&, const Size&) = default;
};

/// The largest size of that shape inside `most`.
inline Size fitted(Size shape, Size most) {
  const bool wide = shape.width * most.height > shape.height * most.width;
  return wide ? Size{most.width, most.width * shape.height / shape.width}
              : Size{most.height * shape.width / shape.height, most.height};
}

struct Rect {
  double x = 0;
  double y = 0;
  double width = 0;
  double height = 0;

  double right() const { return x + width; }
  double bottom() const { return y + height; }
  bool overlaps(const Rect& other) const {
    return x < other.right() && other.x < right() && y < other.bottom() && other.y < bottom();
  }
  bool contains(Point p) const { return p.x >= x && p.x <= right() && p.y >= y && p.y <= bottom(); }
  friend bool operator==(const Rect&, const Rect&) = default;
};

}  // namespace mognad
