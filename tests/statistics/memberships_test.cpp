#include "statistics/memberships.h"

#include <catch2/catch.hpp>

using namespace mognad;

TEST_CASE("Organisations are counted that belong to all of the chosen groups", "[statistics][disclosure]") {
  // Definitions: size (0, 1), county (0, 1, 2 or none).
  const Memberships memberships({{0, 0}, {0, 0}, {0, 1}, {1, 0}, {1, -1}, {0, 2}});
  const std::vector<Memberships::Chosen> both{{0, 0}, {1, 0}};
  // Any; of size 0; of county 0; of both.
  CHECK(memberships.common(both) == std::vector<std::size_t>{6, 4, 3, 2});
  CHECK(memberships.common(std::vector<Memberships::Chosen>{{1, 2}}) == std::vector<std::size_t>{6, 1});
  CHECK(Memberships().common(both) == std::vector<std::size_t>{0, 0, 0, 0});
}
