// The Gregorian calendar. Values only; any thread.
#pragma once

namespace mognad {

/// 28 to 31; `month` is 1 to 12.
int days_of_month(int year, int month);

}  // namespace mognad
