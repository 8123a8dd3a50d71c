#include "batch/proof_choice.h"

#include <catch2/catch.hpp>

using namespace mognad;

namespace {

using Indices = std::vector<std::size_t>;

/// Ten messages to five organisations, two to each; the fifth organisation has the longest name in letters, the second
/// the longest in bytes.
struct TenMessages {
  MailPlan plan;
  Dataset dataset;

  TenMessages() {
    const char* const names[] = {"Askdala", "ÅÄÖÅÄÖÅÄÖ", "Ekhamra", "Furu", "Granlidafors"};
    for (int o = 0; o < 5; ++o) {
      const std::string code = fmt::format("900{}", o + 1);
      dataset.organisations.push_back({.code = code, .name = names[o], .formal_name = names[o]});
      for (int r = 0; r < 2; ++r) {
        PlannedMessage message;
        message.organisation = code;
        message.language = o == 3 ? "en" : "sv";
        message.bytes = 1000 + (o == 1 ? 500 : 0) - (o == 2 ? 500 : 0);
        message.name = o == 0 && r == 1 ? "Anna-Lena Bergström" : "Bo";
        plan.messages.push_back(message);
      }
    }
  }

  Indices choose(const ProofChoice& choice) const { return choose_proofs(plan, dataset, choice); }
};

}  // namespace

TEST_CASE("A sample lies evenly over the plan and never has a message twice", "[mail]") {
  const TenMessages ten;
  CHECK(ten.choose({.sample = 1}) == Indices{5});
  CHECK(ten.choose({.sample = 2}) == Indices{2, 7});
  CHECK(ten.choose({.sample = 5}) == Indices{1, 3, 5, 7, 9});
  CHECK(ten.choose({.sample = 1000}).size() == 10);
  CHECK(choose_proofs({}, {}, {.sample = 3}).empty());
}

TEST_CASE("The extremes are the largest, the smallest, the longest names and each language", "[mail]") {
  const TenMessages ten;
  // 1: the recipient's name; 2: the largest; 4: the smallest; 6: the first in English; 8: the organisation's name; 0:
  // the first in Swedish.
  CHECK(ten.choose({.extremes = true}) == Indices{0, 1, 2, 4, 6, 8});
  CHECK(choose_proofs({}, {}, {.extremes = true}).empty());
}

TEST_CASE("Organisations that are named give all their messages, or what is asked for among them", "[mail]") {
  const TenMessages ten;
  CHECK(ten.choose({.only = {"9002", "9004"}}) == Indices{2, 3, 6, 7});
  CHECK(ten.choose({.sample = 1, .only = {"9002"}}) == Indices{3});
  CHECK(ten.choose({.extremes = true, .only = {"9005"}}) == Indices{8});
  CHECK(ten.choose({.only = {"nobody"}}).empty());
}
