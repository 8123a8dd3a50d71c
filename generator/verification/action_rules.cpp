#include <algorithm>
#include <array>

#include "verification/dictionary_walk.h"
#include "verification/rules.h"

namespace mognad::verification {
namespace {

constexpr Rule kActionList[] = {
    {"A3-6.5.1-1", "ISO 19005-3, 6.5.1; ISO 32000-1, Table 198",
     "Actions are GoTo, GoToR, GoToE, Thread, URI, Named or SubmitForm", "Remove the action"},
    {"A3-6.5.1-2", "ISO 19005-3, 6.5.1; ISO 32000-1, Table 211",
     "Named actions are NextPage, PrevPage, FirstPage or LastPage", "Remove the action"},
    {"A3-6.5.1-3", "ISO 19005-3, 6.5.1; ISO 32000-1, 7.7.4", "The document has no JavaScript",
     "Leave JavaScript out of Names"},
    {"A3-6.5.2-1", "ISO 19005-3, 6.5.2 and 6.4.1", "Nothing has additional actions", "Leave AA out"},
    {"A3-6.4.1-1", "ISO 19005-3, 6.4.1", "Widgets and fields have no action", "Leave A out of the widget"},
    {"M-action-1", "ISO 32000-1, 12.6.2", "An action is a dictionary, and Next leads to actions",
     "Write the action again"},
    {"M-action-2", "ISO 32000-1, 12.3.2 and 12.6.2",
     "The document opens at a place of its own pages, or says nothing of that", "Leave OpenAction out"},
};

// Actions that follow each other further than this go in circles.
constexpr int kLongestChain = 50;

void tell_action(Findings& findings, std::string_view id, int object, std::string found) {
  report(findings, kActionRules, id, object ? at_object(object) : "the catalogue", std::move(found));
}

template <std::size_t size>
bool holds(const std::array<std::string_view, size>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

void check_kind(const Document& document, const Dictionary& action, int object, Findings& findings) {
  static constexpr std::array<std::string_view, 7> kAllowed{"GoTo", "GoToR", "GoToE",     "Thread",
                                                            "URI",  "Named", "SubmitForm"};
  static constexpr std::array<std::string_view, 4> kNamed{"NextPage", "PrevPage", "FirstPage", "LastPage"};
  const std::string_view kind = document.get(action, "S").name();
  const std::string_view name = document.get(action, "N").name();
  if (!holds(kAllowed, kind)) tell_action(findings, "A3-6.5.1-1", object, "an action of the kind " + std::string(kind));
  else if (kind == "Named" && !holds(kNamed, name))
    tell_action(findings, "A3-6.5.1-2", object, "the named action " + std::string(name));
}

/// Next is an action or an array of them. The budget is for the whole chain, as arrays could double it at every step.
void check_action(const Document& document, const Value& value, int object, Findings& findings, int& budget) {
  if (budget < 0) return;
  const Dictionary* action = document.resolve(value).dictionary();
  if (!action || --budget < 0) {
    tell_action(findings, "M-action-1", object,
                action ? "actions that go on without end" : "an action that is no dictionary");
    return;
  }
  check_kind(document, *action, object, findings);
  const Value& next = (*action)["Next"];
  if (next.is_null()) return;
  const Array* several = document.resolve(next).array();
  if (!several) check_action(document, next, object, findings, budget);
  for (std::size_t i = 0; several && i < several->size(); ++i)
    check_action(document, (*several)[i], object, findings, budget);
}

void check_chain(const Document& document, const Value& value, int object, Findings& findings) {
  int budget = kLongestChain;
  check_action(document, value, object, findings, budget);
}

/// An outline item has a title and a parent; A of other dictionaries are attributes of structure elements.
bool has_action(const Dictionary& dictionary) {
  return dictionary.has("A") && (dictionary.has("Rect") || (dictionary.has("Title") && dictionary.has("Parent")) ||
                                 dictionary.has("FT") || dictionary["Type"].name() == "Annot");
}

bool is_widget_or_field(const Dictionary& dictionary) {
  return dictionary["Subtype"].name() == "Widget" || dictionary.has("FT");
}

void check_dictionary(const Document& document, const Dictionary& dictionary, int object, Findings& findings) {
  if (dictionary.has("AA")) tell_action(findings, "A3-6.5.2-1", object, "AA");
  if (has_action(dictionary)) {
    if (is_widget_or_field(dictionary)) tell_action(findings, "A3-6.4.1-1", object, "A");
    check_chain(document, dictionary["A"], object, findings);
  } else if (dictionary["Type"].name() == "Action") {
    check_kind(document, dictionary, object, findings);
  }
  // Additional actions are reported as such; so is what they do.
  if (const Dictionary* triggers = document.get(dictionary, "AA").dictionary())
    for (const Dictionary::Entry& entry : triggers->entries()) check_chain(document, entry.value, object, findings);
}

void check_opening(const Document& document, Findings& findings) {
  const Value& opening = document.catalog["OpenAction"];
  if (opening.is_null()) return;
  const Array* place = document.resolve(opening).array();
  if (!place) {
    check_chain(document, opening, 0, findings);
    return;
  }
  const auto* page = place->empty() ? nullptr : std::get_if<Reference>(&(*place)[0]);
  if (!page || document.page_of(*page) < 0) tell_action(findings, "M-action-2", 0, "a place that is not on a page");
}

void check_action_rules(const ReadFile& file, Findings& findings) {
  const Document& document = file.document;
  check_opening(document, findings);
  for_each_dictionary(document, [&](int object, const Dictionary& dictionary) {
    check_dictionary(document, dictionary, object, findings);
  });
  const Dictionary* names = document.get(document.catalog, "Names").dictionary();
  if (names && names->has("JavaScript")) tell_action(findings, "A3-6.5.1-3", 0, "JavaScript in Names");
}

}  // namespace

const RuleGroup kActionRules{"action", kActionList, check_action_rules};

}  // namespace mognad::verification
