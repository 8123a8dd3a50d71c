#include "support/defect_table.h"

#include <catch2/catch.hpp>

namespace mognad::test {
namespace {

std::set<std::string> broken_of(const verification::RuleGroup& group, const std::string& bytes) {
  std::set<std::string> of_group;
  const std::set<std::string> broken = broken_rules(bytes);
  for (const verification::Rule& rule : group.rules)
    if (broken.contains(std::string(rule.id))) of_group.emplace(rule.id);
  return of_group;
}

}  // namespace

void check_defects(const verification::RuleGroup& group, const std::vector<WideDefect>& defects) {
  CHECK(broken_of(group, good_file()).empty());
  std::set<std::string> tried;
  for (const WideDefect& defect : defects) {
    INFO(defect.what);
    const std::string bytes = edited(good_file(), defect.edit);
    const std::set<std::string> found = broken_rules(bytes);
    for (const char* rule : defect.rules) {
      INFO(rule);
      CHECK(found.contains(rule));
      tried.insert(rule);
    }
  }
  for (const verification::Rule& rule : group.rules) {
    INFO("a defect for " << rule.id);
    CHECK(tried.contains(std::string(rule.id)));
  }
}

void check_defects(const verification::RuleGroup& group, const std::vector<Defect>& defects) {
  std::vector<WideDefect> wide;
  for (const Defect& defect : defects) wide.push_back({defect.name.c_str(), defect.edit, {defect.rule.c_str()}});
  check_defects(group, wide);
}

void check_defects(const std::vector<Defect>& defects) {
  for (const Defect& defect : defects) {
    INFO(defect.name);
    CHECK(broken_rules(edited(good_file(), defect.edit)).contains(defect.rule));
  }
}

void check_bytes(const std::string& bytes, const std::string& rule) {
  INFO(rule);
  CHECK(broken_rules(bytes).contains(rule));
}

void check_allowed(const verification::RuleGroup& group, const std::function<void(QPDF&)>& edit) {
  const std::string bytes = edited(good_file(), edit);
  INFO(findings_text(bytes));
  CHECK(broken_of(group, bytes).empty());
}

QPDFObjectHandle pdf_name(const std::string& name) { return QPDFObjectHandle::newName(name); }
QPDFObjectHandle pdf_text(const std::string& text) { return QPDFObjectHandle::newUnicodeString(text); }
QPDFObjectHandle pdf_number(long long number) { return QPDFObjectHandle::newInteger(number); }
QPDFObjectHandle pdf_object(const std::string& source) { return QPDFObjectHandle::parse(source); }

QPDFObjectHandle tree_root(QPDF& file) { return file.getRoot().getKey("/StructTreeRoot"); }

QPDFObjectHandle page_at(QPDF& file, std::size_t index) { return file.getAllPages().at(index); }
QPDFObjectHandle last_page(QPDF& file) { return file.getAllPages().back(); }

QPDFObjectHandle link_of(QPDF& file) {
  for (QPDFObjectHandle& object : file.getAllObjects())
    if (object.isDictionary() && object.getKey("/Subtype").isName() && object.getKey("/Subtype").getName() == "/Link")
      return object;
  FAIL("no link");
  return QPDFObjectHandle::newNull();
}

QPDFObjectHandle add_element(QPDF& file, QPDFObjectHandle parent, const std::string& type) {
  QPDFObjectHandle element = file.makeIndirectObject(QPDFObjectHandle::newDictionary());
  element.replaceKey("/S", pdf_name("/" + type));
  element.replaceKey("/P", parent);
  QPDFObjectHandle kids = parent.getKey("/K");
  if (!kids.isArray()) {
    QPDFObjectHandle several = QPDFObjectHandle::newArray();
    if (!kids.isNull()) several.appendItem(kids);
    parent.replaceKey("/K", several);
    kids = parent.getKey("/K");
  }
  kids.appendItem(element);
  return element;
}

}  // namespace mognad::test
