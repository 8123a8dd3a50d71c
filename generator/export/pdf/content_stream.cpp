#include "export/pdf/content_stream.h"

#include <fmt/format.h>

#include <optional>

#include "export/pdf/operator_text.h"
#include "export/pdf/pdf_image.h"
#include "export/pdf/text_cluster.h"

namespace mognad::pdf {
namespace {

constexpr int kDecimals = 2;  // of lengths: a hundredth of a point

/// A place on the page in hundredths of a point, from its lower left corner.
struct Place {
  long long x = 0;
  long long y = 0;
};

class ContentWriter {
 public:
  ContentWriter(const Picture& page, const std::vector<Element>& elements, const std::vector<PdfFont>& fonts,
                Problems& problems)
      : page_(page), elements_(elements), fonts_(fonts), problems_(problems) {}

  PageContent run() {
    for (const Item& item : page_.items) std::visit([this](const auto& i) { write(i); }, item);
    end_text();
    if (depth_ != 0) problem("a tag is not closed");
    return {std::string(out_.text()), std::move(marked_), std::move(links_)};
  }

 private:
  void problem(std::string text) {
    problems_.push_back(error_at({}, std::move(text), "this is a fault of the program"));
  }

  void write(const TagBegin& tag) {
    end_text();
    if (depth_++ > 0) problem("a tag stands inside another");
    if (tag.element == TagBegin::kArtifact) {
      out_.put("/Artifact BMC\n");
      return;
    }
    out_.put('/');
    out_.put(std::string_view(role_name(elements_[static_cast<std::size_t>(tag.element)].role)));
    out_.put(" <</MCID ");
    out_.put_units(static_cast<long long>(marked_.size()), 0);
    out_.put(">> BDC\n");
    marked_.push_back(tag.element);
  }

  void write(const TagEnd&) {
    end_text();
    --depth_;
    out_.put("EMC\n");
  }

  /// Nothing to paint: annotations are written with the page.
  void write(const Link& link) { links_.push_back(&link); }

  void write(const Path& path) {
    if (depth_ == 0) problem("a path stands outside every tag");
    end_text();
    if (path.fill) set_fill(*path.fill);
    if (path.stroke) set_stroke(*path.stroke);
    if (const auto corners = rectangle(path.segments)) write_rectangle(*corners);
    else
      for (const Segment& segment : path.segments) write_segment(segment);
    out_.put(path.fill && path.stroke ? "B\n" : path.fill ? "f\n" : path.stroke ? "S\n" : "n\n");
  }

  /// The first and the third corner of what is nothing but an upright rectangle.
  static std::optional<std::pair<Point, Point>> rectangle(const std::vector<Segment>& s) {
    using Kind = Segment::Kind;
    if (s.size() != 5 || s[0].kind != Kind::move || s[4].kind != Kind::close) return std::nullopt;
    for (std::size_t i = 1; i < 4; ++i)
      if (s[i].kind != Kind::line) return std::nullopt;
    const Point &a = s[0].points[0], &b = s[1].points[0], &c = s[2].points[0], &d = s[3].points[0];
    if (a.y != b.y || b.x != c.x || c.y != d.y || d.x != a.x) return std::nullopt;
    return std::pair(a, c);
  }

  /// From the rounded corners, so that rectangles that touch have an edge in common.
  void write_rectangle(const std::pair<Point, Point>& corners) {
    const Place from = place_of(corners.first), to = place_of(corners.second);
    place(from);
    place({to.x - from.x, to.y - from.y});
    out_.put("re\n");
  }

  void write_segment(const Segment& segment) {
    switch (segment.kind) {
      case Segment::Kind::move: point(segment.points[0]), out_.put("m\n"); break;
      case Segment::Kind::line: point(segment.points[0]), out_.put("l\n"); break;
      case Segment::Kind::curve:
        for (const Point& p : segment.points) point(p);
        out_.put("c\n");
        break;
      case Segment::Kind::close: out_.put("h\n"); break;
    }
  }

  Place place_of(Point p) const { return {units_of(p.x, kDecimals), units_of(page_.size.height - p.y, kDecimals)}; }

  void place(Place p) {
    out_.operand(p.x, kDecimals);
    out_.operand(p.y, kDecimals);
  }

  void point(Point p) { place(place_of(p)); }

  void number(double value, int decimals = kDecimals) { out_.operand(units_of(value, decimals), decimals); }

  void colour(Colour c) {
    for (const std::uint8_t channel : {c.red, c.green, c.blue}) number(channel / 255.0, 3);
  }

  void set_fill(Colour c) {
    if (fill_ != c) colour(c), out_.put("rg\n");
    fill_ = c;
  }

  void set_stroke(const Stroke& s) {
    if (stroke_ == s) return;
    if (!stroke_ || stroke_->colour != s.colour) colour(s.colour), out_.put("RG\n");
    if (!stroke_ || stroke_->width != s.width) number(s.width), out_.put("w\n");
    if (!stroke_ || stroke_->cap != s.cap) number(static_cast<int>(s.cap)), out_.put("J\n");
    if (stroke_ ? stroke_->dash != s.dash : !s.dash.empty()) {
      out_.put("[");
      for (const double d : s.dash) number(d);
      out_.put("] 0 d\n");
    }
    stroke_ = s;
  }

  void write(const GlyphRun& run) {
    if (run.glyphs.empty()) return;
    if (depth_ == 0) problem(fmt::format("the text \"{}\" stands outside every tag", run.text));
    set_fill(run.colour);
    begin_text();
    if (font_ != run.font || size_ != run.size) {
      out_.put("/F");
      number(run.font);
      number(run.size);
      out_.put("Tf\n");
      font_ = run.font;
      size_ = run.size;
    }
    if (tracking_ != run.tracking) number(run.tracking, 3), out_.put("Tc\n");
    tracking_ = run.tracking;
    const Place origin = place_of(run.origin);
    place({origin.x - line_.x, origin.y - line_.y});
    out_.put("Td\n");
    line_ = origin;
    write_glyphs(run);
  }

  /// Runs that follow each other are one text object, each placed by its distance from the one before.
  void begin_text() {
    if (in_text_) return;
    out_.put("BT\n");
    in_text_ = true;
    line_ = {};
  }
  void end_text() {
    if (in_text_) out_.put("ET\n");
    in_text_ = false;
  }

  void write(const Image& image) {
    if (depth_ == 0) problem("an image stands outside every tag");
    end_text();
    out_.put("q ");
    number(image.box.width), out_.put("0 0 "), number(image.box.height);
    point({image.box.x, image.box.bottom()});
    out_.put("cm /");
    out_.put(image_name(*image.raster));
    out_.put(" Do Q\n");
  }

  /// One TJ for the whole run, interrupted only where glyphs need a text of their own (ActualText).
  void write_glyphs(const GlyphRun& run) {
    const PdfFont& font = fonts_[static_cast<std::size_t>(run.font)];
    adjustment_ = 0;
    open_array();
    for (std::size_t i = 0; i < run.glyphs.size();) {
      std::size_t end = i + 1;
      while (end < run.glyphs.size() && run.glyphs[end].cluster == run.glyphs[i].cluster) ++end;
      const std::size_t text_end = end < run.glyphs.size() ? run.glyphs[end].cluster : run.text.size();
      const Cluster cluster = cluster_at(run.text, run.glyphs[i].cluster, text_end);
      const auto exact = cluster.single && end == i + 1 ? font.cid(run.glyphs[i].id, cluster.first) : std::nullopt;
      if (exact) {
        add_glyph(font, *exact, run.glyphs[i]);
      } else {
        close_array();
        out_.put("/Span <</ActualText ");
        out_.put(text_string(cluster.text));
        out_.put(">> BDC\n");
        open_array();
        for (std::size_t k = i; k < end; ++k) add_any(font, run.glyphs[k], cluster.text);
        close_array();
        out_.put("EMC\n");
        open_array();
      }
      i = end;
    }
    close_array();
  }

  void add_any(const PdfFont& font, const Glyph& glyph, std::string_view text) {
    if (const auto cid = font.cid(glyph.id)) add_glyph(font, *cid, glyph);
    else
      problems_.push_back(error_at({}, fmt::format("\"{}\" is not among the characters that documents carry", text),
                                   "Latin letters of Europe and the usual signs are; see fonts/README.md"));
  }

  void add_glyph(const PdfFont& font, std::uint16_t cid, const Glyph& glyph) {
    if (const int before = adjustment_ - glyph.x_offset; before != 0) {
      close_string();
      out_.put_units(units_of(before * 1000.0 / font.units_per_em(), 1), 1);
    }
    open_string();
    add_byte(static_cast<char>(cid >> 8));
    add_byte(static_cast<char>(cid & 0xFF));
    // The number moves to the left: what the font is wider than the shaped advance, kerning included.
    adjustment_ = font.advance(cid) - glyph.advance + glyph.x_offset;
  }

  /// Of a literal string (ISO 32000-1, 7.3.4.2): half as long as hexadecimal digits. A reader takes a plain CR for LF.
  void add_byte(char byte) {
    if (byte == '\r') {
      out_.put("\\r");
      return;
    }
    if (byte == '(' || byte == ')' || byte == '\\') out_.put('\\');
    out_.put(byte);
  }

  void open_array() {
    out_.put('[');
    array_ = out_.size();
  }
  void close_array() {
    close_string();
    if (out_.size() == array_) out_.drop_last();
    else out_.put("] TJ\n");
  }
  void open_string() {
    if (!in_string_) out_.put('(');
    in_string_ = true;
  }
  void close_string() {
    if (in_string_) out_.put(')');
    in_string_ = false;
  }

  const Picture& page_;
  const std::vector<Element>& elements_;
  const std::vector<PdfFont>& fonts_;
  Problems& problems_;
  OperatorText out_;
  std::vector<int> marked_;
  std::vector<const Link*> links_;
  int depth_ = 0;
  std::optional<Colour> fill_;
  std::optional<Stroke> stroke_;
  FontIndex font_ = -1;
  double size_ = 0;
  double tracking_ = 0;
  bool in_text_ = false;
  Place line_;             // where the last run of this text object began
  int adjustment_ = 0;     // to be made before the next glyph, to the left, in font units
  std::size_t array_ = 0;  // where its first entry stands
  bool in_string_ = false;
};

}  // namespace

void OperatorText::grow(std::size_t bytes) {
  room_ = 2 * room_ + bytes;
  auto larger = std::make_unique_for_overwrite<char[]>(room_);
  std::memcpy(larger.get(), text_.get(), size_);
  text_ = std::move(larger);
}

PageContent write_content(const Picture& page, const std::vector<Element>& elements, const std::vector<PdfFont>& fonts,
                          Problems& problems) {
  return ContentWriter(page, elements, fonts, problems).run();
}

}  // namespace mognad::pdf
