#include "verification/verify.h"

#include <fmt/format.h>

#include "verification/rules.h"

namespace mognad::verification {

namespace {

/// Whether it is to be read as a PDF file.
bool is_document(const KnownFile& file) {
  if (file.is_of_several())
    return !file.path.ends_with(".html") && (file.kind == KnownFile::Kind::group || file.path.ends_with(".pdf"));
  return file.kind == KnownFile::Kind::report;
}

}  // namespace

Findings verify_file(std::string_view path, std::string bytes, const Expected& expected) {
  Findings findings;
  if (expected.file) check_bytes(*expected.file, bytes, findings);
  if (expected.file && !is_document(*expected.file)) return findings;

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
