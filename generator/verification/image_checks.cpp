#include <algorithm>

#include "verification/graphics_checks.h"
#include "verification/rules.h"

namespace mognad::verification {
namespace {

// No side of an image that anybody prints is longer; products stay far from any limit.
constexpr long long kLongestSide = 1'000'000;

struct ObjectCheck {
  const ReadFile& file;
  ColourCheck& colour;
  Findings& findings;

  void add(std::string_view id, const std::string& where, std::string found) const {
    report(findings, kGraphicsRules, id, where, std::move(found));
  }
};

/// Whether the stream keeps a filter whose name has this part; what is undone is undone to bytes of samples.
bool has_filter(const Document& document, const Dictionary& dictionary, std::string_view wanted) {
  const Value& filter = document.get(dictionary, "Filter");
  if (filter.name() == wanted) return true;
  const Array* filters = filter.array();
  return filters && std::any_of(filters->begin(), filters->end(),
                                [&](const Value& value) { return document.resolve(value).name() == wanted; });
}

/// Of a colour space: how many components; 0: not known here.
long long components_of(const Document& document, const Value& value) {
  const Value& space = document.resolve(value);
  const Array* array = space.array();
  const std::string_view family = array && !array->empty() ? document.resolve(array->front()).name() : space.name();
  if (family == "DeviceGray" || family == "CalGray" || family == "Indexed" || family == "Separation") return 1;
  if (family == "DeviceRGB" || family == "CalRGB" || family == "Lab") return 3;
  if (family == "DeviceCMYK") return 4;
  const Object* profile = family == "ICCBased" && array->size() == 2 ? document.stream((*array)[1]) : nullptr;
  if (profile && profile->value.dictionary()) return document.get(*profile->value.dictionary(), "N").integer_or(0);
  return 0;
}

void check_size(const ObjectCheck& check, const Object& image, const Dictionary& dictionary, bool mask, bool coded,
                const std::string& where) {
  const Document& document = check.file.document;
  const long long width = document.get(dictionary, "Width").integer_or(0);
  const long long height = document.get(dictionary, "Height").integer_or(0);
  const long long bits = mask ? 1 : document.get(dictionary, "BitsPerComponent").integer_or(0);
  if (width <= 0 || height <= 0 || width > kLongestSide || height > kLongestSide)
    return check.add("A3-6.2.8.1-5", where, std::to_string(width) + " by " + std::to_string(height));
  if (!mask && !dictionary.has("ColorSpace")) return check.add("A3-6.2.8.1-5", where, "no ColorSpace");
  const long long components = mask ? 1 : components_of(document, dictionary["ColorSpace"]);
  if (coded || bits <= 0 || bits > 16 || components <= 0 || components > 4) return;
  const long long demanded = (width * components * bits + 7) / 8 * height;
  if (static_cast<long long>(image.data.size()) < demanded)
    check.add("A3-6.2.8.1-5", where,
              std::to_string(image.data.size()) + " bytes instead of " + std::to_string(demanded));
}

void check_image(const ObjectCheck& check, const Object& image, const Dictionary& dictionary,
                 const std::string& where) {
  const Document& document = check.file.document;
  if (dictionary.has("Alternates")) check.add("A3-6.2.8.1-1", where, "Alternates");
  if (dictionary.has("OPI")) check.add("A3-6.2.8.1-2", where, "OPI");
  if (document.get(dictionary, "Interpolate").boolean_or(false)) check.add("A3-6.2.8.1-3", where, "Interpolate true");
  const bool jpeg2000 = has_filter(document, dictionary, "JPXDecode");
  if (jpeg2000) return check.add("A3-6.2.8.3-1", where, "JPXDecode");
  const bool mask = document.get(dictionary, "ImageMask").boolean_or(false);
  const Value& depth = document.get(dictionary, "BitsPerComponent");
  const long long bits = depth.integer_or(mask && depth.is_null() ? 1 : -1);
  const bool allowed = mask ? bits == 1 : bits == 1 || bits == 2 || bits == 4 || bits == 8 || bits == 16;
  if (!allowed) check.add("A3-6.2.8.1-4", where, "BitsPerComponent " + std::to_string(bits));
  check.colour.check_intent(document.get(dictionary, "Intent"), where);
  if (!mask && dictionary.has("ColorSpace")) check.colour.check_space(dictionary["ColorSpace"], nullptr, where);
  const bool coded = has_filter(document, dictionary, "DCTDecode") ||
                     has_filter(document, dictionary, "CCITTFaxDecode") ||
                     has_filter(document, dictionary, "JBIG2Decode");
  check_size(check, image, dictionary, mask, coded, where);
}

void check_form(const ObjectCheck& check, const Dictionary& dictionary, const std::string& where) {
  const Document& document = check.file.document;
  if (dictionary.has("OPI")) check.add("A3-6.2.9.1-1", where, "OPI");
  if (dictionary.has("PS")) check.add("A3-6.2.9.1-2", where, "PS");
  if (document.get(dictionary, "Subtype2").name() == "PS") check.add("A3-6.2.9.1-2", where, "Subtype2 PS");
  if (dictionary.has("Ref")) check.add("A3-6.2.9.2-1", where, "Ref");
}

/// Filters of inline images, with their short forms (ISO 32000-1, 8.9.7, table 94), but LZW.
bool is_inline_filter(std::string_view name) {
  for (const char* known : {"ASCIIHexDecode", "AHx", "ASCII85Decode", "A85", "FlateDecode", "Fl", "RunLengthDecode",
                            "RL", "CCITTFaxDecode", "CCF", "DCTDecode", "DCT"})
    if (name == known) return true;
  return false;
}

void check_inline_filters(const ObjectCheck& check, const Dictionary& image, const std::string& where) {
  const auto check_one = [&](const Value& filter) {
    if (!is_inline_filter(filter.name()))
      check.add("A3-6.1.10-1", where, "an inline image with the filter \"" + std::string(filter.name()) + "\"");
  };
  for (const char* key : {"F", "Filter"}) {
    if (const Array* filters = image[key].array())
      for (const Value& filter : *filters) check_one(filter);
    else if (!image[key].is_null()) check_one(image[key]);
  }
}

/// Names in their short forms (ISO 32000-1, 8.9.7, tables 93 and 94).
void check_inline_image(const ObjectCheck& check, const PaintedItem& item, const Dictionary* resources,
                        const std::string& where) {
  const Document& document = check.file.document;
  const Dictionary& image = item.inline_image;
  const auto either = [&](const char* shorter, const char* whole) -> const Value& {
    return image.has(shorter) ? image[shorter] : image[whole];
  };
  if (either("I", "Interpolate").boolean_or(false))
    check.add("A3-6.2.8.1-3", where, "an inline image with Interpolate");
  check_inline_filters(check, image, where);
  check.colour.check_intent(image["Intent"], where);
  const bool mask = either("IM", "ImageMask").boolean_or(false);
  const long long bits = either("BPC", "BitsPerComponent").integer_or(mask ? 1 : -1);
  const bool allowed = mask ? bits == 1 : bits == 1 || bits == 2 || bits == 4 || bits == 8 || bits == 16;
  if (!allowed) check.add("A3-6.2.8.1-4", where, "an inline image of " + std::to_string(bits) + " bits");
  const bool sized = either("W", "Width").integer_or(0) > 0 && either("H", "Height").integer_or(0) > 0;
  const Value& space = either("CS", "ColorSpace");
  if (!sized || (!mask && space.is_null())) check.add("A3-6.2.8.1-5", where, "an inline image that is not whole");
  if (mask || space.is_null()) return;
  const std::string_view name = space.name();
  if (name == "G") return check.colour.check_device("DeviceGray", resources, where);
  if (name == "RGB") return check.colour.check_device("DeviceRGB", resources, where);
  if (name == "CMYK") return check.colour.check_device("DeviceCMYK", resources, where);
  const Dictionary* spaces = resources ? document.get(*resources, "ColorSpace").dictionary() : nullptr;
  if (spaces && spaces->has(name)) return check.colour.check_space((*spaces)[name], resources, where);
  const Array* array = space.array();
  if (array && array->size() == 4 && (*array)[0].name() == "I") {
    const std::string_view base = (*array)[1].name();
    const std::string_view whole = base == "G"      ? "DeviceGray"
                                   : base == "RGB"  ? "DeviceRGB"
                                   : base == "CMYK" ? "DeviceCMYK"
                                                    : base;
    return check.colour.check_space(Name{std::string(whole)}, resources, where);
  }
  check.colour.check_space(space, resources, where);
}

/// Kinds of XObjects that ISO 32000-1 doesn't know are painted by nobody; 8.8.2 forbids the third that it does.
void check_painted(const ObjectCheck& check) {
  const Document& document = check.file.document;
  for (std::size_t page = 0; page < check.file.contents.size(); ++page)
    for (const PaintedItem& item : check.file.contents[page].painted) {
      const Dictionary* owner =
          item.form == 0 ? &document.pages[page].dictionary : document.object(item.form).dictionary();
      const Dictionary* resources = owner ? document.get(*owner, "Resources").dictionary() : nullptr;
      if (item.what == "BI") check_inline_image(check, item, resources, on_page(page));
      const Dictionary* object = item.object == 0 ? nullptr : document.object(item.object).dictionary();
      const std::string_view kind = object ? document.get(*object, "Subtype").name() : "";
      if (object && kind != "Image" && kind != "Form" && kind != "PS")
        check.add("A3-6.2.2-3", on_page(page), item.name + " is an XObject of the kind \"" + std::string(kind) + "\"");
    }
}

}  // namespace

void check_objects(const ReadFile& file, ColourCheck& colour, Findings& findings) {
  const ObjectCheck check{file, colour, findings};
  for (std::size_t number = 0; number < file.document.objects.size(); ++number) {
    const Object& object = file.document.objects[number];
    const Dictionary* dictionary = object.is_stream ? object.value.dictionary() : nullptr;
    if (!dictionary) continue;
    const std::string_view kind = file.document.get(*dictionary, "Subtype").name();
    const std::string where = at_object(static_cast<int>(number));
    if (kind == "Image") check_image(check, object, *dictionary, where);
    if (kind == "Form") check_form(check, *dictionary, where);
    if (kind == "PS") check.add("A3-6.2.9.3-1", where, "Subtype PS");
  }
  check_painted(check);
}

}  // namespace mognad::verification
