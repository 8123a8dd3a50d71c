#include "layout/example_tag.h"

#include "layout/grid.h"

namespace mognad {

void put_example_tag(LayoutContext& context, Picture& picture, const std::string& words, int element, double top) {
  const Theme& theme = context.style.theme;
  GlyphRun run = context.style.shaper.run(words, theme.style(TextRole::example));
  const double width = run.width + 12;
  const Rect box{grid::kLeft + grid::kWidth - width, top, width, kExampleTagHeight};
  tagged(picture, TagBegin::kArtifact, [&] {
    picture.items.emplace_back(framed_rectangle(
        box, theme.colours.copper_tint, {.colour = theme.colours.copper, .width = 0.75, .cap = Cap::butt, .dash = {}}));
  });
  tagged(picture, element, [&] {
    run.origin = {box.x + 6, box.y + 11.2};
    picture.items.emplace_back(std::move(run));
  });
}

}  // namespace mognad
