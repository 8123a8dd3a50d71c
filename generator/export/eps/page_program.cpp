#include "export/eps/page_program.h"

#include <fmt/format.h>

#include <string_view>
#include <variant>

#include "export/pdf/pdf_values.h"

namespace mognad {
namespace {

using pdf::append_number;

// Operators that take a line each get names of a letter or two, as in content streams of PDF. A glyph's procedure takes
// its place in the run, in font units.
constexpr std::string_view kShortNames =
    "/bd{bind def}bind def\n"
    "/m{moveto}bd/l{lineto}bd/c{curveto}bd/h{closepath}bd\n"
    "/f{fill}bd/S{stroke}bd/B{gsave fill grestore stroke}bd\n"
    "/rg{setrgbcolor}bd/w{setlinewidth}bd/J{setlinecap}bd/d{0 setdash}bd\n"
    "/T{gsave translate dup scale}bd/E{grestore}bd\n"
    "/G{gsave translate}bd/F{fill grestore}bd\n";

void append(std::string& out, Point p, int decimals) {
  append_number(out, p.x, decimals);
  out += ' ';
  append_number(out, p.y, decimals);
  out += ' ';
}

void append(std::string& out, const std::vector<Segment>& segments, int decimals) {
  for (const Segment& s : segments) switch (s.kind) {
      case Segment::Kind::move: append(out, s.points[0], decimals), out += "m\n"; break;
      case Segment::Kind::line: append(out, s.points[0], decimals), out += "l\n"; break;
      case Segment::Kind::curve:
        for (const Point& p : s.points) append(out, p, decimals);
        out += "c\n";
        break;
      case Segment::Kind::close: out += "h\n"; break;
    }
}

}  // namespace

std::string PageProgram::procedures() const { return std::string(kShortNames) + glyphs_; }

void PageProgram::fill_ground(Size size, Colour paper) {
  set(paper);
  lines_ += "0 0 ";
  append(lines_, Point{size.width, size.height}, 2);
  lines_ += "rectfill\n";
}

void PageProgram::run(const Picture& picture) {
  for (const Item& item : picture.items) std::visit([this](const auto& i) { paint(i); }, item);
}

void PageProgram::set(Colour c) {
  if (colour_ == c) return;
  for (const std::uint8_t channel : {c.red, c.green, c.blue}) append_number(lines_, channel / 255.0, 4), lines_ += ' ';
  lines_ += "rg\n";
  colour_ = c;
}

void PageProgram::set(const Stroke& stroke) {
  if (width_ != stroke.width) append_number(lines_, stroke.width), lines_ += " w\n";
  if (cap_ != stroke.cap) lines_ += fmt::format("{} J\n", static_cast<int>(stroke.cap));
  if (dash_ != stroke.dash) {
    lines_ += '[';
    for (const double d : stroke.dash) append_number(lines_, d), lines_ += ' ';
    lines_ += "] d\n";
  }
  width_ = stroke.width;
  cap_ = stroke.cap;
  dash_ = stroke.dash;
}

/// One colour is set at a time: a path that is filled and stroked in two is written twice.
void PageProgram::paint(const Path& path) {
  const bool at_once = path.fill && path.stroke && *path.fill == path.stroke->colour;
  if (path.fill && !at_once) {
    set(*path.fill);
    append(lines_, path.segments, 2);
    lines_ += "f\n";
  }
  if (!path.stroke) return;
  set(path.stroke->colour);
  set(*path.stroke);
  append(lines_, path.segments, 2);
  lines_ += at_once ? "B\n" : "S\n";
}

/// Each glyph is filled alone: neighbours that touch must not cut holes into each other.
void PageProgram::paint(const GlyphRun& run) {
  const double scale = run.size / outlines_.font(run.font).units_per_em;
  if (run.glyphs.empty() || !(scale > 0)) return;
  set(run.colour);
  append_number(lines_, scale, 6);
  lines_ += ' ';
  append(lines_, run.origin, 2);
  lines_ += "T\n";
  double x = 0;
  for (const Glyph& glyph : run.glyphs) {
    if (const std::string& name = name_of(run.font, glyph.id); !name.empty()) {
      append(lines_, Point{x + glyph.x_offset, -static_cast<double>(glyph.y_offset)}, 1);
      (lines_ += name) += '\n';
    }
    x += glyph.advance + run.tracking / scale;
  }
  lines_ += "E\n";
}

const std::string& PageProgram::name_of(FontIndex font, std::uint32_t glyph) {
  const auto [at, added] = names_.try_emplace({font, glyph});
  const std::vector<Segment>& outline = outlines_.outline(font, glyph);
  if (!added || outline.empty()) return at->second;
  at->second = fmt::format("g{}", names_.size());
  ((glyphs_ += '/') += at->second) += "{G\n";
  append(glyphs_, outline, 1);
  glyphs_ += "F}bd\n";
  return at->second;
}

}  // namespace mognad
