#include <array>
#include <map>
#include <set>

#include "verification/page_text.h"
#include "verification/rules.h"

namespace mognad::verification {
namespace {

constexpr Rule kContentList[] = {
    {"A3-6.2.2-1", "ISO 19005-3, 6.2.2; ISO 32000-1, 7.8.2, 8.4.2 and 14.6",
     "A content stream can be read without faults", "Write every operator with its operands, and close what is opened"},
    {"UA1-7.1-20", "ISO 14289-1, 7.1; Matterhorn 01-005", "All that is shown is tagged or an artifact",
     "Put it into marked content with an MCID, or into an Artifact"},
    {"A3-6.7.3.2-1", "ISO 19005-3, 6.7.3.2; ISO 32000-1, 14.8.2.2", "All that is shown is tagged or an artifact",
     "Put it into marked content with an MCID, or into an Artifact"},
    {"UA1-7.1-21", "ISO 14289-1, 7.1; Matterhorn 01-003", "No artifact stands inside tagged content",
     "Close the tagged content before the artifact"},
    {"UA1-7.1-22", "ISO 14289-1, 7.1; Matterhorn 01-004", "No tagged content stands inside an artifact",
     "Close the artifact before the tagged content"},
    {"UA1-7.1-23", "ISO 14289-1, 7.1; ISO 32000-1, 14.7.4.2", "An MCID stands on a page once",
     "Number the marked content of a page without repetition"},
    {"UA1-7.1-24", "ISO 14289-1, 7.1; Matterhorn 01-005", "Every MCID of a page is in the structure tree",
     "Add the marked content to an element"},
    {"UA1-7.1-25", "ISO 14289-1, 7.1; ISO 32000-1, 14.7.4.2", "Every MCID in the structure tree stands on its page",
     "Remove the content from the element, or mark it on the page"},
    {"UA1-7.1-26", "ISO 14289-1, 7.1; ISO 32000-1, 14.7.4.2", "Marked content belongs to one element",
     "Leave it in one element"},
    {"UA1-7.1-27", "ISO 14289-1, 7.1; ISO 32000-1, 14.8.2.2.2, table 330", "The property list of an artifact is sound",
     "Use the types Pagination, Layout, Page and Background"},
    {"UA1-7.2-20", "ISO 14289-1, 7.2; ISO 32000-1, 14.9.2.2", "The language of marked content is a language tag",
     "Write a tag such as sv-SE"},
    {"A3-6.7.4-20", "ISO 19005-3, 6.7.4; ISO 32000-1, 14.9.2.2", "The language of marked content is a language tag",
     "Write a tag such as sv-SE"},
    {"UA1-7.2-21", "ISO 14289-1, 7.2; ISO 32000-1, 14.9.3 to 14.9.5",
     "ActualText, Alt and E of marked content are text strings", "Write a text string"},
    {"UA1-7.20-1", "ISO 14289-1, 7.20; Matterhorn 30-002", "A form with MCIDs is painted once",
     "Write the form's content into the page"},
    {"UA1-7.20-2", "ISO 14289-1, 7.20; Matterhorn 30-001", "A form refers to no other file", "Remove Ref"},
};

/// What a mark is, with what it has from those around it.
struct MarkState {
  bool artifact = false;
  int mcid = -1;
};

std::vector<MarkState> states_of(const PageContent& content) {
  std::vector<MarkState> states(content.marks.size());
  for (std::size_t i = 0; i < states.size(); ++i) {
    const Mark& mark = content.marks[i];
    if (mark.parent >= 0) states[i] = states[static_cast<std::size_t>(mark.parent)];
    if (mark.tag == "Artifact") states[i].artifact = true;
    if (mark.mcid >= 0) states[i].mcid = mark.mcid;
  }
  return states;
}

/// A finding for a page, with the first case and how many more there are.
class Cases {
 public:
  void add(std::string text) {
    if (count_++ == 0) first_ = std::move(text);
  }
  void tell(Findings& findings, std::string_view id, const std::string& where) const {
    if (count_ == 0) return;
    report(findings, kContentRules, id, where,
           count_ == 1 ? first_ : first_ + ", and " + std::to_string(count_ - 1) + " more");
  }

 private:
  std::string first_;
  std::size_t count_ = 0;
};

std::string described(const Mark& mark) {
  return mark.mcid < 0 ? mark.tag : mark.tag + " with MCID " + std::to_string(mark.mcid);
}

void check_everything_is_marked(const ReadFile& file, std::size_t page, const std::vector<MarkState>& states,
                                Findings& findings) {
  const PageContent& content = file.contents[page];
  const auto is_marked = [&](int mark) {
    if (mark < 0) return false;
    const MarkState& state = states[static_cast<std::size_t>(mark)];
    return state.artifact || state.mcid >= 0;
  };
  Cases cases;
  for (const ShownText& text : content.shown)
    if (!is_marked(text.mark)) cases.add("text \"" + file.fonts.text(text.font, text.codes) + "\"");
  for (const PaintedItem& item : content.painted) {
    // What a form paints is judged where it paints; the form itself adds nothing.
    const Dictionary* object = file.document.object(item.object).dictionary();
    if (object && file.document.get(*object, "Subtype").name() == "Form") continue;
    if (!is_marked(item.mark)) cases.add(item.name.empty() ? item.what : item.what + " " + item.name);
  }
  cases.tell(findings, "UA1-7.1-20", on_page(page));
  cases.tell(findings, "A3-6.7.3.2-1", on_page(page));
}

void check_nesting(const PageContent& content, const std::vector<MarkState>& states, const std::string& where,
                   Findings& findings) {
  Cases artifacts;
  Cases tagged;
  for (std::size_t i = 0; i < content.marks.size(); ++i) {
    const Mark& mark = content.marks[i];
    const MarkState around = mark.parent < 0 ? MarkState{} : states[static_cast<std::size_t>(mark.parent)];
    if (mark.tag == "Artifact" && around.mcid >= 0)
      artifacts.add("an artifact inside MCID " + std::to_string(around.mcid));
    if (mark.mcid >= 0 && states[i].artifact) tagged.add(described(mark));
  }
  artifacts.tell(findings, "UA1-7.1-21", where);
  tagged.tell(findings, "UA1-7.1-22", where);
}

bool is_one_of(const Value& value, std::initializer_list<std::string_view> names) {
  for (const std::string_view name : names)
    if (value.name() == name) return true;
  return false;
}

/// Table 330 gives the types; other entries are allowed.
void check_artifact(const Document& document, const Mark& mark, Cases& cases) {
  const Value& type = document.get(mark.properties, "Type");
  const Value& subtype = document.get(mark.properties, "Subtype");
  const Value& box = document.get(mark.properties, "BBox");
  const Value& attached = document.get(mark.properties, "Attached");
  if (!type.is_null() && !is_one_of(type, {"Pagination", "Layout", "Page", "Background"}))
    cases.add("Type \"" + std::string(type.name()) + "\"");
  if (!subtype.is_null() && (type.name() != "Pagination" || subtype.name().empty()))
    cases.add("Subtype \"" + std::string(subtype.name()) + "\" of an artifact that is not of pagination");
  if (!box.is_null() && (!box.array() || box.array()->size() != 4)) cases.add("BBox is no rectangle");
  if (!attached.is_null() && !attached.array()) cases.add("Attached is no array");
  if (!attached.array()) return;
  for (const Value& edge : *attached.array())
    if (!is_one_of(document.resolve(edge), {"Top", "Bottom", "Left", "Right"})) cases.add("Attached names no edge");
}

/// Letters, digits and hyphens as RFC 5646, 2.1 groups them. An empty string, a language unknown, is none.
bool is_language_tag(std::string_view tag) {
  std::size_t length = 0;
  bool first = true;
  for (std::size_t i = 0; i <= tag.size(); ++i) {
    if (i == tag.size() || tag[i] == '-') {
      if (length == 0 || length > 8 || (first && length == 1 && tag[0] != 'x' && tag[0] != 'i')) return false;
      length = 0;
      first = false;
      continue;
    }
    const bool letter = (tag[i] >= 'a' && tag[i] <= 'z') || (tag[i] >= 'A' && tag[i] <= 'Z');
    if (!letter && (first || tag[i] < '0' || tag[i] > '9')) return false;
    ++length;
  }
  return true;
}

void check_properties(const Document& document, const PageContent& content, const std::string& where,
                      Findings& findings) {
  Cases artifacts;
  Cases languages;
  Cases texts;
  for (const Mark& mark : content.marks) {
    if (mark.properties.entries().empty()) continue;
    if (mark.tag == "Artifact") check_artifact(document, mark, artifacts);
    const Value& language = document.get(mark.properties, "Lang");
    if (!language.is_null() && (!language.string() || !is_language_tag(text_of(*language.string()))))
      languages.add(described(mark) + ": " + (language.string() ? text_of(*language.string()) : "no string"));
    for (const char* key : {"ActualText", "Alt", "E"})
      if (mark.properties.has(key) && !document.get(mark.properties, key).string())
        texts.add(std::string(key) + " of " + described(mark) + " is no string");
  }
  artifacts.tell(findings, "UA1-7.1-27", where);
  languages.tell(findings, "UA1-7.2-20", where);
  languages.tell(findings, "A3-6.7.4-20", where);
  texts.tell(findings, "UA1-7.2-21", where);
}

/// How often the elements of the tree hold each MCID, for each page; −1 for pages that don't exist.
using HeldMarks = std::map<int, std::map<int, int>>;

HeldMarks held_by_tree(const TagTree& tree) {
  HeldMarks held;
  for (const TagElement& element : tree.elements)
    for (const TagKid& kid : element.kids)
      if (kid.kind == TagKid::Kind::marked_content) ++held[kid.page][kid.mcid];
  return held;
}

void check_page_against_tree(const PageContent& content, const std::map<int, int>& held, const std::string& where,
                             Findings& findings) {
  Cases lost;
  Cases missing;
  Cases shared;
  std::set<int> on_this_page;
  for (const Mark& mark : content.marks) {
    if (mark.mcid < 0 || mark.point) continue;
    // The tree as read doesn't tell a form's MCIDs from the page's; no good file has any.
    if (mark.form != 0) lost.add(described(mark) + " in object " + std::to_string(mark.form) + ", a form");
    else on_this_page.insert(mark.mcid);
  }
  for (const int mcid : on_this_page)
    if (!held.contains(mcid)) lost.add("MCID " + std::to_string(mcid));
  for (const auto& [mcid, count] : held) {
    if (!on_this_page.contains(mcid)) missing.add("MCID " + std::to_string(mcid));
    if (count > 1) shared.add("MCID " + std::to_string(mcid) + " in " + std::to_string(count) + " elements");
  }
  lost.tell(findings, "UA1-7.1-24", where);
  missing.tell(findings, "UA1-7.1-25", where);
  shared.tell(findings, "UA1-7.1-26", where);
}

/// Without any tree there is nothing to compare; that it is missing is another rule's finding.
void check_against_tree(const ReadFile& file, Findings& findings) {
  if (!file.tree.present) return;
  HeldMarks held = held_by_tree(file.tree);
  for (std::size_t page = 0; page < file.contents.size(); ++page)
    check_page_against_tree(file.contents[page], held[static_cast<int>(page)], on_page(page), findings);
  if (held.contains(-1))
    report(findings, kContentRules, "UA1-7.1-25", "structure tree",
           "MCID " + std::to_string(held[-1].begin()->first) + " on a page that doesn't exist");
}

void check_repetition(const PageContent& content, const std::string& where, Findings& findings) {
  std::set<std::pair<int, int>> seen;
  Cases twice;
  for (const Mark& mark : content.marks)
    if (mark.mcid >= 0 && !mark.point && !seen.emplace(mark.form, mark.mcid).second) twice.add(described(mark));
  twice.tell(findings, "UA1-7.1-23", where);
}

void check_forms(const ReadFile& file, Findings& findings) {
  std::set<int> with_mcids;
  std::map<int, int> painted;
  for (const PageContent& content : file.contents) {
    for (const Mark& mark : content.marks)
      if (mark.form != 0 && mark.mcid >= 0) with_mcids.insert(mark.form);
    for (const PaintedItem& item : content.painted)
      if (item.object != 0) ++painted[item.object];
  }
  for (const int form : with_mcids)
    if (painted[form] > 1)
      report(findings, kContentRules, "UA1-7.20-1", at_object(form),
             "painted " + std::to_string(painted[form]) + " times");
  for (const auto& [number, times] : painted)
    if (const Dictionary* dictionary = file.document.object(number).dictionary(); dictionary && dictionary->has("Ref"))
      report(findings, kContentRules, "UA1-7.20-2", at_object(number), "Ref");
}

void check_content_rules(const ReadFile& file, Findings& findings) {
  for (std::size_t page = 0; page < file.contents.size(); ++page) {
    const PageContent& content = file.contents[page];
    const std::vector<MarkState> states = states_of(content);
    for (const std::string& fault : content.faults) report(findings, kContentRules, "A3-6.2.2-1", on_page(page), fault);
    check_everything_is_marked(file, page, states, findings);
    check_nesting(content, states, on_page(page), findings);
    check_properties(file.document, content, on_page(page), findings);
    check_repetition(content, on_page(page), findings);
  }
  check_against_tree(file, findings);
  check_forms(file, findings);
}

}  // namespace

const RuleGroup kContentRules{"content", kContentList, check_content_rules};

}  // namespace mognad::verification
