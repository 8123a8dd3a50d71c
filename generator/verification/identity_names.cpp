#include "verification/identity_names.h"

#include "verification/spoken.h"
#include "verification/text_words.h"

namespace mognad::verification {
namespace {

// A name has few elements inside; a file that nests deeper was made to exhaust the stack.
constexpr int kDeepestName = 100;

/// The code that an element is marked with; empty: it is no name.
std::string named_code(const Document& document, const TagElement& element) {
  for (const Dictionary& attributes : element.attributes) {
    if (document.get(attributes, "O").name() != "UserProperties") continue;
    const Array* properties = document.get(attributes, "P").array();
    for (std::size_t i = 0; properties && i < properties->size(); ++i) {
      const Dictionary* property = document.resolve((*properties)[i]).dictionary();
      if (!property) continue;
      const Value& key = document.get(*property, "N");
      const std::string name = key.string() ? text_of(*key.string()) : std::string(key.name());
      const String* code = document.get(*property, "V").string();
      if (name == "organisation" && code) return text_of(*code);
    }
  }
  return {};
}

void add_content(const TagTree& tree, const TagElement& element, int depth, NamedElement& named) {
  if (depth > kDeepestName) return;
  for (const TagKid& kid : element.kids) {
    if (kid.kind == TagKid::Kind::marked_content) named.content.emplace_back(kid.page, kid.mcid);
    else if (kid.kind == TagKid::Kind::element && kid.element >= 0)
      add_content(tree, tree.elements[static_cast<std::size_t>(kid.element)], depth + 1, named);
  }
}

}  // namespace

std::vector<NamedElement> named_elements(const ReadFile& file) {
  std::vector<NamedElement> elements;
  for (std::size_t i = 0; i < file.tree.elements.size(); ++i) {
    const TagElement& element = file.tree.elements[i];
    std::string code = named_code(file.document, element);
    if (code.empty()) continue;
    NamedElement named{static_cast<int>(i), std::move(code), {}, {}};
    add_content(file.tree, element, 0, named);
    elements.push_back(std::move(named));
  }
  if (elements.empty()) return elements;
  const MarkedText text = marked_text(file);
  for (NamedElement& named : elements)
    for (const auto& [page, mcid] : named.content) (named.text += named.text.empty() ? "" : "\n") += text(page, mcid);
  return elements;
}

bool is_name_of(const Manifest& manifest, std::string_view code, std::string_view text) {
  const KnownOrganisation* organisation = manifest.organisation(code);
  const std::string words = joined_words(text);
  return organisation && !words.empty() &&
         (words == joined_words(organisation->formal_name) || words == joined_words(organisation->short_name));
}

}  // namespace mognad::verification
