#include "base/personal_data.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/calendar.h"
namespace mognad {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Letters of other alphabets count as letters.
bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
}

bool is_of_domain(char c) { return is_letter(c) || is_digit(c) || c == '-' || c == '.'; }

bool is_of_mailbox(char c) { return is_of_domain(c) || std::string_view("_%+'").find(c) != std::string_view::npos; }

/// The first character, which may be several bytes.
std::string_view first_character(std::string_view utf8) {
  std::size_t end = 1;
  while (end < utf8.size() && (static_cast<unsigned char>(utf8[end]) & 0xC0) == 0x80) ++end;
  return utf8.substr(0, end);
}

/// "example.se": at least two labels, the last of at least two letters.
bool is_domain(std::string_view domain) {
  const std::size_t dot = domain.rfind('.');
  if (dot == std::string_view::npos || dot == 0 || domain.front() == '.') return false;
  const std::string_view last = domain.substr(dot + 1);
  return last.size() >= 2 && std::all_of(last.begin(), last.end(), is_letter);
}

/// The address around the sign at `at`.
std::optional<PersonalData> address_at(std::string_view text, std::size_t at) {
  std::size_t begin = at, end = at + 1;
  while (begin > 0 && is_of_mailbox(text[begin - 1])) --begin;
  while (end < text.size() && is_of_domain(text[end])) ++end;
  while (end > at + 1 && text[end - 1] == '.') --end;
  const std::string_view mailbox = text.substr(begin, at - begin), domain = text.substr(at + 1, end - at - 1);
  if (mailbox.empty() || !is_domain(domain)) return std::nullopt;
  return PersonalData{PersonalData::Kind::email_address,
                      fmt::format("an e-mail address ({}…@{}…)", first_character(mailbox), first_character(domain))};
}

int number_of(std::string_view digits) {
  int number = 0;
  for (const char c : digits) number = number * 10 + (c - '0');
  return number;
}

/// `year` without its century, when there are two digits of it: then a leap day may be right.
bool is_date(int year, bool century_known, int month, int day) {
  constexpr int kLeapCentury = 2000;
  if (month < 1 || month > 12 || day < 1) return false;
  return day <= days_of_month(century_known ? year : kLeapCentury + year, month);
}

/// Of ten digits, the last of which is the check digit (ISO/IEC 7812-1, annex B).
bool is_checked(std::string_view ten) {
  int sum = 0;
  for (std::size_t i = 0; i < ten.size(); ++i) {
    const int product = (ten[i] - '0') * (i % 2 == 0 ? 2 : 1);
    sum += product / 10 + product % 10;
  }
  return sum % 10 == 0;
}

/// `date` is YYMMDD or YYYYMMDD, `number` the four digits behind it.
bool is_identity_number(std::string_view date, std::string_view number) {
  const bool century_known = date.size() == 8;
  const int year = number_of(date.substr(0, date.size() - 4));
  if (century_known && (year < 1850 || year > 2100)) return false;
  constexpr int kCoordination = 60;
  const int day = number_of(date.substr(date.size() - 2));
  return is_date(year, century_known, number_of(date.substr(date.size() - 4, 2)),
                 day > kCoordination ? day - kCoordination : day) &&
         is_checked(std::string(date.substr(date.size() - 6)).append(number));
}

std::size_t digits_from(std::string_view text, std::size_t at) {
  const std::size_t begin = at;
  while (at < text.size() && is_digit(text[at])) ++at;
  return at - begin;
}

/// Bytes of what stands between date and number there: a sign, a dash or a blank; 0: nothing of the kind.
std::size_t sign_at(std::string_view text, std::size_t at) {
  for (const std::string_view sign : {"-", "+", " ", "\u2010", "\u2011", "\u2012", "\u2013", "\u2212", "\u00A0"})
    if (text.substr(std::min(at, text.size())).starts_with(sign)) return sign.size();
  return 0;
}

/// The number that begins at `at`, where a run of `run` digits begins.
std::optional<PersonalData> number_at(std::string_view text, std::size_t at, std::size_t run) {
  std::string_view date, number;
  const std::size_t sign = at + run, behind = sign + sign_at(text, sign);
  if (run == 12) {
    date = text.substr(at, 8);
    number = text.substr(at + 8, 4);
  } else if ((run == 6 || run == 8) && behind > sign && digits_from(text, behind) == 4) {
    date = text.substr(at, run);
    number = text.substr(behind, 4);
  } else {
    return std::nullopt;
  }
  if (!is_identity_number(date, number)) return std::nullopt;
  return PersonalData{
      PersonalData::Kind::identity_number,
      fmt::format("a Swedish personal identity number ({}••••••-••••)", date.size() == 8 ? date.substr(0, 2) : "")};
}

}  // namespace

std::optional<PersonalData> personal_data_in(std::string_view utf8) {
  for (std::size_t at = utf8.find('@'); at != std::string_view::npos; at = utf8.find('@', at + 1))
    if (auto found = address_at(utf8, at)) return found;
  constexpr std::size_t kShortest = 11;
  if (utf8.size() < kShortest) return std::nullopt;
  for (std::size_t at = 0; at < utf8.size();) {
    const std::size_t run = digits_from(utf8, at);
    if (run > 0)
      if (auto found = number_at(utf8, at, run)) return found;
    at += run > 0 ? run : 1;
  }
  return std::nullopt;
}

}  // namespace mognad
