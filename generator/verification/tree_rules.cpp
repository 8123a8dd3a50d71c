#include <algorithm>
#include <unordered_map>
#include <utility>

#include "verification/rules.h"

namespace mognad::verification {
namespace {

constexpr Rule kTreeList[]{
    {"A3-6.7.3.3-1", "ISO 19005-3, 6.7.3.3; ISO 14289-1, 7.1; ISO 32000-1, table 322",
     "The catalogue has a structure tree root, of type StructTreeRoot, with elements",
     "Write StructTreeRoot with Type and K, and tag all content."},
    {"UA1-7.1-60", "ISO 14289-1, 7.1; ISO 32000-1, table 323", "Every structure element has a type S",
     "Give the element its structure type."},
    {"UA1-7.1-61", "ISO 14289-1, 7.1; ISO 32000-1, table 323", "P of every structure element leads to its parent",
     "Set P to the element, or the root of the tree, that has this one among its kids."},
    {"UA1-7.1-62", "ISO 14289-1, 7.1; ISO 32000-1, table 323",
     "Type of a structure element is StructElem when it is there", "Write /Type /StructElem or leave Type out."},
    {"UA1-7.1-63", "ISO 14289-1, 7.1; ISO 32000-1, 14.7.2 and tables 323 to 325",
     "The tree has no circles, and its kids are elements, marked content of a page or objects of the file",
     "Write each element in one place, and refer only to pages, objects and MCIDs that exist."},
    {"UA1-7.1-64", "ISO 14289-1, 7.1; ISO 19005-3, 6.7.3.4; Matterhorn 02-001",
     "The role map leads every type that is not standard to a standard one",
     "Use a standard structure type, or map this one to it in RoleMap."},
    {"UA1-7.1-65", "ISO 14289-1, 7.1; ISO 19005-3, 6.7.3.4; Matterhorn 02-003", "The role map has no circles",
     "Let each chain of the role map end at a standard type."},
    {"UA1-7.1-66", "ISO 14289-1, 7.1; ISO 19005-3, 6.7.3.4; Matterhorn 02-004", "No standard type is mapped to another",
     "Take the standard type out of RoleMap."},
    {"UA1-7.1-67", "ISO 32000-1, 14.7.5.2 and table 322", "Classes of elements stand in the class map, as attributes",
     "Write the class into ClassMap as an attribute object or an array of them."},
    {"UA1-7.1-68", "ISO 32000-1, table 327", "Every attribute object names its owner", "Give the attributes an O."},
    {"UA1-7.1-69", "ISO 32000-1, 14.7.2 and table 322", "IDs of elements are unique, and IDTree leads from each to it",
     "Write IDTree as a sorted name tree of all IDs, and give every element an ID of its own."},
    {"UA1-7.1-70", "ISO 14289-1, 7.1", "An element that stands for something read or seen has content",
     "Leave out headings, paragraphs, captions, labels, links and figures that hold nothing."},
    {"M-tree-1", "ISO 14289-1, 7.1; ISO 32000-1, 14.8.2.3", "The tree tells the content in the order of the pages",
     "Sort the elements as a reader meets them, and number MCIDs in that order on each page."},
    {"M-tree-2", "ISO 14289-1, 7.1; ISO 32000-1, 14.8.4.2", "One Document element holds all others",
     "Put the elements into a Document, alone under the root of the tree."},
};

// Arrays may be shared by reference, so what is looked at could grow with the square of the file.
constexpr std::size_t kMostIds = 1'000'000;
constexpr std::size_t kMostClasses = 100;

void tell_tree(Findings& findings, std::string_view id, std::string where, std::string what) {
  report(findings, kTreeRules, id, std::move(where), std::move(what));
}

bool check_root(const ReadFile& file, Findings& findings) {
  const Value& value = file.document.get(file.document.catalog, "StructTreeRoot");
  const Dictionary* root = value.dictionary();
  if (!root) {
    tell_tree(findings, "A3-6.7.3.3-1", "catalogue", "no structure tree root");
    return false;
  }
  if ((*root)["Type"].name() != "StructTreeRoot")
    tell_tree(findings, "A3-6.7.3.3-1", "structure tree root",
              "its Type is \"" + std::string((*root)["Type"].name()) + "\"");
  if (file.tree.roots.empty()) tell_tree(findings, "A3-6.7.3.3-1", "structure tree root", "it has no elements");
  return true;
}

void check_element(const ReadFile& file, int index, const Reference& root, Findings& findings) {
  const TagElement& element = file.tree.elements[static_cast<std::size_t>(index)];
  const auto where = [&] { return at_element(file.tree, index); };
  if (element.type.empty()) tell_tree(findings, "UA1-7.1-60", where(), "no S");
  const Reference parent =
      element.parent < 0 ? root : file.tree.elements[static_cast<std::size_t>(element.parent)].object;
  const auto* told = std::get_if<Reference>(&element.dictionary["P"]);
  if (!told) tell_tree(findings, "UA1-7.1-61", where(), "no P");
  else if (*told != parent)
    tell_tree(findings, "UA1-7.1-61", where(),
              "P is " + at_object(told->number) + ", the parent " + at_object(parent.number));
  if (const std::string_view type = element.dictionary["Type"].name();
      element.dictionary.has("Type") && type != "StructElem")
    tell_tree(findings, "UA1-7.1-62", where(), "Type is \"" + std::string(type) + "\"");
  if (!element.type.empty() && !element.role.empty() && !is_standard_type(element.role))
    tell_tree(findings, "UA1-7.1-64", where(), "\"" + element.type + "\" leads to \"" + element.role + "\"");
  for (const Dictionary& attributes : element.attributes)
    if (attributes["O"].name().empty()) tell_tree(findings, "UA1-7.1-68", where(), "attributes without O");
}

void check_role_map(const ReadFile& file, const Dictionary& root, Findings& findings) {
  const Dictionary* map = file.document.get(root, "RoleMap").dictionary();
  if (!map) {
    if (root.has("RoleMap")) tell_tree(findings, "UA1-7.1-64", "role map", "it is no dictionary");
    return;
  }
  for (const Dictionary::Entry& entry : map->entries()) {
    const std::string_view target = file.document.resolve(entry.value).name();
    if (target.empty()) tell_tree(findings, "UA1-7.1-64", "role map", "\"" + entry.key + "\" is mapped to no name");
    if (is_standard_type(entry.key))
      tell_tree(findings, "UA1-7.1-66", "role map",
                "\"" + entry.key + "\" is mapped to \"" + std::string(target) + "\"");
    // A chain longer than this has met one of its own steps again, or is of no use to any reader.
    std::string_view at = target;
    int steps = 0;
    for (; steps < 32 && !at.empty() && !is_standard_type(at); ++steps) at = file.document.get(*map, at).name();
    if (steps == 32) tell_tree(findings, "UA1-7.1-65", "role map", "\"" + entry.key + "\" is mapped in a circle");
  }
}

bool is_attributes(const Document& document, const Value& value) {
  const Value& followed = document.resolve(value);
  if (const Array* several = followed.array()) {
    for (const Value& one : *several) {
      const Value& item = document.resolve(one);
      if (!item.dictionary() && !std::holds_alternative<long long>(item)) return false;
    }
    return true;
  }
  return followed.dictionary() != nullptr;
}

void check_classes(const ReadFile& file, const Dictionary& root, Findings& findings) {
  const Document& document = file.document;
  const Dictionary* map = document.get(root, "ClassMap").dictionary();
  if (map)
    for (const Dictionary::Entry& entry : map->entries())
      if (!is_attributes(document, entry.value))
        tell_tree(findings, "UA1-7.1-67", "class map", "\"" + entry.key + "\" is no attribute object");
  for (std::size_t i = 0; i < file.tree.elements.size(); ++i) {
    const Value& classes = document.get(file.tree.elements[i].dictionary, "C");
    const auto check = [&](const Value& one) {
      const std::string_view name = document.resolve(one).name();
      if (!name.empty() && (!map || !map->has(name)))
        tell_tree(findings, "UA1-7.1-67", at_element(file.tree, static_cast<int>(i)),
                  "class \"" + std::string(name) + "\" is not in the class map");
    };
    if (const Array* several = classes.array())
      for (std::size_t at = 0; at < std::min(several->size(), kMostClasses); ++at) check((*several)[at]);
    else check(classes);
  }
}

/// The names of a name tree with what they lead to, in the order of the leaves; false when they aren't sorted or the
/// tree is damaged (ISO 32000-1, 7.9.6).
class IdTree {
 public:
  explicit IdTree(const Document& document) : document_(document) {}

  bool read(const Value& node, int depth) {
    const Dictionary* dictionary = document_.resolve(node).dictionary();
    // Nodes may be shared by reference, so they are counted.
    if (!dictionary || depth > 20 || ++nodes_ > document_.objects.size() + 1) return false;
    bool sound = true;
    if (const Array* pairs = document_.get(*dictionary, "Names").array()) {
      if (pairs->size() % 2 != 0) return false;
      for (std::size_t i = 0; i + 1 < pairs->size() && entries_ <= kMostIds; i += 2)
        sound &= add((*pairs)[i], (*pairs)[i + 1]);
    }
    if (const Array* kids = document_.get(*dictionary, "Kids").array())
      for (const Value& kid : *kids)
        if (!read(kid, depth + 1)) return false;
    return sound;
  }

  std::unordered_map<std::string, Reference> names;

 private:
  bool add(const Value& name, const Value& target) {
    const String* key = document_.resolve(name).string();
    const auto* reference = std::get_if<Reference>(&target);
    if (!key || !reference) return false;
    if (++entries_ > kMostIds) return false;
    const bool sorted = names.empty() || last_ < key->bytes;
    last_ = key->bytes;
    names.emplace(key->bytes, *reference);
    return sorted;
  }

  const Document& document_;
  std::string last_;
  std::size_t nodes_ = 0;
  std::size_t entries_ = 0;
};

void check_ids(const ReadFile& file, const Dictionary& root, Findings& findings) {
  IdTree tree(file.document);
  if (root.has("IDTree") && !tree.read(root["IDTree"], 0))
    tell_tree(findings, "UA1-7.1-69", "IDTree", "it is no sorted name tree of elements");
  std::unordered_map<std::string_view, int> seen;
  for (std::size_t i = 0; i < file.tree.elements.size(); ++i) {
    const TagElement& element = file.tree.elements[i];
    const String* id = file.document.get(element.dictionary, "ID").string();
    if (!id) continue;
    if (!seen.emplace(id->bytes, 0).second)
      tell_tree(findings, "UA1-7.1-69", at_element(file.tree, static_cast<int>(i)),
                "ID \"" + text_of(*id) + "\" again");
    const auto entry = tree.names.find(id->bytes);
    if (entry == tree.names.end() || entry->second != element.object)
      tell_tree(findings, "UA1-7.1-69", at_element(file.tree, static_cast<int>(i)),
                "IDTree does not lead from \"" + text_of(*id) + "\" to it");
  }
  for (const auto& [name, reference] : tree.names)
    if (!seen.contains(name))
      tell_tree(findings, "UA1-7.1-69", "IDTree", "\"" + text_of({name}) + "\" is the ID of no element");
}

bool needs_content(const TagElement& element) {
  for (const std::string_view role : {"P", "H", "H1", "H2", "H3", "H4", "H5", "H6", "Caption", "Lbl", "LBody", "Link",
                                      "Figure", "Formula", "Reference", "Note", "Quote", "BlockQuote", "TOCI"})
    if (element.role == role) return true;
  return false;
}

void check_content(const ReadFile& file, Findings& findings) {
  // Parents stand before their children, so that walking backwards sums up what is below.
  std::vector<bool> holds(file.tree.elements.size(), false);
  for (std::size_t i = file.tree.elements.size(); i-- > 0;) {
    const TagElement& element = file.tree.elements[i];
    for (const TagKid& kid : element.kids)
      if (kid.kind != TagKid::Kind::element || holds[static_cast<std::size_t>(kid.element)]) holds[i] = true;
    if (!holds[i] && needs_content(element))
      tell_tree(findings, "UA1-7.1-70", at_element(file.tree, static_cast<int>(i)), "it has no content");
  }
}

/// Where marked content stands: page and MCID.
using Position = std::pair<int, int>;

/// Walks down from an element, whose depth is limited; tells the first content of each that comes too early.
void check_order(const ReadFile& file, int index, Position& last, Findings& findings) {
  bool told = false;
  for (const TagKid& kid : file.tree.elements[static_cast<std::size_t>(index)].kids) {
    if (kid.kind == TagKid::Kind::element) check_order(file, kid.element, last, findings);
    // The MCIDs of a form are numbers of its own.
    if (kid.kind != TagKid::Kind::marked_content || kid.reference.number != 0 || kid.page < 0) continue;
    const Position here{kid.page, kid.mcid};
    if (here <= last && !told) {
      told = true;
      tell_tree(findings, "M-tree-1", at_element(file.tree, index),
                "MCID " + std::to_string(kid.mcid) + " follows MCID " + std::to_string(last.second) + " of " +
                    on_page(static_cast<std::size_t>(last.first)));
    }
    last = here;
  }
}

void check_document(const ReadFile& file, Findings& findings) {
  for (const int root : file.tree.roots)
    if (const std::string& role = file.tree.elements[static_cast<std::size_t>(root)].role; role != "Document")
      tell_tree(findings, "M-tree-2", at_element(file.tree, root), "it stands under the root of the tree");
  if (file.tree.roots.size() > 1)
    tell_tree(findings, "M-tree-2", "structure tree root", std::to_string(file.tree.roots.size()) + " elements");
  for (std::size_t i = 0; i < file.tree.elements.size(); ++i)
    if (file.tree.elements[i].role == "Document" && file.tree.elements[i].parent >= 0)
      tell_tree(findings, "M-tree-2", at_element(file.tree, static_cast<int>(i)), "it stands in another element");
}

void check_tree_rules(const ReadFile& file, Findings& findings) {
  if (!check_root(file, findings)) return;
  const auto* reference = std::get_if<Reference>(&file.document.catalog["StructTreeRoot"]);
  const Dictionary& root = *file.document.get(file.document.catalog, "StructTreeRoot").dictionary();
  for (std::size_t i = 0; i < file.tree.elements.size(); ++i)
    check_element(file, static_cast<int>(i), reference ? *reference : Reference{}, findings);
  for (const std::string& fault : file.tree.faults) tell_tree(findings, "UA1-7.1-63", "structure tree", fault);
  check_role_map(file, root, findings);
  check_classes(file, root, findings);
  check_ids(file, root, findings);
  check_content(file, findings);
  check_document(file, findings);
  Position last{-1, -1};
  for (const int element : file.tree.roots) check_order(file, element, last, findings);
}

}  // namespace

const RuleGroup kTreeRules{"tree", kTreeList, check_tree_rules};

}  // namespace mognad::verification
