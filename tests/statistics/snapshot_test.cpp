#include "statistics/snapshot.h"

#include <vector>

#include "support/random_survey.h"

using namespace mognad;
using namespace mognad::test;

namespace {

/// One organisation with three respondents of the ruler model in units "a" and "b".
Dataset small_dataset() {
  DatasetMaker maker(ruler_model());
  maker.measure(maker.add("m"), 2025, {{10, 20}, {10, kNoAnswer}, {30, 40}});
  maker.data.units = {{0, "a", "", ""}, {0, "b", "", ""}};
  maker.data.respondents[0].unit = 0;
  maker.data.respondents[1].unit = 1;
  return maker.data;
}

std::string digest(const Dataset& dataset, const Model& model = ruler_model()) {
  return take_snapshot(model, dataset).front().sha256;
}

}  // namespace

TEST_CASE("A snapshot has an entry for each organisation and year, by year", "[statistics]") {
  DatasetMaker maker(ruler_model());
  const auto a = maker.add("m"), b = maker.add("m");
  maker.measure(a, 2024, {{1, 1}});
  maker.measure(a, 2025, {{1, 1}, {2, 2}});
  maker.measure(b, 2024, {{1, 1}, {3, 3}, {4, 4}});
  const auto entries = take_snapshot(ruler_model(), maker.data);
  REQUIRE(entries.size() == 3);
  CHECK(entries[0].year == 2024);
  CHECK(entries[0].organisation == "1000");
  CHECK(entries[1].organisation == "1001");
  CHECK(entries[1].respondents == 3);
  CHECK(entries[2].year == 2025);
  CHECK(entries[2].respondents == 2);
  CHECK(entries[0].sha256.size() == 64);
}

TEST_CASE("A digest does not tell in which order respondents stand", "[statistics][property]") {
  check_property(
      [] {
        Random random = drawn_random();
        const Model model = random_model(random, 1, 6);
        const Dataset dataset = random_dataset(model, 4, *rc::gen::inRange(1, 30), random);
        const auto before = take_snapshot(model, dataset);
        const auto after = take_snapshot(model, with_shuffled_respondents(dataset, random));
        for (std::size_t i = 0; i < before.size(); ++i) RC_ASSERT(before[i].sha256 == after[i].sha256);
      },
      50);
}

TEST_CASE("A digest changes with any answer", "[statistics][property]") {
  check_property([] {
    Random random = drawn_random();
    const Model model = random_model(random, 1, 6);
    Dataset dataset = random_dataset(model, 1, *rc::gen::inRange(1, 12), random);
    RC_PRE(!dataset.measurements.empty());
    const auto before = take_snapshot(model, dataset);
    const auto answer = static_cast<std::size_t>(random.between(0, static_cast<int>(dataset.answers.size()) - 1));
    const std::int8_t kinds[] = {1, 2, 3, 4, 5, 6, kNotAsked, kNoAnswer, kDontKnow, kNotApplicable};
    std::int8_t other = dataset.answers[answer];
    while (other == dataset.answers[answer]) other = kinds[random.between(0, 9)];
    dataset.answers[answer] = other;
    const auto after = take_snapshot(model, dataset);
    int changed = 0;
    for (std::size_t i = 0; i < before.size(); ++i) changed += before[i].sha256 != after[i].sha256;
    RC_ASSERT(changed == 1);
  });
}

TEST_CASE("A digest changes with the unit of a respondent and with that unit's id, not with its name", "[statistics]") {
  const std::string before = digest(small_dataset());
  Dataset other = small_dataset();
  other.respondents[2].unit = 0;
  CHECK(digest(other) != before);
  other = small_dataset();
  other.units[0].id = "c";
  CHECK(digest(other) != before);
  other = small_dataset();
  other.units[0].name = "School";
  CHECK(digest(other) == before);
}

TEST_CASE("A digest changes with the numbers invited and in the population, and tells them apart", "[statistics]") {
  const std::string before = digest(small_dataset());
  Dataset invited = small_dataset(), population = small_dataset();
  invited.measurements[0].invited = 7;
  population.measurements[0].population = 7;
  CHECK(digest(invited) != before);
  CHECK(digest(population) != before);
  CHECK(digest(invited) != digest(population));
}

TEST_CASE("A digest changes when two respondents swap an answer", "[statistics]") {
  Dataset swapped = small_dataset();
  std::swap(swapped.answers[0], swapped.answers[4]);
  CHECK(digest(swapped) != digest(small_dataset()));
}

TEST_CASE("A respondent more who says the same changes the digest", "[statistics]") {
  DatasetMaker one(ruler_model()), two(ruler_model());
  one.measure(one.add("m"), 2025, {{5, 5}});
  two.measure(two.add("m"), 2025, {{5, 5}, {5, 5}});
  CHECK(digest(one.data) != digest(two.data));
}

TEST_CASE("A digest does not see statements that were never asked", "[statistics]") {
  // A later model has one statement more, in front of the others.
  const Model later = model_of({{"T", Level::total},
                                {"N", Level::dimension},
                                {"NC", Level::category},
                                {"NK", Level::capability},
                                {"NS", Level::statement},
                                {"X", Level::dimension},
                                {"XC", Level::category},
                                {"XK", Level::capability},
                                {"XS", Level::statement},
                                {"YC", Level::category},
                                {"YK", Level::capability},
                                {"YS", Level::statement}},
                               0, 100);
  Dataset dataset = small_dataset();
  dataset.statements = 3;
  dataset.answers = {kNotAsked, 10, 20, kNotAsked, 10, kNoAnswer, kNotAsked, 30, 40};
  CHECK(digest(dataset, later) == digest(small_dataset()));
}
