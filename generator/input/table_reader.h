// TableReader: takes the keys of one TOML table, one by one, and remembers which were asked for. Every wrong kind,
// missing or impossible value becomes a problem with its place; finish() reports the keys that nobody asked for, each
// with the nearest that is known. A getter always returns a value, so that reading goes on and finds every problem at
// once.
#pragma once

#include <limits>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/language_tag.h"
#include "input/toml_document.h"

namespace mognad {

class TableReader {
 public:
  /// `name` is how the table is called in messages: "survey", "peer_groups[2]".
  TableReader(const TomlValue& table, std::string name, Problems& problems);

  const Place& place() const { return table_.place; }
  Place place_of(std::string_view key) const;
  bool is_empty_list(std::string_view key) const {
    const TomlValue* value = table_.find(key);
    return value && value->kind == TomlValue::Kind::array && value->items.empty();
  }
  bool has(std::string_view key) const { return table_.find(key) != nullptr; }
  const std::string& name() const { return name_; }

  std::string text(std::string_view key);            // required, not empty
  std::string text_or_number(std::string_view key);  // required; a whole number as it is written
  std::string text_or(std::string_view key, std::string otherwise);
  std::int64_t integer(std::string_view key, std::int64_t least, std::int64_t most);
  std::int64_t integer_or(std::string_view key, std::int64_t otherwise, std::int64_t least, std::int64_t most);
  double number_or(std::string_view key, double otherwise, double least, double most);
  bool flag_or(std::string_view key, bool otherwise);
  Date date(std::string_view key);
  std::vector<std::string> texts(std::string_view key);          // a list of texts; empty when missing
  std::vector<std::string> text_or_texts(std::string_view key);  // one text or a list; empty when missing
  /// The same of whole numbers; nothing when the value is anything else.
  std::optional<std::vector<std::int64_t>> integers(std::string_view key);
  LocalText local(std::string_view key, const std::vector<LanguageTag>& languages);     // required
  LocalText local_or(std::string_view key, const std::vector<LanguageTag>& languages);  // empty when missing
  std::vector<LocalText> locals(std::string_view key, const std::vector<LanguageTag>& languages);

  /// The table under a key; an empty one, and an error when it is required, if there is none.
  TableReader table(std::string_view key);
  TableReader table_or_empty(std::string_view key);
  /// The tables of a list of tables, or none.
  std::vector<TableReader> tables(std::string_view key);
  /// All keys of the table, in the order of the file; asking marks them all as known.
  std::vector<std::string> keys();

  /// The value under a key that may be of several kinds, or nullptr.
  const TomlValue* value(std::string_view key) { return take(key); }

  void error(std::string_view key, std::string message, std::string hint = {});
  void error_at_place(const Place& where, std::string message, std::string hint);
  void finish();

 private:
  /// What a reader of a missing table reads, and where its complaints go.
  struct Empty {
    TomlValue table;
    Problems unheard;
  };
  TableReader missing(std::string_view key);
  const TomlValue* take(std::string_view key);
  const TomlValue* take(std::string_view key, TomlValue::Kind kind, bool required);
  LocalText local_of(const TomlValue& value, std::string_view key, const std::vector<LanguageTag>& languages);
  double checked(std::string_view key, const TomlValue& value, double least, double most, double otherwise);
  std::string path(std::string_view key) const;

  const TomlValue& table_;
  std::string name_;
  Problems& problems_;
  std::vector<std::string> known_;
  std::shared_ptr<Empty> empty_;
};

}  // namespace mognad
