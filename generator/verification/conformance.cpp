#include "verification/conformance.h"

#include <algorithm>
#include <array>
#include <cassert>

#include "verification/rules.h"

namespace mognad::verification {

std::span<const RuleGroup> rule_groups() {
  static const std::array kGroups{kSyntaxRules, kMetadataRules,   kSchemaRules,     kCatalogRules,  kIntentRules,
                                  kActionRules, kAttachmentRules, kFontRules,       kGraphicsRules, kContentRules,
                                  kTreeRules,   kGrammarRules,    kParentTreeRules, kLanguageRules, kElementRules,
                                  kTableRules,  kAnnotationRules, kOutlineRules};
  return kGroups;
}

void report(Findings& findings, const RuleGroup& group, std::string_view id, std::string where, std::string found) {
  const auto rule = std::find_if(group.rules.begin(), group.rules.end(), [&](const Rule& r) { return r.id == id; });
  assert(rule != group.rules.end());
  findings.push_back({&*rule, std::move(where), std::move(found)});
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
