#include <algorithm>

#include "verification/graphics_checks.h"
#include "verification/rules.h"

namespace mognad::verification {
namespace {

constexpr Rule kGraphicsList[] = {
    {"A3-6.1.10-1", "ISO 19005-3, 6.1.10; ISO 32000-1, 8.9.7, table 94",
     "An inline image has filters of ISO 32000-1, but not LZW", "Use Flate"},
    {"A3-6.2.2-2", "ISO 19005-3, 6.2.2", "Content streams use the operators of ISO 32000-1 alone",
     "Remove the operator"},
    {"A3-6.2.2-3", "ISO 19005-3, 6.2.2; ISO 32000-1, 7.8.3", "A resource that is named exists in the resources",
     "Add the resource"},
    {"A3-6.2.2-4", "ISO 19005-3, 6.2.2; ISO 32000-1, 7.8.3",
     "A page that uses resources has Resources itself, not inherited", "Write Resources into the page"},
    {"A3-6.2.4.2-1", "ISO 19005-3, 6.2.4.2; ISO 32000-1, 8.6.5.5", "The profile of an ICCBased colour space is sound",
     "Embed a profile of version 2 or 4 with as many components as N says"},
    {"A3-6.2.4.2-2", "ISO 19005-3, 6.2.4.2", "Overprint mode is 0 where there is an ICCBased space of four components",
     "Remove OPM"},
    {"A3-6.2.4.3-1", "ISO 19005-3, 6.2.4.3", "DeviceRGB needs an output intent of RGB or a DefaultRGB",
     "Write an output intent with an RGB profile"},
    {"A3-6.2.4.3-2", "ISO 19005-3, 6.2.4.3", "DeviceCMYK needs an output intent of CMYK or a DefaultCMYK", "Use RGB"},
    {"A3-6.2.4.3-3", "ISO 19005-3, 6.2.4.3", "DeviceGray needs an output intent or a DefaultGray",
     "Write an output intent"},
    {"A3-6.2.4.4-1", "ISO 19005-3, 6.2.4.4", "Separation and DeviceN are whole, and describe their colorants",
     "Name the colorants, with an alternate space and a function"},
    {"A3-6.2.4.5-1", "ISO 19005-3, 6.2.4.1 and 6.2.4.5; ISO 32000-1, 8.6", "A colour space is one of ISO 32000-1",
     "Use DeviceRGB, ICCBased or Indexed"},
    {"A3-6.2.5-1", "ISO 19005-3, 6.2.5", "An ExtGState has no TR", "Remove TR"},
    {"A3-6.2.5-2", "ISO 19005-3, 6.2.5", "TR2 of an ExtGState is Default", "Remove TR2"},
    {"A3-6.2.5-3", "ISO 19005-3, 6.2.5", "An ExtGState has no HTP", "Remove HTP"},
    {"A3-6.2.5-4", "ISO 19005-3, 6.2.5", "A halftone is of type 1 or 5 and has no HalftoneName", "Remove HT"},
    {"A3-6.2.5-5", "ISO 19005-3, 6.2.5", "A halftone has no TransferFunction", "Remove HT"},
    {"A3-6.2.6-1", "ISO 19005-3, 6.2.6", "A rendering intent is one of the four of ISO 32000-1",
     "Use RelativeColorimetric, AbsoluteColorimetric, Perceptual or Saturation"},
    {"A3-6.2.8.1-1", "ISO 19005-3, 6.2.8.1", "An image has no Alternates", "Remove Alternates"},
    {"A3-6.2.8.1-2", "ISO 19005-3, 6.2.8.1", "An image has no OPI", "Remove OPI"},
    {"A3-6.2.8.1-3", "ISO 19005-3, 6.2.8.1", "An image is not interpolated", "Remove Interpolate"},
    {"A3-6.2.8.1-4", "ISO 19005-3, 6.2.8.1; ISO 32000-1, 8.9.5.1, table 89", "An image has 1, 2, 4, 8 or 16 bits",
     "Write BitsPerComponent; of a mask 1"},
    {"A3-6.2.8.1-5", "ISO 19005-3, 6.2.8.1; ISO 32000-1, 8.9.5.1, table 89", "An image is whole",
     "Write Width, Height and ColorSpace, and as many bytes as they demand"},
    {"A3-6.2.8.3-1", "ISO 19005-3, 6.2.8.3", "No image is JPEG 2000, whose rules are not checked here", "Use Flate"},
    {"A3-6.2.9.1-1", "ISO 19005-3, 6.2.9.1", "A form has no OPI", "Remove OPI"},
    {"A3-6.2.9.1-2", "ISO 19005-3, 6.2.9.1", "A form has neither PS nor Subtype2 PS", "Remove PS and Subtype2"},
    {"A3-6.2.9.2-1", "ISO 19005-3, 6.2.9.2", "A form refers to no other file", "Remove Ref"},
    {"A3-6.2.9.3-1", "ISO 19005-3, 6.2.9.3", "There is no PostScript XObject", "Remove it"},
    {"A3-6.2.10-1", "ISO 19005-3, 6.2.10", "Transparency has a colour space to blend in",
     "Write an output intent, or a Group with CS into the page"},
    {"A3-6.2.10-2", "ISO 19005-3, 6.2.10; ISO 32000-1, 11.3.5", "A blend mode is one of ISO 32000-1", "Use Normal"},
};

bool uses_resources(const PageContent& content) {
  const auto is_named = [](const ColourUse& use) { return !use.space.empty() && use.form == 0; };
  const auto is_object = [](const PaintedItem& item) { return !item.name.empty() && item.form == 0; };
  return !content.shown.empty() || !content.graphics_states.empty() ||
         std::any_of(content.colours.begin(), content.colours.end(), is_named) ||
         std::any_of(content.painted.begin(), content.painted.end(), is_object);
}

void check_page(const ReadFile& file, std::size_t page, Findings& findings) {
  const PageContent& content = file.contents[page];
  for (const std::string& name : content.unknown) report(findings, kGraphicsRules, "A3-6.2.2-2", on_page(page), name);
  for (const std::string& name : content.missing) report(findings, kGraphicsRules, "A3-6.2.2-3", on_page(page), name);
  const Dictionary* own = file.document.resolve(file.document.pages[page].object).dictionary();
  if (uses_resources(content) && own && !file.document.get(*own, "Resources").dictionary())
    report(findings, kGraphicsRules, "A3-6.2.2-4", on_page(page), "no Resources of its own");
}

void check_graphics_rules(const ReadFile& file, Findings& findings) {
  for (std::size_t page = 0; page < file.contents.size(); ++page) check_page(file, page, findings);
  ColourCheck colour(file, findings);
  check_colours(file, colour);
  check_objects(file, colour, findings);
  check_states(file, colour, findings);
}

}  // namespace

std::vector<ResourceSet> resource_sets(const ReadFile& file) {
  std::vector<ResourceSet> sets;
  std::set<const Dictionary*> seen;
  const auto add = [&](const Value& value, std::string where) {
    const Dictionary* dictionary = file.document.resolve(value).dictionary();
    if (dictionary && seen.insert(dictionary).second) sets.push_back({dictionary, std::move(where)});
  };
  for (std::size_t page = 0; page < file.document.pages.size(); ++page)
    add(file.document.pages[page].dictionary["Resources"], on_page(page));
  for (std::size_t number = 0; number < file.document.objects.size(); ++number)
    if (const Dictionary* dictionary = file.document.objects[number].value.dictionary())
      if (const Value& resources = (*dictionary)["Resources"]; !resources.is_null())
        add(resources, at_object(static_cast<int>(number)));
  return sets;
}

const RuleGroup kGraphicsRules{"graphics", kGraphicsList, check_graphics_rules};

}  // namespace mognad::verification
