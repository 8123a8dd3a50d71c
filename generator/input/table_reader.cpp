#include "input/table_reader.h"

#include <fmt/format.h>

#include <algorithm>

#include "language/edit_distance.h"
#include "language/normalise.h"

namespace mognad {
TableReader::TableReader(const TomlValue& table, std::string name, Problems& problems)
    : table_(table), name_(std::move(name)), problems_(problems) {}

std::string TableReader::path(std::string_view key) const {
  return name_.empty() ? std::string(key) : fmt::format("{}.{}", name_, key);
}

Place TableReader::place_of(std::string_view key) const {
  const TomlValue* value = table_.find(key);
  return value ? value->place : table_.place;
}

void TableReader::error(std::string_view key, std::string message, std::string hint) {
  problems_.push_back(error_at(place_of(key), std::move(message), std::move(hint)));
}

void TableReader::error_at_place(const Place& where, std::string message, std::string hint) {
  problems_.push_back(error_at(where, std::move(message), std::move(hint)));
}

const TomlValue* TableReader::take(std::string_view key) {
  if (std::find(known_.begin(), known_.end(), key) == known_.end()) known_.emplace_back(key);
  return table_.find(key);
}

const TomlValue* TableReader::take(std::string_view key, TomlValue::Kind kind, bool required) {
  const TomlValue* value = take(key);
  if (!value) {
    if (required)
      problems_.push_back(error_at(table_.place, fmt::format("'{}' is missing", path(key)),
                                   fmt::format("expected {}", describe(kind))));
    return nullptr;
  }
  const bool number = kind == TomlValue::Kind::real && value->kind == TomlValue::Kind::integer;
  if (value->kind == kind || number) return value;
  error(key, fmt::format("'{}' is {}, expected {}", path(key), describe(value->kind), describe(kind)));
  return nullptr;
}

std::string TableReader::text(std::string_view key) {
  const TomlValue* value = take(key, TomlValue::Kind::text, true);
  if (value && value->text.empty()) error(key, fmt::format("'{}' is empty, expected a text", path(key)));
  return value ? normalised(value->text) : std::string();
}

std::string TableReader::text_or_number(std::string_view key) {
  const TomlValue* value = take(key);
  if (value && value->kind == TomlValue::Kind::integer) return std::to_string(value->integer);
  return text(key);
}

std::string TableReader::text_or(std::string_view key, std::string otherwise) {
  const TomlValue* value = take(key, TomlValue::Kind::text, false);
  return value ? normalised(value->text) : std::move(otherwise);
}

double TableReader::checked(std::string_view key, const TomlValue& value, double least, double most, double otherwise) {
  if (value.real >= least && value.real <= most) return value.real;
  error(key, fmt::format("'{}' is {}, expected {} to {}", path(key), value.real, least, most));
  return otherwise;
}

std::int64_t TableReader::integer(std::string_view key, std::int64_t least, std::int64_t most) {
  const TomlValue* value = take(key, TomlValue::Kind::integer, true);
  if (!value) return least;
  return static_cast<std::int64_t>(
      checked(key, *value, static_cast<double>(least), static_cast<double>(most), static_cast<double>(least)));
}

std::int64_t TableReader::integer_or(std::string_view key, std::int64_t otherwise, std::int64_t least,
                                     std::int64_t most) {
  const TomlValue* value = take(key, TomlValue::Kind::integer, false);
  if (!value) return otherwise;
  return static_cast<std::int64_t>(
      checked(key, *value, static_cast<double>(least), static_cast<double>(most), static_cast<double>(otherwise)));
}

double TableReader::number_or(std::string_view key, double otherwise, double least, double most) {
  const TomlValue* value = take(key, TomlValue::Kind::real, false);
  return value ? checked(key, *value, least, most, otherwise) : otherwise;
}

bool TableReader::flag_or(std::string_view key, bool otherwise) {
  const TomlValue* value = take(key, TomlValue::Kind::flag, false);
  return value ? value->flag : otherwise;
}

Date TableReader::date(std::string_view key) {
  const TomlValue* value = take(key, TomlValue::Kind::date, true);
  return value ? value->date : Date{};
}

std::vector<std::string> TableReader::texts(std::string_view key) {
  std::vector<std::string> found;
  const TomlValue* value = take(key, TomlValue::Kind::array, false);
  if (!value) return found;
  for (const TomlValue& item : value->items) {
    if (item.kind == TomlValue::Kind::text) found.push_back(normalised(item.text));
    else
      problems_.push_back(
          error_at(item.place, fmt::format("'{}' holds {}, expected texts only", path(key), describe(item.kind))));
  }
  return found;
}

std::vector<std::string> TableReader::text_or_texts(std::string_view key) {
  const TomlValue* value = table_.find(key);
  if (value && value->kind == TomlValue::Kind::text) return {text(key)};
  return texts(key);
}

std::optional<std::vector<std::int64_t>> TableReader::integers(std::string_view key) {
  std::vector<std::int64_t> found;
  const TomlValue* value = take(key, TomlValue::Kind::array, false);
  if (!value) return has(key) ? std::nullopt : std::optional(found);
  for (const TomlValue& item : value->items) {
    if (item.kind == TomlValue::Kind::integer) found.push_back(item.integer);
    else
      problems_.push_back(error_at(
          item.place, fmt::format("'{}' holds {}, expected whole numbers only", path(key), describe(item.kind))));
  }
  if (found.size() < value->items.size()) return std::nullopt;
  return found;
}

LocalText TableReader::local_of(const TomlValue& value, std::string_view key,
                                const std::vector<LanguageTag>& languages) {
  std::map<LanguageTag, std::string> texts;
  if (value.kind == TomlValue::Kind::text) {
    texts[LocalText::kEvery] = normalised(value.text);
    return texts;
  }
  if (value.kind != TomlValue::Kind::table) {
    problems_.push_back(error_at(value.place, fmt::format("'{}' is {}, expected a text or a text for each language",
                                                          path(key), describe(value.kind))));
    return {};
  }
  for (const auto& [tag, text] : value.members) {
    if (text.kind == TomlValue::Kind::text) texts[tag] = normalised(text.text);
    else
      problems_.push_back(
          error_at(text.place, fmt::format("'{}.{}' is {}, expected a text", path(key), tag, describe(text.kind))));
  }
  for (const LanguageTag& language : languages)
    if (!texts.count(language))
      problems_.push_back(error_at(value.place, fmt::format("'{}' has no text in language '{}'", path(key), language),
                                   fmt::format("add {}.{} = \"…\"", key, language)));
  return texts;
}

LocalText TableReader::local(std::string_view key, const std::vector<LanguageTag>& languages) {
  const TomlValue* value = take(key);
  if (value) {
    LocalText found = local_of(*value, key, languages);
    for (const LanguageTag& tag : languages)
      if (found.in(tag).empty() && (value->kind == TomlValue::Kind::text || value->find(tag))) {
        error(key, fmt::format("'{}' is empty, expected a text", path(key)));
        break;
      }
    return found;
  }
  problems_.push_back(error_at(table_.place, fmt::format("'{}' is missing", path(key)),
                               "expected a text, or a text for each language"));
  return {};
}

LocalText TableReader::local_or(std::string_view key, const std::vector<LanguageTag>& languages) {
  const TomlValue* value = take(key);
  return value ? local_of(*value, key, languages) : LocalText();
}

std::vector<LocalText> TableReader::locals(std::string_view key, const std::vector<LanguageTag>& languages) {
  std::vector<LocalText> found;
  if (const TomlValue* value = take(key, TomlValue::Kind::array, false))
    for (const TomlValue& item : value->items) found.push_back(local_of(item, key, languages));
  return found;
}

/// An empty table in the place of one that is not there, or was reported already: nothing more is said of it.
TableReader TableReader::missing(std::string_view key) {
  auto empty = std::make_shared<Empty>();
  empty->table.place = table_.place;
  TableReader reader(empty->table, path(key), empty->unheard);
  reader.empty_ = std::move(empty);
  return reader;
}

TableReader TableReader::table(std::string_view key) {
  const TomlValue* value = take(key, TomlValue::Kind::table, true);
  return value ? TableReader(*value, path(key), problems_) : missing(key);
}

TableReader TableReader::table_or_empty(std::string_view key) {
  const TomlValue* value = take(key, TomlValue::Kind::table, false);
  return value ? TableReader(*value, path(key), problems_) : missing(key);
}

std::vector<TableReader> TableReader::tables(std::string_view key) {
  std::vector<TableReader> found;
  const TomlValue* value = take(key, TomlValue::Kind::array, false);
  if (!value) return found;
  for (std::size_t i = 0; i < value->items.size(); ++i) {
    const TomlValue& item = value->items[i];
    const std::string name = fmt::format("{}[{}]", path(key), i + 1);
    if (item.kind == TomlValue::Kind::table) found.emplace_back(item, name, problems_);
    else
      problems_.push_back(error_at(item.place, fmt::format("'{}' is {}, expected a table", name, describe(item.kind))));
  }
  return found;
}

std::vector<std::string> TableReader::keys() {
  std::vector<std::string> found;
  for (const auto& [name, value] : table_.members) found.push_back(name);
  known_.insert(known_.end(), found.begin(), found.end());
  return found;
}

void TableReader::finish() {
  for (const auto& [name, value] : table_.members)
    if (std::find(known_.begin(), known_.end(), name) == known_.end())
      problems_.push_back(error_at(value.place, fmt::format("unknown key '{}'", path(name)), hint_for(name, known_)));
}

}  // namespace mognad
