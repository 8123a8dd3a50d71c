// Words: sentences, numbers and dates in one language. Made from a Language; one for each thread, because ICU's
// formats keep caches. A key that is missing is a fault of the program and is shown as "⟨key⟩", an argument
// that is not given as "{name}"; tests compare keys and arguments with the patterns of every language.
#pragma once

#include <initializer_list>
#include <memory>
#include <string>
#include <string_view>
#include <variant>

#include "base/measured.h"
#include "language/language.h"

namespace mognad {

struct Argument {
  std::string_view name;
  std::variant<std::string_view, int> value;  // an int chooses plural forms
};

class Words {
 public:
  explicit Words(const Language& language);
  ~Words();
  Words(const Words&) = delete;
  Words& operator=(const Words&) = delete;

  const Language& language() const { return language_; }
  const LanguageTag& tag() const { return language_.tag; }

  /// The pattern of that key with its arguments put in.
  std::string say(std::string_view key, std::initializer_list<Argument> arguments = {}) const;
  bool has(std::string_view key) const;

  /// "49,5", "−1,1", "1 204". Rounded half away from zero; no-break spaces between thousands; U+2212 as minus.
  std::string number(double value, int decimals) const;
  std::string whole(long long value) const;
  /// With a sign, but for zero: "+2,5", "−1,1", "0,0".
  std::string signed_number(double value, int decimals) const;
  /// The number, or the symbol for why there is none: "-", ".", "..".
  std::string number(const Measured& value, int decimals) const;
  std::string signed_number(const Measured& value, int decimals) const;

  /// "19 juni 2023"
  std::string date(int year, int month, int day) const;

  /// "Askdalas", "Borås"
  std::string genitive(std::string_view name) const;
  /// "ungefär två av tre"; the nearest of the language's shares.
  const std::string& share_words(double share) const;
  /// "tre" for 3, "13" for what has no word.
  std::string count(int number) const;

 private:
  struct Formats;
  const Language& language_;
  std::unique_ptr<Formats> formats_;
};

/// "-", "." or "..": the symbols of Swedish public statistics.
std::string_view symbol_of(Missing reason);

/// The first letter as a capital (å, ä, ö included).
std::string capitalised(std::string_view utf8);
/// The first letter of a common noun small, as inside a sentence; an abbreviation ("SKR-grupp") keeps its capitals.
std::string uncapitalised(std::string_view utf8);

}  // namespace mognad
