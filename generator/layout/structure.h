// Builds the structure tree while blocks are laid out, and puts tags around items.
#pragma once

#include <string>
#include <utility>

#include "layout/pages.h"

namespace mognad {

class Structure {
 public:
  Structure() {
    constexpr std::size_t kUsual = 1024;  // elements of a report
    elements_.reserve(kUsual);
    elements_.push_back({.role = Role::document});
  }

  /// A new element as the last child of `parent`.
  int add(int parent, Role role) {
    elements_.push_back({.role = role, .parent = parent});
    return static_cast<int>(elements_.size()) - 1;
  }
  Element& at(int element) { return elements_[static_cast<std::size_t>(element)]; }
  std::vector<Element> take() { return std::move(elements_); }

 private:
  std::vector<Element> elements_;
};

/// Puts `items` into the picture as content of an element, or as an artifact.
template <class Draw>
void tagged(Picture& picture, int element, Draw draw) {
  picture.items.emplace_back(TagBegin{element});
  const std::size_t before = picture.items.size();
  draw();
  if (picture.items.size() == before) picture.items.pop_back();
  else picture.items.emplace_back(TagEnd{});
}

}  // namespace mognad
