// Pen: draws into a Picture with Cairo's vocabulary. Paths are built by Cairo (transforms, arcs) and recorded when they
// are filled or stroked, so a chart is drawn once and comes out the same in every format. Coordinates are points of the
// picture, exact to 1/256. A Pen belongs to one thread.
#pragma once

#include <memory>

#include "drawing/picture.h"

struct _cairo;

namespace mognad {

class Pen {
 public:
  explicit Pen(Picture& picture);

  Pen& move_to(Point p);
  Pen& line_to(Point p);
  Pen& curve_to(Point a, Point b, Point end);
  Pen& arc(Point centre, double radius, double from_angle, double to_angle);
  Pen& rectangle(const Rect& rect);
  Pen& close();

  /// Record the path and begin a new one.
  void fill(Colour colour);
  void stroke(const Stroke& stroke);
  void fill_and_stroke(Colour colour, const Stroke& stroke);

  /// Puts a run of glyphs with the left end of its baseline at `origin`.
  void text(GlyphRun run, Point origin);

 private:
  struct Destroy {
    void operator()(_cairo* context) const;
  };
  std::vector<Segment> take_path();
  void record(const std::optional<Colour>& fill, const std::optional<Stroke>& stroke);

  Picture& picture_;
  std::unique_ptr<_cairo, Destroy> cairo_;
};

}  // namespace mognad
