#include "statistics/participation.h"

#include <catch2/catch.hpp>

using namespace mognad;

namespace {

/// Respondents and invited of each organisation; 0: not known.
using People = std::vector<std::pair<int, int>>;

Participation of(const People& people, const DisclosurePolicy& policy = {}) {
  std::vector<Measurement> measurements;
  for (const auto& [respondents, invited] : people) {
    Measurement& measurement = measurements.emplace_back();
    measurement.respondents = respondents;
    if (invited > 0) measurement.invited = invited;
  }
  std::vector<const Measurement*> pointers;
  for (const Measurement& measurement : measurements) pointers.push_back(&measurement);
  return participation_of(policy, pointers);
}

const People kSeven{{10, 20}, {20, 50}, {30, 60}, {40, 0}, {50, 80}, {60, 90}, {70, 100}};

}  // namespace

TEST_CASE("Who measured is counted, and the response rate is that of all invited together", "[statistics]") {
  const Participation who = of(kSeven);
  CHECK(who.organisations == 7);
  CHECK(who.respondents == 280);
  CHECK(who.respondents_median == Measured(40.0));
  CHECK(who.invited_known == 6);
  CHECK(who.response_rate.number() == Approx(100.0 * 240 / 400).margin(1e-12));
}

TEST_CASE("Of five organisations only their number is told", "[statistics][disclosure]") {
  const Participation who = of(People(kSeven.begin(), kSeven.begin() + 5));
  CHECK(who.organisations == 5);
  CHECK(who.respondents == 0);
  CHECK(who.respondents_median.withheld());
  CHECK(who.response_rate.withheld());
}

TEST_CASE("Nobody's number of invited is known, and there is no response rate", "[statistics]") {
  CHECK(of(People(8, {20, 0})).response_rate == Measured(Missing::no_answer));
}

TEST_CASE("A sum that is nearly one organisation's is withheld", "[statistics][disclosure]") {
  // The second largest sees 1000 and the four others' 8 at the most: less than a tenth.
  const People people{{1000, 2000}, {50, 60}, {2, 3}, {2, 3}, {2, 3}, {2, 3}};
  CHECK(of(people).respondents == 0);
  CHECK(of(people).response_rate.withheld());
  DisclosurePolicy open;
  open.complementary = false;
  CHECK(of(people, open).respondents == 1058);
  CHECK(of(people, open).response_rate.known());
}

TEST_CASE("A tenth beside the two largest hides the largest", "[statistics][disclosure]") {
  CHECK(tells_largest(std::vector<int>{100, 50, 9}));
  CHECK_FALSE(tells_largest(std::vector<int>{100, 50, 10}));
  CHECK(tells_largest(std::vector<int>{100, 50}));
}
