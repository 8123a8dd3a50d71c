// Where links and bookmarks lead (ISO 32000-1, 12.3.2 and 12.6): a page of the file, an address, or nowhere.
#pragma once

#include <string>
#include <unordered_map>

#include "verification/document.h"

namespace mognad::verification {

struct Target {
  int page = -1;             // from 0; −1: it leads to no page of the file
  std::string address = {};  // of a URI action
  bool bad_uri = false;      // a URI action without a sound URI
  std::string fault = {};    // of the destination or action; empty: it is sound
  bool none = false;         // there is neither a destination nor an action
};

/// Keeps references to the document.
class Destinations {
 public:
  explicit Destinations(const Document& document);

  /// Of a link annotation or an outline item: its Dest or A.
  Target target_of(const Dictionary& item) const;

 private:
  void read_names(const Value& node, int depth);
  Target destination(const Value& value) const;
  Target action(const Dictionary& action) const;

  const Document& document_;
  std::unordered_map<int, int> pages_;                   // by object number
  std::unordered_map<std::string, const Value*> names_;  // named destinations
  std::size_t nodes_ = 0;
  std::size_t entries_ = 0;
};

}  // namespace mognad::verification
