// A table of defects: what is done to a good file and the rule that must find it.
#pragma once

#include <catch2/catch.hpp>
#include <functional>
#include <string>
#include <vector>

#include "support/defects.h"

namespace mognad::test {

struct Defect {
  const char* what;
  const char* rule;
  std::function<void(QPDF&)> edit;
};

inline QPDFObjectHandle object(const std::string& text) { return QPDFObjectHandle::parse(text); }

inline QPDFObjectHandle first_page(QPDF& file) { return file.getAllPages().at(0); }

inline void check_defects(const std::vector<Defect>& defects) {
  for (const Defect& defect : defects) {
    INFO(defect.what);
    CHECK(broken_rules(edited(good_file(), defect.edit)).count(defect.rule) == 1);
  }
}

/// A defect in the bytes themselves.
inline void check_bytes(const std::string& bytes, const char* rule) {
  INFO(rule);
  CHECK(broken_rules(bytes).count(rule) == 1);
}

}  // namespace mognad::test
