// The checks behind the table of graphics_rules.cpp, and what they share: the resources that a file has, and the colour
// that its output intent allows.
#pragma once

#include <set>
#include <string>

#include "verification/conformance.h"

namespace mognad::verification {

/// A set of resources and where it stands; without an owner, a page's.
struct ResourceSet {
  const Dictionary* dictionary = nullptr;
  std::string where;
};

/// Every set of resources once: of pages, forms, patterns and Type 3 fonts.
std::vector<ResourceSet> resource_sets(const ReadFile& file);

/// What the profile of the PDF/A output intent is for: "RGB ", "CMYK", "GRAY"; empty: there is none.
std::string output_colour(const Document& document);

/// Colour spaces and the objects that name them.
class ColourCheck {
 public:
  ColourCheck(const ReadFile& file, Findings& findings);

  /// A colour space wherever it stands; resources hold the default spaces that replace a device's.
  void check_space(const Value& space, const Dictionary* resources, const std::string& where);
  /// An operator such as rg, or a device space's name.
  void check_device(std::string_view space, const Dictionary* resources, const std::string& where);
  /// A rendering intent (ISO 19005-3, 6.2.6); null is none.
  void check_intent(const Value& intent, const std::string& where);

 private:
  void check_named(const Value& space, const Dictionary* resources, const std::string& where, int depth);
  void check_array(const Array& space, const Dictionary* resources, const std::string& where, int depth);
  void check_profile(const Array& space, const std::string& where);
  void check_spot(const Array& space, const Dictionary* resources, const std::string& where, int depth);
  void check_indexed(const Array& space, const Dictionary* resources, const std::string& where, int depth);
  bool first(std::string_view id, const std::string& text);
  void add(std::string_view id, const std::string& where, std::string found);

  const ReadFile& file_;
  Findings& findings_;
  std::string output_;
  std::set<std::string> told_;
  int steps_ = 0;
};

void check_colours(const ReadFile& file, ColourCheck& colour);
void check_objects(const ReadFile& file, ColourCheck& colour, Findings& findings);
void check_states(const ReadFile& file, ColourCheck& colour, Findings& findings);

}  // namespace mognad::verification
