#include <algorithm>
#include <span>

#include "verification/rules.h"

namespace mognad::verification {
namespace {

constexpr Rule kGrammarList[]{
    {"UA1-7.2-60", "ISO 14289-1, 7.2; ISO 32000-1, table 337; Matterhorn 09-004",
     "Tables are made of Table, THead, TBody, TFoot, TR, TH, TD and Caption in their places",
     "Let a table hold rows, or one head, bodies and one foot with rows, and rows hold cells."},
    {"UA1-7.2-61", "ISO 14289-1, 7.2; ISO 32000-1, table 336; Matterhorn 09-005",
     "Lists are made of L, LI, Lbl, LBody and Caption in their places",
     "Let a list hold items and lists, and an item its label and body."},
    {"UA1-7.2-62", "ISO 14289-1, 7.2; ISO 32000-1, table 333; Matterhorn 09-006",
     "Tables of contents are made of TOC, TOCI and Caption in their places",
     "Let TOC hold TOCI and TOC, and a caption first."},
    {"UA1-7.2-63", "ISO 14289-1, 7.2; ISO 32000-1, table 339; Matterhorn 09-007",
     "Ruby is made of RB and RT, with RP around RT or not at all", "Write RB, RT or RB, RP, RT, RP."},
    {"UA1-7.2-64", "ISO 14289-1, 7.2; ISO 32000-1, table 339; Matterhorn 09-008", "Warichu is made of WP, WT and WP",
     "Write WP, WT, WP."},
    {"UA1-7.2-65", "ISO 14289-1, 7.2; ISO 32000-1, 14.8.4.2",
     "Elements that only group others have no content of their own",
     "Put the content into a P or another block in it."},
};

void tell_grammar(Findings& findings, std::string_view id, std::string where, std::string what) {
  report(findings, kGrammarRules, id, std::move(where), std::move(what));
}

using Names = std::span<const std::string_view>;

bool among(Names names, std::string_view name) { return std::find(names.begin(), names.end(), name) != names.end(); }

/// A type that stands in certain others only.
struct Place {
  std::string_view type;
  std::string_view rule;
  Names parents;
};

constexpr std::string_view kRowParents[]{"Table", "THead", "TBody", "TFoot"};
constexpr std::string_view kTable[]{"Table"};
constexpr std::string_view kRow[]{"TR"};
constexpr std::string_view kList[]{"L"};
constexpr std::string_view kItem[]{"LI"};
constexpr std::string_view kContents[]{"TOC"};
constexpr std::string_view kRuby[]{"Ruby"};
constexpr std::string_view kWarichu[]{"Warichu"};
// Lbl is not here: it also labels notes, captions and entries of a table of contents (ISO 32000-1, 14.8.4.3.3).
constexpr Place kPlaces[]{
    {"TR", "UA1-7.2-60", kRowParents}, {"THead", "UA1-7.2-60", kTable}, {"TBody", "UA1-7.2-60", kTable},
    {"TFoot", "UA1-7.2-60", kTable},   {"TH", "UA1-7.2-60", kRow},      {"TD", "UA1-7.2-60", kRow},
    {"LI", "UA1-7.2-61", kList},       {"LBody", "UA1-7.2-61", kItem},  {"TOCI", "UA1-7.2-62", kContents},
    {"RB", "UA1-7.2-63", kRuby},       {"RT", "UA1-7.2-63", kRuby},     {"RP", "UA1-7.2-63", kRuby},
    {"WT", "UA1-7.2-64", kWarichu},    {"WP", "UA1-7.2-64", kWarichu},
};

/// A type that holds certain others only, and no content of its own.
struct GrammarHolder {
  std::string_view type;
  std::string_view rule;
  Names kids;
};

constexpr std::string_view kInTable[]{"TR", "THead", "TBody", "TFoot", "Caption"};
constexpr std::string_view kCells[]{"TH", "TD"};
constexpr std::string_view kInList[]{"L", "LI", "Caption"};
constexpr std::string_view kInItem[]{"Lbl", "LBody"};
constexpr std::string_view kInContents[]{"TOC", "TOCI", "Caption"};
constexpr std::string_view kInRuby[]{"RB", "RT", "RP"};
constexpr std::string_view kInWarichu[]{"WT", "WP"};
constexpr GrammarHolder kHolders[]{
    {"Table", "UA1-7.2-60", kInTable},     {"THead", "UA1-7.2-60", kRow},      {"TBody", "UA1-7.2-60", kRow},
    {"TFoot", "UA1-7.2-60", kRow},         {"TR", "UA1-7.2-60", kCells},       {"L", "UA1-7.2-61", kInList},
    {"LI", "UA1-7.2-61", kInItem},         {"TOC", "UA1-7.2-62", kInContents}, {"Ruby", "UA1-7.2-63", kInRuby},
    {"Warichu", "UA1-7.2-64", kInWarichu},
};

constexpr std::string_view kGroups[]{"Document", "Part", "Art", "Sect", "Div", "Index"};

/// The standard types of an element's kids, in order; content is "".
std::vector<std::string_view> kids_of(const TagTree& tree, const TagElement& element) {
  std::vector<std::string_view> roles;
  for (const TagKid& kid : element.kids)
    roles.push_back(kid.kind == TagKid::Kind::element ? tree.elements[static_cast<std::size_t>(kid.element)].role
                                                      : std::string_view());
  return roles;
}

std::string_view parent_of(const TagTree& tree, const TagElement& element) {
  return element.parent < 0 ? std::string_view() : tree.elements[static_cast<std::size_t>(element.parent)].role;
}

void check_caption(const ReadFile& file, int index, std::string_view rule, const std::vector<std::string_view>& kids,
                   Findings& findings) {
  const auto captions = std::count(kids.begin(), kids.end(), "Caption");
  if (captions == 0) return;
  const bool table = file.tree.elements[static_cast<std::size_t>(index)].role == "Table";
  const bool at_edge = kids.front() == "Caption" || (table && kids.back() == "Caption");
  if (captions > 1) tell_grammar(findings, rule, at_element(file.tree, index), "it has more than one Caption");
  else if (!at_edge) tell_grammar(findings, rule, at_element(file.tree, index), "its Caption stands among other kids");
}

/// One head, one foot, and a body when there is either.
void check_table(const ReadFile& file, int index, const std::vector<std::string_view>& kids, Findings& findings) {
  const auto count = [&](std::string_view role) { return std::count(kids.begin(), kids.end(), role); };
  const auto complain = [&](std::string what) {
    tell_grammar(findings, "UA1-7.2-60", at_element(file.tree, index), std::move(what));
  };
  if (count("THead") > 1) complain("more than one THead");
  if (count("TFoot") > 1) complain("more than one TFoot");
  if (count("THead") + count("TFoot") > 0 && count("TBody") == 0) complain("THead or TFoot without TBody");
}

void check_sequence(const ReadFile& file, int index, const std::vector<std::string_view>& kids, Findings& findings) {
  using Sequence = std::vector<std::string_view>;
  const std::string& role = file.tree.elements[static_cast<std::size_t>(index)].role;
  if (role == "Ruby" && kids != Sequence{"RB", "RT"} && kids != Sequence{"RB", "RP", "RT", "RP"})
    tell_grammar(findings, "UA1-7.2-63", at_element(file.tree, index), "its kids are in no allowed order");
  if (role == "Warichu" && kids != Sequence{"WP", "WT", "WP"})
    tell_grammar(findings, "UA1-7.2-64", at_element(file.tree, index), "its kids are in no allowed order");
}

void check_holder(const ReadFile& file, int index, const GrammarHolder& holder, Findings& findings) {
  const std::vector<std::string_view> kids = kids_of(file.tree, file.tree.elements[static_cast<std::size_t>(index)]);
  for (const std::string_view kid : kids)
    if (!among(holder.kids, kid)) {
      tell_grammar(findings, holder.rule, at_element(file.tree, index),
                   kid.empty() ? std::string("it holds content itself") : "it holds \"" + std::string(kid) + "\"");
      break;
    }
  if (among(holder.kids, "Caption")) check_caption(file, index, holder.rule, kids, findings);
  if (holder.type == "Table") check_table(file, index, kids, findings);
  check_sequence(file, index, kids, findings);
}

void check_element(const ReadFile& file, int index, Findings& findings) {
  const TagElement& element = file.tree.elements[static_cast<std::size_t>(index)];
  for (const Place& place : kPlaces)
    if (place.type == element.role && !among(place.parents, parent_of(file.tree, element)))
      tell_grammar(findings, place.rule, at_element(file.tree, index),
                   "it stands in \"" + std::string(parent_of(file.tree, element)) + "\"");
  for (const GrammarHolder& holder : kHolders)
    if (holder.type == element.role) check_holder(file, index, holder, findings);
  if (!among(kGroups, element.role)) return;
  for (const TagKid& kid : element.kids)
    if (kid.kind != TagKid::Kind::element) {
      tell_grammar(findings, "UA1-7.2-65", at_element(file.tree, index), "it holds content itself");
      return;
    }
}

void check_grammar_rules(const ReadFile& file, Findings& findings) {
  for (std::size_t i = 0; i < file.tree.elements.size(); ++i) check_element(file, static_cast<int>(i), findings);
}

}  // namespace

const RuleGroup kGrammarRules{"grammar", kGrammarList, check_grammar_rules};

}  // namespace mognad::verification
