#include "input/toml_document.h"

#include <fmt/format.h>

#define TOML_EXCEPTIONS 0
#include <toml++/toml.h>

#include <algorithm>

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

/// Where a letter outside ASCII stands in neither a string nor a comment; line 0 when nowhere.
class BareKeyCheck {
 public:
  explicit BareKeyCheck(std::string_view text) : text_(text) {}

  Place find(const std::string& file) {
    while (at_ < text_.size()) {
      const char c = text_[at_];
      if (c == '#') skip_to_line_end();
      else if (c == '"' || c == '\'') skip_string(c);
      else if (static_cast<unsigned char>(c) >= 0x80) return {file, line_, column_};
      else advance();
    }
    return {};
  }

 private:
  void advance() {
    const char c = text_[at_++];
    if (c == '\n') ++line_, column_ = 1;
    else if ((static_cast<unsigned char>(c) & 0xC0) != 0x80) ++column_;
  }
  void advance(int count) {
    while (count-- > 0 && at_ < text_.size()) advance();
  }
  void skip_to_line_end() {
    while (at_ < text_.size() && text_[at_] != '\n') advance();
  }
  void skip_string(char quote) {
    const std::string three(3, quote);
    const bool multiline = text_.substr(at_, 3) == three;
    advance(multiline ? 3 : 1);
    while (at_ < text_.size()) {
      if (text_[at_] == '\\' && quote == '"') advance(2);
      else if (multiline && text_.substr(at_, 3) == three) return advance(3);
      else if (!multiline && (text_[at_] == quote || text_[at_] == '\n')) return advance(1);
      else advance();
    }
  }

  std::string_view text_;
  std::size_t at_ = 0;
  int line_ = 1;
  int column_ = 1;
};

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

Result<TomlValue> parse_toml(std::string_view text, const std::string& file) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  if (const Place place = BareKeyCheck(text).find(file); place.line > 0)
    return error_at(place, "a letter outside a–z stands in a name without quotes",
                    "put the name in quotes: \"namn på något\" = …");
  const toml::parse_result parsed = toml::parse(text, file);
  if (!parsed) {
    const toml::parse_error& error = parsed.error();
    return error_at(place_of(error.source(), file), fmt::format("this is not TOML: {}", error.description()));
  }
  TomlValue root = convert(parsed.table(), file);
  root.place = {file, 1, 1};
  return root;
}

}  // namespace mognad
