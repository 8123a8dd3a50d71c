#include "input/toml_document.h"

#include <fmt/format.h>

#define TOML_EXCEPTIONS 0
#include <toml++/toml.h>

#include <algorithm>

#include "input/toml_scan.h"

namespace mognad {
namespace {

Place place_of(const toml::source_region& source, const std::string& file) {
  return {file, static_cast<int>(source.begin.line), static_cast<int>(source.begin.column)};
}

TomlValue convert(const toml::node& node, const std::string& file);

void convert_table(const toml::table& table, const std::string& file, TomlValue& value) {
  for (const auto& [key, node] : table) value.members.push_back({std::string(key.str()), convert(node, file)});
  // toml++ sorts by key; people expect the order in which they wrote.
  std::stable_sort(value.members.begin(), value.members.end(), [](const auto& a, const auto& b) {
    return std::pair(a.value.place.line, a.value.place.column) < std::pair(b.value.place.line, b.value.place.column);
  });
}

TomlValue convert(const toml::node& node, const std::string& file) {
  TomlValue value;
  value.place = place_of(node.source(), file);
  if (const auto* text = node.as_string()) {
    value.kind = TomlValue::Kind::text;
    value.text = text->get();
  } else if (const auto* integer = node.as_integer()) {
    value.kind = TomlValue::Kind::integer;
    value.integer = integer->get();
    value.real = static_cast<double>(value.integer);
  } else if (const auto* real = node.as_floating_point()) {
    value.kind = TomlValue::Kind::real;
    value.real = real->get();
  } else if (const auto* flag = node.as_boolean()) {
    value.kind = TomlValue::Kind::flag;
    value.flag = flag->get();
  } else if (const auto* date = node.as_date()) {
    value.kind = TomlValue::Kind::date;
    value.date = {date->get().year, date->get().month, date->get().day};
  } else if (const auto* array = node.as_array()) {
    value.kind = TomlValue::Kind::array;
    for (const toml::node& item : *array) value.items.push_back(convert(item, file));
  } else if (const auto* table = node.as_table()) {
    convert_table(*table, file, value);
  } else {
    value.kind = TomlValue::Kind::time;  // alone or with a date: no key takes one
  }
  return value;
}

/// toml++ stops at what it doesn't take; whoever corrects it should know that more may follow.
std::string hint_of(std::string_view description) {
  const auto holds = [&](const char* part) { return description.find(part) != std::string_view::npos; };
  std::string hint = "what follows in the file was not read";
  if (holds("redefine")) return "each key and each table may stand there once; " + hint;
  if (holds("64 bits")) return "whole numbers have at most 18 digits; " + hint;
  return hint;
}

/// Excel and Notepad call it "Unicode".
bool is_utf_16(std::string_view text) {
  return text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF") ||
         (text.size() > 1 && (text[0] == '\0') != (text[1] == '\0'));
}

}  // namespace

const TomlValue* TomlValue::find(std::string_view key) const {
  for (const auto& [name, value] : members)
    if (name == key) return &value;
  return nullptr;
}

const char* describe(TomlValue::Kind kind) {
  switch (kind) {
    case TomlValue::Kind::text: return "a text";
    case TomlValue::Kind::integer: return "a whole number";
    case TomlValue::Kind::real: return "a number";
    case TomlValue::Kind::flag: return "true or false";
    case TomlValue::Kind::date: return "a date";
    case TomlValue::Kind::time: return "a time";
    case TomlValue::Kind::array: return "a list";
    case TomlValue::Kind::table: break;
  }
  return "a table";
}

Result<TomlValue> parse_toml(std::string_view text, const std::string& file, std::int64_t most_levels) {
  if (is_utf_16(text)) return error_at({file, 1, 1}, "the file is UTF-16, expected UTF-8", "save it as UTF-8");
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  Problems problems;
  const auto readable = scan_toml(text, file, most_levels).take(problems);
  if (!readable) return problems;
  const toml::parse_result parsed = toml::parse(*readable, file);
  if (!parsed) {
    const toml::parse_error& error = parsed.error();
    return error_at(place_of(error.source(), file), fmt::format("this is not TOML: {}", error.description()),
                    hint_of(error.description()));
  }
  TomlValue root = convert(parsed.table(), file);
  root.place = {file, 1, 1};
  return root;
}

}  // namespace mognad
