#include "input/svg_picture.h"

#include <fmt/format.h>
#include <librsvg/rsvg.h>

#include <cmath>
#include <memory>
#include <optional>

#include "input/svg_rules.h"

namespace mognad {
namespace {

constexpr double kPixelsToThePoint = 600.0 / 72;

struct Unref {
  void operator()(RsvgHandle* handle) const { g_object_unref(handle); }
};
using Handle = std::unique_ptr<RsvgHandle, Unref>;

/// Takes what librsvg complained of.
Problem complaint(const std::string& file, GError* error) {
  Problem problem = error_at(
      {file},
      fmt::format("the logo is not SVG that can be painted: {}", error ? excerpt(error->message) : "no reason given"),
      "export it again, as plain SVG");
  g_clear_error(&error);
  return problem;
}

/// Its shape: width and height where they are lengths, the viewBox otherwise.
std::optional<Size> shape_of(RsvgHandle* handle) {
  Size size;
  if (!rsvg_handle_get_intrinsic_size_in_pixels(handle, &size.width, &size.height)) {
    gboolean has_width = FALSE, has_height = FALSE, has_box = FALSE;
    RsvgLength width, height;
    RsvgRectangle box{};
    rsvg_handle_get_intrinsic_dimensions(handle, &has_width, &width, &has_height, &height, &has_box, &box);
    if (!has_box) return std::nullopt;
    size = {box.width, box.height};
  }
  const bool real = std::isfinite(size.width) && std::isfinite(size.height) && size.width > 0 && size.height > 0;
  return real ? std::optional(size) : std::nullopt;
}

}  // namespace

Result<Raster> read_svg(std::string_view text, const std::string& file, Size box, Colour paper) {
  if (Problems offences = check_svg(text, file); !offences.empty()) return offences;
  GError* error = nullptr;
  const Handle handle(rsvg_handle_new_from_data(reinterpret_cast<const guint8*>(text.data()), text.size(), &error));
  if (!handle) return complaint(file, error);
  const auto shape = shape_of(handle.get());
  if (!shape)
    return error_at({file}, "the logo has no size", "give its <svg> a viewBox, or a width and a height in one unit");
  const Size size = fitted(*shape, box);
  const int columns = std::max(1, static_cast<int>(std::lround(size.width * kPixelsToThePoint)));
  const int rows = std::max(1, static_cast<int>(std::lround(size.height * kPixelsToThePoint)));
  Canvas canvas(columns, rows, paper);
  const RsvgRectangle sheet{0, 0, static_cast<double>(columns), static_cast<double>(rows)};
  if (!rsvg_handle_render_document(handle.get(), canvas.context(), &sheet, &error)) return complaint(file, error);
  return canvas.raster();
}

}  // namespace mognad
