#include "verification/optional_content.h"

#include <algorithm>
#include <set>

namespace mognad::verification {
namespace {

using Faults = std::vector<OptionalContentFault>;

struct Groups {
  std::set<int> numbers;
  std::set<int> arrays;  // followed already, so that those that refer to each other end
};

/// Order nests arrays (ISO 32000-1, Table 101).
void collect_groups(const Document& document, const Value& value, Groups& groups, int depth) {
  if (depth > 20) return;
  if (const auto* reference = std::get_if<Reference>(&value)) {
    const Value& followed = document.resolve(value);
    if (followed.dictionary()) groups.numbers.insert(reference->number);
    else if (groups.arrays.insert(reference->number).second) collect_groups(document, followed, groups, depth + 1);
  } else if (const Array* array = value.array()) {
    for (const Value& item : *array) collect_groups(document, item, groups, depth + 1);
  }
}

std::set<int> groups_in(const Document& document, const Dictionary& dictionary, std::string_view key) {
  Groups groups;
  collect_groups(document, document.get(dictionary, key), groups, 0);
  return groups.numbers;
}

void check_configuration(const Document& document, const Value& value, const std::set<int>& groups,
                         std::set<std::string>& names, Faults& faults) {
  const Dictionary* configuration = document.resolve(value).dictionary();
  if (!configuration) {
    faults.push_back({"A3-6.9-4", "a configuration that is no dictionary"});
    return;
  }
  const String* name = document.get(*configuration, "Name").string();
  if (!name || name->bytes.empty()) faults.push_back({"A3-6.9-1", "a configuration without Name"});
  else if (!names.insert(text_of(*name)).second) faults.push_back({"A3-6.9-1", "two of the name " + text_of(*name)});
  if (configuration->has("AS")) faults.push_back({"A3-6.9-2", "AS"});
  if (!configuration->has("Order")) return;
  const std::set<int> ordered = groups_in(document, *configuration, "Order");
  if (!std::includes(ordered.begin(), ordered.end(), groups.begin(), groups.end()))
    faults.push_back({"A3-6.9-3", "an Order without some groups"});
}

}  // namespace

std::vector<OptionalContentFault> faults_of_optional_content(const Document& document) {
  Faults faults;
  if (!document.catalog.has("OCProperties")) return faults;
  const Dictionary* properties = document.get(document.catalog, "OCProperties").dictionary();
  if (!properties || !document.get(*properties, "OCGs").array() || !properties->has("D")) {
    faults.push_back({"A3-6.9-4", "no OCGs or no D"});
    if (!properties) return faults;
  }
  const std::set<int> groups = groups_in(document, *properties, "OCGs");
  std::set<std::string> names;
  if (properties->has("D")) check_configuration(document, (*properties)["D"], groups, names, faults);
  if (const Array* others = document.get(*properties, "Configs").array())
    for (const Value& other : *others) check_configuration(document, other, groups, names, faults);
  return faults;
}

}  // namespace mognad::verification
