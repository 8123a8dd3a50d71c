#include "base/calendar.h"

#include <catch2/catch.hpp>

using namespace mognad;

TEST_CASE("A month has as many days as the Gregorian calendar gives it", "[base]") {
  const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  for (int month = 1; month <= 12; ++month) CHECK(days_of_month(2025, month) == days[month - 1]);
  CHECK(days_of_month(2024, 2) == 29);
  CHECK(days_of_month(2000, 2) == 29);
  CHECK(days_of_month(1900, 2) == 28);
}
