#include <catch2/catch.hpp>

#include <regex>
#include <set>
#include <string>

#include "support/sample.h"
#include "verification/conformance.h"

using namespace mognad;
using namespace mognad::test;

namespace {

std::set<std::string> ids_of_rules() {
  std::set<std::string> ids;
  for (const verification::RuleGroup& group : verification::rule_groups())
    for (const verification::Rule& rule : group.rules) ids.emplace(rule.id);
  return ids;
}

/// The ids that a list names: `A3-6.9-1`, and from `A3-6.9-1` to `-4`.
std::set<std::string> ids_named_in(const std::string& text) {
  static const std::regex pattern("`((?:UA1|A3|M)-[A-Za-z0-9.]+)-([0-9]+)`(?: to `-([0-9]+)`)?");
  std::set<std::string> ids;
  for (std::sregex_iterator i(text.begin(), text.end(), pattern), end; i != end; ++i) {
    const int first = std::stoi((*i)[2]), last = (*i)[3].matched ? std::stoi((*i)[3]) : first;
    for (int n = first; n <= last; ++n) ids.insert((*i)[1].str() + "-" + std::to_string(n));
  }
  return ids;
}

}  // namespace

TEST_CASE("Every rule stands in the lists of clauses, and every one named there is checked", "[verification]") {
  const std::string lists =
      source_file("generator/export/pdf/PDF_UA1.md") + source_file("generator/export/pdf/PDF_A3.md");
  CHECK(ids_named_in(lists) == ids_of_rules());
}

TEST_CASE("Every rule has an id of its own, a clause, a demand and an advice", "[verification]") {
  std::set<std::string_view> seen;
  for (const verification::RuleGroup& group : verification::rule_groups())
    for (const verification::Rule& rule : group.rules) {
      INFO(rule.id);
      CHECK(seen.insert(rule.id).second);
      CHECK_FALSE((rule.clause.empty() || rule.demand.empty() || rule.advice.empty()));
    }
}
