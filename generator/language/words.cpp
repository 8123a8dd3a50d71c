#include "language/words.h"

#include <fmt/format.h>
#include <unicode/dcfmtsym.h>
#include <unicode/gregocal.h>
#include <unicode/msgfmt.h>
#include <unicode/smpdtfmt.h>
#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <unordered_map>

#include "base/rounding.h"

namespace mognad {
namespace {

icu::UnicodeString unicode(std::string_view utf8) {
  return icu::UnicodeString::fromUTF8(icu::StringPiece(utf8.data(), static_cast<int>(utf8.size())));
}

std::string utf8(const icu::UnicodeString& text) {
  std::string out;
  text.toUTF8String(out);
  return out;
}

struct TextHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
};

/// A sentence's form; one without arguments is put together only once.
struct Message {
  std::unique_ptr<icu::MessageFormat> format;
  std::optional<std::string> alone;
};

}  // namespace

struct Words::Formats {
  std::unordered_map<std::string, Message, TextHash, std::equal_to<>> messages;
  std::unique_ptr<icu::SimpleDateFormat> date;
  std::string decimal_separator;
  std::string group_separator;
  std::string minus;
};

Words::Words(const Language& language) : language_(language), formats_(std::make_unique<Formats>()) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Locale locale(language.locale.c_str());
  const icu::DecimalFormatSymbols symbols(locale, status);
  const auto symbol = [&](icu::DecimalFormatSymbols::ENumberFormatSymbol which) {
    return utf8(symbols.getSymbol(which));
  };
  formats_->decimal_separator = symbol(icu::DecimalFormatSymbols::kDecimalSeparatorSymbol);
  formats_->group_separator = symbol(icu::DecimalFormatSymbols::kGroupingSeparatorSymbol);
  formats_->minus = "\u2212";  // in every language: a hyphen is not a minus on a printed page
  formats_->date = std::make_unique<icu::SimpleDateFormat>(unicode(language.date_pattern), locale, status);
  formats_->date->setTimeZone(*icu::TimeZone::getGMT());
  for (const auto& [key, pattern] : language.patterns) {
    UErrorCode failed = U_ZERO_ERROR;
    auto message = std::make_unique<icu::MessageFormat>(unicode(pattern), locale, failed);
    if (U_SUCCESS(failed)) formats_->messages.emplace(key, Message{std::move(message), std::nullopt});
  }
}

Words::~Words() = default;

bool Words::has(std::string_view key) const { return formats_->messages.find(key) != formats_->messages.end(); }

std::string Words::say(std::string_view key, std::initializer_list<Argument> arguments) const {
  const auto found = formats_->messages.find(key);
  if (found == formats_->messages.end()) return fmt::format("⟨{}⟩", key);
  if (arguments.size() == 0 && found->second.alone) return *found->second.alone;
  std::array<icu::UnicodeString, 12> names;
  std::array<icu::Formattable, 12> values;
  int count = 0;
  for (const Argument& argument : arguments) {
    if (count == static_cast<int>(names.size())) return fmt::format("⟨{}⟩", key);
    names[static_cast<std::size_t>(count)] = unicode(argument.name);
    auto& value = values[static_cast<std::size_t>(count++)];
    if (const auto* text = std::get_if<std::string_view>(&argument.value)) value.setString(unicode(*text));
    else value.setLong(std::get<int>(argument.value));
  }
  UErrorCode status = U_ZERO_ERROR;
  icu::UnicodeString out;
  found->second.format->format(names.data(), values.data(), count, out, status);
  std::string said = U_SUCCESS(status) ? utf8(out) : fmt::format("⟨{}⟩", key);
  if (count == 0) found->second.alone = said;
  return said;
}

std::string Words::number(double value, int decimals) const {
  const long long units = round_to_units(value, decimals);
  std::string digits = std::to_string(std::llabs(units));
  if (static_cast<int>(digits.size()) <= decimals)
    digits.insert(0, static_cast<std::size_t>(decimals) + 1 - digits.size(), '0');
  const std::size_t whole = digits.size() - static_cast<std::size_t>(decimals);
  std::string text = units < 0 ? formats_->minus : "";
  for (std::size_t i = 0; i < whole; ++i) {
    if (i > 0 && (whole - i) % 3 == 0) text += formats_->group_separator;
    text += digits[i];
  }
  if (decimals > 0) text += formats_->decimal_separator + digits.substr(whole);
  return text;
}

std::string Words::whole(long long value) const { return number(static_cast<double>(value), 0); }

std::string Words::signed_number(double value, int decimals) const {
  const long long units = round_to_units(value, decimals);
  if (units == 0) return number(0.0, decimals);
  return (units > 0 ? "+" : "") + number(value, decimals);
}

std::string Words::number(const Measured& value, int decimals) const {
  return value ? number(value.number(), decimals) : std::string(symbol_of(value.reason()));
}

std::string Words::signed_number(const Measured& value, int decimals) const {
  return value ? signed_number(value.number(), decimals) : std::string(symbol_of(value.reason()));
}

std::string Words::date(int year, int month, int day) const {
  UErrorCode status = U_ZERO_ERROR;
  icu::GregorianCalendar calendar(*icu::TimeZone::getGMT(), status);
  calendar.set(year, month - 1, day, 12, 0, 0);
  icu::UnicodeString out;
  formats_->date->format(calendar.getTime(status), out);
  return utf8(out);
}

std::string Words::genitive(std::string_view name) const {
  for (const std::string& ending : language_.genitive.unchanged_after)
    if (name.ends_with(ending)) return std::string(name);
  return fmt::format("{}{}", name, language_.genitive.suffix);
}

const std::string& Words::share_words(double share) const {
  const auto nearer = [&](const ShareWords& a, const ShareWords& b) {
    return std::fabs(a.share - share) < std::fabs(b.share - share);
  };
  static const std::string nothing;
  const auto found = std::min_element(language_.shares.begin(), language_.shares.end(), nearer);
  return found == language_.shares.end() ? nothing : found->words;
}

std::string Words::count(int number) const {
  if (number < 0 || number >= static_cast<int>(language_.counts.size())) return whole(number);
  return language_.counts[static_cast<std::size_t>(number)];
}

std::string_view symbol_of(Missing reason) {
  switch (reason) {
    case Missing::no_answer: return "-";
    case Missing::not_applicable: return ".";
    case Missing::withheld: break;
  }
  return "..";
}

std::string capitalised(std::string_view utf8_text) {
  icu::UnicodeString text = unicode(utf8_text);
  if (text.isEmpty()) return {};
  const UChar32 first = text.char32At(0);
  text.replace(0, U16_LENGTH(first), u_toupper(first));
  return utf8(text);
}

std::string uncapitalised(std::string_view utf8_text) {
  icu::UnicodeString text = unicode(utf8_text);
  if (text.isEmpty()) return {};
  const UChar32 first = text.char32At(0), second = text.char32At(U16_LENGTH(first));
  if (!u_isUUppercase(second)) text.replace(0, U16_LENGTH(first), u_tolower(first));
  return utf8(text);
}

std::optional<std::string> pattern_error(const std::string& pattern, const std::string& locale) {
  UErrorCode status = U_ZERO_ERROR;
  UParseError where{};
  const icu::MessageFormat format(unicode(pattern), icu::Locale(locale.c_str()), where, status);
  if (U_SUCCESS(status)) return std::nullopt;
  return fmt::format("{} near character {}", u_errorName(status), where.offset + 1);
}

}  // namespace mognad
