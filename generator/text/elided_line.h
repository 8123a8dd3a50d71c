// A text that has to stand on one line of a given width: whole where it fits, else cut after a word, with an ellipsis.
#pragma once

#include <string>

#include "text/shaper.h"

namespace mognad {

/// At least one character and the ellipsis, however narrow the line is. The words before the cut stay as they are.
std::string elided(Shaper& shaper, const std::string& text, const TextStyle& style, double width);

}  // namespace mognad
