// The groups of rules: a table and a check each, in the file of the same name. Ids are written out where a check
// reports; a test compares the tables with the lists of clauses beside the writer.
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
extern const RuleGroup kTreeRules;        // tree_rules.cpp: the structure tree, role map, classes, IDs
extern const RuleGroup kGrammarRules;     // grammar_rules.cpp: which element stands in which
extern const RuleGroup kParentTreeRules;  // parent_tree_rules.cpp: the way from content back to its element
extern const RuleGroup kLanguageRules;    // language_rules.cpp: language of texts
extern const RuleGroup kElementRules;     // element_rules.cpp: headings, figures, lists, notes
extern const RuleGroup kAttributeRules;   // attribute_rules.cpp: owners and values of attributes
extern const RuleGroup kTableRules;       // table_rules.cpp: grid and heads of tables
extern const RuleGroup kAnnotationRules;  // annotation_rules.cpp: annotations and links
extern const RuleGroup kOutlineRules;     // outline_rules.cpp: bookmarks

/// Adds a finding of the group's rule of that id.
void report(Findings& findings, const RuleGroup& group, std::string_view id, std::string where, std::string found);

}  // namespace mognad::verification
