// The tag that says that a document shows example data: a frame with words at the upper right of a page.
#pragma once

#include "layout/text_block.h"

namespace mognad {

inline constexpr double kExampleTagTop = 27.5;
inline constexpr double kExampleTagHeight = 16.5;

/// At the end of `picture`: the frame as an artifact, the words as content of `element`, which may be an artifact too.
void put_example_tag(LayoutContext& context, Picture& picture, const std::string& words, int element,
                     double top = kExampleTagTop);

}  // namespace mognad
