// The surveys that tests/references/surveys/ generates, and what R makes of them. Each is read once.
#pragma once

#include <algorithm>
#include <cmath>
#include <sstream>

#include "statistics/reference_files.h"
#include "statistics/statistics.h"

namespace mognad::test {

/// What R says of one organisation or type in one year, for each node: quantity → a text by node, empty for none.
struct ResultBlock {
  std::string of;
  int year = 0;
  std::string detail;
  std::map<std::string, std::vector<std::string>> quantities;

  const std::string& cell(const std::string& quantity, NodeIndex node) const {
    return quantities.at(quantity)[static_cast<std::size_t>(node)];
  }
};

struct GeneratedSurvey {
  std::string name;
  Model model;
  Dataset data;
  Survey survey;  // with the default policy
  int counted_from = 5;
  std::map<std::string, std::vector<ResultBlock>> expected;  // by kind

  const std::vector<ResultBlock>& blocks(const std::string& kind) const {
    static const std::vector<ResultBlock> none;
    const auto found = expected.find(kind);
    return found == expected.end() ? none : found->second;
  }
  OrganisationIndex organisation(const std::string& code) const {
    const OrganisationIndex index = data.find_organisation(code);
    REQUIRE(index >= 0);
    return index;
  }
  /// Everything is shown that at least one other is there for.
  Survey open(int minimum_respondents) const {
    Survey open = survey;
    open.disclosure.minimum_others = 1;
    open.disclosure.minimum_respondents = minimum_respondents;
    open.disclosure.quartiles_from = 1;
    open.disclosure.dots_from = 1;
    open.disclosure.distribution_from = 2;
    open.disclosure.deepest_of_units = Level::statement;
    open.disclosure.complementary = false;
    return open;
  }
  Statistics statistics(const Survey& of) const { return compute_statistics(model, of, data); }
};

class SurveyReader {
 public:
  std::vector<GeneratedSurvey> read() {
    for (std::size_t row = 0; row < surveys_.rows.size(); ++row) {
      GeneratedSurvey& made = made_.emplace_back();
      made.name = surveys_.text(row, "survey");
      made.model = read_reference_model("surveys", surveys_.text(row, "model"));
      made.counted_from = surveys_.whole(row, "counted_from");
      read_organisations(made);
      read_answers(made);
      describe(made, row);
      read_results(made);
    }
    return std::move(made_);
  }

 private:
  static ReferenceTable table(const std::string& name) { return read_table("surveys/" + name); }

  void read_organisations(GeneratedSurvey& made) const {
    PeerGroupDefinition listed;
    listed.id = "listed";
    made.data.property_names = {"county", "employees", "inhabitants", "area", "weight"};
    for (std::size_t i = 0; i < organisations_.rows.size(); ++i) {
      if (organisations_.text(i, "survey") != made.name) continue;
      Organisation own;
      own.code = organisations_.text(i, "code");
      own.type = organisations_.text(i, "type");
      for (const std::string& property : made.data.property_names)
        own.properties.push_back(organisations_.text(i, property));
      if (organisations_.text(i, "listed") == "1") listed.members.push_back(own.code);
      made.data.organisations.push_back(own);
    }
    for (std::size_t i = 0; i < units_.rows.size(); ++i)
      if (units_.text(i, "survey") == made.name)
        made.data.units.push_back(
            {made.organisation(units_.text(i, "organisation")), units_.text(i, "id"), "", units_.text(i, "unit_type")});
    made.survey.peer_groups.push_back(listed);
  }

  void read_answers(GeneratedSurvey& made) const {
    Dataset& data = made.data;
    constexpr std::size_t kFirstStatement = 3;
    const ReferenceTable answers = table("answers-" + made.name + ".csv");
    data.statements = static_cast<int>(answers.names.size() - kFirstStatement);
    for (const auto& row : answers.rows) {
      const OrganisationIndex organisation = made.organisation(row[0]);
      const int year = std::stoi(row[1]);
      if (data.measurements.empty() || data.measurements.back().organisation != organisation ||
          data.measurements.back().year != year)
        data.measurements.push_back({organisation, year, static_cast<int>(data.respondents.size()), 0, {}, {}});
      ++data.measurements.back().respondents;
      data.respondents.push_back({organisation, unit(data, organisation, row[2]), year});
      for (std::size_t s = kFirstStatement; s < row.size(); ++s) data.answers.push_back(answer_of(row[s]));
      const auto place = std::lower_bound(data.years.begin(), data.years.end(), year);
      if (place == data.years.end() || *place != year) data.years.insert(place, year);
    }
    std::size_t at = 0;
    for (std::size_t i = 0; i < measurements_.rows.size(); ++i) {
      if (measurements_.text(i, "survey") != made.name) continue;
      Measurement& measurement = data.measurements.at(at++);
      REQUIRE(measurements_.whole(i, "year") == measurement.year);
      if (!measurements_.text(i, "population").empty()) measurement.population = measurements_.whole(i, "population");
    }
    REQUIRE(at == data.measurements.size());
  }

  static UnitIndex unit(const Dataset& data, OrganisationIndex organisation, const std::string& id) {
    for (std::size_t u = 0; u < data.units.size(); ++u)
      if (data.units[u].organisation == organisation && data.units[u].id == id) return static_cast<UnitIndex>(u);
    REQUIRE(id.empty());
    return -1;
  }

  /// The definitions in the order all, county, listed, nearest.
  void describe(GeneratedSurvey& made, std::size_t row) const {
    Survey& survey = made.survey;
    survey.year = 2025;
    survey.disclosure.deepest_of_units = Level::statement;
    survey.disclosure.leave_out_own = surveys_.text(row, "leave_out_own") == "1";
    PeerGroupDefinition all, county, nearest;
    all.id = "all";
    county.id = county.property = "county";
    if (const std::string& type = surveys_.text(row, "county_types"); !type.empty()) county.types = {type};
    nearest.id = "nearest";
    nearest.nearest_by = split(surveys_.text(row, "nearest_by"), ' ');
    nearest.nearest_count = surveys_.whole(row, "nearest_count");
    survey.peer_groups = {all, county, survey.peer_groups.front(), nearest};
  }

  static void read_results(GeneratedSurvey& made) {
    const ReferenceTable results = table("results-" + made.name + ".csv");
    constexpr std::size_t kFirstNode = 5;
    REQUIRE(results.names.size() == kFirstNode + made.model.nodes.size());
    for (std::size_t n = 0; n < made.model.nodes.size(); ++n)
      REQUIRE(results.names[kFirstNode + n] == made.model.nodes[n].id);
    for (const auto& row : results.rows) {
      std::vector<ResultBlock>& blocks = made.expected[row[0]];
      const int year = std::stoi(row[2]);
      if (blocks.empty() || blocks.back().of != row[1] || blocks.back().year != year || blocks.back().detail != row[3])
        blocks.push_back({row[1], year, row[3], {}});
      blocks.back().quantities[row[4]] = {row.begin() + kFirstNode, row.end()};
    }
  }

  ReferenceTable surveys_ = table("surveys.csv"), organisations_ = table("organisations.csv"),
                 units_ = table("units.csv"), measurements_ = table("measurements.csv");
  std::vector<GeneratedSurvey> made_;
};

inline const std::vector<GeneratedSurvey>& generated_surveys() {
  static const std::vector<GeneratedSurvey> surveys = SurveyReader().read();
  return surveys;
}

/// Compares numbers with those of R and counts them: a comparison of nothing must not pass.
class Comparison {
 public:
  enum class Withheld { never, allowed };  // R knows nothing of disclosure

  explicit Comparison(Withheld withheld) : withheld_(withheld) {}

  void at(const GeneratedSurvey& survey, const ResultBlock& block, const std::string& quantity, NodeIndex node,
          const Measured& made) {
    if (withheld_ == Withheld::allowed && made.withheld()) return;
    const std::string& expected = block.cell(quantity, node);
    const bool same = expected.empty() ? !made : made && std::fabs(made.number() - std::stod(expected)) <= kExact;
    if (same && !expected.empty()) ++compared_[quantity];
    if (same || ++wrong_ > kTold) return;
    told_ << survey.name << " " << block.of << " " << block.year << " " << block.detail << " " << quantity << " of "
          << survey.model.node(node).id << ": ";
    if (made) told_ << std::to_string(made.number());
    else told_ << "nothing";
    told_ << ", in R " << (expected.empty() ? "nothing" : expected) << "\n";
  }

  /// Nothing differs, and of each quantity at least so many numbers were compared.
  void check(const std::map<std::string, int>& least) const {
    INFO(told_.str());
    CHECK(wrong_ == 0);
    for (const auto& [quantity, count] : least) {
      INFO(quantity);
      const auto compared = compared_.find(quantity);
      CHECK((compared == compared_.end() ? 0 : compared->second) >= count);
    }
  }

 private:
  static constexpr int kTold = 10;
  Withheld withheld_;
  std::map<std::string, int> compared_;
  int wrong_ = 0;
  std::ostringstream told_;
};

}  // namespace mognad::test
