#include <algorithm>
#include <span>

#include "verification/rules.h"

namespace mognad::verification {
namespace {

constexpr Rule kAttributeList[]{
    {"M-attribute-1", "ISO 32000-1, 14.8.5.2, table 341; 14.7.5.4", "The owner of attributes is one of the standard",
     "Use Layout, List, PrintField, Table, a format of export or UserProperties."},
    {"M-attribute-2", "ISO 32000-1, 14.8.5.4, tables 343 to 345", "Layout attributes have values of the standard",
     "Write one of the names that the table gives."},
};

using Names = std::span<const std::string_view>;

constexpr std::string_view kOwners[]{"Layout",    "List",     "PrintField", "Table",    "XML-1.00", "HTML-3.20",
                                     "HTML-4.01", "OEB-1.00", "RTF-1.05",   "CSS-1.00", "CSS-2.00", "UserProperties"};

constexpr std::string_view kPlacements[]{"Block", "Inline", "Before", "Start", "End"};
constexpr std::string_view kWritingModes[]{"LrTb", "RlTb", "TbRl"};
constexpr std::string_view kBorders[]{"None",   "Hidden", "Dotted", "Dashed", "Solid",
                                      "Double", "Groove", "Ridge",  "Inset",  "Outset"};
constexpr std::string_view kTextAligns[]{"Start", "Center", "End", "Justify"};
constexpr std::string_view kBlockAligns[]{"Before", "Middle", "After", "Justify"};
constexpr std::string_view kInlineAligns[]{"Start", "Center", "End"};
constexpr std::string_view kSizes[]{"Auto"};
constexpr std::string_view kLineHeights[]{"Normal", "Auto"};
constexpr std::string_view kDecorations[]{"None", "Underline", "Overline", "LineThrough"};
constexpr std::string_view kRubyAligns[]{"Start", "Center", "End", "Justify", "Distribute"};
constexpr std::string_view kRubyPositions[]{"Before", "After", "Warichu", "Inline"};

struct Attribute {
  std::string_view key;
  Names names;
  bool number = false;  // a number may stand instead
  bool array = false;   // or an array of such values, one for each edge
};

constexpr Attribute kLayout[]{
    {"Placement", kPlacements},
    {"WritingMode", kWritingModes},
    {"BorderStyle", kBorders, false, true},
    {"TBorderStyle", kBorders, false, true},
    {"SpaceBefore", {}, true},
    {"SpaceAfter", {}, true},
    {"StartIndent", {}, true},
    {"EndIndent", {}, true},
    {"TextIndent", {}, true},
    {"BaselineShift", {}, true},
    {"TextDecorationThickness", {}, true},
    {"Padding", {}, true, true},
    {"TPadding", {}, true, true},
    {"BorderThickness", {}, true, true},
    {"TextAlign", kTextAligns},
    {"Width", kSizes, true},
    {"Height", kSizes, true},
    {"BlockAlign", kBlockAligns},
    {"InlineAlign", kInlineAligns},
    {"LineHeight", kLineHeights, true},
    {"TextDecorationType", kDecorations},
    {"RubyAlign", kRubyAligns},
    {"RubyPosition", kRubyPositions},
    {"GlyphOrientationVertical", kSizes, true},
};

bool is_single(const Value& value, const Attribute& attribute) {
  if (value.is_number()) return attribute.number;
  return std::find(attribute.names.begin(), attribute.names.end(), value.name()) != attribute.names.end();
}

bool is_allowed(const Document& document, const Value& value, const Attribute& attribute) {
  const Array* several = attribute.array ? value.array() : nullptr;
  if (!several) return is_single(value, attribute);
  // An edge without a style or thickness is null (ISO 32000-1, table 343).
  const auto sound = [&](const Value& one) {
    return document.resolve(one).is_null() || is_single(document.resolve(one), attribute);
  };
  return several->size() == 4 && std::all_of(several->begin(), several->end(), sound);
}

void check_attributes(const ReadFile& file, int index, const Dictionary& attributes, Findings& findings) {
  const std::string_view owner = file.document.get(attributes, "O").name();
  // That attributes have an owner at all is a rule of the tree.
  if (!owner.empty() && std::find(std::begin(kOwners), std::end(kOwners), owner) == std::end(kOwners))
    report(findings, kAttributeRules, "M-attribute-1", at_element(file.tree, index),
           "the owner \"" + std::string(owner) + "\"");
  if (owner != "Layout") return;
  for (const Attribute& attribute : kLayout) {
    if (!attributes.has(attribute.key)) continue;
    const Value& value = file.document.get(attributes, attribute.key);
    if (!is_allowed(file.document, value, attribute))
      report(findings, kAttributeRules, "M-attribute-2", at_element(file.tree, index),
             std::string(attribute.key) + " \"" + std::string(value.name()) + "\"");
  }
}

void check_attribute_rules(const ReadFile& file, Findings& findings) {
  for (std::size_t i = 0; i < file.tree.elements.size(); ++i)
    for (const Dictionary& attributes : file.tree.elements[i].attributes)
      check_attributes(file, static_cast<int>(i), attributes, findings);
}

}  // namespace

const RuleGroup kAttributeRules{"attribute", kAttributeList, check_attribute_rules};

}  // namespace mognad::verification
