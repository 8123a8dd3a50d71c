#include <map>
#include <unordered_map>

#include "verification/rules.h"

namespace mognad::verification {
namespace {

constexpr Rule kLanguageList[]{
    {"UA1-7.2-70", "ISO 14289-1, 7.2; Matterhorn 11-001", "The language of all text is known",
     "Give the catalogue, the element or one around it a Lang."},
    {"UA1-7.2-71", "ISO 14289-1, 7.2; Matterhorn 11-002", "The language of Alt, ActualText and E is known",
     "Give the catalogue, the element or one around it a Lang."},
    {"UA1-7.2-72", "ISO 14289-1, 7.2; Matterhorn 11-003", "The language of the outlines is known",
     "Give the catalogue a Lang."},
    {"UA1-7.2-73", "ISO 14289-1, 7.2; Matterhorn 11-004", "The language of Contents of annotations is known",
     "Give the catalogue, or the element that holds the annotation, a Lang."},
    {"UA1-7.2-74", "ISO 14289-1, 7.2; Matterhorn 11-005", "The language of TU of form fields is known",
     "Give the catalogue, or the element that holds the field, a Lang."},
    {"UA1-7.2-75", "ISO 14289-1, 7.2; ISO 19005-3, 6.7.4; ISO 32000-1, 14.9.2",
     "Lang of an element or of marked content is a language tag", "Write a tag such as sv-SE, or leave Lang out."},
};

void tell_language(Findings& findings, std::string_view id, std::string where, std::string what) {
  report(findings, kLanguageRules, id, std::move(where), std::move(what));
}

/// Well-formed as RFC 3066 demands: words of at most eight letters, later ones also with digits, between hyphens.
bool is_language_tag(std::string_view tag) {
  std::size_t length = 0;
  bool first = true;
  for (const char c : tag) {
    if (c == '-') {
      if (length == 0) return false;
      length = 0;
      first = false;
      continue;
    }
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    const bool digit = c >= '0' && c <= '9';
    if (!letter && (first || !digit)) return false;
    if (++length > 8) return false;
  }
  return length > 0;
}

class LanguageCheck {
 public:
  LanguageCheck(const ReadFile& file, Findings& findings) : file_(file), findings_(findings) {}

  void run() {
    const String* language = file_.document.get(file_.document.catalog, "Lang").string();
    const bool document_known = language && !text_of(*language).empty();
    known_.resize(file_.tree.elements.size());
    for (std::size_t i = 0; i < file_.tree.elements.size(); ++i) {
      const TagElement& element = file_.tree.elements[i];
      // An empty Lang says that the language is unknown (ISO 32000-1, 14.9.2.2).
      known_[i] = element.dictionary.has("Lang") ? !element.language.empty()
                  : element.parent < 0           ? document_known
                                                 : known_[static_cast<std::size_t>(element.parent)];
      check_tag(element.dictionary, element.language, [&] { return at_element(file_.tree, static_cast<int>(i)); });
      if (!known_[i]) check_unknown(element, static_cast<int>(i));
    }
    report_unknown();
    check_marks();
    if (!document_known) check_outside_of_tree();
  }

 private:
  template <typename Where>
  void check_tag(const Dictionary& dictionary, const std::string& language, Where where) {
    if (!dictionary.has("Lang") || is_language_tag(language)) return;
    const bool empty = dictionary["Lang"].string() && language.empty();
    if (!empty) tell_language(findings_, "UA1-7.2-75", where(), "Lang is \"" + language + "\"");
  }

  void check_unknown(const TagElement& element, int index) {
    if (element.has_alternative || element.has_actual || element.dictionary.has("E")) note("UA1-7.2-71", index);
    bool text = false;
    bool contents = false;
    for (const TagKid& kid : element.kids) {
      if (kid.kind == TagKid::Kind::marked_content) text |= !mark_has_language(kid);
      if (kid.kind != TagKid::Kind::object) continue;
      const Dictionary* annotation = file_.document.object(kid.reference.number).dictionary();
      contents |= annotation && annotation->has("Contents");
    }
    if (text) note("UA1-7.2-70", index);
    if (contents) note("UA1-7.2-73", index);
  }

  /// Every element of a file without a language would be a finding: the first of them stands for all.
  void note(std::string_view rule, int index) {
    auto& [first, count] = unknown_[rule];
    if (count++ == 0) first = index;
  }

  void report_unknown() {
    for (const auto& [rule, place] : unknown_)
      tell_language(findings_, rule, at_element(file_.tree, place.first),
                    "no Lang on it, around it or on the catalogue; so it is with " + std::to_string(place.second) +
                        (place.second == 1 ? " element" : " elements"));
  }

  /// Marked content may tell its own language in its property list (ISO 32000-1, 14.9.2.3).
  bool mark_has_language(const TagKid& kid) {
    if (kid.kind != TagKid::Kind::marked_content || kid.page < 0 ||
        static_cast<std::size_t>(kid.page) >= file_.contents.size())
      return false;
    auto [page, fresh] = marks_.try_emplace(kid.page);
    if (fresh)
      for (const Mark& mark : file_.contents[static_cast<std::size_t>(kid.page)].marks)
        if (mark.mcid >= 0) page->second[mark.mcid] = mark.properties.has("Lang");
    const auto at = page->second.find(kid.mcid);
    return at != page->second.end() && at->second;
  }

  void check_marks() {
    for (std::size_t page = 0; page < file_.contents.size(); ++page)
      for (const Mark& mark : file_.contents[page].marks) {
        if (!mark.properties.has("Lang")) continue;
        const String* language = file_.document.get(mark.properties, "Lang").string();
        check_tag(mark.properties, language ? text_of(*language) : std::string(), [&] { return on_page(page); });
      }
  }

  void check_outside_of_tree() {
    const Dictionary* outlines = file_.document.get(file_.document.catalog, "Outlines").dictionary();
    if (outlines && outlines->has("First"))
      tell_language(findings_, "UA1-7.2-72", "outlines", "no Lang on the catalogue");
    std::unordered_map<int, bool> in_tree;
    for (std::size_t i = 0; i < file_.tree.elements.size(); ++i)
      for (const TagKid& kid : file_.tree.elements[i].kids)
        if (kid.kind == TagKid::Kind::object) in_tree[kid.reference.number] = known_[i];
    for (std::size_t page = 0; page < file_.document.pages.size(); ++page)
      if (const Array* list = file_.document.get(file_.document.pages[page].dictionary, "Annots").array())
        for (std::size_t i = 0; i < list->size() && findings_.size() < 1'000; ++i)
          check_annotation((*list)[i], page, in_tree);
  }

  void check_annotation(const Value& value, std::size_t page, const std::unordered_map<int, bool>& in_tree) {
    const Dictionary* annotation = file_.document.resolve(value).dictionary();
    if (!annotation) return;
    const auto* reference = std::get_if<Reference>(&value);
    const auto place = reference ? in_tree.find(reference->number) : in_tree.end();
    // One in the tree has been judged with its element.
    if (place == in_tree.end() && annotation->has("Contents"))
      tell_language(findings_, "UA1-7.2-73", on_page(page), "Contents of an annotation without Lang on the catalogue");
    if ((place == in_tree.end() || !place->second) && annotation->has("TU"))
      tell_language(findings_, "UA1-7.2-74", on_page(page), "TU of a field without Lang on the catalogue");
  }

  const ReadFile& file_;
  Findings& findings_;
  std::map<std::string_view, std::pair<int, int>> unknown_;       // by rule: the first element and how many there are
  std::vector<bool> known_;                                       // of each element: is its language known
  std::unordered_map<int, std::unordered_map<int, bool>> marks_;  // by page and MCID: has it a Lang
};

void check_language_rules(const ReadFile& file, Findings& findings) { LanguageCheck(file, findings).run(); }

}  // namespace

const RuleGroup kLanguageRules{"language", kLanguageList, check_language_rules};

}  // namespace mognad::verification
