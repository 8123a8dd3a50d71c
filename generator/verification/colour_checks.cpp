#include <algorithm>
#include <array>

#include "verification/graphics_checks.h"
#include "verification/rules.h"

namespace mognad::verification {
namespace {

// Indexed over DeviceN over ICCBased is as deep as sense goes.
constexpr int kDeepestColourSpace = 8;

// Spaces that lead to spaces that lead to each of many: a file made to exhaust the checker.
constexpr int kMostSteps = 100'000;

constexpr std::size_t kHeader = 128;

bool is_device(std::string_view name) { return name == "DeviceGray" || name == "DeviceRGB" || name == "DeviceCMYK"; }

/// The device space of an operator; empty for cs and CS, which name theirs.
std::string_view space_of_operator(std::string_view operation) {
  if (operation == "g" || operation == "G") return "DeviceGray";
  if (operation == "rg" || operation == "RG") return "DeviceRGB";
  if (operation == "k" || operation == "K") return "DeviceCMYK";
  return {};
}

const Dictionary* resources_of(const ReadFile& file, std::size_t page, int form) {
  const Dictionary* owner = form == 0 ? &file.document.pages[page].dictionary : file.document.object(form).dictionary();
  return owner ? file.document.get(*owner, "Resources").dictionary() : nullptr;
}

}  // namespace

std::string output_colour(const Document& document) {
  const Array* intents = document.get(document.catalog, "OutputIntents").array();
  if (!intents) return {};
  for (const Value& value : *intents) {
    const Dictionary* intent = document.resolve(value).dictionary();
    if (!intent || document.get(*intent, "S").name() != "GTS_PDFA1") continue;
    const Object* profile = document.stream((*intent)["DestOutputProfile"]);
    if (profile && profile->data.size() >= kHeader) return profile->data.substr(16, 4);
  }
  return {};
}

ColourCheck::ColourCheck(const ReadFile& file, Findings& findings)
    : file_(file), findings_(findings), output_(output_colour(file.document)) {}

bool ColourCheck::first(std::string_view id, const std::string& text) {
  return told_.insert(std::string(id) + text).second;
}

void ColourCheck::add(std::string_view id, const std::string& where, std::string found) {
  if (first(id, where + found)) report(findings_, kGraphicsRules, id, where, std::move(found));
}

void ColourCheck::check_device(std::string_view space, const Dictionary* resources, const std::string& where) {
  const Dictionary* spaces = resources ? file_.document.get(*resources, "ColorSpace").dictionary() : nullptr;
  const std::string replacement = "Default" + std::string(space.substr(6));
  if (spaces && spaces->has(replacement)) return;
  const std::string found =
      std::string(space) + (output_.empty() ? " without output intent" : " with one of " + output_);
  if (space == "DeviceRGB" && output_ != "RGB ") add("A3-6.2.4.3-1", where, found);
  if (space == "DeviceCMYK" && output_ != "CMYK") add("A3-6.2.4.3-2", where, found);
  if (space == "DeviceGray" && output_.empty()) add("A3-6.2.4.3-3", where, found);
}

void ColourCheck::check_space(const Value& space, const Dictionary* resources, const std::string& where) {
  check_named(space, resources, where, 0);
}

void ColourCheck::check_named(const Value& value, const Dictionary* resources, const std::string& where, int depth) {
  const Value& space = file_.document.resolve(value);
  if (depth > kDeepestColourSpace || ++steps_ > kMostSteps)
    return add("A3-6.2.4.5-1", where, "colour spaces nested too deep, or too many");
  if (is_device(space.name())) return check_device(space.name(), resources, where);
  if (space.name() == "Pattern") return;
  if (const Array* array = space.array(); array && !array->empty()) return check_array(*array, resources, where, depth);
  add("A3-6.2.4.5-1", where, "a colour space \"" + std::string(space.name()) + "\"");
}

void ColourCheck::check_array(const Array& space, const Dictionary* resources, const std::string& where, int depth) {
  const std::string_view family = file_.document.resolve(space[0]).name();
  if (space.size() == 1 && (is_device(family) || family == "Pattern"))
    return check_named(space[0], resources, where, depth + 1);
  if (family == "ICCBased") return check_profile(space, where);
  if (family == "Indexed") return check_indexed(space, resources, where, depth);
  if (family == "Separation" || family == "DeviceN") return check_spot(space, resources, where, depth);
  if (family == "Pattern" && space.size() == 2) return check_named(space[1], resources, where, depth + 1);
  const bool calibrated = family == "CalGray" || family == "CalRGB" || family == "Lab";
  const Dictionary* white = calibrated && space.size() == 2 ? file_.document.resolve(space[1]).dictionary() : nullptr;
  if (!white || !white->has("WhitePoint"))
    add("A3-6.2.4.5-1", where, "a colour space of the family \"" + std::string(family) + "\"");
}

/// The header of a profile (ISO 15076-1, 7.2): version at 8, class at 12, space at 16, "acsp" at 36.
void ColourCheck::check_profile(const Array& space, const std::string& where) {
  static constexpr std::array<std::string_view, 4> kKinds{"scnr", "mntr", "prtr", "spac"};
  const Object* stream = space.size() == 2 ? file_.document.stream(space[1]) : nullptr;
  if (!stream || stream->data.size() < kHeader || stream->data.compare(36, 4, "acsp") != 0)
    return add("A3-6.2.4.2-1", where, "no profile");
  const std::string kind = stream->data.substr(12, 4);
  const std::string colour = stream->data.substr(16, 4);
  if (std::find(kKinds.begin(), kKinds.end(), kind) == kKinds.end())
    add("A3-6.2.4.2-1", where, "a profile of the class " + kind);
  if (static_cast<unsigned char>(stream->data[8]) > 4)
    add("A3-6.2.4.2-1", where, "version " + std::to_string(static_cast<int>(stream->data[8])));
  const long long components = colour == "GRAY"                       ? 1
                               : colour == "RGB " || colour == "Lab " ? 3
                               : colour == "CMYK"                     ? 4
                                                                      : 0;
  const Dictionary* dictionary = stream->value.dictionary();
  const long long said = dictionary ? file_.document.get(*dictionary, "N").integer_or(0) : 0;
  if (components == 0 || said != components)
    add("A3-6.2.4.2-1", where, "N " + std::to_string(said) + " for a profile of " + colour);
  if (said != 4 || !first("overprint", "")) return;
  for (const ResourceSet& set : resource_sets(file_))
    if (const Dictionary* states = file_.document.get(*set.dictionary, "ExtGState").dictionary())
      for (const Dictionary::Entry& entry : states->entries())
        if (const Dictionary* state = file_.document.resolve(entry.value).dictionary())
          if (file_.document.get(*state, "OPM").integer_or(0) != 0) add("A3-6.2.4.2-2", set.where, entry.key);
}

void ColourCheck::check_indexed(const Array& space, const Dictionary* resources, const std::string& where, int depth) {
  if (space.size() != 4) return add("A3-6.2.4.5-1", where, "Indexed with other than four parts");
  const Value& base = file_.document.resolve(space[1]);
  const Array* array = base.array();
  const std::string_view family =
      array && !array->empty() ? file_.document.resolve(array->front()).name() : base.name();
  if (family == "Indexed" || family == "Pattern")
    return add("A3-6.2.4.5-1", where, "Indexed over " + std::string(family));
  check_named(base, resources, where, depth + 1);
  const long long highest = file_.document.resolve(space[2]).integer_or(-1);
  if (highest < 0 || highest > 255) return add("A3-6.2.4.5-1", where, "Indexed up to " + std::to_string(highest));
  const Object* stream = file_.document.stream(space[3]);
  const String* text = file_.document.resolve(space[3]).string();
  const std::size_t bytes = stream ? stream->data.size() : text ? text->bytes.size() : 0;
  const std::size_t components = family == "DeviceRGB" || family == "CalRGB" || family == "Lab" ? 3
                                 : family == "DeviceCMYK"                                       ? 4
                                                                                                : 1;
  if (bytes < (static_cast<std::size_t>(highest) + 1) * components)
    add("A3-6.2.4.5-1", where, "Indexed with a table of " + std::to_string(bytes) + " bytes");
}

void ColourCheck::check_spot(const Array& space, const Dictionary* resources, const std::string& where, int depth) {
  if (space.size() < 4) return add("A3-6.2.4.4-1", where, "fewer than four parts");
  check_named(space[2], resources, where, depth + 1);
  if (file_.document.resolve(space[3]).is_null()) add("A3-6.2.4.4-1", where, "no function");
  if (file_.document.resolve(space[0]).name() == "Separation") {
    if (file_.document.resolve(space[1]).name().empty()) add("A3-6.2.4.4-1", where, "no name of a colorant");
    return;
  }
  const Array* names = file_.document.resolve(space[1]).array();
  if (!names) return add("A3-6.2.4.4-1", where, "no names of colorants");
  const Dictionary* attributes = space.size() > 4 ? file_.document.resolve(space[4]).dictionary() : nullptr;
  const Dictionary* colorants = attributes ? file_.document.get(*attributes, "Colorants").dictionary() : nullptr;
  static constexpr std::array<std::string_view, 5> kProcess{"Cyan", "Magenta", "Yellow", "Black", "None"};
  for (const Value& value : *names) {
    const std::string_view name = file_.document.resolve(value).name();
    if (std::find(kProcess.begin(), kProcess.end(), name) != kProcess.end()) continue;
    const Value* colorant = colorants ? &file_.document.get(*colorants, name) : nullptr;
    if (!colorant || colorant->is_null()) add("A3-6.2.4.4-1", where, "Colorants without \"" + std::string(name) + "\"");
    else check_named(*colorant, resources, where, depth + 1);
  }
}

void ColourCheck::check_intent(const Value& intent, const std::string& where) {
  static constexpr std::array<std::string_view, 4> kIntents{"RelativeColorimetric", "AbsoluteColorimetric",
                                                            "Perceptual", "Saturation"};
  if (intent.is_null() || std::find(kIntents.begin(), kIntents.end(), intent.name()) != kIntents.end()) return;
  add("A3-6.2.6-1", where, "\"" + std::string(intent.name()) + "\"");
}

void check_colours(const ReadFile& file, ColourCheck& colour) {
  for (std::size_t page = 0; page < file.contents.size(); ++page) {
    const PageContent& content = file.contents[page];
    for (const ColourUse& use : content.colours) {
      const std::string_view space = use.space.empty() ? space_of_operator(use.operation) : std::string_view(use.space);
      if (is_device(space)) colour.check_device(space, resources_of(file, page, use.form), on_page(page));
    }
    for (const std::string& intent : content.intents) colour.check_intent(Name{intent}, on_page(page));
    // Without any colour operator things are painted in DeviceGray (ISO 32000-1, 8.4.1, table 52).
    if (content.colours.empty() && (!content.painted.empty() || !content.shown.empty()))
      colour.check_device("DeviceGray", resources_of(file, page, 0), on_page(page));
  }
  for (const ResourceSet& set : resource_sets(file)) {
    if (const Dictionary* spaces = file.document.get(*set.dictionary, "ColorSpace").dictionary())
      for (const Dictionary::Entry& entry : spaces->entries())
        colour.check_space(entry.value, set.dictionary, set.where + ", colour space " + entry.key);
    if (const Dictionary* shadings = file.document.get(*set.dictionary, "Shading").dictionary())
      for (const Dictionary::Entry& entry : shadings->entries())
        if (const Dictionary* shading = file.document.resolve(entry.value).dictionary())
          colour.check_space((*shading)["ColorSpace"], set.dictionary, set.where + ", shading " + entry.key);
    if (const Dictionary* patterns = file.document.get(*set.dictionary, "Pattern").dictionary())
      for (const Dictionary::Entry& entry : patterns->entries())
        if (const Dictionary* pattern = file.document.resolve(entry.value).dictionary())
          if (const Dictionary* shading = file.document.get(*pattern, "Shading").dictionary())
            colour.check_space((*shading)["ColorSpace"], set.dictionary, set.where + ", pattern " + entry.key);
  }
}

}  // namespace mognad::verification
