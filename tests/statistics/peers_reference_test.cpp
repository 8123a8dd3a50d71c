// Peers, groups and units of the generated surveys against R: tests/references/surveys/surveys.R.
#include <catch2/catch.hpp>

#include <algorithm>

#include "statistics/generated_surveys.h"

using namespace mognad;
using namespace mognad::test;

namespace {

using Withheld = Comparison::Withheld;

/// The definitions of every generated survey, in their order.
const std::vector<std::string> kDefinitions{"all", "county", "listed", "nearest"};

int definition_of(const std::string& name) {
  const auto found = std::find(kDefinitions.begin(), kDefinitions.end(), name);
  REQUIRE(found != kDefinitions.end());
  return static_cast<int>(found - kDefinitions.begin());
}

void compare_peers(Comparison& comparison, const GeneratedSurvey& survey, const ResultBlock& block, NodeIndex node,
                   const PeerResult& made) {
  comparison.at(survey, block, "others", node, made.others);
  comparison.at(survey, block, "median", node, made.median);
  comparison.at(survey, block, "rank", node, made.rank);
  if (!block.quantities.count("lower")) return;  // of a list only the median and the rank are stored
  comparison.at(survey, block, "lower", node, made.lower_quartile);
  comparison.at(survey, block, "upper", node, made.upper_quartile);
}

void compare_group(Comparison& comparison, const GeneratedSurvey& survey, const ResultBlock& block, NodeIndex node,
                   const GroupResult& made) {
  comparison.at(survey, block, "organisations", node,
                made.median ? Measured(made.organisations) : Measured(Missing::withheld));
  comparison.at(survey, block, "median", node, made.median);
  comparison.at(survey, block, "lower", node, made.lower_quartile);
  comparison.at(survey, block, "upper", node, made.upper_quartile);
}

/// The key of a group that R calls "all" or "county=east".
GroupKey key_of(const Statistics& made, const ResultBlock& block) {
  const auto parts = split(block.detail, '=');
  for (const GroupKey& key : made.groups(block.year))
    if (key.definition == definition_of(parts[0]) && key.type == block.of &&
        key.value == (parts.size() > 1 ? parts[1] : ""))
      return key;
  FAIL("no group " << block.detail << " of " << block.of);
  return {};
}

/// Disclosure control only takes members away, so that as many others as in R are the same others.
bool same_others(const ResultBlock& block, const std::string& quantity, NodeIndex node, int others) {
  const std::string& expected = block.cell(quantity, node);
  return !expected.empty() && std::stoi(expected) == others;
}

const UnitResult* find_unit(const GeneratedSurvey& survey, const std::vector<UnitResult>& units,
                            const std::string& id) {
  for (const UnitResult& unit : units)
    if (survey.data.units[static_cast<std::size_t>(unit.unit)].id == id) return &unit;
  return nullptr;
}

}  // namespace

TEST_CASE("Peers' median, quartiles and the own rank are those of R", "[statistics][reference]") {
  std::map<std::string, Comparison> by_definition;
  for (const std::string& name : kDefinitions) by_definition.try_emplace(name, Withheld::never);
  for (const GeneratedSurvey& survey : generated_surveys()) {
    const Statistics made = survey.statistics(survey.open(survey.counted_from));
    for (const ResultBlock& block : survey.blocks("peers"))
      for (const NodeIndex node : survey.model.down_to(Level::category))
        compare_peers(by_definition.at(block.detail), survey, block, node,
                      made.peers(survey.organisation(block.of), block.year, definition_of(block.detail), node));
  }
  by_definition.at("all").check({{"others", 2300}, {"median", 2300}, {"lower", 2300}, {"upper", 2300}, {"rank", 2200}});
  by_definition.at("county").check(
      {{"others", 2000}, {"median", 2000}, {"lower", 2000}, {"upper", 2000}, {"rank", 1900}});
  by_definition.at("listed").check({{"others", 1300}, {"median", 1300}, {"rank", 1300}});
  by_definition.at("nearest").check(
      {{"others", 2100}, {"median", 2100}, {"lower", 2100}, {"upper", 2100}, {"rank", 2000}});
}

TEST_CASE("An organisation has the peer groups that R gives it and no others", "[statistics][reference]") {
  int groups = 0;
  for (const GeneratedSurvey& survey : generated_surveys()) {
    const Statistics made = survey.statistics(survey.survey);
    std::map<std::pair<std::string, std::string>, int> expected;
    for (const ResultBlock& block : survey.blocks("peers")) ++expected[{block.of, block.detail}];
    for (std::size_t o = 0; o < survey.data.organisations.size(); ++o)
      for (const std::string& name : kDefinitions) {
        const std::string& code = survey.data.organisations[o].code;
        INFO(survey.name << " " << code << " " << name);
        const bool has = made.has_group(static_cast<int>(o), 2025, definition_of(name));
        CHECK(has == (expected.count({code, name}) == 1));
        groups += has;
      }
  }
  CHECK(groups > 800);
}

TEST_CASE("Groups as everyone reads of them are those of R", "[statistics][reference]") {
  Comparison comparison(Withheld::never);
  for (const GeneratedSurvey& survey : generated_surveys()) {
    const Statistics made = survey.statistics(survey.open(survey.counted_from));
    for (const ResultBlock& block : survey.blocks("group"))
      for (NodeIndex node = 0; node < survey.model.node_count(); ++node)
        compare_group(comparison, survey, block, node, made.group_result(block.year, key_of(made, block), node));
  }
  comparison.check({{"organisations", 2700}, {"median", 2700}, {"lower", 2700}, {"upper", 2700}});
}

TEST_CASE("What the default policy shows of peers and groups is what R computes", "[statistics][reference]") {
  Comparison peers(Withheld::allowed), groups(Withheld::allowed);
  for (const GeneratedSurvey& survey : generated_surveys()) {
    if (survey.counted_from != survey.survey.disclosure.minimum_respondents) continue;
    const Statistics made = survey.statistics(survey.survey);
    for (const ResultBlock& block : survey.blocks("peers"))
      for (const NodeIndex node : survey.model.down_to(Level::category)) {
        const PeerResult result =
            made.peers(survey.organisation(block.of), block.year, definition_of(block.detail), node);
        CHECK((!result.median || result.others >= 5));
        CHECK((!result.lower_quartile || result.others >= 10));
        if (same_others(block, "others", node, result.others)) compare_peers(peers, survey, block, node, result);
      }
    for (const ResultBlock& block : survey.blocks("group"))
      for (NodeIndex node = 0; node < survey.model.node_count(); ++node) {
        const GroupResult result = made.group_result(block.year, key_of(made, block), node);
        if (same_others(block, "organisations", node, result.organisations))
          compare_group(groups, survey, block, node, result);
      }
  }
  peers.check({{"median", 2500}, {"lower", 1100}, {"upper", 1100}, {"rank", 1100}});
  groups.check({{"organisations", 550}, {"median", 550}, {"lower", 200}, {"upper", 200}});
}

TEST_CASE("Values of units are those of R", "[statistics][reference]") {
  Comparison comparison(Withheld::never), by_default(Withheld::allowed);
  for (const GeneratedSurvey& survey : generated_surveys()) {
    Survey open = survey.open(1);
    open.disclosure.interval_from = 2;
    const Statistics all = survey.statistics(open), some = survey.statistics(survey.survey);
    std::size_t units_in_r = survey.blocks("unit").size();
    for (std::size_t o = 0; o < survey.data.organisations.size(); ++o)
      units_in_r -= all.units(static_cast<int>(o), 2025).size();
    CHECK(units_in_r == 0);
    for (const ResultBlock& block : survey.blocks("unit")) {
      const OrganisationIndex organisation = survey.organisation(block.of);
      const auto units = all.units(organisation, block.year), shown = some.units(organisation, block.year);
      const UnitResult* unit = find_unit(survey, units, block.detail);
      const UnitResult* shown_unit = find_unit(survey, shown, block.detail);
      REQUIRE(unit);
      REQUIRE(shown_unit);
      for (NodeIndex node = 0; node < survey.model.node_count(); ++node) {
        const NodeResult& result = unit->nodes[static_cast<std::size_t>(node)];
        comparison.at(survey, block, "mean", node, result.value);
        comparison.at(survey, block, "respondents", node, result.value ? Measured(result.respondents) : result.value);
        if (survey.model.node(node).level <= Level::category)
          comparison.at(survey, block, "margin", node, result.margin);
        by_default.at(survey, block, "mean", node, shown_unit->nodes[static_cast<std::size_t>(node)].value);
      }
    }
  }
  comparison.check({{"mean", 3900}, {"respondents", 3900}, {"margin", 1100}});
  by_default.check({{"mean", 1200}});
}

TEST_CASE("Units among those of their kind are where R puts them", "[statistics][reference]") {
  Comparison comparison(Withheld::never);
  for (const GeneratedSurvey& survey : generated_surveys()) {
    const Statistics made = survey.statistics(survey.open(survey.counted_from));
    for (const ResultBlock& block : survey.blocks("unit_peers")) {
      const OrganisationIndex organisation = survey.organisation(block.of);
      const auto units = made.units(organisation, block.year);
      const UnitResult* unit = find_unit(survey, units, block.detail);
      REQUIRE(unit);
      for (const NodeIndex node : survey.model.down_to(Level::category))
        compare_peers(comparison, survey, block, node, made.unit_peers(organisation, block.year, *unit, node));
    }
  }
  comparison.check({{"others", 1000}, {"median", 1000}, {"lower", 1000}, {"upper", 1000}, {"rank", 700}});
}

TEST_CASE("Medians and quartiles of kinds of units are those of R", "[statistics][reference]") {
  Comparison comparison(Withheld::never), by_default(Withheld::allowed);
  for (const GeneratedSurvey& survey : generated_surveys()) {
    const Statistics open = survey.statistics(survey.open(survey.counted_from));
    const Statistics some = survey.statistics(survey.survey);
    for (const ResultBlock& block : survey.blocks("unit_type"))
      for (NodeIndex node = 0; node < survey.model.node_count(); ++node) {
        compare_group(comparison, survey, block, node, open.unit_type_result(block.year, block.of, block.detail, node));
        if (survey.counted_from != survey.survey.disclosure.minimum_respondents) continue;
        const GroupResult result = some.unit_type_result(block.year, block.of, block.detail, node);
        if (same_others(block, "organisations", node, result.organisations))
          compare_group(by_default, survey, block, node, result);
      }
  }
  comparison.check({{"organisations", 280}, {"median", 280}, {"lower", 280}, {"upper", 280}});
  by_default.check({{"organisations", 15}, {"median", 15}});
}
