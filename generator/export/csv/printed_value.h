// Values in the CSV files that documents carry: rounded as on the page, and the state that says why one is missing.
#pragma once

#include <string>

#include "base/measured.h"

namespace mognad {

/// One decimal, a point; empty where there is no number.
std::string printed(double value);
std::string printed(const Measured& value);

/// Empty where it is the number that stands for a missing one.
std::string whole(int value, int missing);

/// `known`, `no answer`, `not applicable`, `withheld`.
const char* state_of(const Measured& value);

}  // namespace mognad
