#include "export/pdf/content_stream.h"

#include <fmt/format.h>

#include <optional>

#include "export/pdf/pdf_image.h"

namespace mognad::pdf {
namespace {

constexpr char kHex[] = "0123456789ABCDEF";

/// The characters of a cluster; the first, and whether it is the only one.
struct Cluster {
  char32_t first = 0;
  bool single = true;
  std::string_view text;
};

Cluster cluster_at(std::string_view text, std::size_t from, std::size_t to) {
  Cluster cluster;
  cluster.text = text.substr(from, to - from);
  int count = 0;
  for (const char c : cluster.text) {
    const auto byte = static_cast<unsigned char>(c);
    if ((byte & 0xC0) != 0x80) {
      if (++count > 1) break;
      cluster.first = byte < 0x80 ? byte : byte >= 0xF0 ? byte & 0x07u : byte >= 0xE0 ? byte & 0x0Fu : byte & 0x1Fu;
    } else {
      cluster.first = cluster.first << 6 | (byte & 0x3Fu);
    }
  }
  cluster.single = count == 1;
  return cluster;
}

class ContentWriter {
 public:
  ContentWriter(const Picture& page, const std::vector<Element>& elements, const std::vector<PdfFont>& fonts,
                Problems& problems)
      : page_(page), elements_(elements), fonts_(fonts), problems_(problems) {
    out_.reserve(32 * 1024);
  }

  PageContent run() {
    for (const Item& item : page_.items) std::visit([this](const auto& i) { write(i); }, item);
    if (depth_ != 0) problem("a tag is not closed");
    return {std::move(out_), std::move(marked_), std::move(links_)};
  }

 private:
  void problem(std::string text) {
    problems_.push_back(error_at({}, std::move(text), "this is a fault of the program"));
  }

  void write(const TagBegin& tag) {
    if (depth_++ > 0) problem("a tag stands inside another");
    if (tag.element == TagBegin::kArtifact) {
      out_ += "/Artifact BMC\n";
      return;
    }
    fmt::format_to(std::back_inserter(out_), "/{} <</MCID {}>> BDC\n",
                   role_name(elements_[static_cast<std::size_t>(tag.element)].role), marked_.size());
    marked_.push_back(tag.element);
  }

  void write(const TagEnd&) {
    --depth_;
    out_ += "EMC\n";
  }

  /// Nothing to paint: annotations are written with the page.
  void write(const Link& link) { links_.push_back(&link); }

  void write(const Path& path) {
    if (depth_ == 0) problem("a path stands outside every tag");
    if (path.fill) set_fill(*path.fill);
    if (path.stroke) set_stroke(*path.stroke);
    for (const Segment& segment : path.segments) write_segment(segment);
    out_ += path.fill && path.stroke ? "B\n" : path.fill ? "f\n" : path.stroke ? "S\n" : "n\n";
  }

  void write_segment(const Segment& segment) {
    switch (segment.kind) {
      case Segment::Kind::move: point(segment.points[0]), out_ += "m\n"; break;
      case Segment::Kind::line: point(segment.points[0]), out_ += "l\n"; break;
      case Segment::Kind::curve:
        for (const Point& p : segment.points) point(p);
        out_ += "c\n";
        break;
      case Segment::Kind::close: out_ += "h\n"; break;
    }
  }

  void point(Point p) {
    number(p.x);
    number(page_.size.height - p.y);
  }

  void number(double value, int decimals = 2) {
    append_number(out_, value, decimals);
    out_ += ' ';
  }

  void colour(Colour c, const char* op) {
    for (const std::uint8_t channel : {c.red, c.green, c.blue}) number(channel / 255.0, 4);
    out_ += op;
  }

  void set_fill(Colour c) {
    if (fill_ != c) colour(c, "rg\n");
    fill_ = c;
  }

  void set_stroke(const Stroke& s) {
    if (stroke_ == s) return;
    if (!stroke_ || stroke_->colour != s.colour) colour(s.colour, "RG\n");
    if (!stroke_ || stroke_->width != s.width) number(s.width), out_ += "w\n";
    if (!stroke_ || stroke_->cap != s.cap) fmt::format_to(std::back_inserter(out_), "{} J\n", static_cast<int>(s.cap));
    if (stroke_ ? stroke_->dash != s.dash : !s.dash.empty()) {
      out_ += "[";
      for (const double d : s.dash) number(d);
      out_ += "] 0 d\n";
    }
    stroke_ = s;
  }

  void write(const GlyphRun& run) {
    if (run.glyphs.empty()) return;
    if (depth_ == 0) problem(fmt::format("the text \"{}\" stands outside every tag", run.text));
    set_fill(run.colour);
    out_ += "BT\n";
    if (font_ != run.font || size_ != run.size) {
      fmt::format_to(std::back_inserter(out_), "/F{} ", run.font);
      number(run.size);
      out_ += "Tf\n";
      font_ = run.font;
      size_ = run.size;
    }
    if (tracking_ != run.tracking) number(run.tracking, 3), out_ += "Tc\n";
    tracking_ = run.tracking;
    out_ += "1 0 0 1 ";
    point(run.origin);
    out_ += "Tm\n";
    write_glyphs(run);
    out_ += "ET\n";
  }

  void write(const Image& image) {
    if (depth_ == 0) problem("an image stands outside every tag");
    out_ += "q ";
    number(image.box.width), out_ += "0 0 ", number(image.box.height);
    point({image.box.x, image.box.bottom()});
    fmt::format_to(std::back_inserter(out_), "cm /{} Do Q\n", image_name(*image.raster));
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
        fmt::format_to(std::back_inserter(out_), "/Span <</ActualText {}>> BDC\n", text_string(cluster.text));
        open_array();
        for (std::size_t k = i; k < end; ++k) add_any(font, run.glyphs[k], cluster.text);
        close_array();
        out_ += "EMC\n";
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
    const double to_thousandths = 1000.0 / font.units_per_em();
    const double before = adjustment_ - glyph.x_offset * to_thousandths;
    if (before > 0.05 || before < -0.05) {
      close_string();
      append_number(out_, before, 1);
    }
    open_string();
    for (int shift = 12; shift >= 0; shift -= 4) out_ += kHex[(cid >> shift) & 15];
    // The number moves to the left: what the font is wider than the shaped advance, kerning included.
    adjustment_ = (font.advance(cid) - glyph.advance + glyph.x_offset) * to_thousandths;
  }

  void open_array() { out_ += '['; }
  void close_array() {
    close_string();
    if (out_.back() == '[') out_.pop_back();
    else out_ += "] TJ\n";
  }
  void open_string() {
    if (!in_string_) out_ += '<';
    in_string_ = true;
  }
  void close_string() {
    if (in_string_) out_ += '>';
    in_string_ = false;
  }

  const Picture& page_;
  const std::vector<Element>& elements_;
  const std::vector<PdfFont>& fonts_;
  Problems& problems_;
  std::string out_;
  std::vector<int> marked_;
  std::vector<const Link*> links_;
  int depth_ = 0;
  std::optional<Colour> fill_;
  std::optional<Stroke> stroke_;
  FontIndex font_ = -1;
  double size_ = 0;
  double tracking_ = 0;
  double adjustment_ = 0;
  bool in_string_ = false;
};

}  // namespace

const char* role_name(Role role) {
  switch (role) {
    case Role::document: return "Document";
    case Role::sect: return "Sect";
    case Role::h1: return "H1";
    case Role::h2: return "H2";
    case Role::p: return "P";
    case Role::l: return "L";
    case Role::li: return "LI";
    case Role::lbl: return "Lbl";
    case Role::lbody: return "LBody";
    case Role::table: return "Table";
    case Role::thead: return "THead";
    case Role::tbody: return "TBody";
    case Role::tr: return "TR";
    case Role::th: return "TH";
    case Role::td: return "TD";
    case Role::figure: return "Figure";
    case Role::caption: return "Caption";
    case Role::toc: return "TOC";
    case Role::toci: return "TOCI";
    case Role::reference: return "Reference";
    case Role::link: return "Link";
    case Role::span: break;
  }
  return "Span";
}

PageContent write_content(const Picture& page, const std::vector<Element>& elements, const std::vector<PdfFont>& fonts,
                          Problems& problems) {
  return ContentWriter(page, elements, fonts, problems).run();
}

}  // namespace mognad::pdf
