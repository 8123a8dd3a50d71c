// The groups of rules: a table and a check each, in the file of the same name. Ids are written out where a check
// reports, and a test compares them with the tables and with the clause lists beside the writer.
#pragma once

#include "verification/conformance.h"

namespace mognad::verification {

extern const RuleGroup kSyntaxRules;      // syntax_rules.cpp: header, trailer, cross-references, streams
extern const RuleGroup kMetadataRules;    // metadata_rules.cpp: XMP, Info, identifiers
extern const RuleGroup kSchemaRules;      // schema_rules.cpp: properties of XMP and what describes them
extern const RuleGroup kCatalogRules;     // catalog_rules.cpp: language, view, names, labels, optional content, forms
extern const RuleGroup kIntentRules;      // intent_rules.cpp: the output intent and its colour profile
extern const RuleGroup kActionRules;      // action_rules.cpp: actions and what triggers them
extern const RuleGroup kAttachmentRules;  // attachment_rules.cpp: embedded and associated files
extern const RuleGroup kFontRules;        // font_rules.cpp
extern const RuleGroup kGraphicsRules;    // graphics_rules.cpp: operators, colour, images, transparency
extern const RuleGroup kContentRules;     // content_rules.cpp: marked content, artifacts, MCIDs, text in Unicode
extern const RuleGroup kTreeRules;        // tree_rules.cpp: grammar of the structure tree, parent tree, language
extern const RuleGroup kElementRules;     // element_rules.cpp: headings, figures, tables, lists, contents
extern const RuleGroup kAnnotationRules;  // annotation_rules.cpp: annotations, links, outlines

/// Adds a finding of the group's rule of that id.
void report(Findings& findings, const RuleGroup& group, std::string_view id, std::string where, std::string found);

}  // namespace mognad::verification
