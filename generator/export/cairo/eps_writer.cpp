#include "export/cairo/eps_writer.h"

#include <cairo-ps.h>
#include <fmt/format.h>

#include <cmath>
#include <string_view>

#include "base/code_point.h"
#include "export/cairo/painter.h"

namespace mognad {
namespace {

// Cairo takes no longer line for a comment (DSC 3.0, 4.6: 255 characters); a letter takes up to four here.
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

/// Puts `line` in the place of the comment that begins with `name`; of the first alone, which is the header's.
bool replace_comment(std::string& eps, std::string_view name, const std::string& line) {
  const std::size_t at = eps.find(name);
  if (at == std::string::npos) return false;
  eps.replace(at, eps.find('\n', at) - at, line);
  return true;
}

/// Cairo takes the date from the clock and its own version, and rounds the box by what is painted.
bool set_header(std::string& eps, const Picture& picture, const EpsOptions& options) {
  const double width = picture.size.width, height = picture.size.height;
  return replace_comment(eps, "%%Creator:", "%%Creator: (mognad)") &&
         replace_comment(eps, "%%CreationDate:", fmt::format("%%CreationDate: ({})", options.date)) &&
         replace_comment(eps, "%%BoundingBox:",
                         fmt::format("%%BoundingBox: 0 0 {:.0f} {:.0f}\n%%HiResBoundingBox: 0 0 {:.2f} {:.2f}",
                                     std::ceil(width), std::ceil(height), width, height));
}

}  // namespace

Result<std::string> write_eps(const Picture& picture, const EpsOptions& options, GlyphOutlines& outlines) {
  const double width = picture.size.width, height = picture.size.height;
  constexpr double kMost = 14400;  // points, as of a page in PDF
  // Written so that what is not a number is refused too.
  if (!(width > 0 && height > 0 && width <= kMost && height <= kMost))
    return error_at({}, "a picture has no size, or one that no page has", "this is a fault of the program");
  std::string eps;
  const CairoSurface surface(cairo_ps_surface_create_for_stream(append_bytes, &eps, width, height));
  cairo_ps_surface_set_eps(surface.get(), 1);
  cairo_ps_surface_restrict_to_level(surface.get(), CAIRO_PS_LEVEL_3);
  cairo_ps_surface_dsc_comment(surface.get(), ("%%Title: " + comment_string(options.title)).c_str());
  if (!options.notice.empty())
    cairo_ps_surface_dsc_comment(surface.get(), ("% " + comment_string(options.notice)).c_str());
  {
    const CairoContext context(cairo_create(surface.get()));
    Painter painter(context.get(), outlines);
    painter.fill_ground(options.paper);
    painter.run(picture);
    if (const auto status = cairo_status(context.get()); status != CAIRO_STATUS_SUCCESS) return painting_failed(status);
  }
  cairo_surface_show_page(surface.get());
  cairo_surface_finish(surface.get());
  if (const auto status = cairo_surface_status(surface.get()); status != CAIRO_STATUS_SUCCESS)
    return painting_failed(status);
  if (!set_header(eps, picture, options))
    return error_at({}, "Cairo wrote an EPS file without the comments of its head", "this is a fault of the program");
  return eps;
}

}  // namespace mognad
