#include "verification/conformance.h"

#include <algorithm>
#include <array>
#include <cassert>

#include "verification/rules.h"

namespace mognad::verification {

std::span<const RuleGroup> rule_groups() {
  static const std::array kGroups{kSyntaxRules,    kMetadataRules,   kSchemaRules,     kCatalogRules,  kIntentRules,
                                  kActionRules,    kAttachmentRules, kFontRules,       kGraphicsRules, kContentRules,
                                  kTreeRules,      kGrammarRules,    kParentTreeRules, kLanguageRules, kElementRules,
                                  kAttributeRules, kTableRules,      kAnnotationRules, kOutlineRules};
  return kGroups;
}

namespace {

/// Texts of a damaged file may be of any length: what is told of them is not.
std::string shortened(std::string text) {
  constexpr std::size_t kLongest = 300;
  if (text.size() <= kLongest) return text;
  std::size_t end = kLongest;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  return text.substr(0, end) + "…";
}

}  // namespace

void report(Findings& findings, const RuleGroup& group, std::string_view id, std::string where, std::string found) {
  // A file that breaks rules so often was made to exhaust memory, and nobody reads more.
  if (findings.size() >= 10'000) return;
  const auto rule = std::find_if(group.rules.begin(), group.rules.end(), [&](const Rule& r) { return r.id == id; });
  assert(rule != group.rules.end());
  findings.push_back({&*rule, shortened(std::move(where)), shortened(std::move(found))});
}

Findings check_conformance(const Document& document) {
  const std::vector<PageContent> contents = read_contents(document);
  const Fonts fonts = Fonts::read(document);
  const TagTree tree = read_tag_tree(document);
  Findings findings;
  for (const RuleGroup& group : rule_groups()) group.check({document, contents, fonts, tree}, findings);
  return findings;
}

}  // namespace mognad::verification
