// PDF values as text (ISO 32000-1, 7.3): numbers, names, text strings, references, and a dictionary being written.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace mognad::pdf {

/// An indirect object by its number.
struct Ref {
  unsigned number = 0;
};

inline constexpr int kMostDecimals = 6;

/// A number in units of its last decimal, of which there are at most kMostDecimals, rounded half away from zero: 12.345
/// with two decimals is 1235.
inline long long units_of(double value, int decimals) {
  constexpr double kPowers[kMostDecimals + 1] = {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6};
  const double scaled = value * kPowers[decimals];
  // As llround, which is a call for each number.
  return static_cast<long long>(scaled + (scaled < 0 ? -0.5 : 0.5));
}
/// Writes such a number, "12.35", and returns its end; there must be room for `kMostOfNumber`.
char* write_units(char* at, long long units, int decimals);
inline constexpr std::size_t kMostOfNumber = 24;

/// Appends a number with at most `decimals` decimals and no trailing zeros; never an exponent.
void append_number(std::string& out, double value, int decimals = 2);
std::string number(double value, int decimals = 2);

/// A text string (ISO 32000-1, 7.9.2.2): in PDFDocEncoding where that has all of its characters, for it takes a quarter
/// of the room, otherwise in UTF-16BE with its mark, as hexadecimal digits.
std::string text_string(std::string_view utf8);
/// A text string that is read aloud and never shown: with plain spaces for no-break ones.
std::string spoken_string(std::string_view utf8);
std::string hex_string(std::string_view bytes);
void append_reference(std::string& out, Ref ref);
std::string reference(Ref ref);

/// "D:20260212000000Z" from an ISO date.
std::string date_string(std::string_view iso_date);

/// The inside of a dictionary, an entry a line. Keys and names are ASCII constants of the program.
class Dict {
 public:
  Dict() { text_.reserve(kUsual); }

  Dict& raw(std::string_view key, std::string_view value);
  Dict& name(std::string_view key, std::string_view value);
  Dict& ref(std::string_view key, Ref value);
  Dict& text(std::string_view key, std::string_view utf8) { return raw(key, text_string(utf8)); }
  Dict& spoken(std::string_view key, std::string_view utf8) { return raw(key, spoken_string(utf8)); }
  Dict& real(std::string_view key, double value, int decimals = 2) { return raw(key, number(value, decimals)); }

  const std::string& entries() const { return text_; }
  std::string take() { return std::move(text_); }
  std::string nested() const { return "<<" + text_ + ">>"; }

 private:
  static constexpr std::size_t kUsual = 120;  // bytes of an element of the structure

  std::string text_;
};

}  // namespace mognad::pdf
