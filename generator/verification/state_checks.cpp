#include <algorithm>
#include <array>

#include "verification/graphics_checks.h"
#include "verification/rules.h"

namespace mognad::verification {
namespace {

/// ISO 32000-1, 11.3.5, tables 136 and 137.
bool is_blend_mode(std::string_view name) {
  static constexpr std::array<std::string_view, 17> kModes{
      "Normal",    "Compatible", "Multiply",   "Screen",    "Overlay",   "Darken",
      "Lighten",   "ColorDodge", "ColorBurn",  "HardLight", "SoftLight", "Difference",
      "Exclusion", "Hue",        "Saturation", "Color",     "Luminosity"};
  return std::find(kModes.begin(), kModes.end(), name) != kModes.end();
}

struct StateCheck {
  const Document& document;
  Findings& findings;

  void add(std::string_view id, const std::string& where, std::string found) const {
    report(findings, kGraphicsRules, id, where, std::move(found));
  }
};

/// A halftone of type 5 holds halftones of other types (ISO 32000-1, 10.5.5.6).
void check_halftone(const StateCheck& check, const Value& value, const std::string& where, bool inside) {
  const Dictionary* halftone = check.document.resolve(value).dictionary();
  if (!halftone) return;  // the name Default
  const long long type = check.document.get(*halftone, "HalftoneType").integer_or(0);
  if (type != 1 && (type != 5 || inside)) check.add("A3-6.2.5-4", where, "HalftoneType " + std::to_string(type));
  if (halftone->has("HalftoneName")) check.add("A3-6.2.5-4", where, "HalftoneName");
  if (halftone->has("TransferFunction")) check.add("A3-6.2.5-5", where, "TransferFunction");
  if (type != 5 || inside) return;
  for (const Dictionary::Entry& entry : halftone->entries()) check_halftone(check, entry.value, where, true);
}

void check_blend_mode(const StateCheck& check, const Value& mode, const std::string& where) {
  if (mode.is_null()) return;
  const Array* modes = mode.array();
  if (!modes && !is_blend_mode(mode.name())) check.add("A3-6.2.10-2", where, "\"" + std::string(mode.name()) + "\"");
  if (!modes) return;
  for (const Value& value : *modes)
    if (const std::string_view name = check.document.resolve(value).name(); !is_blend_mode(name))
      check.add("A3-6.2.10-2", where, "\"" + std::string(name) + "\"");
}

void check_state(const StateCheck& check, const Dictionary& state, ColourCheck& colour, const std::string& where) {
  const Document& document = check.document;
  if (state.has("TR")) check.add("A3-6.2.5-1", where, "TR");
  if (state.has("TR2") && document.get(state, "TR2").name() != "Default") check.add("A3-6.2.5-2", where, "TR2");
  if (state.has("HTP")) check.add("A3-6.2.5-3", where, "HTP");
  check_halftone(check, state["HT"], where, false);
  check_blend_mode(check, document.get(state, "BM"), where);
  colour.check_intent(document.get(state, "RI"), where);
}

bool is_transparent(const Document& document, const Dictionary& state) {
  const Value& mask = document.get(state, "SMask");
  const Value& mode = document.get(state, "BM");
  const bool blends = !mode.is_null() && mode.name() != "Normal" && mode.name() != "Compatible";
  return document.get(state, "ca").number_or(1) < 1 || document.get(state, "CA").number_or(1) < 1 || blends ||
         (!mask.is_null() && mask.name() != "None");
}

bool has_transparency(const Document& document, const Dictionary& resources) {
  if (const Dictionary* states = document.get(resources, "ExtGState").dictionary())
    for (const Dictionary::Entry& entry : states->entries())
      if (const Dictionary* state = document.resolve(entry.value).dictionary();
          state && is_transparent(document, *state))
        return true;
  if (const Dictionary* objects = document.get(resources, "XObject").dictionary())
    for (const Dictionary::Entry& entry : objects->entries()) {
      const Dictionary* object = document.resolve(entry.value).dictionary();
      if (!object) continue;
      const Dictionary* group = document.get(*object, "Group").dictionary();
      if (object->has("SMask") || document.get(*object, "SMaskInData").integer_or(0) != 0 ||
          (group && document.get(*group, "S").name() == "Transparency"))
        return true;
    }
  return false;
}

/// A page's own resources, and those of every form, pattern or glyph that it uses.
bool page_has_transparency(const Document& document, const PageContent& content, const Dictionary& page) {
  std::set<int> owners;
  for (const Mark& mark : content.marks) owners.insert(mark.form);
  for (const PaintedItem& item : content.painted) owners.insert({item.form, item.object});
  if (const Dictionary* resources = document.get(page, "Resources").dictionary();
      resources && has_transparency(document, *resources))
    return true;
  return std::any_of(owners.begin(), owners.end(), [&](int owner) {
    const Dictionary* dictionary = document.object(owner).dictionary();
    const Dictionary* resources = dictionary ? document.get(*dictionary, "Resources").dictionary() : nullptr;
    return resources && has_transparency(document, *resources);
  });
}

void check_blending(const ReadFile& file, std::size_t page, ColourCheck& colour, Findings& findings) {
  const Document& document = file.document;
  const Dictionary& dictionary = document.pages[page].dictionary;
  const Dictionary* group = document.get(dictionary, "Group").dictionary();
  if (group && group->has("CS"))
    colour.check_space((*group)["CS"], document.get(dictionary, "Resources").dictionary(),
                       on_page(page) + ", its group");
  else if (output_colour(document).empty() && page_has_transparency(document, file.contents[page], dictionary))
    report(findings, kGraphicsRules, "A3-6.2.10-1", on_page(page), "transparency without a space to blend in");
}

}  // namespace

void check_states(const ReadFile& file, ColourCheck& colour, Findings& findings) {
  const StateCheck check{file.document, findings};
  std::set<const Dictionary*> seen;
  const auto check_once = [&](const Value& value, const std::string& where) {
    const Dictionary* state = file.document.resolve(value).dictionary();
    if (state && seen.insert(state).second) check_state(check, *state, colour, where);
  };
  for (const ResourceSet& set : resource_sets(file))
    if (const Dictionary* states = file.document.get(*set.dictionary, "ExtGState").dictionary())
      for (const Dictionary::Entry& entry : states->entries())
        check_once(entry.value, set.where + ", graphics state " + entry.key);
  for (std::size_t page = 0; page < file.contents.size(); ++page) check_blending(file, page, colour, findings);
}

}  // namespace mognad::verification
