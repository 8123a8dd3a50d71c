// Indices of the vocabulary (nodes, organisations, units) are ints, with -1 for none; containers count with size_t.
#pragma once

#include <cassert>
#include <cstddef>

namespace mognad {

/// For a subscript. Not of "none".
inline std::size_t at(int index) {
  assert(index >= 0);
  return static_cast<std::size_t>(index);
}

}  // namespace mognad
