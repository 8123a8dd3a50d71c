#include "verification/verify.h"

#include <fmt/format.h>

#include "verification/rules.h"

namespace mognad::verification {

Findings verify_file(std::string_view path, std::string bytes, const Expected& expected) {
  Findings findings;
  if (expected.file) check_bytes(*expected.file, bytes, findings);
  if (expected.file && expected.file->kind == KnownFile::Kind::figure) return findings;

  const Document document = Document::read(std::move(bytes));
  const std::vector<PageContent> contents = read_contents(document);
  const Fonts fonts = Fonts::read(document);
  const TagTree tree = read_tag_tree(document);
  const ReadFile file{document, contents, fonts, tree};
  // First whether it can be read at all: what else is found in a file that can't follows from that.
  kSyntaxRules.check(file, findings);
  if (expected.file && static_cast<std::size_t>(expected.file->pages) != document.pages.size())
    report(findings, kManifestRules, "M-manifest-9", "file",
           fmt::format("{} pages, not {}", document.pages.size(), expected.file->pages));
  check_identity(file, path, expected, findings);
  for (const RuleGroup& group : rule_groups())
    if (group.check != kSyntaxRules.check) group.check(file, findings);
  return findings;
}

std::vector<const Rule*> all_rules() {
  std::vector<const Rule*> rules;
  const auto add = [&](const RuleGroup& group) {
    for (const Rule& rule : group.rules) rules.push_back(&rule);
  };
  add(kManifestRules);
  add(kSyntaxRules);
  add(kIdentityRules);
  for (const RuleGroup& group : rule_groups())
    if (group.check != kSyntaxRules.check) add(group);
  return rules;
}

}  // namespace mognad::verification
