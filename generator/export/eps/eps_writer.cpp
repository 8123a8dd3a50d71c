#include "export/eps/eps_writer.h"

#include <fmt/format.h>

#include <cmath>
#include <string_view>

#include "base/code_point.h"
#include "export/eps/page_program.h"

namespace mognad {
namespace {

// A line has 255 characters at most (DSC 3.0, 4.6); a letter takes up to four here, and the comment's name comes first.
constexpr std::size_t kLongestComment = 230;

/// A text as a string of PostScript in Latin-1, written in seven bits (PostScript Language Reference, 3.2.2): dashes
/// and quotes of the typographer have plain ones instead, what Latin-1 lacks is a question mark.
std::string comment_string(std::string_view utf8) {
  std::string text = "(";
  while (!utf8.empty() && text.size() < kLongestComment) {
    const CodePoint c = first_code_point(utf8);
    utf8.remove_prefix(c.valid() ? c.bytes : 1);
    if (c.value == U'–' || c.value == U'—' || c.value == U'\u2212') text += '-';
    else if (c.value == U'’') text += '\'';
    else if (c.value == U'”' || c.value == U'“') text += '"';
    else if (c.value == U'\u00A0' || is_control(c.value)) text += ' ';
    else if (c.value == U'(' || c.value == U')' || c.value == U'\\') (text += '\\') += static_cast<char>(c.value);
    else if (c.value < 0x7F) text += static_cast<char>(c.value);
    else if (c.value <= 0xFF) text += fmt::format("\\{:03o}", static_cast<unsigned>(c.value));
    else text += '?';
  }
  return text + ")";
}

std::string head(Size size, const EpsOptions& options) {
  std::string text = "%!PS-Adobe-3.0 EPSF-3.0\n%%Creator: (mognad)\n";
  text += fmt::format("%%Title: {}\n%%CreationDate: ({})\n", comment_string(options.title), options.date);
  text += fmt::format("%%BoundingBox: 0 0 {:.0f} {:.0f}\n%%HiResBoundingBox: 0 0 {:.2f} {:.2f}\n",
                      std::ceil(size.width), std::ceil(size.height), size.width, size.height);
  text += "%%DocumentData: Clean7Bit\n%%LanguageLevel: 2\n%%Pages: 1\n";
  if (!options.notice.empty()) text += fmt::format("% {}\n", comment_string(options.notice));
  return text + "%%EndComments\n";
}

}  // namespace

Result<std::string> write_eps(const Picture& picture, const EpsOptions& options, GlyphOutlines& outlines) {
  const double width = picture.size.width, height = picture.size.height;
  constexpr double kMost = 14400;  // points, as of a page in PDF
  // Written so that what is not a number is refused too.
  if (!(width > 0 && height > 0 && width <= kMost && height <= kMost))
    return error_at({}, "a picture has no size, or one that no page has", "this is a fault of the program");
  PageProgram program(outlines);
  program.fill_ground(picture.size, options.paper);
  program.run(picture);
  // Names live in a dictionary of their own: the page that the figure is set on may have the same ones.
  std::string eps = head(picture.size, options);
  eps += "%%BeginProlog\n/mognad 300 dict def\nmognad begin\n" + program.procedures() + "end\n%%EndProlog\n";
  eps += fmt::format("%%Page: 1 1\nmognad begin\ngsave\n0 {:.2f} translate\n1 -1 scale\n", height);
  return eps + program.lines() + "grestore\nend\nshowpage\n%%EOF\n";
}

}  // namespace mognad
