#include "statistics/random.h"

#include <catch2/catch.hpp>

#include <cmath>
#include <vector>

using namespace mognad;

namespace {

std::vector<std::uint64_t> first(Random random, std::size_t count) {
  std::vector<std::uint64_t> drawn;
  for (std::size_t i = 0; i < count; ++i) drawn.push_back(random.next());
  return drawn;
}

using Numbers = std::vector<std::uint64_t>;

}  // namespace

// Calculated by tests/references/statistics/random.py.
TEST_CASE("The generator is xoshiro256** seeded by splitmix64", "[statistics]") {
  CHECK(first(Random(0), 6) == Numbers{11091344671253066420u, 13793997310169335082u, 1900383378846508768u,
                                       7684712102626143532u, 13521403990117723737u, 18442103541295991498u});
  CHECK(first(Random(42), 6) == Numbers{1546998764402558742u, 6990951692964543102u, 12544586762248559009u,
                                        17057574109182124193u, 18295552978065317476u, 14199186830065750584u});
  CHECK(first(Random(18446744073709551615u), 3) ==
        Numbers{10328197420357168392u, 14156678507024973869u, 9357971779955476126u});
}

TEST_CASE("A name gives a stream of its own", "[statistics]") {
  CHECK(first(Random(1, "borås"), 3) == Numbers{3965142256043795809u, 8157337725422314438u, 11713681497545210093u});
  CHECK(first(Random(42, "D1"), 3) == Numbers{2987710228849244182u, 6321409882487233621u, 7568627021202374057u});
  CHECK(first(Random(42, ""), 3) == Numbers{5437331448276949638u, 17550694057124890851u, 4522065608724666105u});
}

TEST_CASE("Uniform numbers are the upper 53 bits", "[statistics]") {
  Random random(42);
  CHECK(random.uniform() == 0x1.5780b2e0c2ec0p-4);
  CHECK(random.uniform() == 0x1.84136619b444ep-2);
  CHECK(random.uniform() == 0x1.5c2ea66473c93p-1);
}

TEST_CASE("Uniform numbers lie from 0 to below 1 and are spread evenly", "[statistics]") {
  Random random(7);
  std::vector<int> tenths(10);
  for (int i = 0; i < 100000; ++i) {
    const double u = random.uniform();
    REQUIRE((u >= 0 && u < 1));
    ++tenths[static_cast<std::size_t>(u * 10)];
  }
  for (const int count : tenths) CHECK(std::abs(count - 10000) < 500);
}

TEST_CASE("Whole numbers reach both ends and nothing beyond", "[statistics]") {
  Random random(7);
  std::vector<int> seen(7);
  for (int i = 0; i < 10000; ++i) {
    const int drawn = random.between(-3, 3);
    REQUIRE((drawn >= -3 && drawn <= 3));
    ++seen[static_cast<std::size_t>(drawn + 3)];
  }
  for (const int count : seen) CHECK(count > 1000);
  CHECK(random.between(5, 5) == 5);
}

TEST_CASE("Normal numbers have mean 0 and standard deviation 1", "[statistics]") {
  Random random(7);
  double sum = 0, squares = 0;
  const int count = 100000;
  for (int i = 0; i < count; ++i) {
    const double z = random.normal();
    sum += z;
    squares += z * z;
  }
  CHECK(sum / count == Approx(0).margin(0.02));
  CHECK(std::sqrt(squares / count) == Approx(1).margin(0.02));
}

TEST_CASE("What can't happen never does and what must always does", "[statistics]") {
  Random random(7);
  for (int i = 0; i < 1000; ++i) {
    CHECK_FALSE(random.chance(0));
    CHECK(random.chance(1));
  }
}
