#include <algorithm>
#include <cctype>
#include <unordered_map>

#include "verification/rules.h"

namespace mognad::verification {
namespace {

constexpr Rule kElementList[]{
    {"UA1-7.3-1", "ISO 14289-1, 7.3; Matterhorn 13-004", "A figure has an alternative or replacement text",
     "Describe the figure in Alt."},
    {"UA1-7.3-2", "ISO 14289-1, 7.3; ISO 32000-1, 14.9.3", "An alternative text says what is there and is no file name",
     "Describe the content in words."},
    {"UA1-7.3-3", "ISO 32000-1, table 344; ISO 14289-1, 6.2",
     "A figure that stands on one page tells its bounding box, which lies on the page",
     "Write BBox, four rising numbers within MediaBox, among the Layout attributes of the figure."},
    {"UA1-7.3-4", "ISO 14289-1, 7.1; ISO 32000-1, 14.9.3 and 14.9.4", "Alt and ActualText of an element are not empty",
     "Write the text, or leave the key out."},
    {"UA1-7.4.2-1", "ISO 14289-1, 7.4.2; Matterhorn 14-002", "The first heading is an H1",
     "Begin the document with a heading of the first level."},
    {"UA1-7.4.2-2", "ISO 14289-1, 7.4.2; Matterhorn 14-003", "Headings go down one level at a time",
     "Use the level below the last heading."},
    {"UA1-7.4.4-1", "ISO 14289-1, 7.4.4; Matterhorn 14-006", "No element has more than one H among its kids",
     "Put each H with its text into an element of its own."},
    {"UA1-7.4.4-2", "ISO 14289-1, 7.4.4; Matterhorn 14-007", "H and H1 to H6 are not used in one document",
     "Use numbered headings only."},
    {"UA1-7.5-5", "ISO 32000-1, table 344; ISO 14289-1, 6.2",
     "A table that stands on one page tells its bounding box, which lies on the page",
     "Write BBox, four rising numbers within MediaBox, among the Layout attributes of the table."},
    {"UA1-7.6-1", "ISO 14289-1, 7.6; Matterhorn 16-001", "A list whose items have labels tells its ListNumbering",
     "Write ListNumbering among the List attributes of L."},
    {"UA1-7.6-2", "ISO 32000-1, table 347", "ListNumbering is one of the standard values",
     "Write Disc, Circle, Square, Decimal, UpperRoman, LowerRoman, UpperAlpha, LowerAlpha or None."},
    {"UA1-7.7-1", "ISO 14289-1, 7.7; Matterhorn 17-002", "A formula has an alternative or replacement text",
     "Say the formula in Alt."},
    {"UA1-7.9-1", "ISO 14289-1, 7.9; Matterhorn 19-003", "A note has an ID", "Give the note an ID."},
    {"UA1-7.9-2", "ISO 14289-1, 7.9; Matterhorn 19-004", "No two notes have the same ID",
     "Give each note an ID of its own."},
};

void tell_element(Findings& findings, std::string_view id, std::string where, std::string what) {
  report(findings, kElementRules, id, std::move(where), std::move(what));
}

const TagElement& element_at(const ReadFile& file, int index) {
  return file.tree.elements[static_cast<std::size_t>(index)];
}

/// Nothing to be read: empty, or white space only, no-break and zero-width spaces and soft hyphens included.
bool is_blank(std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte <= 0x20) continue;
    const std::string_view rest = text.substr(i);
    if (rest.starts_with("\u00A0") || rest.starts_with("\u00AD")) i += 1;
    else if (rest.starts_with("\u200B") || rest.starts_with("\uFEFF") || rest.starts_with("\u2009")) i += 2;
    else return false;
  }
  return true;
}

/// One word that ends as pictures do: "chart_3.png".
bool is_file_name(std::string_view text) {
  if (text.find(' ') != std::string_view::npos) return false;
  const std::size_t dot = text.rfind('.');
  if (dot == std::string_view::npos) return false;
  std::string ending(text.substr(dot + 1));
  std::transform(ending.begin(), ending.end(), ending.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  for (const char* known : {"png", "jpg", "jpeg", "gif", "svg", "pdf", "eps", "tif", "tiff", "bmp", "webp", "emf"})
    if (ending == known) return true;
  return false;
}

void check_texts(const ReadFile& file, int index, Findings& findings) {
  const TagElement& element = element_at(file, index);
  const bool described =
      (element.has_alternative && !is_blank(element.alternative)) || (element.has_actual && !is_blank(element.actual));
  if (!described && element.role == "Figure")
    tell_element(findings, "UA1-7.3-1", at_element(file.tree, index), "no text in Alt or ActualText");
  else if (!described && element.role == "Formula")
    tell_element(findings, "UA1-7.7-1", at_element(file.tree, index), "no text in Alt or ActualText");
  else if (element.has_alternative && is_blank(element.alternative))
    tell_element(findings, "UA1-7.3-4", at_element(file.tree, index), "Alt is empty");
  // A Span with an empty ActualText takes away what is not to be read, such as a hyphen at the end of a line.
  else if (element.has_actual && is_blank(element.actual) && element.role != "Span")
    tell_element(findings, "UA1-7.3-4", at_element(file.tree, index), "ActualText is empty");
  if (element.has_alternative && is_file_name(element.alternative))
    tell_element(findings, "UA1-7.3-2", at_element(file.tree, index), "Alt is \"" + element.alternative + "\"");
}

/// Pages on which an element and what is below it stand: the first and the last one; both −1: none.
std::pair<int, int> pages_of(const TagTree& tree, int index) {
  int first = -1;
  int last = -1;
  const int depth = tree.elements[static_cast<std::size_t>(index)].depth;
  for (std::size_t i = static_cast<std::size_t>(index); i < tree.elements.size(); ++i) {
    if (i > static_cast<std::size_t>(index) && tree.elements[i].depth <= depth) break;
    for (const TagKid& kid : tree.elements[i].kids) {
      if (kid.page < 0) continue;
      first = first < 0 ? kid.page : std::min(first, kid.page);
      last = std::max(last, kid.page);
    }
  }
  return {first, last};
}

/// `box` is four numbers. A page without a sound MediaBox is another rule's.
bool lies_on_page(const Document& document, const Array& box, std::size_t page) {
  const Array* media = document.get(document.pages[page].dictionary, "MediaBox").array();
  if (!media || media->size() != 4) return true;
  const auto number = [&](const Array& of, std::size_t i) { return document.resolve(of[i]).number_or(0); };
  for (const std::size_t side : {0U, 1U}) {
    const auto [least, most] = std::minmax({number(*media, side), number(*media, side + 2)});
    if (number(box, side) < least || number(box, side + 2) > most) return false;
  }
  return true;
}

void check_box(const ReadFile& file, int index, Findings& findings) {
  const TagElement& element = element_at(file, index);
  const std::string_view rule = element.role == "Table" ? "UA1-7.5-5" : "UA1-7.3-3";
  // A figure in a figure, and a table in a table, stands within the box of the outer one, and walking through both
  // would take a square of time.
  for (int outer = element.parent; outer >= 0; outer = element_at(file, outer).parent)
    if (element_at(file, outer).role == element.role) return;
  const auto [first, last] = pages_of(file.tree, index);
  if (first < 0 || first != last) return;
  const Value& box = element.attribute("Layout", "BBox");
  const Array* numbers = file.document.resolve(box).array();
  if (!numbers) {
    tell_element(findings, rule, at_element(file.tree, index), "no BBox");
    return;
  }
  const auto number = [&](std::size_t i) { return file.document.resolve((*numbers)[i]); };
  bool sound = numbers->size() == 4;
  for (std::size_t i = 0; sound && i < 4; ++i) sound = number(i).is_number();
  if (!sound || number(0).number_or(0) >= number(2).number_or(0) || number(1).number_or(0) >= number(3).number_or(0))
    tell_element(findings, rule, at_element(file.tree, index), "BBox is no rectangle");
  else if (!lies_on_page(file.document, *numbers, static_cast<std::size_t>(first)))
    tell_element(findings, rule, at_element(file.tree, index), "BBox reaches beyond MediaBox");
}

/// The level of H1, H2 …; 0: no numbered heading.
int heading_level(std::string_view role) {
  return role.size() == 2 && role[0] == 'H' && role[1] >= '1' && role[1] <= '6' ? role[1] - '0' : 0;
}

void check_headings(const ReadFile& file, Findings& findings) {
  int last = 0;
  int numbered = -1;
  int plain = -1;
  for (std::size_t i = 0; i < file.tree.elements.size(); ++i) {
    const TagElement& element = file.tree.elements[i];
    const int index = static_cast<int>(i);
    if (element.role == "H") plain = index;
    if (std::count_if(element.kids.begin(), element.kids.end(), [&](const TagKid& kid) {
          return kid.kind == TagKid::Kind::element && element_at(file, kid.element).role == "H";
        }) > 1)
      tell_element(findings, "UA1-7.4.4-1", at_element(file.tree, index), "several H");
    const int level = heading_level(element.role);
    if (level == 0) continue;
    numbered = index;
    if (last == 0 && level != 1) tell_element(findings, "UA1-7.4.2-1", at_element(file.tree, index), "it comes first");
    else if (level > last + 1)
      tell_element(findings, "UA1-7.4.2-2", at_element(file.tree, index), "it follows H" + std::to_string(last));
    last = level;
  }
  if (numbered >= 0 && plain >= 0)
    tell_element(findings, "UA1-7.4.4-2", at_element(file.tree, plain),
                 "there is also " + at_element(file.tree, numbered));
}

bool has_labels(const ReadFile& file, const TagElement& list) {
  for (const TagKid& item : list.kids) {
    if (item.kind != TagKid::Kind::element || element_at(file, item.element).role != "LI") continue;
    for (const TagKid& part : element_at(file, item.element).kids)
      if (part.kind == TagKid::Kind::element && element_at(file, part.element).role == "Lbl") return true;
  }
  return false;
}

void check_list(const ReadFile& file, int index, Findings& findings) {
  const TagElement& list = element_at(file, index);
  const Value& value = file.document.resolve(list.attribute("List", "ListNumbering"));
  if (value.is_null()) {
    // ListNumbering is inherited (ISO 32000-1, table 347).
    for (int outer = list.parent; outer >= 0; outer = element_at(file, outer).parent)
      if (!element_at(file, outer).attribute("List", "ListNumbering").is_null()) return;
    if (has_labels(file, list)) tell_element(findings, "UA1-7.6-1", at_element(file.tree, index), "no ListNumbering");
    return;
  }
  const std::string_view name = value.name();
  for (const char* known :
       {"Disc", "Circle", "Square", "Decimal", "UpperRoman", "LowerRoman", "UpperAlpha", "LowerAlpha"})
    if (name == known) return;
  if (name != "None")
    tell_element(findings, "UA1-7.6-2", at_element(file.tree, index), "ListNumbering is \"" + std::string(name) + "\"");
  else if (has_labels(file, list))
    tell_element(findings, "UA1-7.6-1", at_element(file.tree, index),
                 "ListNumbering is None although items have labels");
}

void check_notes(const ReadFile& file, Findings& findings) {
  std::unordered_map<std::string_view, int> seen;
  for (std::size_t i = 0; i < file.tree.elements.size(); ++i) {
    const TagElement& element = file.tree.elements[i];
    if (element.role != "Note") continue;
    const int index = static_cast<int>(i);
    const String* id = file.document.get(element.dictionary, "ID").string();
    if (!id || id->bytes.empty()) {
      tell_element(findings, "UA1-7.9-1", at_element(file.tree, index), "no ID");
    } else if (const auto [place, fresh] = seen.emplace(id->bytes, index); !fresh) {
      tell_element(findings, "UA1-7.9-2", at_element(file.tree, index),
                   "the ID of " + at_element(file.tree, place->second) + ", too");
    }
  }
}

void check_element_rules(const ReadFile& file, Findings& findings) {
  for (std::size_t i = 0; i < file.tree.elements.size(); ++i) {
    const int index = static_cast<int>(i);
    check_texts(file, index, findings);
    if (const std::string& role = element_at(file, index).role; role == "Figure" || role == "Table")
      check_box(file, index, findings);
    if (element_at(file, index).role == "L") check_list(file, index, findings);
  }
  check_headings(file, findings);
  check_notes(file, findings);
}

}  // namespace

const RuleGroup kElementRules{"element", kElementList, check_element_rules};

}  // namespace mognad::verification
