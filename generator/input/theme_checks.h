// What every theme must hold: text and marks stand out from their ground, colours that mean different things differ for
// every reader and in a grey print, and ramps fall in lightness all the way. Which pairs and why stands in
// docs/guide.
#pragma once

#include "drawing/theme.h"
#include "input/toml_document.h"

namespace mognad {

/// All failures, each with the pair, the value, the least that is needed and the place in the theme's file.
Problems check_theme(const Theme& theme, const TomlValue& file);

}  // namespace mognad
