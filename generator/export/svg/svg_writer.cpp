#include "export/svg/svg_writer.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <iterator>

namespace mognad {
namespace {

constexpr double kPixelsPerPoint = 96.0 / 72;  // CSS Values and Units, 5.2
constexpr std::string_view kSoftHyphen = "\u00AD";

/// Two decimals at most, no zeros at the end, a point in every locale.
std::string number(double value) {
  if (!std::isfinite(value)) return "0";
  std::string text = fmt::format("{:.2f}", value);
  while (text.back() == '0') text.pop_back();
  if (text.back() == '.') text.pop_back();
  return text == "-0" ? "0" : text;
}

std::string hex(Colour c) { return fmt::format("#{:02X}{:02X}{:02X}", c.red, c.green, c.blue); }

/// A family as a CSS string, and what stands in where it is missing.
std::string family_list(const std::string& family) {
  std::string quoted;
  for (const char c : family) {
    if (c == '\'' || c == '\\') quoted += '\\';
    quoted += c;
  }
  return xml_text(fmt::format("'{}', sans-serif", quoted));
}

/// A word of a run, with the place and the width that its glyphs have, and the spaces behind it.
struct PlacedWord {
  std::string text;
  std::string spaces;
  double x = 0;
  double width = 0;
};

std::vector<PlacedWord> words_of(const GlyphRun& run, int units_per_em) {
  std::vector<PlacedWord> words;
  double x = run.origin.x;
  for (std::size_t i = 0; i < run.glyphs.size(); ++i) {
    const std::size_t from = run.glyphs[i].cluster;
    const std::size_t to = i + 1 < run.glyphs.size() ? run.glyphs[i + 1].cluster : run.text.size();
    const std::string_view characters = std::string_view(run.text).substr(from, to - from);  // none of a later glyph
    const bool space = characters == " ";
    if (words.empty() || (!space && !words.back().spaces.empty())) words.push_back({{}, {}, x, 0});
    PlacedWord& word = words.back();
    (space ? word.spaces : word.text) += characters;
    x += run.glyphs[i].advance * run.size / units_per_em + run.tracking;
    if (!space) word.width = x - word.x;
  }
  return words;
}

class SvgWriter {
 public:
  SvgWriter(const Picture& picture, const FontSet& fonts) : picture_(picture), fonts_(fonts) {}

  std::string file(const SvgOptions& options) {
    write_head(options);
    return rest();
  }

  std::string part(const InlineSvg& options) {
    write_inline_head(options);
    return rest();
  }

 private:
  template <class... Arguments>
  void put(fmt::format_string<Arguments...> text, Arguments&&... arguments) {
    fmt::format_to(std::back_inserter(out_), text, std::forward<Arguments>(arguments)...);
  }

  std::string rest() {
    for (const Item& item : picture_.items) std::visit([this](const auto& i) { write(i); }, item);
    return std::move(out_) + "</svg>\n";
  }

  /// Spaces and ligatures of text are left to the page's style.
  void write_inline_head(const InlineSvg& options) {
    put("<svg class=\"{0}\" viewBox=\"0 0 {1} {2}\" width=\"{3}\" height=\"{4}\" role=\"img\"",
        xml_text(options.style_class), number(picture_.size.width), number(picture_.size.height),
        number(picture_.size.width * kPixelsPerPoint), number(picture_.size.height * kPixelsPerPoint));
    const std::string id = xml_text(options.id);
    const bool titled = !options.title.empty();
    put(" aria-labelledby=\"{}{}-desc\"", titled ? id + "-title " : "", id);
    if (!fonts_.empty()) put(" font-family=\"{}\"", family_list(fonts_.front().family));
    out_ += " stroke-miterlimit=\"10\">\n";
    if (titled) put("<title id=\"{}-title\">{}</title>\n", id, xml_text(options.title));
    put("<desc id=\"{}-desc\">{}</desc>\n", id, xml_text(options.description));
  }

  void write_head(const SvgOptions& options) {
    const std::string width = number(picture_.size.width);
    const std::string height = number(picture_.size.height);
    put("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\" version=\"1.1\"");
    put(" width=\"{0}pt\" height=\"{1}pt\" viewBox=\"0 0 {0} {1}\"", width, height);
    put(" role=\"img\" xml:lang=\"{0}\" xml:space=\"preserve\"", xml_text(options.language));
    if (!fonts_.empty()) put(" font-family=\"{}\"", family_list(fonts_.front().family));
    // The limit of PDF and of Cairo; ligatures are off as they were when the text was shaped.
    put(" stroke-miterlimit=\"10\" style=\"font-variant-ligatures:none\">\n");
    put("<title>{}</title>\n<desc>", xml_text(options.title));
    if (!options.notice.empty()) put("{}\n", xml_text(options.notice));
    put("{}</desc>\n", xml_text(options.description));
    put("<rect width=\"{}\" height=\"{}\" fill=\"{}\"/>\n", width, height, hex(options.paper));
  }

  /// Tags belong to documents: a figure is one image with one description.
  void write(const TagBegin&) {}
  void write(const TagEnd&) {}
  /// Links lead into documents, and pictures of pixels stand on their covers: a figure has neither.
  void write(const Link&) {}
  void write(const Image&) {}

  void write(const Path& path) {
    if (path.segments.empty()) return;
    out_ += "<path d=\"";
    for (const Segment& segment : path.segments) write_segment(segment);
    put("\" fill=\"{}\"", path.fill ? hex(*path.fill) : "none");
    if (path.stroke) write_stroke(*path.stroke);
    out_ += "/>\n";
  }

  void write_segment(const Segment& segment) {
    switch (segment.kind) {
      case Segment::Kind::move: out_ += 'M', points(segment, 1); break;
      case Segment::Kind::line: out_ += 'L', points(segment, 1); break;
      case Segment::Kind::curve: out_ += 'C', points(segment, 3); break;
      case Segment::Kind::close: out_ += 'Z'; break;
    }
  }

  void points(const Segment& segment, int count) {
    for (int i = 0; i < count; ++i)
      put("{}{} {}", i > 0 ? " " : "", number(segment.points[i].x), number(segment.points[i].y));
  }

  void write_stroke(const Stroke& stroke) {
    put(" stroke=\"{}\"", hex(stroke.colour));
    if (stroke.width != 1) put(" stroke-width=\"{}\"", number(stroke.width));
    if (stroke.cap != Cap::butt) put(" stroke-linecap=\"{}\"", stroke.cap == Cap::round ? "round" : "square");
    if (stroke.dash.empty()) return;
    out_ += " stroke-dasharray=\"";
    for (std::size_t i = 0; i < stroke.dash.size(); ++i) put("{}{}", i > 0 ? " " : "", number(stroke.dash[i]));
    out_ += '"';
  }

  void write(const GlyphRun& run) {
    if (run.glyphs.empty()) return;
    const FontFile& font = fonts_[static_cast<std::size_t>(run.font)];
    put("<text x=\"{}\" y=\"{}\"", number(run.origin.x), number(run.origin.y));
    put(" font-size=\"{}\" fill=\"{}\"", number(run.size), hex(run.colour));
    if (font.family != fonts_.front().family) put(" font-family=\"{}\"", family_list(font.family));
    if (font.weight != 400) put(" font-weight=\"{}\"", font.weight);
    if (font.italic_angle != 0) out_ += " font-style=\"italic\"";
    if (run.tracking != 0) put(" letter-spacing=\"{}\"", number(run.tracking));
    write_words(words_of(run, font.units_per_em));
    out_ += "</text>\n";
  }

  void write_words(const std::vector<PlacedWord>& words) {
    if (words.size() == 1 && words.front().spaces.empty()) {
      put(" textLength=\"{}\">{}", number(words.front().width), visible(words.front().text));
      return;
    }
    out_ += '>';
    for (const PlacedWord& word : words) {
      if (!word.text.empty())
        put("<tspan x=\"{}\" textLength=\"{}\">{}</tspan>", number(word.x), number(word.width), visible(word.text));
      out_ += word.spaces;
    }
  }

  /// A soft hyphen in the display list is one that is seen; in SVG it would not be.
  static std::string visible(std::string_view text) {
    std::string shown = xml_text(text);
    for (std::size_t at = 0; (at = shown.find(kSoftHyphen, at)) != std::string::npos;)
      shown.replace(at, kSoftHyphen.size(), "-");
    return shown;
  }

  const Picture& picture_;
  const FontSet& fonts_;
  std::string out_;
};

/// The length of the character at the front if it is UTF-8 that XML 1.0 can hold (2.2), else 0.
std::size_t length_of_character(std::string_view text) {
  const auto byte = [&](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0u; };
  const unsigned first = byte(0);
  if (first < 0x80) return first >= 0x20 || first == '\t' || first == '\n' || first == '\r' ? 1 : 0;
  const std::size_t length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
  char32_t code = first & (0xFFu >> (length + 1));
  for (std::size_t i = 1; i < length; ++i) {
    if ((byte(i) & 0xC0u) != 0x80) return 0;
    code = code << 6 | (byte(i) & 0x3Fu);
  }
  constexpr char32_t kShortest[]{0, 0, 0x80, 0x800, 0x10000};
  const bool surrogate = code >= 0xD800 && code <= 0xDFFF;
  const bool refused = first < 0xC2 || first > 0xF4 || code < kShortest[length] || code > 0x10FFFF || surrogate;
  return refused || code == 0xFFFE || code == 0xFFFF ? 0 : length;
}

}  // namespace

std::string xml_text(std::string_view utf8) {
  std::string text;
  while (!utf8.empty()) {
    const std::size_t length = length_of_character(utf8);
    switch (length == 0 ? '\0' : utf8.front()) {
      case '\0': text += "\uFFFD"; break;
      case '&': text += "&amp;"; break;
      case '<': text += "&lt;"; break;
      case '>': text += "&gt;"; break;
      case '"': text += "&quot;"; break;
      case '\'': text += "&#39;"; break;
      default: text += utf8.substr(0, length);
    }
    utf8.remove_prefix(std::max<std::size_t>(1, length));
  }
  return text;
}

std::string write_svg(const Picture& picture, const SvgOptions& options, const FontSet& fonts) {
  return SvgWriter(picture, fonts).file(options);
}

std::string write_inline_svg(const Picture& picture, const InlineSvg& options, const FontSet& fonts) {
  return SvgWriter(picture, fonts).part(options);
}

}  // namespace mognad
