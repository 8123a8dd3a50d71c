#include "attack/random_survey.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "statistics/random.h"
#include "statistics/small_survey.h"

namespace mognad::attack {
namespace {

constexpr int kFirstYear = 2023;

/// Who measures in which year.
enum class Panel {
  steady,  // everyone, always
  movers,  // a few come and go
  waves    // a handful measures in the second year alone, and one leaves together with them
};

/// What makes one survey harder than another.
struct Difficulty {
  Panel panel = Panel::steady;
  int years = 2;
  double lacking = 0;  // share of organisations that lack a category
  double missing = 0;  // share of answers left out
  double rare = 0;     // share of statements that few people of an organisation answer
  double tiny = 0;     // share of units with a handful of respondents
  double spread = 10;  // of organisations, in points
};

class SurveyMaker {
 public:
  explicit SurveyMaker(std::uint64_t seed) : seed_(seed), crowd_(seed % 8 == 0), random_(seed, "attack") {}

  RandomSurvey run() {
    draw_difficulty();
    make_model();
    make_organisations();
    make_definitions();
    for (std::size_t o = 0; o < dataset().organisations.size(); ++o) measure(static_cast<OrganisationIndex>(o));
    invite();
    return std::move(made_);
  }

 private:
  Dataset& dataset() { return made_.dataset; }

  double one_of(std::initializer_list<double> values) {
    return values.begin()[random_.between(0, static_cast<int>(values.size()) - 1)];
  }

  void draw_difficulty() {
    hard_.panel = static_cast<Panel>(random_.between(0, 2));
    hard_.years = hard_.panel == Panel::waves ? 3 : random_.between(2, 3);
    hard_.lacking = one_of({0, 0.1, 0.3});
    hard_.missing = one_of({0, 0.03, 0.15});
    hard_.rare = one_of({0, 0.05, 0.2});
    hard_.tiny = one_of({0.1, 0.3, 0.6});
    hard_.spread = one_of({4, 10, 18});
  }

  void make_model() {
    std::vector<test::NodeSpec> specs{{"T", Level::total}};
    const bool weighted = random_.chance(0.3);
    const auto add = [&](const std::string& id, Level level) {
      specs.push_back({id, level, weighted ? random_.between(1, 3) : 1.0, random_.chance(0.2)});
      return id;
    };
    for (const char* dimension : {"D1", "D2"}) {
      add(dimension, Level::dimension);
      const int categories = random_.between(2, 3);
      for (int c = 1; c <= categories; ++c) {
        const std::string category = add(fmt::format("{}C{}", dimension, c), Level::category);
        const int capabilities = random_.between(1, 2);
        for (int k = 1; k <= capabilities; ++k) {
          const std::string capability = add(fmt::format("{}K{}", category, k), Level::capability);
          const int statements = random_.between(1, 2);
          for (int s = 1; s <= statements; ++s) add(fmt::format("{}S{}", capability, s), Level::statement);
        }
      }
    }
    for (test::NodeSpec& spec : specs) spec.reversed = spec.reversed && spec.level == Level::statement;
    made_.model = test::model_of(specs, 1, random_.chance(0.7) ? 5 : 7);
    int letter = 0;
    for (auto& side : made_.model.matrix.quadrants)
      for (Quadrant& quadrant : side) quadrant.id = std::string(1, static_cast<char>('A' + letter++));
    dataset().statements = static_cast<int>(made_.model.at(Level::statement).size());
  }

  void make_organisations() {
    dataset().property_names = {"size", "county", "cluster", "region", "employees", "population"};
    const bool many = random_.chance(0.4);
    const int count = crowd_ ? random_.between(80, 160) : many ? random_.between(22, 30) : random_.between(6, 24);
    const int types = crowd_ || (many && random_.chance(0.7)) ? 1 : random_.between(1, 3);
    const int counties = random_.between(2, 4);
    for (int o = 0; o < count; ++o) {
      Organisation organisation;
      organisation.code = fmt::format("{:03}", o + 1);
      // The first type holds most of them, so that there are groups to describe.
      organisation.type = random_.chance(0.7) ? "t1" : fmt::format("t{}", random_.between(1, types));
      const int county = random_.between(1, counties);
      const bool large = random_.chance(0.5);
      const std::string size = large ? "large" : "small";
      // Nearly the sizes: a few organisations are elsewhere.
      const std::string cluster = random_.chance(0.12) ? (large ? "small" : "large") : size;
      organisation.properties = {size,
                                 random_.chance(0.1) ? "" : fmt::format("c{}", county),
                                 cluster,
                                 county <= 2 ? "north" : "south",  // counties lie within regions
                                 std::to_string(random_.between(50, large ? 2000 : 400)),
                                 std::to_string(random_.between(2000, 90000))};
      dataset().organisations.push_back(organisation);
    }
    for (int year = 0; year < hard_.years; ++year) dataset().years.push_back(kFirstYear + year);
    made_.survey.year = kFirstYear + hard_.years - 1;
    made_.survey.simulated = true;
    if (random_.chance(0.2)) made_.survey.national_weight = "employees";
    draw_panel();
  }

  /// By organisation and year.
  void draw_panel() {
    const std::size_t count = dataset().organisations.size();
    measures_.assign(count, std::vector<bool>(static_cast<std::size_t>(hard_.years), true));
    if (hard_.panel == Panel::movers) {
      const double share = one_of({0.05, 0.15, 0.35});
      for (auto& years : measures_)
        for (std::size_t y = 0; y < years.size(); ++y) years[y] = !random_.chance(share);
    }
    if (hard_.panel != Panel::waves) return;
    const auto wave = static_cast<std::size_t>(random_.between(5, 8));
    for (std::size_t o = 0; o < count && o <= wave; ++o) measures_[o] = {o == wave, true, false};
  }

  void make_definitions() {
    auto& groups = made_.survey.peer_groups;
    groups.push_back({.id = "all"});
    if (crowd_) return;
    for (const char* property : {"size", "county", "cluster", "region"})
      if (random_.chance(0.75)) groups.push_back({.id = property, .property = property});
    groups.push_back({.id = "list", .members = draw_list()});
    const int nearest = random_.between(5, 22);
    groups.push_back({.id = "nearest", .nearest_by = {"employees", "population"}, .nearest_count = nearest});
    for (std::size_t i = groups.size() - 1; i > 1; --i)
      std::swap(groups[i], groups[static_cast<std::size_t>(random_.between(1, static_cast<int>(i)))]);
    for (int kind = 1; kind <= 3; ++kind) made_.survey.unit_types.push_back({fmt::format("k{}", kind), {}});
  }

  /// All but a few organisations, or those of a size give or take a few.
  std::vector<std::string> draw_list() {
    std::vector<std::string> codes;
    const bool all = random_.chance(0.5);
    const double moved = one_of({0.05, 0.15, 0.3});
    for (const Organisation& organisation : dataset().organisations)
      if ((all || organisation.properties[0] == "large") != random_.chance(moved)) codes.push_back(organisation.code);
    return codes;
  }

  /// Where an organisation lies and how its respondents answer.
  struct Profile {
    std::vector<double> effects;  // by node
    std::vector<bool> lacking;    // by node: nobody was asked
    std::vector<UnitIndex> units;
    std::vector<double> shares;     // of units, cumulative
    std::vector<double> answering;  // by node: probability of an answer
  };

  Profile draw_profile(OrganisationIndex organisation) {
    Profile profile;
    const Model& model = made_.model;
    for (NodeIndex node = 0; node < model.node_count(); ++node) {
      const NodeIndex parent = model.node(node).parent;
      const auto above = static_cast<std::size_t>(std::max(parent, 0));
      const bool top = parent == kNoNode;
      profile.effects.push_back((top ? 50 : profile.effects[above]) + (top ? hard_.spread : 6) * random_.normal());
      const bool lacks = model.node(node).level == Level::category && random_.chance(hard_.lacking);
      profile.lacking.push_back(lacks || (!top && profile.lacking[above]));
      profile.answering.push_back(random_.chance(hard_.rare) ? one_of({0.1, 0.2, 0.4}) : 1 - hard_.missing);
    }
    draw_units(profile, organisation);
    return profile;
  }

  void draw_units(Profile& profile, OrganisationIndex organisation) {
    const int count = crowd_ ? 0 : random_.between(0, 5);
    const bool alike = random_.chance(0.3);  // all units of one kind: then the kind is the organisation
    double sum = 0;
    for (int u = 0; u < count; ++u) {
      const int kind = alike ? 1 : random_.between(0, 3);
      profile.units.push_back(static_cast<UnitIndex>(dataset().units.size()));
      dataset().units.push_back(
          {organisation, fmt::format("u{}", u + 1), "", kind == 0 ? std::string() : fmt::format("k{}", kind)});
      sum += random_.chance(hard_.tiny) ? 0.08 : 0.2 + random_.uniform();
      profile.shares.push_back(sum);
    }
    const double without = random_.chance(0.3) ? one_of({0.05, 0.2}) : 0;  // respondents who name no unit
    for (double& share : profile.shares) share *= (1 - without) / sum;
  }

  void measure(OrganisationIndex organisation) {
    const Profile profile = draw_profile(organisation);
    const double drawn = random_.uniform();
    const int usual = crowd_         ? random_.between(5, 12)
                      : drawn < 0.08 ? random_.between(2, 5)
                      : drawn < 0.14 ? random_.between(150, 400)
                                     : random_.between(8, 60);
    for (int y = 0; y < hard_.years; ++y) {
      const int respondents = std::max(2, usual + random_.between(-usual / 5, usual / 5));
      if (!measures_[static_cast<std::size_t>(organisation)][static_cast<std::size_t>(y)]) continue;
      Measurement measurement{organisation, kFirstYear + y, static_cast<int>(dataset().respondents.size()),
                              respondents};
      for (int r = 0; r < respondents; ++r) add_respondent(profile, measurement);
      dataset().measurements.push_back(measurement);
    }
  }

  /// As many as answered or more; of a few organisations very many, of others unknown.
  void invite() {
    Random random(seed_, "invited");
    for (Measurement& measurement : dataset().measurements) {
      if (random.chance(0.1)) continue;
      const double times = 1 + random.uniform() * (random.chance(0.05) ? 200 : 2);
      measurement.invited = static_cast<int>(measurement.respondents * times);
    }
  }

  void add_respondent(const Profile& profile, const Measurement& measurement) {
    UnitIndex unit = -1;
    const double draw = random_.uniform();
    for (std::size_t u = profile.units.size(); u-- > 0;)
      if (draw < profile.shares[u]) unit = profile.units[u];
    dataset().respondents.push_back({measurement.organisation, unit, measurement.year});
    const double person = 12 * random_.normal() + 3 * unit % 7;
    const Model& model = made_.model;
    const int low = model.lowest_step(), high = model.highest_step();
    for (NodeIndex node = 0; node < model.node_count(); ++node) {
      if (model.node(node).level != Level::statement) continue;
      const auto i = static_cast<std::size_t>(node);
      const double score = profile.effects[i] + person + 20 * random_.normal();
      const double step = low + std::floor(score / 100 * (high - low) + 0.5);
      const bool answers = random_.chance(profile.answering[i]) && !profile.lacking[i];
      const auto given = static_cast<std::int8_t>(std::clamp(static_cast<int>(step), low, high));
      dataset().answers.push_back(answers ? given : profile.lacking[i] ? kNotApplicable : kNoAnswer);
    }
  }

  std::uint64_t seed_;
  bool crowd_;  // as many organisations as moves between the types need, and nothing else of interest
  Random random_;
  RandomSurvey made_;
  Difficulty hard_;
  std::vector<std::vector<bool>> measures_;
};

}  // namespace

RandomSurvey make_survey(std::uint64_t seed) { return SurveyMaker(seed).run(); }

}  // namespace mognad::attack
