#include "verification/destinations.h"

#include <algorithm>

namespace mognad::verification {
namespace {

// Arrays may be shared by reference, so what is looked at could grow with the square of the file.
constexpr std::size_t kMostDestinations = 1'000'000;

bool is_fit(std::string_view name) {
  for (const char* known : {"XYZ", "Fit", "FitH", "FitV", "FitR", "FitB", "FitBH", "FitBV"})
    if (name == known) return true;
  return false;
}

/// A URI is ASCII without spaces (RFC 3986; ISO 32000-1, 12.6.4.7) and begins with its scheme, unless it is relative.
bool is_uri(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c > 0x20 && c < 0x7F; });
}

}  // namespace

Destinations::Destinations(const Document& document) : document_(document) {
  for (std::size_t i = 0; i < document.pages.size(); ++i)
    pages_.emplace(document.pages[i].object.number, static_cast<int>(i));
  if (const Dictionary* names = document.get(document.catalog, "Names").dictionary(); names && names->has("Dests"))
    read_names((*names)["Dests"], 0);
  if (const Dictionary* old = document.get(document.catalog, "Dests").dictionary())
    for (const Dictionary::Entry& entry : old->entries()) names_.emplace(entry.key, &entry.value);
}

void Destinations::read_names(const Value& node, int depth) {
  const Dictionary* dictionary = document_.resolve(node).dictionary();
  // Nodes may be shared by reference, so they are counted.
  if (!dictionary || depth > 20 || ++nodes_ > document_.objects.size() + 1) return;
  if (const Array* names = document_.get(*dictionary, "Names").array())
    for (std::size_t i = 0; i + 1 < names->size() && ++entries_ < kMostDestinations; i += 2)
      if (const String* name = document_.resolve((*names)[i]).string()) names_.emplace(name->bytes, &(*names)[i + 1]);
  if (const Array* kids = document_.get(*dictionary, "Kids").array())
    for (const Value& kid : *kids) read_names(kid, depth + 1);
}

Target Destinations::target_of(const Dictionary& item) const {
  if (item.has("Dest") && item.has("A")) return {.fault = "both Dest and A"};
  if (item.has("Dest")) return destination(item["Dest"]);
  if (!item.has("A")) return {.none = true};
  const Dictionary* told = document_.get(item, "A").dictionary();
  if (!told) return {.fault = "A is no action"};
  return action(*told);
}

Target Destinations::action(const Dictionary& action) const {
  const std::string_view kind = document_.get(action, "S").name();
  if (kind.empty()) return {.fault = "the action has no S"};
  if (kind == "GoTo") return destination(action["D"]);
  if (kind != "URI") return {};
  const String* uri = document_.get(action, "URI").string();
  if (!uri || !is_uri(uri->bytes)) return {.bad_uri = true};
  return {.address = uri->bytes};
}

Target Destinations::destination(const Value& value) const {
  const Value* at = &document_.resolve(value);
  if (!at->name().empty() || at->string()) {
    const std::string name = at->string() ? at->string()->bytes : std::string(at->name());
    const auto place = names_.find(name);
    if (place == names_.end()) return {.fault = "no destination has the name \"" + name + "\""};
    at = &document_.resolve(*place->second);
    if (const Dictionary* around = at->dictionary()) at = &document_.get(*around, "D");
  }
  const Array* array = at->array();
  if (!array || array->size() < 2) return {.fault = "it is no destination"};
  const auto* reference = std::get_if<Reference>(&array->front());
  const auto page = reference ? pages_.find(reference->number) : pages_.end();
  if (page == pages_.end()) return {.fault = "it leads to no page of the file"};
  if (!is_fit(document_.resolve((*array)[1]).name())) return {.fault = "it does not tell how the page is shown"};
  return {.page = page->second};
}

}  // namespace mognad::verification
