#include "charts/label_row.h"

#include <algorithm>
#include <cstddef>
#include <numeric>

namespace mognad {
namespace {

/// Neighbours that touch and move together: the mean of what each of them wants.
struct Block {
  double wanted = 0;  // sum of the left edges that its labels want for the block's own left edge
  double width = 0;   // with the gaps behind each label
  double labels = 0;
  double left() const { return wanted / labels; }
};

std::vector<std::size_t> by_mark(const std::vector<RowLabel>& labels) {
  std::vector<std::size_t> order(labels.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](auto a, auto b) { return labels[a].mark < labels[b].mark; });
  return order;
}

Block joined(const Block& first, const Block& second) {
  return {first.wanted + second.wanted - second.labels * first.width, first.width + second.width,
          first.labels + second.labels};
}

}  // namespace

std::vector<double> place_in_row(const std::vector<RowLabel>& labels, double gap, double from, double to) {
  const std::vector<std::size_t> order = by_mark(labels);
  std::vector<Block> blocks;
  for (const std::size_t i : order) {
    const RowLabel& label = labels[i];
    const double inside = std::max(from, std::min(label.mark - label.width / 2, to - label.width));
    blocks.push_back({inside, label.width + gap, 1});
    while (blocks.size() > 1 &&
           blocks[blocks.size() - 2].left() + blocks[blocks.size() - 2].width > blocks.back().left()) {
      const Block last = blocks.back();
      blocks.pop_back();
      blocks.back() = joined(blocks.back(), last);
    }
  }
  double all = -gap;
  for (const Block& block : blocks) all += block.width;
  std::vector<double> lefts(labels.size());
  std::size_t next = 0;
  double least = from, behind = all;  // the room that this block and those after it need
  for (const Block& block : blocks) {
    double at = std::max(least, std::min(block.left(), to - behind));
    behind -= block.width;
    for (double placed = 0; placed < block.labels; ++placed, ++next) {
      lefts[order[next]] = at;
      at += labels[order[next]].width + gap;
    }
    least = at;
  }
  return lefts;
}

}  // namespace mognad
