#include "verification/tag_tree.h"

#include <algorithm>
#include <array>
#include <limits>
#include <unordered_map>
#include <unordered_set>

#include "verification/finding.h"

namespace mognad::verification {
namespace {

const Value kNull;
// Far more than a document needs; a file beyond was made to exhaust the program that reads it. Values may be shared by
// reference, so what is copied could grow with the square of the file.
constexpr int kDeepestTag = 200;
constexpr std::size_t kMostCopied = 50'000'000;
constexpr int kLongestRoleMap = 32;

/// Sorted by bytes.
constexpr std::array<std::string_view, 49> kStandardTypes{
    "Annot",   "Art",   "BibEntry", "BlockQuote", "Caption",   "Code",  "Div",  "Document", "Figure",  "Form",
    "Formula", "H",     "H1",       "H2",         "H3",        "H4",    "H5",   "H6",       "Index",   "L",
    "LBody",   "LI",    "Lbl",      "Link",       "NonStruct", "Note",  "P",    "Part",     "Private", "Quote",
    "RB",      "RP",    "RT",       "Reference",  "Ruby",      "Sect",  "Span", "TBody",    "TD",      "TFoot",
    "TH",      "THead", "TOC",      "TOCI",       "TR",        "Table", "WP",   "WT",       "Warichu"};
static_assert(std::is_sorted(kStandardTypes.begin(), kStandardTypes.end()));

/// How much memory a copy of the value takes, roughly; references aren't followed.
std::size_t weight(const Value& value) {
  std::size_t sum = sizeof(Value);
  if (const String* string = value.string()) sum += string->bytes.size();
  if (const Array* array = value.array())
    for (const Value& item : *array) sum += weight(item);
  if (const Dictionary* dictionary = value.dictionary())
    for (const Dictionary::Entry& entry : dictionary->entries()) sum += entry.key.size() + weight(entry.value);
  return sum;
}

class TreeReader {
 public:
  explicit TreeReader(const Document& document) : document_(document) {
    for (std::size_t i = 0; i < document.pages.size(); ++i)
      pages_.emplace(document.pages[i].object.number, static_cast<int>(i));
  }

  TagTree read() {
    const Dictionary* root = document_.get(document_.catalog, "StructTreeRoot").dictionary();
    if (!root) return {};
    tree_.present = true;
    role_map_ = document_.get(*root, "RoleMap").dictionary();
    class_map_ = document_.get(*root, "ClassMap").dictionary();
    open((*root)["K"], -1);
    while (!frames_.empty()) {
      Frame& frame = frames_.back();
      if (frame.next == frame.count) {
        frames_.pop_back();
        continue;
      }
      const Array* several = frame.kids->array();
      const Value& kid = several ? (*several)[frame.next] : *frame.kids;
      ++frame.next;
      add_kid(kid, frame.element);  // may end the life of frame
    }
    return std::move(tree_);
  }

 private:
  struct Frame {
    int element = -1;
    const Value* kids = nullptr;  // an array, or the only kid
    std::size_t next = 0;
    std::size_t count = 0;
  };

  void fault(std::string text) {
    if (tree_.faults.size() < 100) tree_.faults.push_back(std::move(text));
  }

  std::string named(int element) const {
    return element < 0 ? "the structure tree root"
                       : at_object(tree_.elements[static_cast<std::size_t>(element)].object.number);
  }

  /// Whether that much more may be copied.
  bool afford(std::size_t bytes) {
    if (bytes > kMostCopied - copied_) return false;
    copied_ += bytes;
    return true;
  }

  /// False: the object has been met before in the tree.
  bool first_visit(const Value& value, int parent) {
    const auto* reference = std::get_if<Reference>(&value);
    if (!reference || visited_.insert(reference->number).second) return true;
    fault(at_object(reference->number) + " stands in the tree more than once, here as a kid of " + named(parent));
    return false;
  }

  void open(const Value& kids, int element) {
    const Value& followed = document_.resolve(kids);
    if (followed.is_null()) {
      if (!kids.is_null()) fault("the kids of " + named(element) + " don't exist");
      return;
    }
    const Array* several = followed.array();
    if (several && !first_visit(kids, element)) return;
    // A single kid is kept as it stands, because an element is known by its reference.
    frames_.push_back({element, several ? &followed : &kids, 0, several ? several->size() : 1});
  }

  int page_of(const Value& page, int parent) {
    if (page.is_null()) return -1;
    const auto* reference = std::get_if<Reference>(&page);
    const auto found = reference ? pages_.find(reference->number) : pages_.end();
    if (found != pages_.end()) return found->second;
    fault("Pg of " + named(parent) + " leads to no page of the file");
    return -1;
  }

  int page_of_element(int element) { return element < 0 ? -1 : own_pages_[static_cast<std::size_t>(element)]; }

  void add_kid(const Value& kid, int parent) {
    const Value& followed = document_.resolve(kid);
    if (std::holds_alternative<long long>(followed)) {
      add_content(followed, page_of_element(parent), {}, parent);
      return;
    }
    const Dictionary* dictionary = followed.dictionary();
    if (!dictionary) {
      fault("a kid of " + named(parent) + " is no element, no marked content and no object");
      return;
    }
    const std::string_view type = (*dictionary)["Type"].name();
    if (type == "MCR" || (type.empty() && !dictionary->has("S") && dictionary->has("MCID"))) {
      const auto* form = std::get_if<Reference>(&(*dictionary)["Stm"]);
      add_content(document_.get(*dictionary, "MCID"), page_of_reference(*dictionary, parent),
                  form ? *form : Reference{}, parent);
    } else if (type == "OBJR" || (type.empty() && !dictionary->has("S") && dictionary->has("Obj"))) {
      add_object(*dictionary, parent);
    } else if (first_visit(kid, parent)) {
      add_element(kid, *dictionary, parent);
    }
  }

  int page_of_reference(const Dictionary& reference, int parent) {
    return reference.has("Pg") ? page_of(reference["Pg"], parent) : page_of_element(parent);
  }

  /// Gives content to an element; the root of the tree may have elements only (ISO 32000-1, table 322).
  void give(TagKid kid, int parent) {
    if (parent < 0) {
      fault("the structure tree root has content of its own");
    } else if (afford(sizeof(TagKid))) {
      tree_.elements[static_cast<std::size_t>(parent)].kids.push_back(kid);
    }
  }

  void add_content(const Value& mcid, int page, Reference form, int parent) {
    const long long number = mcid.integer_or(-1);
    if (number < 0 || number > std::numeric_limits<int>::max()) {
      fault(named(parent) + " has marked content without a valid MCID");
      return;
    }
    if (page < 0) fault(named(parent) + " has marked content but tells no page of the file");
    give({TagKid::Kind::marked_content, -1, page, static_cast<int>(number), form}, parent);
  }

  void add_object(const Dictionary& dictionary, int parent) {
    const auto* object = std::get_if<Reference>(&dictionary["Obj"]);
    if (!object || document_.resolve(*object).is_null()) {
      fault("an object reference of " + named(parent) + " leads to nothing");
      return;
    }
    give({TagKid::Kind::object, -1, page_of_reference(dictionary, parent), -1, *object}, parent);
  }

  std::string text(const Dictionary& dictionary, std::string_view key, bool* has = nullptr) {
    const String* string = document_.get(dictionary, key).string();
    if (has) *has = string != nullptr;
    return string && afford(string->bytes.size()) ? text_of(*string) : std::string();
  }

  std::string role_of(std::string_view type) const {
    for (int steps = 0; steps < kLongestRoleMap; ++steps) {
      if (is_standard_type(type) || !role_map_) return std::string(type);
      const std::string_view next = document_.get(*role_map_, type).name();
      if (next.empty()) return std::string(type);
      type = next;
    }
    return {};
  }

  /// An attribute object, or an array of them with revision numbers between (ISO 32000-1, 14.7.5).
  void add_attributes(const Value& value, TagElement& element) {
    const Value& followed = document_.resolve(value);
    const auto add = [&](const Value& one) {
      const Dictionary* dictionary = document_.resolve(one).dictionary();
      if (dictionary && afford(weight(document_.resolve(one)))) element.attributes.push_back(*dictionary);
    };
    if (const Array* several = followed.array())
      for (const Value& one : *several) {
        if (!afford(1)) return;
        add(one);
      }
    else add(followed);
  }

  /// Attributes of the element's classes, after its own, which are stronger (ISO 32000-1, 14.7.5.3).
  void add_classes(const Value& value, TagElement& element) {
    if (!class_map_) return;
    const Value& followed = document_.resolve(value);
    if (const Array* several = followed.array()) {
      for (const Value& one : *several)
        if (const std::string_view name = document_.resolve(one).name(); !name.empty() && afford(1))
          add_attributes((*class_map_)[name], element);
    } else if (!followed.name().empty()) {
      add_attributes((*class_map_)[followed.name()], element);
    }
  }

  void add_element(const Value& kid, const Dictionary& dictionary, int parent) {
    const int depth = parent < 0 ? 0 : tree_.elements[static_cast<std::size_t>(parent)].depth + 1;
    if (depth > kDeepestTag || !afford(sizeof(TagElement) + weight(document_.resolve(kid)))) {
      fault("the tree is too deep or too large to be read below " + named(parent));
      return;
    }
    const int index = static_cast<int>(tree_.elements.size());
    TagElement element;
    if (const auto* reference = std::get_if<Reference>(&kid)) element.object = *reference;
    element.parent = parent;
    element.depth = depth;
    element.type = document_.get(dictionary, "S").name();
    element.role = role_of(element.type);
    element.title = text(dictionary, "T");
    element.language = text(dictionary, "Lang");
    element.alternative = text(dictionary, "Alt", &element.has_alternative);
    element.actual = text(dictionary, "ActualText", &element.has_actual);
    element.dictionary = dictionary;
    if (dictionary.has("A")) add_attributes(dictionary["A"], element);
    if (dictionary.has("C")) add_classes(dictionary["C"], element);
    tree_.elements.push_back(std::move(element));
    own_pages_.push_back(-1);
    own_pages_.back() = page_of(dictionary["Pg"], index);
    if (parent < 0) tree_.roots.push_back(index);
    else tree_.elements[static_cast<std::size_t>(parent)].kids.push_back({TagKid::Kind::element, index, -1, -1, {}});
    open(dictionary["K"], index);
  }

  const Document& document_;
  TagTree tree_;
  const Dictionary* role_map_ = nullptr;
  const Dictionary* class_map_ = nullptr;
  std::unordered_map<int, int> pages_;  // by object number
  std::unordered_set<int> visited_;     // object numbers of elements and arrays of kids
  std::vector<int> own_pages_;          // Pg of each element
  std::vector<Frame> frames_;           // from the root to where the reader is
  std::size_t copied_ = 0;
};

}  // namespace

const Value& TagElement::attribute(std::string_view owner, std::string_view key) const {
  for (const Dictionary& attribute : attributes)
    if (attribute["O"].name() == owner && attribute.has(key)) return attribute[key];
  return kNull;
}

TagTree read_tag_tree(const Document& document) { return TreeReader(document).read(); }

bool is_standard_type(std::string_view type) {
  return std::binary_search(kStandardTypes.begin(), kStandardTypes.end(), type);
}

std::string at_element(const TagTree& tree, int element) {
  const TagElement& told = tree.elements[static_cast<std::size_t>(element)];
  const std::string name = at_object(told.object.number) + " (" + told.type + ")";
  // What is below an element follows it, because parents stand before children. An element far above its content is
  // told without a page.
  const std::size_t end = std::min(tree.elements.size(), static_cast<std::size_t>(element) + 20);
  for (std::size_t i = static_cast<std::size_t>(element); i < end; ++i) {
    if (i > static_cast<std::size_t>(element) && tree.elements[i].depth <= told.depth) break;
    for (const TagKid& kid : tree.elements[i].kids)
      if (kid.page >= 0) return on_page(static_cast<std::size_t>(kid.page)) + ", " + name;
  }
  return name;
}

}  // namespace mognad::verification
