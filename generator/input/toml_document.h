// A TOML document as plain values with their places. toml++ is used in this one source file only: it takes seconds to
// compile, and it must never see what scan_toml refuses.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "dataset/input_limits.h"
#include "dataset/survey.h"

namespace mognad {

struct TomlMember;

struct TomlValue {
  enum class Kind { text, integer, real, flag, date, time, array, table };

  Kind kind = Kind::table;
  Place place;
  std::string text;
  std::int64_t integer = 0;
  double real = 0;  // also set for integers
  bool flag = false;
  Date date;
  std::vector<TomlValue> items;     // of an array
  std::vector<TomlMember> members;  // of a table, in the order of the file

  const TomlValue* find(std::string_view key) const;
};

struct TomlMember {
  std::string name;
  TomlValue value;
};

/// What a kind is called in a message: "a text", "a whole number".
const char* describe(TomlValue::Kind kind);

/// The root table, or where and why the text is not TOML. `most_levels` is how deep tables and lists may lie in one
/// another, at most 200. Of what only toml++ refuses the first problem is told: it stops there.
Result<TomlValue> parse_toml(std::string_view text, const std::string& file,
                             std::int64_t most_levels = InputLimits{}.toml_depth);

}  // namespace mognad
