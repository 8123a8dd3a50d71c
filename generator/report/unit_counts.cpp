#include "report/unit_counts.h"

#include <algorithm>
#include <map>
#include <numeric>

namespace mognad {
namespace {

std::size_t type_order(const ReportFacts& f, UnitIndex unit) {
  const std::string& type = f.inputs.dataset.units[static_cast<std::size_t>(unit)].unit_type;
  const auto& types = f.survey.unit_types;
  return static_cast<std::size_t>(
      std::find_if(types.begin(), types.end(), [&](const UnitType& t) { return t.id == type; }) - types.begin());
}

void withhold(std::vector<UnitCount>& counts, int minimum) {
  std::vector<std::size_t> order(counts.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return *counts[a].respondents < *counts[b].respondents; });
  int withheld = 0, sum = 0;
  for (const std::size_t i : order) {
    const int respondents = *counts[i].respondents;
    if (respondents >= minimum && (withheld == 0 || (withheld >= 2 && sum >= minimum))) break;
    counts[i].respondents.reset();
    ++withheld;
    sum += respondents;
  }
}

}  // namespace

std::vector<UnitCount> unit_counts(const ReportFacts& f) {
  const Measurement* m = f.measurement(f.year);
  if (!m || m->computed_elsewhere()) return {};
  std::map<UnitIndex, int> by_unit;
  for (int r = 0; r < m->respondents; ++r)
    ++by_unit[f.inputs.dataset.respondents[static_cast<std::size_t>(m->first_respondent + r)].unit];
  by_unit.erase(-1);
  if (by_unit.size() < 2) return {};
  std::vector<UnitCount> counts;
  for (const auto& [unit, respondents] : by_unit) counts.push_back({unit, respondents});
  std::stable_sort(counts.begin(), counts.end(), [&](const UnitCount& a, const UnitCount& b) {
    return type_order(f, a.unit) < type_order(f, b.unit);
  });
  withhold(counts, f.survey.disclosure.minimum_respondents);
  return counts;
}

}  // namespace mognad
