#include <algorithm>
#include <unordered_map>

#include "verification/link_checks.h"
#include "verification/rules.h"

namespace mognad::verification {
namespace {

constexpr Rule kAnnotationList[]{
    {"A3-6.3.1-1", "ISO 19005-3, 6.3.1; Matterhorn 28-006",
     "Annotations are of a type of ISO 32000-1, but not 3D, Sound, Screen or Movie", "Leave the annotation out."},
    {"A3-6.3.2-1", "ISO 19005-3, 6.3.2", "Every annotation but a Popup has flags", "Write F with the Print flag, 4."},
    {"A3-6.3.2-2", "ISO 19005-3, 6.3.2",
     "Print is set among the flags, and Hidden, Invisible, ToggleNoView and NoView are not", "Write F as 4."},
    {"A3-6.3.3-1", "ISO 19005-3, 6.3.3", "An annotation has an appearance, unless it is a Popup, a Link or of no size",
     "Write AP with a stream N."},
    {"A3-6.3.3-2", "ISO 19005-3, 6.3.3", "An appearance dictionary has an N and nothing else", "Leave out D and R."},
    {"A3-6.3.3-3", "ISO 19005-3, 6.3.3", "N is a stream; for a button it is a dictionary of them",
     "Write N as the standard has it for the annotation."},
    {"UA1-7.18.1-1", "ISO 14289-1, 7.18.1; Matterhorn 28-002",
     "An annotation other than Link, Widget and Popup stands in an Annot element", "Tag it with Annot."},
    {"UA1-7.18.1-2", "ISO 14289-1, 7.18.1; Matterhorn 28-004", "An annotation has Contents, or its element an Alt",
     "Say in Contents what it is about."},
    {"UA1-7.18.1-3", "ISO 14289-1, 7.18.1; Matterhorn 28-005", "A form field has TU, or its element an Alt",
     "Name the field in TU."},
    {"UA1-7.18.1-4", "ISO 32000-1, 14.7.4.3 and table 325",
     "An object reference leads to an annotation, and tells the page on which it stands",
     "Write Obj with the annotation and Pg with its page."},
    {"UA1-7.18.2-1", "ISO 14289-1, 7.18.2; Matterhorn 28-007", "There is no TrapNet annotation", "Leave it out."},
    {"UA1-7.18.3-1", "ISO 14289-1, 7.18.3; Matterhorn 28-008 and 28-009", "Tabs is S on a page with annotations",
     "Write /Tabs /S on the page."},
    {"UA1-7.18.4-1", "ISO 14289-1, 7.18.4; Matterhorn 28-010", "A widget stands in a Form element",
     "Tag it with Form."},
    {"UA1-7.18.5-1", "ISO 14289-1, 7.18.5; Matterhorn 28-011", "A link annotation stands in a Link element",
     "Put an object reference to it into a Link element."},
    {"UA1-7.18.5-2", "ISO 14289-1, 7.18.5; Matterhorn 28-012", "A link annotation says in Contents what it leads to",
     "Write Contents."},
    {"UA1-7.18.5-3", "ISO 32000-1, 12.3.2 and table 173",
     "A link leads to a page of the file, or has another sound action", "Correct Dest or A."},
    {"UA1-7.18.5-4", "ISO 32000-1, 12.6.4.7", "The URI of a link is there and is one", "Write the address in ASCII."},
    {"UA1-7.18.5-5", "ISO 14289-1, 7.18.5; ISO 32000-1, 14.8.4.4.2",
     "A Link element holds link annotations alone, each with an area",
     "Put an object reference to the annotation into it, or use a Span."},
    {"UA1-7.18.8-1", "ISO 14289-1, 7.18.8; Matterhorn 28-017", "A PrinterMark is not in the structure tree",
     "Leave it out of the tree."},
    {"M-annotation-1", "ISO 32000-1, 12.6.4.2, 12.6.4.7 and table 173",
     "A link leads to a page of the file, or to an address of https, http or mailto, and does nothing else",
     "Use GoTo or URI with such an address, without Next and PA."},
};

// Pages may share their annotations by reference, so what is looked at could grow with the square of the file.
constexpr std::size_t kMostAnnotations = 200'000;

void tell_annotation(Findings& findings, std::string_view id, std::string where, std::string what) {
  report(findings, kAnnotationRules, id, std::move(where), std::move(what));
}

bool is_allowed(std::string_view type) {
  for (const char* known :
       {"Text",           "Link",      "FreeText",    "Line",      "Square",    "Circle", "Polygon", "PolyLine",
        "Highlight",      "Underline", "Squiggly",    "StrikeOut", "Stamp",     "Caret",  "Ink",     "Popup",
        "FileAttachment", "Widget",    "PrinterMark", "TrapNet",   "Watermark", "Redact"})
    if (type == known) return true;
  return false;
}

bool says_something(const Value& value) {
  const String* string = value.string();
  if (!string) return false;
  const std::string text = text_of(*string);
  return std::any_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) > ' '; });
}

// Bits of F (ISO 32000-1, table 165).
constexpr long long kInvisible = 1, kHidden = 2, kPrint = 4, kNoView = 32, kToggleNoView = 256;

struct Annotation {
  const Dictionary& dictionary;
  std::string_view type;
  std::size_t page;
  int number;   // of its object; 0: it is none
  int element;  // that holds it; −1: none
  std::string where;
};

class AnnotationCheck {
 public:
  AnnotationCheck(const ReadFile& file, Findings& findings)
      : file_(file), findings_(findings), destinations_(file.document) {}

  void run() {
    for (std::size_t i = 0; i < file_.tree.elements.size(); ++i)
      for (const TagKid& kid : file_.tree.elements[i].kids)
        if (kid.kind == TagKid::Kind::object) holders_.emplace(kid.reference.number, static_cast<int>(i));
    for (std::size_t page = 0; page < file_.document.pages.size(); ++page) {
      const Dictionary& dictionary = file_.document.pages[page].dictionary;
      const Array* list = file_.document.get(dictionary, "Annots").array();
      if (!list || list->empty() || looked_at_ >= kMostAnnotations) continue;
      if (const std::string_view tabs = file_.document.get(dictionary, "Tabs").name(); tabs != "S")
        tell_annotation(findings_, "UA1-7.18.3-1", on_page(page),
                        tabs.empty() ? "no Tabs" : "Tabs is " + std::string(tabs));
      for (const Value& one : *list)
        if (++looked_at_ < kMostAnnotations) check_annotation(one, page);
    }
    check_references();
    check_link_elements(file_, findings_);
  }

 private:
  void check_annotation(const Value& value, std::size_t page) {
    const Dictionary* dictionary = file_.document.resolve(value).dictionary();
    const auto* reference = std::get_if<Reference>(&value);
    if (!dictionary) {
      tell_annotation(findings_, "A3-6.3.1-1", on_page(page), "an annotation that is no dictionary");
      return;
    }
    const int number = reference ? reference->number : 0;
    if (number > 0) pages_.emplace(number, static_cast<int>(page));
    const auto holder = number > 0 ? holders_.find(number) : holders_.end();
    const std::string_view type = file_.document.get(*dictionary, "Subtype").name();
    const Annotation annotation{*dictionary,
                                type,
                                page,
                                number,
                                holder == holders_.end() ? -1 : holder->second,
                                on_page(page) + ", " + at_object(number) + " (" + std::string(type) + ")"};
    check_archive(annotation);
    check_appearance(annotation);
    check_tag(annotation);
    check_text(annotation);
    if (type == "Link") check_link_target(file_.document, destinations_, *dictionary, annotation.where, findings_);
  }

  /// Types and flags of PDF/A-3.
  void check_archive(const Annotation& annotation) {
    if (!is_allowed(annotation.type))
      tell_annotation(findings_, "A3-6.3.1-1", annotation.where, "a type that is not allowed");
    if (annotation.type == "TrapNet")
      tell_annotation(findings_, "UA1-7.18.2-1", annotation.where, "a TrapNet annotation");
    const Value& flags = file_.document.get(annotation.dictionary, "F");
    if (!flags.is_null()) {
      const long long bits = flags.integer_or(0);
      if ((bits & kPrint) == 0 || (bits & (kHidden | kInvisible | kNoView | kToggleNoView)) != 0)
        tell_annotation(findings_, "A3-6.3.2-2", annotation.where, "F is " + std::to_string(bits));
    } else if (annotation.type != "Popup") {
      tell_annotation(findings_, "A3-6.3.2-1", annotation.where, "no F");
    }
  }

  bool has_no_size(const Annotation& annotation) const {
    const Array* box = file_.document.get(annotation.dictionary, "Rect").array();
    if (!box || box->size() != 4) return false;
    const auto number = [&](std::size_t i) { return file_.document.resolve((*box)[i]).number_or(0); };
    return number(0) == number(2) && number(1) == number(3);
  }

  void check_appearance(const Annotation& annotation) {
    const Dictionary* appearance = file_.document.get(annotation.dictionary, "AP").dictionary();
    if (!appearance) {
      if (annotation.type != "Popup" && annotation.type != "Link" && !has_no_size(annotation))
        tell_annotation(findings_, "A3-6.3.3-1", annotation.where, "no AP");
      return;
    }
    if (!appearance->has("N") || appearance->entries().size() != 1)
      tell_annotation(findings_, "A3-6.3.3-2", annotation.where,
                      appearance->has("N") ? "AP has more than N" : "AP has no N");
    if (!appearance->has("N")) return;
    const bool button = annotation.type == "Widget" && field_entry(annotation.dictionary, "FT").name() == "Btn";
    const bool stream = file_.document.stream((*appearance)["N"]) != nullptr;
    if (button == stream || !file_.document.get(*appearance, "N").dictionary())
      tell_annotation(findings_, "A3-6.3.3-3", annotation.where, stream ? "N is a stream" : "N is no stream");
  }

  /// An entry of a form field, or of a field around it (ISO 32000-1, 12.7.3.2).
  const Value& field_entry(const Dictionary& field, std::string_view key) const {
    const Dictionary* at = &field;
    for (int steps = 0; steps < 20; ++steps) {
      if (at->has(key)) return file_.document.get(*at, key);
      const Dictionary* parent = file_.document.get(*at, "Parent").dictionary();
      if (!parent) break;
      at = parent;
    }
    return file_.document.get({}, key);
  }

  /// Whether the annotation stands right in an element of the type.
  bool stands_in(const Annotation& annotation, std::string_view role) const {
    return annotation.element >= 0 && file_.tree.elements[static_cast<std::size_t>(annotation.element)].role == role;
  }

  void check_tag(const Annotation& annotation) {
    const std::string what =
        annotation.element < 0 ? "it is in no element" : "it is in " + at_element(file_.tree, annotation.element);
    const std::string_view type = annotation.type;
    if (type == "PrinterMark") {
      if (annotation.element >= 0) tell_annotation(findings_, "UA1-7.18.8-1", annotation.where, what);
    } else if (type == "Link") {
      if (!stands_in(annotation, "Link")) tell_annotation(findings_, "UA1-7.18.5-1", annotation.where, what);
    } else if (type == "Widget") {
      if (!stands_in(annotation, "Form")) tell_annotation(findings_, "UA1-7.18.4-1", annotation.where, what);
    } else if (type != "Popup" && !stands_in(annotation, "Annot")) {
      tell_annotation(findings_, "UA1-7.18.1-1", annotation.where, what);
    }
  }

  bool has_alternative(const Annotation& annotation) const {
    return annotation.element >= 0 &&
           !file_.tree.elements[static_cast<std::size_t>(annotation.element)].alternative.empty();
  }

  void check_text(const Annotation& annotation) {
    const std::string_view type = annotation.type;
    // A hidden one is exempt in PDF/UA-1 and forbidden in PDF/A-3.
    if (type == "Popup" || type == "PrinterMark" ||
        (file_.document.get(annotation.dictionary, "F").integer_or(0) & kHidden) != 0)
      return;
    const bool contents = says_something(file_.document.get(annotation.dictionary, "Contents"));
    if (type == "Link") {
      if (!contents) tell_annotation(findings_, "UA1-7.18.5-2", annotation.where, "no Contents");
    } else if (type == "Widget") {
      if (!says_something(field_entry(annotation.dictionary, "TU")) && !has_alternative(annotation))
        tell_annotation(findings_, "UA1-7.18.1-3", annotation.where, "no TU");
    } else if (!contents && !has_alternative(annotation)) {
      tell_annotation(findings_, "UA1-7.18.1-2", annotation.where, "no Contents and no Alt");
    }
  }

  /// Object references, now that the page of each annotation is known.
  void check_references() {
    for (std::size_t i = 0; i < file_.tree.elements.size(); ++i)
      for (const TagKid& kid : file_.tree.elements[i].kids) {
        if (kid.kind != TagKid::Kind::object) continue;
        const auto page = pages_.find(kid.reference.number);
        // An image or a form may be an object of the tree as well.
        if (page == pages_.end() && file_.document.stream(kid.reference)) continue;
        if (page == pages_.end() || (kid.page >= 0 && kid.page != page->second))
          tell_annotation(findings_, "UA1-7.18.1-4", at_element(file_.tree, static_cast<int>(i)),
                          at_object(kid.reference.number) + " is no annotation of " +
                              (kid.page >= 0 ? on_page(static_cast<std::size_t>(kid.page)) : std::string("a page")));
      }
  }

  const ReadFile& file_;
  Findings& findings_;
  Destinations destinations_;
  std::unordered_map<int, int> holders_;  // object number to the element that holds it
  std::size_t looked_at_ = 0;             // annotations
  std::unordered_map<int, int> pages_;    // object number to the page on which it stands
};

void check_annotation_rules(const ReadFile& file, Findings& findings) { AnnotationCheck(file, findings).run(); }

}  // namespace

const RuleGroup kAnnotationRules{"annotation", kAnnotationList, check_annotation_rules};

}  // namespace mognad::verification
