#include <algorithm>
#include <map>
#include <unordered_map>
#include <unordered_set>

#include "verification/rules.h"

namespace mognad::verification {
namespace {

constexpr Rule kParentTreeList[]{
    {"UA1-7.1-40", "ISO 32000-1, 7.9.7, 14.7.4.4 and table 322",
     "A tree with content has a parent tree: a number tree with rising keys",
     "Write ParentTree with an entry for each page and annotation, sorted by key."},
    {"UA1-7.1-41", "ISO 32000-1, 14.7.4.4",
     "Pages and forms with tagged content have StructParents, a key of their own",
     "Give every page with MCIDs a StructParents that nothing else uses."},
    {"UA1-7.1-42", "ISO 32000-1, 14.7.4.4", "The parent tree leads from each MCID to the element that holds it",
     "Let the array of the page's key hold, at the place of the MCID, the element."},
    {"UA1-7.1-43", "ISO 32000-1, 14.7.4.4",
     "A tagged object has a StructParent of its own, and the parent tree leads from it to its element",
     "Give the annotation a StructParent and the parent tree an entry with its element."},
    {"UA1-7.1-44", "ISO 32000-1, table 322", "ParentTreeNextKey is greater than every key of the parent tree",
     "Set ParentTreeNextKey to the greatest key plus one."},
    {"UA1-7.1-45", "ISO 32000-1, 14.7.4.2", "The marked content that an element holds stands on its page",
     "Take the MCID out of the element, or mark the content with it."},
};

// Arrays may be shared by reference, so what is looked at could grow with the square of the file.
constexpr std::size_t kMostParents = 1'000'000;

void tell_parent_tree(Findings& findings, std::string_view id, std::string where, std::string what) {
  report(findings, kParentTreeRules, id, std::move(where), std::move(what));
}

/// The entries of the parent tree as they stand, by key.
class ParentTree {
 public:
  explicit ParentTree(const Document& document) : document_(document) {}

  /// False: it is damaged, or its keys don't rise.
  bool read(const Value& node, int depth) {
    const Dictionary* dictionary = document_.resolve(node).dictionary();
    // Nodes may be shared by reference, so they are counted.
    if (!dictionary || depth > 20 || ++nodes_ > document_.objects.size() + 1) return false;
    bool sound = true;
    const std::size_t before = entries.size();
    if (const Array* numbers = document_.get(*dictionary, "Nums").array()) {
      if (numbers->size() % 2 != 0) return false;
      for (std::size_t i = 0; i + 1 < numbers->size(); i += 2) {
        if (++count_ > kMostParents) return false;
        sound &= add((*numbers)[i], (*numbers)[i + 1]);
      }
    }
    if (const Array* kids = document_.get(*dictionary, "Kids").array())
      for (const Value& kid : *kids)
        if (!read(kid, depth + 1)) return false;
    return sound && within_limits(*dictionary, depth, entries.size() > before);
  }

  std::map<long long, const Value*> entries;

 private:
  bool add(const Value& key, const Value& target) {
    const long long number = document_.resolve(key).integer_or(-1);
    const bool sorted = number >= 0 && (entries.empty() || entries.rbegin()->first < number);
    entries.emplace(number, &target);
    last_ = number;
    return sorted;
  }

  /// Every node but the root tells its least and greatest key.
  bool within_limits(const Dictionary& node, int depth, bool filled) const {
    if (depth == 0) return true;
    const Array* limits = document_.get(node, "Limits").array();
    return limits && limits->size() == 2 && (!filled || document_.resolve((*limits)[1]).integer_or(-1) == last_);
  }

  const Document& document_;
  long long last_ = -1;
  std::size_t nodes_ = 0;
  std::size_t count_ = 0;
};

/// What holds marked content: a page, or a form of that object number.
struct Holder {
  int page = -1;
  int form = 0;

  friend auto operator<=>(const Holder&, const Holder&) = default;
};

/// MCID to the element that holds it, for each holder.
using Held = std::map<Holder, std::map<int, int>>;

Held held_content(const TagTree& tree) {
  Held held;
  for (std::size_t i = 0; i < tree.elements.size(); ++i)
    for (const TagKid& kid : tree.elements[i].kids)
      if (kid.kind == TagKid::Kind::marked_content && (kid.page >= 0 || kid.reference.number > 0))
        held[kid.reference.number > 0 ? Holder{-1, kid.reference.number} : Holder{kid.page, 0}].emplace(
            kid.mcid, static_cast<int>(i));
  return held;
}

std::string named(const Holder& holder) {
  return holder.form > 0 ? at_object(holder.form) : on_page(static_cast<std::size_t>(holder.page));
}

class ParentTreeCheck {
 public:
  ParentTreeCheck(const ReadFile& file, Findings& findings) : file_(file), findings_(findings), tree_(file.document) {}

  void run(const Dictionary& root) {
    const Held held = held_content(file_.tree);
    if (!root.has("ParentTree")) {
      if (!held.empty() || !file_.tree.elements.empty())
        tell_parent_tree(findings_, "UA1-7.1-40", "structure tree root", "no ParentTree");
      return;
    }
    if (!tree_.read(root["ParentTree"], 0))
      tell_parent_tree(findings_, "UA1-7.1-40", "parent tree", "it is no number tree with rising keys");
    if (!tree_.entries.empty() && root.has("ParentTreeNextKey")) {
      const long long next = file_.document.get(root, "ParentTreeNextKey").integer_or(-1);
      if (next <= tree_.entries.rbegin()->first)
        tell_parent_tree(findings_, "UA1-7.1-44", "structure tree root",
                         "ParentTreeNextKey is " + std::to_string(next) + ", the greatest key " +
                             std::to_string(tree_.entries.rbegin()->first));
    }
    for (const auto& [holder, contents] : held) check_holder(holder, contents);
    check_objects();
    check_marks(held);
  }

 private:
  const Dictionary& dictionary_of(const Holder& holder) const {
    static const Dictionary kNone;
    if (holder.form == 0) return file_.document.pages[static_cast<std::size_t>(holder.page)].dictionary;
    const Dictionary* form = file_.document.object(holder.form).dictionary();
    return form ? *form : kNone;
  }

  /// The entry of a key, which may be used once; null when there is none.
  const Value* entry(long long key, const std::string& rule, const std::string& where) {
    if (key < 0) {
      tell_parent_tree(findings_, rule, where, "no key into the parent tree");
      return nullptr;
    }
    if (!used_.insert(key).second)
      tell_parent_tree(findings_, rule, where, "its key " + std::to_string(key) + " is also used elsewhere");
    const auto place = tree_.entries.find(key);
    if (place != tree_.entries.end()) return place->second;
    tell_parent_tree(findings_, rule, where, "the parent tree has no entry " + std::to_string(key));
    return nullptr;
  }

  void check_holder(const Holder& holder, const std::map<int, int>& contents) {
    const Value* value =
        entry(file_.document.get(dictionary_of(holder), "StructParents").integer_or(-1), "UA1-7.1-41", named(holder));
    if (!value) return;
    const Array* array = file_.document.resolve(*value).array();
    if (!array) {
      tell_parent_tree(findings_, "UA1-7.1-42", named(holder), "its entry is no array");
      return;
    }
    for (const auto& [mcid, element] : contents) {
      const Reference expected = file_.tree.elements[static_cast<std::size_t>(element)].object;
      const auto* told = static_cast<std::size_t>(mcid) < array->size()
                             ? std::get_if<Reference>(&(*array)[static_cast<std::size_t>(mcid)])
                             : nullptr;
      if (!told || *told != expected)
        tell_parent_tree(findings_, "UA1-7.1-42", named(holder),
                         "MCID " + std::to_string(mcid) + " leads to " + (told ? at_object(told->number) : "nothing") +
                             ", not to " + at_element(file_.tree, element));
    }
    check_surplus(holder, *array, contents);
  }

  /// Places of the array that belong to no content; the first of them is told.
  void check_surplus(const Holder& holder, const Array& array, const std::map<int, int>& contents) {
    for (std::size_t i = 0; i < array.size() && looked_at_ < kMostParents; ++i, ++looked_at_)
      if (!file_.document.resolve(array[i]).is_null() && !contents.contains(static_cast<int>(i))) {
        tell_parent_tree(findings_, "UA1-7.1-42", named(holder),
                         "MCID " + std::to_string(i) + " is held by no element");
        return;
      }
  }

  void check_objects() {
    for (const TagElement& element : file_.tree.elements)
      for (const TagKid& kid : element.kids) {
        if (kid.kind != TagKid::Kind::object) continue;
        const std::string where = at_object(kid.reference.number);
        const Dictionary* object = file_.document.object(kid.reference.number).dictionary();
        const Value* value =
            entry(object ? file_.document.get(*object, "StructParent").integer_or(-1) : -1, "UA1-7.1-43", where);
        if (!value) continue;
        const auto* told = std::get_if<Reference>(value);
        if (!told || *told != element.object)
          tell_parent_tree(findings_, "UA1-7.1-43", where,
                           "the parent tree leads to " + (told ? at_object(told->number) : "nothing") + ", not to " +
                               at_object(element.object.number));
      }
  }

  void check_marks(const Held& held) {
    for (const auto& [holder, contents] : held) {
      if (holder.form > 0 || static_cast<std::size_t>(holder.page) >= file_.contents.size()) continue;
      std::unordered_set<int> marked;
      for (const Mark& mark : file_.contents[static_cast<std::size_t>(holder.page)].marks)
        if (mark.mcid >= 0) marked.insert(mark.mcid);
      for (const auto& [mcid, element] : contents)
        if (!marked.contains(mcid))
          tell_parent_tree(
              findings_, "UA1-7.1-45", named(holder),
              "no content has the MCID " + std::to_string(mcid) + " of " + at_element(file_.tree, element));
    }
  }

  const ReadFile& file_;
  Findings& findings_;
  ParentTree tree_;
  std::unordered_set<long long> used_;
  std::size_t looked_at_ = 0;  // places of arrays
};

void check_parent_tree_rules(const ReadFile& file, Findings& findings) {
  if (const Dictionary* root = file.document.get(file.document.catalog, "StructTreeRoot").dictionary())
    ParentTreeCheck(file, findings).run(*root);
}

}  // namespace

const RuleGroup kParentTreeRules{"parent_tree", kParentTreeList, check_parent_tree_rules};

}  // namespace mognad::verification
