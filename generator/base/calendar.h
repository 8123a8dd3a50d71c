// The Gregorian calendar. Values only; any thread.
#pragma once

namespace mognad {

/// 28 to 31; `month` is 1 to 12.
int days_of_month(int year, int month);

/// Days from 1 January 1970 to that day; before it negative.
long long days_since_1970(int year, int month, int day);

}  // namespace mognad
