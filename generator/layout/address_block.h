// An address set in a box, for what sorts letters by reading them and for who delivers them: lines from the box's left
// edge, none set in, none empty.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "layout/text_block.h"

namespace mognad {

/// Lines at the upper left corner of the box, each an element of its own below `parent`, so that they are read with a
/// pause between them. They are set in the first of the styles in which all of them fit; lines that are too long go on
/// below. Returns false, and sets nothing, where no style is small enough.
bool put_address(LayoutContext& context, Picture& picture, const std::vector<std::string>& lines, const Rect& box,
                 std::span<const TextRole> styles, int parent);

}  // namespace mognad
