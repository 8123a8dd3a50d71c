#include "dataset/dataset.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <tuple>

namespace mognad {
namespace {

/// Of const measurements, or of those that may be changed.
template <typename Measurements>
auto* found_in(Measurements& measurements, OrganisationIndex organisation, int year) {
  const auto before = [](const Measurement& m, const std::pair<int, int>& key) {
    return std::pair(m.organisation, m.year) < key;
  };
  const auto found = std::lower_bound(measurements.begin(), measurements.end(), std::pair(organisation, year), before);
  const bool right = found != measurements.end() && found->organisation == organisation && found->year == year;
  return right ? &*found : nullptr;
}

}  // namespace

const Measurement* Dataset::find(OrganisationIndex organisation, int year) const {
  return found_in(measurements, organisation, year);
}

Measurement* Dataset::find(OrganisationIndex organisation, int year) {
  return found_in(measurements, organisation, year);
}

int Dataset::property(const std::string& name) const {
  if (name.empty()) return -1;
  const auto found = std::find(property_names.begin(), property_names.end(), name);
  return found == property_names.end() ? -1 : static_cast<int>(found - property_names.begin());
}

const std::string& Dataset::value(OrganisationIndex organisation, int property) const {
  static const std::string nothing;
  if (property < 0) return nothing;
  return organisations[static_cast<std::size_t>(organisation)].properties[static_cast<std::size_t>(property)];
}

std::optional<double> Dataset::number(OrganisationIndex organisation, int property) const {
  const std::string& text = value(organisation, property);
  double number = 0;
  const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (text.empty() || code != std::errc() || end != text.data() + text.size() || !std::isfinite(number))
    return std::nullopt;
  return number;
}

OrganisationIndex Dataset::find_organisation(const std::string& code) const {
  const auto found = std::lower_bound(organisations.begin(), organisations.end(), code,
                                      [](const Organisation& o, const std::string& c) { return o.code < c; });
  if (found == organisations.end() || found->code != code) return -1;
  return static_cast<OrganisationIndex>(found - organisations.begin());
}

}  // namespace mognad
