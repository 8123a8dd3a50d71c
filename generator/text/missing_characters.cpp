#include "text/missing_characters.h"

#include <fmt/format.h>

namespace mognad {

void report_missing_characters(Shaper& shaper, const std::string& place, Problems& problems) {
  for (const std::string& missing : shaper.take_missing())
    problems.push_back(error_at({place}, fmt::format("no font of the theme has the character {}", missing),
                                "choose another font in theme.toml, or other words"));
}

}  // namespace mognad
