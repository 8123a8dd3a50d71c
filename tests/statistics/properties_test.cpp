// What must hold for every survey: what changes nothing, and what turns everything round.
#include <catch2/catch.hpp>

#include <algorithm>

#include "statistics/statistics.h"
#include "support/random_survey.h"

using namespace mognad;
using namespace mognad::test;

namespace {

std::size_t at(int index) { return static_cast<std::size_t>(index); }

struct Drawn {
  Model model;
  Survey survey = random_survey();
  Dataset dataset;

  std::vector<double> let_out() const {
    return everything_let_out(compute_statistics(model, survey, dataset), survey, model,
                              counting(dataset.organisations.size()));
  }
};

/// From a handful of organisations to enough for dots; a scale of six steps.
Drawn draw(Random& random) {
  Drawn drawn;
  drawn.model = random_model(random, 1, 6);
  const int organisations = *rc::gen::inRange(1, 45), most = *rc::gen::inRange(1, 30);
  drawn.dataset = random_dataset(drawn.model, organisations, most, random);
  return drawn;
}

void turn_statements(Model& model) {
  for (Node& node : model.nodes)
    if (node.level == Level::statement) node.reversed = !node.reversed;
}

bool mirrored(const Measured& a, const Measured& b) {
  return a.known() == b.known() && (a ? nearly(a.number(), 100 - b.number()) : a.reason() == b.reason());
}

bool negated(const Measured& a, const Measured& b) {
  return a.known() == b.known() && (a ? nearly(a.number(), -b.number()) : a.reason() == b.reason());
}

bool same(const Measured& a, const Measured& b) {
  return a.known() == b.known() && (a ? nearly(a.number(), b.number()) : a.reason() == b.reason());
}

void check_mirrored(const PeerResult& a, const PeerResult& b) {
  RC_ASSERT(a.others == b.others);
  RC_ASSERT(mirrored(a.median, b.median));
  RC_ASSERT(mirrored(a.lower_quartile, b.upper_quartile));
  RC_ASSERT(mirrored(a.upper_quartile, b.lower_quartile));
  RC_ASSERT(mirrored(a.rank, b.rank));
  RC_ASSERT(a.band.has_value() == b.band.has_value());
  if (a.band) RC_ASSERT(static_cast<int>(*a.band) == 2 - static_cast<int>(*b.band));
}

}  // namespace

TEST_CASE("The order of respondents changes nothing that is let out", "[statistics][property]") {
  check_property(
      [] {
        Random random = drawn_random();
        Drawn drawn = draw(random);
        const auto before = drawn.let_out();
        drawn.dataset = with_shuffled_respondents(drawn.dataset, random);
        RC_ASSERT(nearly_the_same(before, drawn.let_out()));
      },
      40);
}

TEST_CASE("The order of organisations changes nothing that is let out", "[statistics][property]") {
  check_property(
      [] {
        Random random = drawn_random();
        Drawn drawn = draw(random);
        const auto before = drawn.let_out();
        std::vector<int> order = counting(drawn.dataset.organisations.size());
        shuffle(order, random);
        drawn.dataset = with_reordered_organisations(drawn.dataset, order);
        // Where each of the old ones is now.
        std::vector<int> places(order.size());
        for (std::size_t i = 0; i < order.size(); ++i) places[at(order[i])] = static_cast<int>(i);
        const Statistics statistics = compute_statistics(drawn.model, drawn.survey, drawn.dataset);
        RC_ASSERT(nearly_the_same(before, everything_let_out(statistics, drawn.survey, drawn.model, places)));
      },
      40);
}

TEST_CASE("Other labels of the steps change nothing", "[statistics][property]") {
  check_property(
      [] {
        Random random = drawn_random();
        Drawn drawn = draw(random);
        const auto before = drawn.let_out();
        for (ScaleStep& step : drawn.model.scale) step.value += 9;
        for (std::int8_t& answer : drawn.dataset.answers)
          if (is_step(answer)) answer = static_cast<std::int8_t>(answer + 9);
        RC_ASSERT(before == drawn.let_out());
      },
      30);
}

TEST_CASE("Doubled weights change nothing", "[statistics][property]") {
  check_property(
      [] {
        Random random = drawn_random();
        Drawn drawn = draw(random);
        const auto before = drawn.let_out();
        for (Node& node : drawn.model.nodes) node.weight *= 2;
        RC_ASSERT(nearly_the_same(before, drawn.let_out()));
      },
      30);
}

TEST_CASE("Reversed statements with turned answers have the same scores", "[statistics][property]") {
  check_property(
      [] {
        Random random = drawn_random();
        Drawn drawn = draw(random);
        // The distributions of answers are as answered and turn with them.
        const auto scores = [&] {
          std::vector<NodeScore> all;
          for (const Measurement& m : drawn.dataset.measurements)
            for (const NodeScore& score : score_measurement(drawn.model, drawn.dataset, m)) all.push_back(score);
          return all;
        };
        const auto before = scores();
        turn_statements(drawn.model);
        for (std::int8_t& answer : drawn.dataset.answers)
          if (is_step(answer)) answer = static_cast<std::int8_t>(7 - answer);
        const auto after = scores();
        for (std::size_t i = 0; i < before.size(); ++i) {
          RC_ASSERT(before[i].mean == after[i].mean);
          RC_ASSERT(before[i].variance == after[i].variance);
          RC_ASSERT(before[i].respondents == after[i].respondents);
          RC_ASSERT(before[i].known == after[i].known);
        }
      },
      30);
}

TEST_CASE("The opposite meaning mirrors values, peers and changes", "[statistics][property]") {
  check_property(
      [] {
        Random random = drawn_random();
        Drawn drawn = draw(random);
        const Statistics there = compute_statistics(drawn.model, drawn.survey, drawn.dataset);
        Model opposite = drawn.model;
        turn_statements(opposite);
        const Statistics back = compute_statistics(opposite, drawn.survey, drawn.dataset);
        for (int o = 0; o < static_cast<int>(drawn.dataset.organisations.size()); ++o) {
          for (NodeIndex node = 0; node < opposite.node_count(); ++node) {
            const NodeResult a = there.node(o, 2025, node), b = back.node(o, 2025, node);
            RC_ASSERT(mirrored(a.value, b.value));
            RC_ASSERT(same(a.margin, b.margin));
            RC_ASSERT(a.respondents == b.respondents);
            for (int d = 0; d < 3; ++d) check_mirrored(there.peers(o, 2025, d, node), back.peers(o, 2025, d, node));
          }
          const auto a = there.changes(o, 2024, 2025, Level::statement),
                     b = back.changes(o, 2024, 2025, Level::statement);
          for (std::size_t i = 0; i < a.size(); ++i) {
            RC_ASSERT(negated(a[i].points, b[i].points));
            RC_ASSERT(same(a[i].margin, b[i].margin));
            RC_ASSERT(same(a[i].p, b[i].p));
            RC_ASSERT(a[i].certainty == b[i].certainty);
          }
        }
      },
      30);
}

TEST_CASE("The opposite meaning mirrors the nation", "[statistics][property]") {
  check_property(
      [] {
        Random random = drawn_random();
        Drawn drawn = draw(random);
        const Statistics there = compute_statistics(drawn.model, drawn.survey, drawn.dataset);
        Model opposite = drawn.model;
        turn_statements(opposite);
        const Statistics back = compute_statistics(opposite, drawn.survey, drawn.dataset);
        const auto a = there.national_means("m", 2025), b = back.national_means("m", 2025);
        const auto x = there.national_changes("m", 2024, 2025), y = back.national_changes("m", 2024, 2025);
        for (std::size_t i = 0; i < a.size(); ++i) {
          RC_ASSERT(a[i].organisations == b[i].organisations);
          RC_ASSERT(mirrored(a[i].mean, b[i].mean));
          RC_ASSERT(negated(x[i].points, y[i].points));
          RC_ASSERT(same(x[i].margin, y[i].margin));
          RC_ASSERT(x[i].certainty == y[i].certainty);
          const auto node = static_cast<NodeIndex>(i);
          RC_ASSERT(
              same(there.correlation("m", 2025, kTotal, node).rho, back.correlation("m", 2025, kTotal, node).rho));
        }
      },
      30);
}

TEST_CASE("A respondent who answers the means moves no mean and widens no variance", "[statistics][property]") {
  check_property([] {
    Random random = drawn_random();
    const Model model = random_model(random, 1, 7);
    const int pairs = *rc::gen::inRange(1, 20);
    AnswerRow middle(model.at(Level::statement).size());
    for (std::int8_t& step : middle) step = static_cast<std::int8_t>(random.between(2, 6));
    std::vector<AnswerRow> rows;
    for (int p = 0; p < pairs; ++p) {
      // As far above the mean as below.
      AnswerRow above = middle, below = middle;
      for (std::size_t s = 0; s < middle.size(); ++s) {
        const int apart = random.between(0, std::min(middle[s] - 1, 7 - middle[s]));
        above[s] = static_cast<std::int8_t>(middle[s] + apart);
        below[s] = static_cast<std::int8_t>(middle[s] - apart);
      }
      rows.push_back(above);
      rows.push_back(below);
    }
    DatasetMaker maker(model);
    maker.measure(maker.add("m"), 2025, rows);
    rows.insert(rows.begin() + random.between(0, static_cast<int>(rows.size())), middle);
    maker.measure(maker.add("m"), 2025, rows);
    const auto before = score_measurement(model, maker.data, maker.data.measurements[0]);
    const auto after = score_measurement(model, maker.data, maker.data.measurements[1]);
    for (std::size_t i = 0; i < before.size(); ++i) {
      RC_ASSERT(nearly(before[i].mean, after[i].mean));
      RC_ASSERT(after[i].respondents == before[i].respondents + 1);
      RC_ASSERT(after[i].variance <= before[i].variance);
    }
  });
}

TEST_CASE("What is let out of one organisation stays between the bounds of the scale", "[statistics][property]") {
  check_property(
      [] {
        Random random = drawn_random();
        const Drawn drawn = draw(random);
        const Statistics statistics = compute_statistics(drawn.model, drawn.survey, drawn.dataset);
        for (int o = 0; o < static_cast<int>(drawn.dataset.organisations.size()); ++o)
          for (NodeIndex node = 0; node < drawn.model.node_count(); ++node) {
            const NodeResult own = statistics.node(o, 2025, node);
            if (own.value) RC_ASSERT(own.value.number() >= 0 && own.value.number() <= 100 && own.respondents >= 5);
            if (own.margin) RC_ASSERT(own.margin.number() >= 0 && own.respondents >= 10);
            for (int d = 0; d < 3; ++d) {
              const PeerResult peers = statistics.peers(o, 2025, d, node);
              RC_ASSERT(!peers.median || peers.others >= 5);
              if (!peers.lower_quartile) continue;
              RC_ASSERT(peers.others >= 10);
              RC_ASSERT(peers.lower_quartile.number() <= peers.median.number());
              RC_ASSERT(peers.median.number() <= peers.upper_quartile.number());
              if (peers.rank) RC_ASSERT(peers.rank.number() >= 0 && peers.rank.number() <= 100);
            }
          }
      },
      30);
}
