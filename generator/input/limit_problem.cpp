#include "input/limit_problem.h"

#include <fmt/format.h>

namespace mognad {
namespace {

std::string_view unit_of(std::string_view key) {
  if (key == "rows" || key == "columns") return key;
  if (key == "inflated_ratio") return "times as many";
  return key.ends_with("_depth") ? "levels" : "bytes";
}

}  // namespace

Problem limit_problem(Place place, std::string_view found, std::int64_t limit, std::string_view key) {
  return error_at(std::move(place), fmt::format("{} more than {} {}", found, limit, unit_of(key)),
                  fmt::format("raise '{}' under [limits] in survey.toml if it is right", key));
}

}  // namespace mognad
