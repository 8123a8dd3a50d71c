#include <algorithm>
#include <array>

#include "verification/language_tag.h"
#include "verification/optional_content.h"
#include "verification/rules.h"

namespace mognad::verification {
namespace {

constexpr Rule kCatalogList[] = {
    {"A3-6.1.2-3", "ISO 19005-3, 6.1.2; ISO 32000-1, 7.7.2", "Version of the catalogue is 1.0 to 1.7",
     "Leave Version out"},
    {"A3-6.1.12-1", "ISO 19005-3, 6.1.12; ISO 32000-1, 12.8.4",
     "Permissions have the keys UR3 and DocMDP alone, and references of DocMDP no digest", "Leave Perms out"},
    {"A3-6.4.1-2", "ISO 19005-3, 6.4.1", "NeedAppearances of the form is not true", "Leave NeedAppearances out"},
    {"A3-6.4.2-1", "ISO 19005-3, 6.4.2; ISO 14289-1, 7.15; Matterhorn 25-001", "The form has no XFA", "Leave XFA out"},
    {"A3-6.4.2-2", "ISO 19005-3, 6.4.2", "The catalogue has no NeedsRendering", "Leave NeedsRendering out"},
    {"A3-6.7.2-1", "ISO 19005-3, 6.7.2; ISO 14289-1, 6.2", "Marked of MarkInfo is true",
     "Write MarkInfo with Marked true"},
    {"A3-6.7.3-31", "ISO 19005-3, 6.7.3.1; ISO 14289-1, 7.1", "The catalogue has a StructTreeRoot",
     "Write the structure tree and refer to it"},
    {"A3-6.7.4-31", "ISO 19005-3, 6.7.4; ISO 32000-1, 14.9.2; RFC 5646", "Lang of the catalogue is a language tag",
     "Write a tag such as sv-SE"},
    {"UA1-7.2-31", "ISO 14289-1, 7.2; Matterhorn 11-001 to 11-006", "The catalogue says the document's language",
     "Write Lang into the catalogue"},
    {"UA1-7.1-32", "ISO 14289-1, 7.1; Matterhorn 01-007", "Suspects of MarkInfo is not true", "Leave Suspects out"},
    {"UA1-7.1-33", "ISO 14289-1, 7.1; Matterhorn 07-001, 07-002",
     "ViewerPreferences has DisplayDocTitle, and it is true", "Write DisplayDocTitle true"},
    {"A3-6.9-1", "ISO 19005-3, 6.9; ISO 14289-1, 7.10; Matterhorn 20-001, 20-002",
     "Every configuration of optional content has a Name of its own", "Write a Name into each"},
    {"A3-6.9-2", "ISO 19005-3, 6.9; ISO 14289-1, 7.10; Matterhorn 20-003",
     "No configuration of optional content has AS", "Leave AS out"},
    {"A3-6.9-3", "ISO 19005-3, 6.9", "Order of a configuration holds all groups of optional content",
     "Write every group into Order"},
    {"A3-6.9-4", "ISO 32000-1, 8.11.4", "OCProperties has OCGs and D", "Write both"},
    {"A3-6.10-1", "ISO 19005-3, 6.10", "Names has no AlternatePresentations", "Leave AlternatePresentations out"},
    {"A3-6.10-2", "ISO 19005-3, 6.10", "No page has PresSteps", "Leave PresSteps out"},
    {"A3-6.11-1", "ISO 19005-3, 6.11", "The catalogue has no Requirements", "Leave Requirements out"},
    {"M-catalog-1", "ISO 32000-1, 7.7.2, Table 28", "Type of the catalogue is Catalog, and it has pages",
     "Write the catalogue and its pages"},
    {"M-catalog-2", "ISO 32000-1, 7.7.4, Table 31", "Names has the keys of the standard alone", "Leave other keys out"},
    {"M-catalog-3", "ISO 32000-1, 12.4.2",
     "PageLabels gives every page a label, in the order of pages and in a style of the standard",
     "Begin at page 0 and sort by page"},
    {"M-catalog-4", "ISO 32000-1, 7.7.3.3 and 14.11.2",
     "Every page has a MediaBox, and every boundary has four numbers inside it", "Write the boundary again"},
    {"M-catalog-5", "ISO 32000-1, 7.7.3.3", "Rotate of a page is a multiple of 90", "Write 0, 90, 180 or 270"},
};

void tell_catalog(Findings& findings, std::string_view id, std::string where, std::string found) {
  report(findings, kCatalogRules, id, std::move(where), std::move(found));
}

const std::string kWhere = "the catalogue";

bool is_true(const Document& document, std::string_view in, std::string_view key) {
  const Dictionary* dictionary = document.get(document.catalog, in).dictionary();
  return dictionary && document.get(*dictionary, key).boolean_or(false);
}

void check_catalogue(const Document& document, Findings& findings) {
  const Dictionary& catalog = document.catalog;
  if (document.get(catalog, "Type").name() != "Catalog")
    tell_catalog(findings, "M-catalog-1", kWhere, "no Type Catalog");
  if (document.pages.empty()) tell_catalog(findings, "M-catalog-1", kWhere, "no page");
  const std::string_view version = document.get(catalog, "Version").name();
  const bool allowed = version.size() == 3 && version.substr(0, 2) == "1." && version[2] >= '0' && version[2] <= '7';
  if (catalog.has("Version") && !allowed)
    tell_catalog(findings, "A3-6.1.2-3", kWhere, "Version " + std::string(version));
  if (!is_true(document, "MarkInfo", "Marked"))
    tell_catalog(findings, "A3-6.7.2-1", kWhere, "no MarkInfo with Marked true");
  if (is_true(document, "MarkInfo", "Suspects")) tell_catalog(findings, "UA1-7.1-32", kWhere, "Suspects true");
  if (!is_true(document, "ViewerPreferences", "DisplayDocTitle"))
    tell_catalog(findings, "UA1-7.1-33", kWhere, "no ViewerPreferences with DisplayDocTitle true");
  if (!document.get(catalog, "StructTreeRoot").dictionary())
    tell_catalog(findings, "A3-6.7.3-31", kWhere, "no StructTreeRoot");
  if (catalog.has("Requirements")) tell_catalog(findings, "A3-6.11-1", kWhere, "Requirements");
  if (document.get(catalog, "NeedsRendering").boolean_or(catalog.has("NeedsRendering")))
    tell_catalog(findings, "A3-6.4.2-2", kWhere, "NeedsRendering");
}

void check_language(const Document& document, Findings& findings) {
  const String* language = document.get(document.catalog, "Lang").string();
  if (!language || language->bytes.empty()) {
    tell_catalog(findings, "UA1-7.2-31", kWhere, "no Lang");
    return;
  }
  const std::string tag = text_of(*language);
  if (!is_language_tag(tag)) tell_catalog(findings, "A3-6.7.4-31", kWhere, "Lang " + tag);
}

void check_form(const Document& document, Findings& findings) {
  const Dictionary* form = document.get(document.catalog, "AcroForm").dictionary();
  if (!form) return;
  if (document.get(*form, "NeedAppearances").boolean_or(false))
    tell_catalog(findings, "A3-6.4.1-2", "AcroForm", "NeedAppearances true");
  if (form->has("XFA")) tell_catalog(findings, "A3-6.4.2-1", "AcroForm", "XFA");
}

void check_permissions(const Document& document, Findings& findings) {
  const Dictionary* permissions = document.get(document.catalog, "Perms").dictionary();
  if (!permissions) return;
  for (const Dictionary::Entry& entry : permissions->entries())
    if (entry.key != "UR3" && entry.key != "DocMDP") tell_catalog(findings, "A3-6.1.12-1", "Perms", entry.key);
  const Dictionary* signature = document.get(*permissions, "DocMDP").dictionary();
  const Array* references = signature ? document.get(*signature, "Reference").array() : nullptr;
  for (std::size_t i = 0; references && i < references->size(); ++i)
    if (const Dictionary* reference = document.resolve((*references)[i]).dictionary())
      for (const char* key : {"DigestLocation", "DigestMethod", "DigestValue"})
        if (reference->has(key)) tell_catalog(findings, "A3-6.1.12-1", "Perms", key);
}

void check_names(const Document& document, Findings& findings) {
  static constexpr std::array<std::string_view, 9> kKnown{"AP",    "Dests",      "EmbeddedFiles", "IDS", "JavaScript",
                                                          "Pages", "Renditions", "Templates",     "URLS"};
  const Dictionary* names = document.get(document.catalog, "Names").dictionary();
  if (!names) return;
  for (const Dictionary::Entry& entry : names->entries())
    if (entry.key == "AlternatePresentations") tell_catalog(findings, "A3-6.10-1", "Names", entry.key);
    else if (std::find(kKnown.begin(), kKnown.end(), entry.key) == kKnown.end())
      tell_catalog(findings, "M-catalog-2", "Names", entry.key);
}

std::string fault_of_label(const Document& document, const Dictionary& label) {
  static constexpr std::array<std::string_view, 5> kStyles{"D", "R", "r", "A", "a"};
  const std::string_view style = document.get(label, "S").name();
  if (label.has("S") && std::find(kStyles.begin(), kStyles.end(), style) == kStyles.end())
    return "the style " + std::string(style);
  if (label.has("P") && !document.get(label, "P").string()) return "a prefix that is no string";
  if (label.has("St") && document.get(label, "St").integer_or(0) < 1) return "a first number below 1";
  return "";
}

/// A number tree (ISO 32000-1, 7.9.7): leaves with Nums, above them Kids. The budget is for nodes and what they
/// hold, as a damaged file may share nodes.
void read_labels(const Document& document, const Dictionary& node, Array& numbers, int& budget) {
  if (--budget < 0) return;
  if (const Array* own = document.get(node, "Nums").array()) {
    numbers.insert(numbers.end(), own->begin(), own->end());
    budget -= static_cast<int>(std::min<std::size_t>(own->size(), 100000));
  }
  const Array* kids = document.get(node, "Kids").array();
  for (std::size_t i = 0; kids && i < kids->size() && budget > 0; ++i)
    if (const Dictionary* kid = document.resolve((*kids)[i]).dictionary()) read_labels(document, *kid, numbers, budget);
}

void check_labels(const Document& document, Findings& findings) {
  const Dictionary* root = document.get(document.catalog, "PageLabels").dictionary();
  if (!root) return;
  const std::string where = "PageLabels";
  Array numbers;
  int budget = 100000;
  read_labels(document, *root, numbers, budget);
  if (numbers.empty() || numbers.size() % 2 != 0) {
    tell_catalog(findings, "M-catalog-3", where, "no pairs of page and label");
    return;
  }
  long long before = -1;
  for (std::size_t i = 0; i < numbers.size(); i += 2) {
    const long long page = document.resolve(numbers[i]).integer_or(-1);
    const Dictionary* label = document.resolve(numbers[i + 1]).dictionary();
    if (i == 0 && page != 0) tell_catalog(findings, "M-catalog-3", where, "no label for page 1");
    else if (page <= before || page >= static_cast<long long>(document.pages.size()))
      tell_catalog(findings, "M-catalog-3", where,
                   "index " + std::to_string(page) + " out of order or beyond the pages");
    before = page;
    const std::string fault = label ? fault_of_label(document, *label) : "a label that is no dictionary";
    if (!fault.empty()) tell_catalog(findings, "M-catalog-3", where, fault);
  }
}

struct Box {
  double left, bottom, right, top;
};

/// Corners may be given in any order (ISO 32000-1, 7.9.5).
bool read_box(const Document& document, const Value& value, Box& box) {
  const Array* corners = value.array();
  if (!corners || corners->size() != 4) return false;
  std::array<double, 4> side{};
  for (std::size_t i = 0; i < 4; ++i) {
    const Value& number = document.resolve((*corners)[i]);
    if (!number.is_number()) return false;
    side[i] = number.number_or(0);
  }
  box = {std::min(side[0], side[2]), std::min(side[1], side[3]), std::max(side[0], side[2]),
         std::max(side[1], side[3])};
  return true;
}

void check_page(const Document& document, std::size_t index, Findings& findings) {
  const Dictionary& page = document.pages[index].dictionary;
  if (page.has("PresSteps")) tell_catalog(findings, "A3-6.10-2", on_page(index), "PresSteps");
  if (page.has("Rotate") && document.get(page, "Rotate").integer_or(1) % 90 != 0)
    tell_catalog(findings, "M-catalog-5", on_page(index), "another Rotate");
  Box media{};
  if (!read_box(document, document.get(page, "MediaBox"), media)) {
    tell_catalog(findings, "M-catalog-4", on_page(index), "no MediaBox of four numbers");
    return;
  }
  constexpr double kSlack = 0.01;  // of rounding
  for (const char* key : {"CropBox", "BleedBox", "TrimBox", "ArtBox"}) {
    Box box{};
    if (!page.has(key)) continue;
    if (!read_box(document, document.get(page, key), box))
      tell_catalog(findings, "M-catalog-4", on_page(index), key + std::string(" of other than four numbers"));
    else if (box.left < media.left - kSlack || box.bottom < media.bottom - kSlack || box.right > media.right + kSlack ||
             box.top > media.top + kSlack)
      tell_catalog(findings, "M-catalog-4", on_page(index), key + std::string(" beyond MediaBox"));
  }
}

void check_catalog_rules(const ReadFile& file, Findings& findings) {
  const Document& document = file.document;
  check_catalogue(document, findings);
  check_language(document, findings);
  check_form(document, findings);
  check_permissions(document, findings);
  for (OptionalContentFault& fault : faults_of_optional_content(document))
    tell_catalog(findings, fault.rule, "OCProperties", std::move(fault.found));
  check_names(document, findings);
  check_labels(document, findings);
  for (std::size_t i = 0; i < document.pages.size(); ++i) check_page(document, i, findings);
}

}  // namespace

const RuleGroup kCatalogRules{"catalog", kCatalogList, check_catalog_rules};

}  // namespace mognad::verification
