#include "statistics/suppression.h"

#include <algorithm>
#include <map>
#include <vector>

#include "statistics/unit_types.h"
#include "support/random_survey.h"

using namespace mognad;
using namespace mognad::test;

namespace {

using Scores = std::vector<NodeScore>;

const DisclosurePolicy kPolicy;

std::size_t at(int index) { return static_cast<std::size_t>(index); }

NodeScore score(double mean, int respondents) { return {mean, 4, respondents, true, true}; }

Scores all_nodes(const Model& model, int respondents) { return Scores(model.nodes.size(), score(50, respondents)); }

NodeScore& of(const Model& model, Scores& scores, const std::string& id) { return scores[at(model.find(id))]; }

/// Ids of what is suppressed, without what lies below.
std::vector<std::string> suppressed(const Model& model, const Scores& scores) {
  std::vector<std::string> ids;
  for (NodeIndex i = 0; i < model.node_count(); ++i) {
    const NodeIndex parent = model.node(i).parent;
    if (scores[at(i)].suppressed && (parent == kNoNode || !scores[at(parent)].suppressed))
      ids.push_back(model.node(i).id);
  }
  return ids;
}

struct WithheldPart {
  double weight = 0;
  double value = 0;
  int respondents = 0;
};

/// How far the part can lie, tried from end to end of what the others can be.
double range_of(const std::vector<WithheldPart>& parts, std::size_t part) {
  double sum = 0, most_of_others = 0;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    sum += parts[i].weight * parts[i].value;
    if (i != part) most_of_others += 100 * parts[i].weight;
  }
  const double highest = sum / parts[part].weight, lowest = (sum - most_of_others) / parts[part].weight;
  return std::min(highest, 100.0) - std::max(lowest, 0.0);
}

/// The rule of suppression.h but for respondents.
void check_hidden(const std::vector<WithheldPart>& parts) {
  if (parts.empty()) return;
  RC_ASSERT(parts.size() >= 2);
  for (std::size_t i = 0; i < parts.size(); ++i) RC_ASSERT(range_of(parts, i) >= 5);
}

/// Every total that is shown hides its withheld parts, and what lies below a withheld node is withheld.
void check_tree(const Model& model, const Scores& scores) {
  for (NodeIndex parent = 0; parent < model.node_count(); ++parent) {
    if (scores[at(parent)].suppressed)
      for (const NodeIndex child : model.children(parent)) RC_ASSERT(scores[at(child)].suppressed);
    if (!may_be_shown(scores[at(parent)], kPolicy)) continue;
    std::vector<WithheldPart> withheld;
    bool any_shown = false;
    int respondents = 0;
    for (const NodeIndex child : model.children(parent)) {
      const NodeScore& part = scores[at(child)];
      if (!part.known) continue;
      if (may_be_shown(part, kPolicy)) any_shown = true;
      else withheld.push_back({model.node(child).weight, part.mean, part.respondents});
      if (!may_be_shown(part, kPolicy)) respondents = std::max(respondents, part.respondents);
    }
    check_hidden(withheld);
    if (any_shown && !withheld.empty()) RC_ASSERT(respondents >= kPolicy.minimum_respondents);
  }
}

/// A unit's node is shown only where all of its parts are, and nothing below the deepest level of units.
void check_unit(const Model& model, const Scores& scores) {
  for (NodeIndex node = 1; node < model.node_count(); ++node) {
    const bool shown = may_be_shown(scores[at(node)], kPolicy);
    if (model.node(node).level > kPolicy.deepest_of_units) RC_ASSERT(!shown);
    else if (scores[at(node)].known && !shown) RC_ASSERT(!may_be_shown(scores[at(model.node(node).parent)], kPolicy));
  }
}

}  // namespace

TEST_CASE("A withheld part can lie as far as the others let it", "[statistics][disclosure]") {
  using Numbers = std::vector<double>;
  CHECK(narrowest_range(Numbers{1, 1}, Numbers{40, 60}) == Approx(100));
  CHECK(narrowest_range(Numbers{1, 1}, Numbers{2, 2}) == Approx(4));
  CHECK(narrowest_range(Numbers{1, 1}, Numbers{98, 97}) == Approx(5));
  // The heavy one: from (550 − 100) / 10 to 550 / 10.
  CHECK(narrowest_range(Numbers{10, 1}, Numbers{50, 50}) == Approx(10));
  CHECK(narrowest_range(Numbers{5}, Numbers{30}) == Approx(0).margin(1e-9));
}

TEST_CASE("A node is shown when it is known, rests on enough and is not suppressed", "[statistics][disclosure]") {
  CHECK(may_be_shown(score(50, 5), kPolicy));
  CHECK_FALSE(may_be_shown(score(50, 4), kPolicy));
  CHECK_FALSE(may_be_shown({50, 4, 9, false, false}, kPolicy));
  CHECK_FALSE(may_be_shown({50, 4, 9, true, true, true}, kPolicy));
}

TEST_CASE("Nothing is suppressed where everything may be shown", "[statistics][disclosure]") {
  const Model model = tree_model();
  Scores scores = all_nodes(model, 5);
  suppress_complements(model, kPolicy, scores);
  CHECK(suppressed(model, scores).empty());
}

TEST_CASE("The other statement goes with the one that few answered", "[statistics][disclosure]") {
  const Model model = tree_model();
  Scores scores = all_nodes(model, 10);
  of(model, scores, "D1C2K1S1").respondents = 3;
  suppress_complements(model, kPolicy, scores);
  CHECK(suppressed(model, scores) == std::vector<std::string>{"D1C2K1S2"});
}

TEST_CASE("The part with the fewest respondents is withheld, with all below it", "[statistics][disclosure]") {
  const Model model = tree_model();
  Scores scores = all_nodes(model, 20);
  of(model, scores, "D1C2").respondents = 3;
  of(model, scores, "D1C3").respondents = 8;
  suppress_complements(model, kPolicy, scores);
  CHECK(suppressed(model, scores) == std::vector<std::string>{"D1C3"});
  CHECK(of(model, scores, "D1C3K2S1").suppressed);
}

TEST_CASE("Of parts with as many respondents the first by id is withheld", "[statistics][disclosure]") {
  const Model model = tree_model();
  Scores scores = all_nodes(model, 20);
  of(model, scores, "D2C2").respondents = 3;
  suppress_complements(model, kPolicy, scores);
  CHECK(suppressed(model, scores) == std::vector<std::string>{"D2C1"});
}

TEST_CASE("Parts close to the end of the scale need a third", "[statistics][disclosure]") {
  const Model model = tree_model();
  Scores scores = all_nodes(model, 20);
  // Two of 1 can't be over 2; with one of 50 any of them may be anything up to 52.
  for (const char* id : {"D1C1", "D1C2"}) of(model, scores, id).mean = 1;
  of(model, scores, "D1C2").respondents = 3;
  of(model, scores, "D1C3").respondents = 30;
  suppress_complements(model, kPolicy, scores);
  CHECK(suppressed(model, scores) == std::vector<std::string>{"D1C1", "D1C3"});
}

TEST_CASE("Where no part is left the total is withheld in its turn", "[statistics][disclosure]") {
  const Model model = ruler_model();
  Scores scores = all_nodes(model, 10);
  of(model, scores, "XS").respondents = 4;
  suppress_complements(model, kPolicy, scores);
  CHECK(suppressed(model, scores) == std::vector<std::string>{"X", "Y"});
  CHECK(may_be_shown(scores[at(kTotal)], kPolicy));
}

TEST_CASE("A policy without complements suppresses nothing", "[statistics][disclosure]") {
  const Model model = tree_model();
  Scores scores = all_nodes(model, 20);
  of(model, scores, "D2C2").respondents = 3;
  suppress_complements(model, {.complementary = false}, scores);
  CHECK(suppressed(model, scores).empty());
}

namespace {

/// Which units are withheld at the total, from their numbers of respondents and those without a unit.
std::vector<int> withheld_units(const std::vector<int>& respondents, int without_unit) {
  const Model model = ruler_model();
  std::vector<UnitScores> units;
  int all = without_unit;
  for (const int n : respondents) units.push_back({n, all_nodes(model, n)}), all += n;
  suppress_units(model, kPolicy, all_nodes(model, all), without_unit > 0 ? all_nodes(model, without_unit) : Scores(),
                 units);
  std::vector<int> withheld;
  for (std::size_t u = 0; u < units.size(); ++u)
    if (!may_be_shown(units[u].scores[at(kTotal)], kPolicy)) withheld.push_back(static_cast<int>(u));
  return withheld;
}

}  // namespace

TEST_CASE("A unit under the minimum takes the smallest other along", "[statistics][disclosure]") {
  CHECK(withheld_units({9, 6, 3}, 0) == std::vector<int>{1, 2});
  CHECK(withheld_units({9, 6, 7}, 0).empty());
}

TEST_CASE("Withheld units together hold the minimum", "[statistics][disclosure]") {
  CHECK(withheld_units({9, 3, 2}, 0) == std::vector<int>{1, 2});
  CHECK(withheld_units({9, 2, 2, 8}, 0) == std::vector<int>{1, 2, 3});
}

TEST_CASE("Respondents without a unit are a part that is never shown", "[statistics][disclosure]") {
  CHECK(withheld_units({9, 6, 7}, 4) == std::vector<int>{1});
  CHECK(withheld_units({9, 6, 7}, 40) == std::vector<int>{1});
  CHECK(withheld_units({9, 4, 7}, 2) == std::vector<int>{1});
}

TEST_CASE("Every total that is shown hides its withheld parts", "[statistics][disclosure][property]") {
  check_property(
      [] {
        Random random = drawn_random();
        const Model model = random_model(random, 1, 6);
        const Dataset dataset = random_dataset(model, *rc::gen::inRange(1, 8), *rc::gen::inRange(1, 16), random);
        for (const Measurement& m : dataset.measurements) {
          Scores scores = score_measurement(model, dataset, m);
          suppress_complements(model, kPolicy, scores);
          check_tree(model, scores);
        }
      },
      300);
}

TEST_CASE("Every result of an organisation hides its withheld units", "[statistics][disclosure][property]") {
  check_property(
      [] {
        Random random = drawn_random();
        const Model model = random_model(random, 1, 6);
        const Dataset dataset = random_dataset(model, *rc::gen::inRange(1, 8), *rc::gen::inRange(1, 40), random);
        for (const Measurement& m : dataset.measurements) {
          Scores scores = score_measurement(model, dataset, m);
          suppress_complements(model, kPolicy, scores);
          const auto units = score_units(model, dataset, kPolicy, m, scores);
          const auto respondents = respondents_by_unit(dataset, m);
          Scores without_unit(model.nodes.size());
          if (respondents.front().unit < 0)
            without_unit = score_respondents(model, dataset, respondents.front().respondents);
          for (const ScoredUnit& unit : units) check_unit(model, unit.results.scores);
          for (NodeIndex node = 0; node < model.node_count(); ++node) {
            if (!may_be_shown(scores[at(node)], kPolicy)) continue;
            std::vector<WithheldPart> withheld;
            bool any_shown = false;
            int sum = 0;
            const auto add = [&](const NodeScore& part, bool shown) {
              if (part.respondents == 0) return;
              any_shown = any_shown || shown;
              if (shown) return;
              withheld.push_back(
                  {static_cast<double>(part.respondents), part.known ? part.mean : 50, part.respondents});
              sum += part.respondents;
            };
            for (const ScoredUnit& unit : units)
              add(unit.results.scores[at(node)], may_be_shown(unit.results.scores[at(node)], kPolicy));
            add(without_unit[at(node)], false);
            // Where no unit is shown there is nothing to take from the total.
            if (!any_shown || withheld.empty()) continue;
            check_hidden(withheld);
            RC_ASSERT(sum >= kPolicy.minimum_respondents);
          }
        }
      },
      200);
}
