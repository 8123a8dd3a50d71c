// What the publication of a year tells of the generated surveys, against Python:
// tests/references/surveys/publication.py.
#include <catch2/catch.hpp>

#include "statistics/generated_surveys.h"

using namespace mognad;
using namespace mognad::test;

namespace {

struct Told {
  int n = 0;
  Measured value, lower, upper;
};

Told told(const Statistics& made, const ReferenceTable& table, std::size_t row, const Model& model) {
  const std::string& type = table.text(row, "type");
  const std::string& kind = table.text(row, "kind");
  const std::string& item = table.text(row, "item");
  const int year = table.whole(row, "year");
  if (kind == "moved") {
    const TypeMoves moves = made.type_moves(type, table.whole(row, "from"), year);
    return {moves.organisations,
            moves.moved[static_cast<std::size_t>(item[0] - '0')][static_cast<std::size_t>(item[1] - '0')],
            {},
            {}};
  }
  if (kind == "agreement") {
    const GroupResult within = made.agreement_within(type, year, model.find(item));
    return {within.organisations, within.median, within.lower_quartile, within.upper_quartile};
  }
  const Participation who = made.participation(type, year);
  return {who.organisations, kind == "respondents" ? Measured(who.respondents) : who.respondents_median, {}, {}};
}

/// How many numbers of each kind were compared and alike.
class Alike {
 public:
  void add(const Told& made, const ReferenceTable& table, std::size_t row) {
    INFO(table.text(row, "survey") << " " << table.text(row, "year") << " " << table.text(row, "kind") << " "
                                   << table.text(row, "item"));
    if (made.value.withheld()) return;
    CHECK(made.n == table.whole(row, "n"));
    CHECK(made.value.number() == Approx(table.number(row, "value")).margin(kExact));
    const bool quartiles = !table.text(row, "lower").empty() && made.lower;
    if (quartiles) {
      CHECK(made.lower.number() == Approx(table.number(row, "lower")).margin(kExact));
      CHECK(made.upper.number() == Approx(table.number(row, "upper")).margin(kExact));
    }
    ++counts[table.text(row, "kind")];
  }
  std::map<std::string, int> counts;
};

Alike compare(const std::function<Survey(const GeneratedSurvey&)>& policy) {
  const ReferenceTable table = read_table("surveys/publication.csv");
  Alike alike;
  for (const GeneratedSurvey& survey : generated_surveys()) {
    const Statistics made = survey.statistics(policy(survey));
    for (std::size_t row = 0; row < table.rows.size(); ++row)
      if (table.text(row, "survey") == survey.name) alike.add(told(made, table, row, survey.model), table, row);
  }
  return alike;
}

}  // namespace

TEST_CASE("Moves, agreement inside organisations and participation are those of Python", "[statistics][reference]") {
  const Alike alike = compare([](const GeneratedSurvey& survey) { return survey.open(survey.counted_from); });
  CHECK(alike.counts.at("moved") > 120);
  CHECK(alike.counts.at("agreement") > 450);
  CHECK(alike.counts.at("respondents") > 40);
  CHECK(alike.counts.at("respondents_median") > 40);
}
