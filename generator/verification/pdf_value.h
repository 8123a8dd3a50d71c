// A PDF object as a value (ISO 32000-1, 7.3): what a finished file holds, read back. Nothing here knows a library;
// values own what they hold and may be shared between threads while nobody changes them.
#pragma once

#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace mognad::verification {

struct Value;

/// An indirect reference, "12 0 R".
struct Reference {
  int number = 0;
  int generation = 0;

  friend bool operator==(const Reference&, const Reference&) = default;
};

/// A name without its slash, with #xx resolved.
struct Name {
  std::string text;
};

/// The bytes of a string, with escapes resolved.
struct String {
  std::string bytes;
};

using Array = std::vector<Value>;

/// Keys without their slash, sorted by bytes.
class Dictionary {
 public:
  struct Entry;

  /// Null when the key is missing.
  const Value& operator[](std::string_view key) const;
  bool has(std::string_view key) const;
  void set(std::string key, Value value);

  const std::vector<Entry>& entries() const { return entries_; }

 private:
  std::vector<Entry> entries_;
};

using ValueVariant = std::variant<std::monostate, bool, long long, double, String, Name, Array, Dictionary, Reference>;

/// The functions that end in _or give what they are told when the value is of another kind.
struct Value : ValueVariant {
  using ValueVariant::ValueVariant;

  bool is_null() const { return std::holds_alternative<std::monostate>(*this); }
  bool is_reference() const { return std::holds_alternative<Reference>(*this); }
  bool is_number() const { return std::holds_alternative<long long>(*this) || std::holds_alternative<double>(*this); }

  const Array* array() const { return std::get_if<Array>(this); }
  const Dictionary* dictionary() const { return std::get_if<Dictionary>(this); }
  const String* string() const { return std::get_if<String>(this); }

  /// The name's text; empty when the value is no name.
  std::string_view name() const;
  double number_or(double otherwise) const;
  long long integer_or(long long otherwise) const;
  bool boolean_or(bool otherwise) const;
};

struct Dictionary::Entry {
  std::string key;
  Value value;
};

/// A text string (ISO 32000-1, 7.9.2.2) as UTF-8: UTF-16 with its mark, or PDFDocEncoding.
std::string text_of(const String& string);

}  // namespace mognad::verification
