// What kind of value a property of XMP may have (XMP Specification of September 2005, chapters 4 and 5; ISO
// 19005-3, 6.6.2.3): types are named as the standards name them, "bag ProperName", "Lang Alt", "Open Choice of
// Integer".
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "verification/xmp.h"

namespace mognad::verification {

struct PredefinedProperty {
  std::string_view namespace_uri;
  std::string_view name;
  std::string_view type;
};

/// The type of a property of the predefined schemas; empty when they don't have it.
std::string_view predefined_type(std::string_view namespace_uri, std::string_view name);

/// Schemas of photographs, film and their editing: predefined too, but none that a report has, so their properties
/// aren't told apart.
bool is_media_schema(std::string_view namespace_uri);

/// Whether the standards define the type, or one of these names is it.
bool is_known_type(std::string_view type, std::span<const std::string> also);

/// What is wrong with a value of that type; empty: nothing.
std::string fault_of_value(const XmpProperty& property, std::string_view type);

}  // namespace mognad::verification
