#include "input/survey_settings.h"

#include <fmt/format.h>

#include <limits>

namespace mognad {
namespace {

void read_peer_points(TableReader& table, DisclosurePolicy& policy) {
  const std::string points = table.text_or("peer_points", "rounded");
  policy.peer_points_agreement = table.text_or("peer_points_agreement", "");
  if (points == "all") policy.peer_points = DisclosurePolicy::PeerPoints::all;
  else if (points != "rounded")
    table.error("peer_points", fmt::format("'{}' is no way to show peers", points), "expected \"rounded\" or \"all\"");
  if (points == "all" && policy.peer_points_agreement.find_first_not_of(" \t\n") == std::string::npos)
    table.error("peer_points", "every peer's point is shown, but no agreement of the participants is recorded",
                "write what was agreed on, by whom and when: peer_points_agreement = \"…\"");
  if (policy.dot_step < 1 && points != "all")
    table.error("dot_step", fmt::format("dots are rounded to {} points, expected 1 or more", policy.dot_step),
                "finer steps need peer_points = \"all\"");
}

}  // namespace

DisclosurePolicy read_disclosure(TableReader table) {
  DisclosurePolicy policy;
  const auto whole = [&](const char* key, int otherwise, int least) {
    return static_cast<int>(table.integer_or(key, otherwise, least, 1000000));
  };
  policy.minimum_others = whole("minimum_others", policy.minimum_others, 3);
  policy.minimum_respondents = whole("minimum_respondents", policy.minimum_respondents, 3);
  policy.quartiles_from = whole("quartiles_from", policy.quartiles_from, policy.minimum_others);
  policy.dots_from = whole("dots_from", policy.dots_from, policy.quartiles_from);
  policy.interval_from = whole("interval_from", policy.interval_from, 2);
  policy.distribution_from = whole("distribution_from", policy.distribution_from, policy.minimum_respondents);
  policy.dot_step = table.number_or("dot_step", policy.dot_step, 0.5, 10);
  policy.leave_out_own = table.flag_or("leave_out_own", policy.leave_out_own);
  read_peer_points(table, policy);
  policy.members_agreement = table.text_or("members_agreement", "");
  policy.results_agreement = table.text_or("results_agreement", "");
  const std::string deepest = table.text_or("units_to", "category");
  if (deepest == "statement") policy.deepest_of_units = Level::statement;
  else if (deepest == "capability") policy.deepest_of_units = Level::capability;
  else if (deepest != "category")
    table.error("units_to", fmt::format("'{}' is no level to show units to", deepest),
                "expected \"category\", \"capability\" or \"statement\"");
  table.finish();
  return policy;
}

SimulationSettings read_simulation(TableReader table) {
  SimulationSettings s;
  const auto whole = [&](const char* key, int& value, int least, int most) {
    value = static_cast<int>(table.integer_or(key, value, least, most));
  };
  const auto points = [&](const char* key, double& value) { value = table.number_or(key, value, 0, 100); };
  const auto share = [&](const char* key, double& value) { value = table.number_or(key, value, 0, 1); };
  s.seed = static_cast<std::uint64_t>(table.integer_or("seed", 1, 0, std::numeric_limits<std::int64_t>::max()));
  whole("years", s.years, 1, 20);
  whole("respondents_least", s.respondents_least, 1, 100000);
  whole("respondents_most", s.respondents_most, s.respondents_least, 100000);
  whole("units_least", s.units_least, 0, 1000);
  whole("units_most", s.units_most, s.units_least, 1000);
  points("mean", s.mean);
  points("spread_organisations", s.spread_organisations);
  points("spread_dimensions", s.spread_dimensions);
  points("spread_categories", s.spread_categories);
  points("spread_capabilities", s.spread_capabilities);
  points("spread_units", s.spread_units);
  points("spread_respondents", s.spread_respondents);
  points("spread_answers", s.spread_answers);
  points("spread_trend", s.spread_trend);
  s.trend = table.number_or("trend", s.trend, -100, 100);
  share("missing_answer", s.missing_answer);
  share("missing_year", s.missing_year);
  share("unknown_invited", s.unknown_invited);
  s.few_respondents = table.texts("few_respondents");
  TableReader types = table.table_or_empty("unit_types");
  for (const std::string& type : types.keys()) s.unit_types[type] = types.number_or(type, 0, -100, 100);
  table.finish();
  return s;
}

CheckSettings read_checks(TableReader table) {
  CheckSettings checks;
  checks.jump = table.number_or("jump", checks.jump, 1, 100);
  checks.statement_jump = table.number_or("statement_jump", checks.statement_jump, 1, 100);
  checks.given_difference = table.number_or("given_difference", checks.given_difference, 0, 100);
  checks.straight_lining_share = table.number_or("straight_lining_share", checks.straight_lining_share, 0, 1);
  table.finish();
  return checks;
}

}  // namespace mognad
