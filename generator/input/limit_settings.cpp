#include "input/limit_settings.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "input/field_number.h"
#include "language/edit_distance.h"

namespace mognad {
namespace {

struct LimitRule {
  const char* name;
  std::int64_t InputLimits::* limit;
  std::int64_t least;
  std::int64_t most;
};

constexpr std::int64_t kTerabyte = std::int64_t{1} << 40;

/// The most that is allowed for a depth is what a stack of 8 MB bears.
constexpr LimitRule kRules[] = {
    {"file_bytes", &InputLimits::file_bytes, 1000, kTerabyte},
    {"cell_bytes", &InputLimits::cell_bytes, 100, 1'000'000'000},
    {"row_bytes", &InputLimits::row_bytes, 1000, 1'000'000'000},
    {"columns", &InputLimits::columns, 3, 1'000'000},
    {"rows", &InputLimits::rows, 1, 1'000'000'000'000},
    {"inflated_bytes", &InputLimits::inflated_bytes, 1000, kTerabyte},
    {"inflated_ratio", &InputLimits::inflated_ratio, 1, 1'000'000},
    {"texts_bytes", &InputLimits::texts_bytes, 1000, kTerabyte},
    {"toml_depth", &InputLimits::toml_depth, 2, 200},
    {"json_depth", &InputLimits::json_depth, 2, 200},
};

Problem no_such_limit(const std::string& name) {
  std::vector<std::string> names;
  for (const LimitRule& rule : kRules) names.emplace_back(rule.name);
  std::string hint = hint_for(name, names);
  if (hint.empty()) hint = fmt::format("the limits are {}", fmt::join(names, ", "));
  return error_at({"--limit"}, fmt::format("there is no limit '{}'", excerpt(name)), std::move(hint));
}

}  // namespace

std::optional<Problem> add_limit(GivenLimits& limits, const std::string& name_and_value) {
  const std::size_t sign = name_and_value.find('=');
  const std::string name = name_and_value.substr(0, sign);
  const auto* const rule =
      std::find_if(std::begin(kRules), std::end(kRules), [&](const LimitRule& r) { return r.name == name; });
  if (rule == std::end(kRules)) return no_such_limit(name);
  const std::string text = sign == std::string::npos ? "" : name_and_value.substr(sign + 1);
  const auto value = long_whole_number(text);
  if (!value || *value < rule->least || *value > rule->most)
    return error_at({"--limit"}, fmt::format("'{}' is no value of '{}'", excerpt(text), name),
                    fmt::format("expected a whole number from {} to {}", rule->least, rule->most));
  limits[name] = *value;
  return std::nullopt;
}

InputLimits limits_of(const GivenLimits& given) {
  InputLimits limits;
  for (const LimitRule& rule : kRules)
    if (const auto found = given.find(rule.name); found != given.end()) limits.*rule.limit = found->second;
  return limits;
}

InputLimits read_limits(TableReader table, const GivenLimits& given) {
  InputLimits limits;
  for (const LimitRule& rule : kRules)
    limits.*rule.limit = table.integer_or(rule.name, limits.*rule.limit, rule.least, rule.most);
  table.finish();
  for (const auto& [name, value] : given)
    for (const LimitRule& rule : kRules)
      if (name == rule.name) limits.*rule.limit = value;
  return limits;
}

}  // namespace mognad
