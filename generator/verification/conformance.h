// Is a finished file PDF/UA-1 (ISO 14289-1) and PDF/A-3a (ISO 19005-3)? Every rule of both that a machine can check and
// that applies to what such a file can contain. Nothing here is shared with the code that writes the files.
//
//   const Findings findings = check_conformance(Document::read(bytes));
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "verification/document.h"
#include "verification/finding.h"
#include "verification/fonts.h"
#include "verification/page_content.h"
#include "verification/tag_tree.h"

namespace mognad::verification {

/// A file, read, with what more than one group of rules looks at.
struct ReadFile {
  const Document& document;
  const std::vector<PageContent>& contents;  // a page each
  const Fonts& fonts;
  const TagTree& tree;
};

/// Rules of one subject and the function that checks them.
struct RuleGroup {
  std::string_view name;
  std::span<const Rule> rules;
  void (*check)(const ReadFile&, Findings&);
};

/// All groups, in the order in which they are checked.
std::span<const RuleGroup> rule_groups();

/// Empty: no rule is broken. In the order of the groups.
Findings check_conformance(const Document& document);

}  // namespace mognad::verification
