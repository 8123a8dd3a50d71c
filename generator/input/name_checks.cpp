// Names of organisations and units that are nearly alike.
#include <fmt/format.h>

#include <map>

#include "input/data_checks.h"
#include "language/likeness.h"

namespace mognad {
namespace {

const Organisation& organisation(const DataCheck& check, std::size_t index) {
  return check.dataset.organisations[index];
}

/// "the same name, 'Ale'", or how the two names differ.
std::string alike(const std::string& a, const std::string& b) {
  if (a == b) return fmt::format("have the same name, '{}'", excerpt(a));
  return fmt::format("have names that differ only in case, blanks or hyphens: '{}' and '{}'", excerpt(a), excerpt(b));
}

/// The first and the last year that an organisation measured; 0 when it never did.
struct Span {
  int first = 0;
  int last = 0;
};

std::vector<Span> measured(const Dataset& dataset) {
  std::vector<Span> spans(dataset.organisations.size());
  for (const Measurement& m : dataset.measurements) {
    Span& span = spans[static_cast<std::size_t>(m.organisation)];
    if (span.first == 0) span.first = m.year;
    span.last = m.year;
  }
  return spans;
}

/// Two organisations of one name may be one whose code was changed: when one stops where the other begins.
std::string hint_for_alike(const DataCheck& check, std::size_t a, std::size_t b, const std::vector<Span>& spans) {
  for (const auto& [old, next] : {std::pair(a, b), std::pair(b, a)})
    if (spans[old].last > 0 && spans[next].first > spans[old].last)
      return fmt::format("'{}' measured until {}, '{}' from {} on: has the code changed?",
                         excerpt(organisation(check, old).code), spans[old].last,
                         excerpt(organisation(check, next).code), spans[next].first);
  return "if they are one, let them have one code; else names that can be told apart";
}

void check_organisation_names(DataCheck& check) {
  const std::vector<Span> spans = measured(check.dataset);
  std::map<std::pair<std::string, std::string>, std::size_t> known;
  for (std::size_t o = 0; o < check.dataset.organisations.size(); ++o) {
    const Organisation& own = organisation(check, o);
    const auto [first, added] = known.emplace(std::pair(own.type, likeness_key(own.name)), o);
    if (added) continue;
    const Organisation& other = organisation(check, first->second);
    check.add(Severity::warning, "organisations",
              fmt::format("the organisations '{}' and '{}' {}", excerpt(other.code), excerpt(own.code),
                          alike(other.name, own.name)),
              hint_for_alike(check, first->second, o, spans));
  }
}

void report_units(DataCheck& check, const Unit& a, const Unit& b, const std::string& message) {
  check.add(Severity::warning, check.role_of_units(),
            fmt::format("the units '{}' and '{}' of '{}' {}", excerpt(a.id), excerpt(b.id), check.code(a.organisation),
                        message),
            "if they are one, let them have one id; else names that can be told apart");
}

void check_unit_names(DataCheck& check) {
  std::map<std::pair<int, std::string>, const Unit*> ids, names;
  for (const Unit& unit : check.dataset.units) {
    const auto [same_id, new_id] = ids.emplace(std::pair(unit.organisation, likeness_key(unit.id)), &unit);
    if (!new_id) {
      report_units(check, *same_id->second, unit, "differ only in case, blanks or hyphens");
      continue;
    }
    if (unit.name.empty()) continue;
    const auto [same_name, new_name] = names.emplace(std::pair(unit.organisation, likeness_key(unit.name)), &unit);
    if (!new_name) report_units(check, *same_name->second, unit, alike(same_name->second->name, unit.name));
  }
}

}  // namespace

void check_names(DataCheck& check) {
  check_organisation_names(check);
  check_unit_names(check);
}

}  // namespace mognad
