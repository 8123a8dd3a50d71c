// The structure tree of a finished file, read back (ISO 32000-1, 14.7): elements with their attributes and content in
// the order in which a screen reader meets them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "verification/document.h"

namespace mognad::verification {

/// A piece of an element's content: another element, marked content on a page, or an object such as an annotation.
struct TagKid {
  enum class Kind { element, marked_content, object };
  Kind kind = Kind::element;
  int element = -1;     // index into TagTree::elements
  int page = -1;        // from 0; −1: not told or not a page of the file
  int mcid = -1;        // of marked content
  Reference reference;  // of an object
};

struct TagElement {
  Reference object;
  std::string type;  // as written
  std::string role;  // the standard type that the role map leads to
  int parent = -1;   // −1: the tree's root
  int depth = 0;
  std::string title;
  std::string language;     // its own; empty: inherited
  std::string alternative;  // Alt
  std::string actual;       // ActualText
  bool has_alternative = false;
  bool has_actual = false;
  Dictionary dictionary;
  std::vector<Dictionary> attributes;  // all attribute objects, followed
  std::vector<TagKid> kids;

  /// An entry of the attributes of that owner ("Table", "Scope"); null when there is none.
  const Value& attribute(std::string_view owner, std::string_view key) const;
};

struct TagTree {
  bool present = false;
  std::vector<TagElement> elements;  // in reading order, parents before children
  std::vector<int> roots;            // kids of the tree's root
  std::vector<std::string> faults;   // circles, kids that are no element, pages that don't exist
};

TagTree read_tag_tree(const Document& document);

/// One of the standard structure types (ISO 32000-1, 14.8.4).
bool is_standard_type(std::string_view type);
/// "page 3, object 17 (TD)"; the page of the element's first content, left out when it has none.
std::string at_element(const TagTree& tree, int element);

}  // namespace mognad::verification
