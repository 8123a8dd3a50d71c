#include "verification/date_spelling.h"

#include <array>

#include "base/calendar.h"

namespace mognad::verification {
namespace {

/// Takes what it is asked for from the front of a text.
class Front {
 public:
  explicit Front(std::string_view text) : text_(text) {}

  bool is_empty() const { return text_.empty(); }
  bool take(char c) {
    if (text_.empty() || text_[0] != c) return false;
    text_.remove_prefix(1);
    return true;
  }
  bool take_number(std::size_t digits, int least, int most, int& number) {
    if (text_.size() < digits) return false;
    int value = 0;
    for (const char c : text_.substr(0, digits)) {
      if (c < '0' || c > '9') return false;
      value = value * 10 + (c - '0');
    }
    if (value < least || value > most) return false;
    number = value;
    text_.remove_prefix(digits);
    return true;
  }
  bool begins_with_digit() const { return !text_.empty() && text_[0] >= '0' && text_[0] <= '9'; }
  void skip_digits() {
    while (begins_with_digit()) text_.remove_prefix(1);
  }

 private:
  std::string_view text_;
};

struct Moment {
  int year = 0;
  int month = 1;
  int day = 1;
  int hour = 0;
  int minute = 0;
  int second = 0;
  int offset = 0;  // minutes east of UTC

  bool is_a_day() const { return day <= days_of_month(year, month); }

  /// Days of the proleptic Gregorian calendar, counted in years that begin in March so that the leap day comes last.
  long long seconds() const {
    const long long y = month <= 2 ? year - 1 : year;
    const long long days_before_month = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5;
    const long long era = y >= 0 ? y : y - 399;
    const long long days = y * 365 + era / 4 - era / 100 + era / 400 + days_before_month + day - 1 - 719468;
    return ((days * 24 + hour) * 60 + minute - offset) * 60 + second;
  }
};

std::optional<long long> finished(const Moment& moment, bool whole) {
  if (!whole || !moment.is_a_day()) return std::nullopt;
  return moment.seconds();
}

/// Z, or a sign, hours and minutes, with a mark between or after them; false when something else stands there.
bool take_pdf_offset(Front& front, Moment& moment) {
  const bool zulu = front.take('Z');
  const bool east = !zulu && front.take('+');
  if (!zulu && !east && !front.take('-')) return front.is_empty();
  int hours = 0;
  int minutes = 0;
  if (front.begins_with_digit()) {
    if (!front.take_number(2, 0, 23, hours)) return false;
    if (front.take('\'') && front.begins_with_digit()) {
      if (!front.take_number(2, 0, 59, minutes)) return false;
      front.take('\'');
    }
  } else if (!zulu) {
    return false;
  }
  moment.offset = (hours * 60 + minutes) * (east ? 1 : -1);
  return front.is_empty() && (!zulu || moment.offset == 0);
}

}  // namespace

std::optional<long long> seconds_of_pdf_date(std::string_view text) {
  Front front(text);
  Moment moment;
  if (!front.take('D') || !front.take(':') || !front.take_number(4, 0, 9999, moment.year)) return std::nullopt;
  struct Part {
    int* number;
    int least;
    int most;
  };
  const std::array<Part, 5> parts{{{&moment.month, 1, 12},
                                   {&moment.day, 1, 31},
                                   {&moment.hour, 0, 23},
                                   {&moment.minute, 0, 59},
                                   {&moment.second, 0, 59}}};
  for (const Part& part : parts) {
    if (front.is_empty()) return finished(moment, true);
    if (!front.take_number(2, part.least, part.most, *part.number)) return std::nullopt;
  }
  return finished(moment, take_pdf_offset(front, moment));
}

std::optional<long long> seconds_of_xmp_date(std::string_view text) {
  Front front(text);
  Moment moment;
  if (!front.take_number(4, 0, 9999, moment.year)) return std::nullopt;
  if (front.is_empty()) return finished(moment, true);
  if (!front.take('-') || !front.take_number(2, 1, 12, moment.month)) return std::nullopt;
  if (front.is_empty()) return finished(moment, true);
  if (!front.take('-') || !front.take_number(2, 1, 31, moment.day)) return std::nullopt;
  if (front.is_empty()) return finished(moment, true);
  if (!front.take('T') || !front.take_number(2, 0, 23, moment.hour) || !front.take(':') ||
      !front.take_number(2, 0, 59, moment.minute))
    return std::nullopt;
  if (front.take(':') && !front.take_number(2, 0, 59, moment.second)) return std::nullopt;
  if (front.take('.')) front.skip_digits();
  if (front.is_empty() || front.take('Z')) return finished(moment, front.is_empty());
  const bool east = front.take('+');
  int hours = 0;
  int minutes = 0;
  if ((!east && !front.take('-')) || !front.take_number(2, 0, 23, hours) || !front.take(':') ||
      !front.take_number(2, 0, 59, minutes))
    return std::nullopt;
  moment.offset = (hours * 60 + minutes) * (east ? 1 : -1);
  return finished(moment, front.is_empty());
}

}  // namespace mognad::verification
