#include "support/composed_survey.h"

#include <algorithm>
#include <map>

namespace mognad::test {
namespace {

constexpr int kYears[] = {2024, 2025};

LocalText both(const std::string& sv, const std::string& en) { return LocalText({{"sv", sv}, {"en", en}}); }

/// A name of the invented model: the same word with its place in the tree.
LocalText numbered(const std::string& sv, const std::string& en, const std::string& place) {
  return both(sv + " " + place, en + " " + place);
}

/// Builds a tree of any shape, depth first.
class ModelMaker {
 public:
  explicit ModelMaker(Random& random) : random_(random) {}

  Model make(const Model& real) {
    model_ = real;
    model_.id = "invented";
    model_.nodes.clear();
    model_.scale.clear();
    model_.earlier.clear();
    const int lowest = random_.between(0, 1), steps = random_.between(2, 10);
    for (int i = 0; i < steps; ++i) model_.scale.push_back({lowest + i, numbered("Steg", "Step", std::to_string(i))});
    const NodeIndex total = add(Level::total, kNoNode, both("Mognad", "Maturity"));
    const int dimensions = random_.between(2, 3);
    for (int i = 1; i <= dimensions; ++i) below(Level::dimension, total, std::to_string(i));
    const std::vector<NodeIndex> found = model_.at(Level::dimension);
    model_.matrix.x.node = found.back();
    model_.matrix.y.node = found.front();
    model_.matrix.x.cut = random_.between(4, 6) * 10;
    model_.matrix.y.cut = random_.between(4, 6) * 10;
    return std::move(model_);
  }

 private:
  NodeIndex add(Level level, NodeIndex parent, const LocalText& name) {
    Node node;
    node.id = "n" + std::to_string(model_.nodes.size());
    node.level = level;
    node.parent = parent;
    node.weight = 0.5 * random_.between(1, 4);
    node.name = node.short_name = node.in_text = node.definite = name;
    if (level == Level::category && random_.chance(0.5))
      node.question = both("Vad hindrar er?", "What holds you back?");
    model_.nodes.push_back(node);
    const auto index = static_cast<NodeIndex>(model_.nodes.size()) - 1;
    for (NodeIndex above = index; above != kNoNode; above = model_.node(above).parent)
      model_.nodes[static_cast<std::size_t>(above)].end = index + 1;
    return index;
  }

  void below(Level level, NodeIndex parent, const std::string& place) {
    static const std::map<Level, LocalText> kWords{{Level::dimension, both("Gren", "Branch")},
                                                   {Level::category, both("Område", "Area")},
                                                   {Level::capability, both("Förmåga", "Ability")},
                                                   {Level::statement, both("Vi klarar uppgift", "We manage task")}};
    const LocalText& word = kWords.at(level);
    const NodeIndex node = add(level, parent, numbered(word.in("sv"), word.in("en"), place));
    if (level == Level::statement) return;
    const int parts = random_.between(1, 3);
    for (int i = 1; i <= parts; ++i)
      below(static_cast<Level>(static_cast<int>(level) + 1), node, place + std::to_string(i));
  }

  Random& random_;
  Model model_;
};

Extremes draw_extremes(Random& random) {
  Extremes e;
  e.one_organisation = random.chance(0.05);
  e.no_units = random.chance(0.15);
  e.first_year = random.chance(0.15);
  e.invited_unknown = random.chance(0.15);
  e.one_category_answered = random.chance(0.08);
  e.few_respondents = random.chance(0.15);
  e.equal_answers = random.chance(0.06);
  e.all_lowest = !e.equal_answers && random.chance(0.05);
  e.all_highest = !e.equal_answers && !e.all_lowest && random.chance(0.05);
  e.long_names = random.chance(0.15);
  e.reversed = random.chance(0.3);
  e.other_model = random.chance(0.5);
  return e;
}

void add_words(Survey& survey) {
  TypeWords regions;
  regions.one = both("region", "region");
  regions.many = both("regioner", "regions");
  regions.many_definite = both("regionerna", "the regions");
  regions.many_genitive = both("regionernas", "the regions’");
  regions.reader = both("regionstyrelsen", "the regional executive board");
  survey.types["region"] = regions;
  PeerGroupDefinition nearest;
  nearest.id = "nearest";
  nearest.nearest_by = {"employees"};
  nearest.nearest_count = 12;
  nearest.name = both("De mest lika", "The most alike");
  survey.peer_groups.push_back(nearest);
}

/// Organisations, their units, and the answers of two years.
class DataMaker {
 public:
  DataMaker(ComposedSurvey& made, Random& random) : made_(made), data_(made.data), random_(random) {}

  void run() {
    data_.property_names = {"size", "employees"};
    data_.statements = static_cast<int>(made_.model.at(Level::statement).size());
    data_.years = made_.extremes.first_year ? std::vector{kYears[1]} : std::vector{kYears[0], kYears[1]};
    const int organisations = made_.extremes.one_organisation ? 1
                              : random_.chance(0.2)           ? random_.between(22, 30)
                                                              : random_.between(2, 14);
    for (int i = 0; i < organisations; ++i) add_organisation(i);
  }

 private:
  void add_organisation(int i) {
    constexpr const char* kNames[] = {"Borås",     "Askdala", "Region Skåne", "Uppsala", "Sollefteå",
                                      "Hällefors", "Granitz", "Östra Göinge", "Å",       "Norrlandsbox"};
    Organisation o;
    o.code = std::to_string(1000 + i);
    o.name = kNames[i % 10];
    o.formal_name = o.name + " kommun";
    if (made_.extremes.long_names) {
      o.name = "Nordvästra " + o.name + "bygden";
      o.formal_name = o.name + "s samhällsbyggnadsförbund";
    }
    o.type = random_.chance(0.85) ? "kommun" : "region";
    o.properties = {random_.chance(0.5) ? "S" : "M", std::to_string(random_.between(100, 99999))};
    data_.organisations.push_back(o);
    const auto first_unit = static_cast<UnitIndex>(data_.units.size());
    const int units = made_.extremes.no_units ? 0 : random_.between(1, 6);
    for (int u = 0; u < units; ++u) add_unit(i, u);
    for (const int year : data_.years)
      if (year == kYears[1] ? !random_.chance(0.03) : !random_.chance(0.15)) measure(i, year, first_unit, units);
  }

  void add_unit(OrganisationIndex organisation, int u) {
    const std::vector<UnitType>& types = made_.survey.unit_types;
    const bool typed = random_.chance(0.8);
    const auto type = static_cast<std::size_t>(u) % types.size();
    std::string name = typed && random_.chance(0.5) ? "" : "Enhet " + std::to_string(u + 1);
    if (made_.extremes.long_names && !name.empty()) name = "Samhällsbyggnadsförvaltningens enhet " + std::to_string(u);
    data_.units.push_back({organisation, std::to_string(u), name, typed ? types[type].id : ""});
  }

  void measure(OrganisationIndex organisation, int year, UnitIndex first_unit, int units) {
    const int respondents = made_.extremes.few_respondents ? random_.between(1, 12) : random_.between(4, 50);
    Measurement m{organisation, year, static_cast<int>(data_.respondents.size()), respondents, {}, {}};
    if (!made_.extremes.invited_unknown && random_.chance(0.9)) m.invited = respondents + random_.between(0, 60);
    data_.measurements.push_back(m);
    const double about = 0.15 + 0.7 * random_.uniform();
    const double missing = random_.chance(0.2) ? 0.5 : 0.04;
    for (int r = 0; r < respondents; ++r) {
      const UnitIndex unit = units == 0 || random_.chance(0.1) ? -1 : first_unit + random_.between(0, units - 1);
      data_.respondents.push_back({organisation, unit, year});
      for (const NodeIndex statement : made_.model.at(Level::statement))
        data_.answers.push_back(answer(statement, about, missing));
    }
  }

  std::int8_t answer(NodeIndex statement, double about, double missing) {
    const Extremes& e = made_.extremes;
    const int low = made_.model.lowest_step(), high = made_.model.highest_step();
    const bool turned = made_.model.node(statement).reversed;
    if (e.one_category_answered && category_of(statement) != made_.model.at(Level::category).front()) return kNoAnswer;
    if (e.equal_answers) return static_cast<std::int8_t>((low + high) / 2);
    if (e.all_lowest || e.all_highest) return static_cast<std::int8_t>(e.all_highest != turned ? high : low);
    if (random_.chance(missing)) return random_.chance(0.5) ? kNoAnswer : kDontKnow;
    const double at = low + (high - low) * (about + 0.25 * random_.normal());
    return static_cast<std::int8_t>(std::clamp(static_cast<int>(at + 0.5), low, high));
  }

  NodeIndex category_of(NodeIndex statement) const {
    NodeIndex node = statement;
    while (made_.model.node(node).level != Level::category) node = made_.model.node(node).parent;
    return node;
  }

  ComposedSurvey& made_;
  Dataset& data_;
  Random& random_;
};

}  // namespace

std::string Extremes::words() const {
  std::string text;
  const auto add = [&](bool is, const char* word) {
    if (is) text += (text.empty() ? "" : ", ") + std::string(word);
  };
  add(one_organisation, "one organisation"), add(no_units, "no units"), add(first_year, "first year");
  add(invited_unknown, "invited unknown"), add(one_category_answered, "one category answered");
  add(few_respondents, "few respondents"), add(equal_answers, "equal answers"), add(all_lowest, "all lowest");
  add(all_highest, "all highest"), add(long_names, "long names"), add(reversed, "reversed");
  add(other_model, "other model");
  return text;
}

ComposedSurvey compose_survey(int number, const Model& real, const Survey& real_survey) {
  Random random(static_cast<std::uint64_t>(number), "composed survey");
  ComposedSurvey made;
  made.number = number;
  made.extremes = draw_extremes(random);
  made.survey = real_survey;
  add_words(made.survey);
  made.model = made.extremes.other_model ? ModelMaker(random).make(real) : real;
  if (made.extremes.reversed)
    for (Node& node : made.model.nodes) node.reversed = node.level == Level::statement && random.chance(0.2);
  DataMaker(made, random).run();
  return made;
}

}  // namespace mognad::test
