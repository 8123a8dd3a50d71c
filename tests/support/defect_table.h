// Defects in rows: what is done to a good file and which rule must find it. A table covers a group of rules: each rule
// has a defect at least, and the good file breaks none of them.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "support/defects.h"
#include "verification/conformance.h"

namespace mognad::test {

struct Defect {
  std::string name;
  std::string rule;
  std::function<void(QPDF&)> edit;
};

/// A defect that breaks several rules, as one of fonts does those of both standards.
struct WideDefect {
  const char* what;
  std::function<void(QPDF&)> edit;
  std::vector<const char*> rules;
};

void check_defects(const verification::RuleGroup& group, const std::vector<Defect>& defects);
void check_defects(const verification::RuleGroup& group, const std::vector<WideDefect>& defects);
/// The same for defects of several groups, without a demand that each rule has one.
void check_defects(const std::vector<Defect>& defects);
/// A defect in the bytes themselves.
void check_bytes(const std::string& bytes, const std::string& rule);

/// What the file is after the edit breaks no rule of the group.
void check_allowed(const verification::RuleGroup& group, const std::function<void(QPDF&)>& edit);

QPDFObjectHandle pdf_name(const std::string& name);  // "/P"
QPDFObjectHandle pdf_text(const std::string& text);  // a string
QPDFObjectHandle pdf_number(long long number);
QPDFObjectHandle pdf_object(const std::string& source);  // as it is written in a file
/// The root of the structure tree.
QPDFObjectHandle tree_root(QPDF& file);
QPDFObjectHandle page_at(QPDF& file, std::size_t index);
QPDFObjectHandle last_page(QPDF& file);
/// The first link annotation.
QPDFObjectHandle link_of(QPDF& file);
/// A new indirect structure element, put last among the kids of the parent.
QPDFObjectHandle add_element(QPDF& file, QPDFObjectHandle parent, const std::string& type);

}  // namespace mognad::test
