// The cover: an accent panel with the name, the deep field with the peers, four facts.
#pragma once

#include "layout/text_block.h"

namespace mognad {

Page lay_out_cover(LayoutContext& context, const Report& report);

}  // namespace mognad
