// Properties: statements that must hold for everything that is drawn. The seed is fixed, so that a run draws the same
// as the one before; what breaks a property is made as small as it can be and then told.
#pragma once

#include <rapidcheck.h>

#include <catch2/catch.hpp>
#include <cstdint>
#include <sstream>

#include "statistics/random.h"

namespace mognad::test {

/// Runs `property` on `cases` draws; RC_ASSERT inside it.
template <typename Property>
void check_property(Property&& property, int cases = 100) {
  rc::detail::TestParams parameters;
  parameters.seed = 2025;
  parameters.maxSuccess = cases;
  const auto result =
      rc::detail::checkTestable(std::forward<Property>(property), rc::detail::TestMetadata{}, parameters);
  std::ostringstream text;
  rc::detail::printResultMessage(result, text);
  INFO(text.str());
  CHECK(result.template is<rc::detail::SuccessResult>());
}

/// A stream of our own numbers, for what is drawn by rules of its own.
inline Random drawn_random() { return Random(*rc::gen::arbitrary<std::uint64_t>()); }

/// Fisher and Yates.
template <typename List>
void shuffle(List& list, Random& random) {
  for (int i = static_cast<int>(list.size()) - 1; i > 0; --i)
    std::swap(list[static_cast<std::size_t>(i)], list[static_cast<std::size_t>(random.between(0, i))]);
}

/// Small differences that come of the order of sums.
inline bool nearly(double a, double b) { return a - b < 1e-9 && b - a < 1e-9; }

}  // namespace mognad::test
