// The last look at a chart's words: none may stand outside the picture or on another. Charts place their labels with
// care; this catches what names of unusual length and values at the ends of the scale bring.
#pragma once

#include <string>
#include <vector>

#include "drawing/picture.h"

namespace mognad {

/// Moves a label that reaches over the left or right edge inside, and takes away what still has no room or stands on an
/// earlier one. What was taken away is added to `dropped`, which may be null.
void settle_labels(Picture& picture, std::vector<std::string>* dropped);

}  // namespace mognad
