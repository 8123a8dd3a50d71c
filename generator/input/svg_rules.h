// What an SVG file must not hold before it is painted: anything that is fetched, run or set in a font of the machine.
// librsvg fetches nothing for a file without an address; here the user is told, instead of missing a part of the
// picture.
#pragma once

#include <string>
#include <string_view>

#include "base/problem.h"

namespace mognad {

/// Each kind of offence once, with the place where it first stands. Whether the rest is SVG is the painter's to say.
Problems check_svg(std::string_view text, const std::string& file);

}  // namespace mognad
