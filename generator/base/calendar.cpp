#include "base/calendar.h"

namespace mognad {

int days_of_month(int year, int month) {
  if (month == 2) return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28;
  return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

long long days_since_1970(int year, int month, int day) {
  const auto leap_days_before = [](long long y) { return (y - 1) / 4 - (y - 1) / 100 + (y - 1) / 400; };
  long long days = 365LL * (year - 1970) + leap_days_before(year) - leap_days_before(1970) + day - 1;
  for (int earlier = 1; earlier < month; ++earlier) days += days_of_month(year, earlier);
  return days;
}

}  // namespace mognad
