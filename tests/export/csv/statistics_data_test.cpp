// Rows of statistics are what the functions of Statistics say, and their text is what the rows are.
#include "export/csv/statistics_data.h"

#include <catch2/catch.hpp>

#include <map>
#include <nlohmann/json.hpp>

#include "support/small_files.h"

using namespace mognad;
using namespace mognad::test;
using nlohmann::json;

namespace {

struct Computed {
  std::unique_ptr<SurveyData> data;
  Statistics statistics;
  explicit Computed(const SmallFiles& files)
      : data(files.whole()), statistics(compute_statistics(data->model, data->survey, data->dataset)) {}

  StatisticsSource source() const { return {data->model, data->survey, data->dataset, statistics, PeerDigits::exact}; }
  std::vector<StatisticsRow> national() const {
    std::vector<StatisticsRow> rows;
    national_rows(source(), [&](const StatisticsRow& row) { rows.push_back(row); });
    return rows;
  }
  std::vector<StatisticsRow> own(OrganisationIndex organisation) const {
    std::vector<StatisticsRow> rows;
    organisation_rows(source(), organisation, [&](const StatisticsRow& row) { rows.push_back(row); });
    return rows;
  }
  NodeIndex node(const StatisticsRow& row) const { return data->model.find(row.node); }
};

int count(const std::vector<StatisticsRow>& rows, const std::string& kind) {
  return static_cast<int>(std::count_if(rows.begin(), rows.end(), [&](const auto& row) { return row.kind == kind; }));
}

SmallFiles files_with_all() {
  SmallFiles files;
  files.add_keys("files", "benchmarks = \"b.csv\"\ntargets = \"t.csv\"");
  files.add("b.csv",
            "edition,year,node,value,organisations,break_before\nFirst,2020,T,44.5,30,no\nFirst,2021,T,46,,yes\n");
  files.add("t.csv", "organisation,node,year,value\n,T,2027,60\n9001,D1,2026,70\n9002,D2,2026,71\n");
  files.add("survey.toml", "[national]\nweight = \"employees\"\n");
  return files;
}

std::string text_of(StatisticsText::Format format, const StatisticsRow& row, bool simulated = false) {
  Survey survey;
  survey.id = "x\"y";
  survey.year = 2025;
  survey.simulated = simulated;
  StatisticsText text(format, survey);
  text.add(row);
  return text.finish();
}

/// The last record of a CSV, and the values of the only row of a JSON.
std::string last_line(const std::string& csv) { return csv.substr(csv.rfind('\n', csv.size() - 2) + 1); }

}  // namespace

TEST_CASE("Own rows are what Statistics says of each node, year, change and peer", "[csv]") {
  const Computed computed(files_with_all());
  const Statistics& statistics = computed.statistics;
  const auto changes = statistics.changes(3, 2024, 2025, Level::statement);
  const auto rows = computed.own(3);
  for (const StatisticsRow& row : rows) {
    INFO(row.kind << " " << row.node << " " << row.year);
    CHECK(row.organisation == "9004");
    CHECK(row.type == "kommun");
    const NodeIndex node = computed.node(row);
    if (row.kind == "value") {
      const NodeResult result = statistics.node(3, row.year, node);
      CHECK(row.value == result.value);
      CHECK(row.n == result.respondents);
      CHECK(row.upper.number() - row.lower.number() == Approx(2 * result.margin.number()));
    } else if (row.kind == "change") {
      CHECK(row.value == changes[static_cast<std::size_t>(node)].points);
      CHECK(row.from_year == 2024);
    } else if (row.kind == "change_p") {
      CHECK(row.value == changes[static_cast<std::size_t>(node)].p);
    } else if (row.kind == "peers_median") {
      const PeerResult peers = statistics.peers(3, row.year, 0, node);
      CHECK(row.group == "all");
      CHECK(row.value == peers.median);
      CHECK(row.lower == peers.lower_quartile);
    } else if (row.kind == "agreement") {
      CHECK(row.value == statistics.answers(3, row.year, node).agreement);
    }
  }
  for (const char* kind : {"value", "peers_median", "peers_rank"}) CHECK(count(rows, kind) == 2 * 14);
  for (const char* kind : {"change", "change_p"}) CHECK(count(rows, kind) == 14);
  CHECK(count(rows, "answers") == 2 * 6 * 8);
  CHECK(count(rows, "agreement") == 2 * 6);
}

TEST_CASE("The answers of a statement add up to the respondents", "[csv]") {
  const Computed computed(files_with_all());
  std::map<std::pair<int, std::string>, double> sums;
  for (const StatisticsRow& row : computed.own(0))
    if (row.kind == "answers") sums[{row.year, row.node}] += row.value.number();
  CHECK(sums.size() == 12);
  for (const auto& [key, sum] : sums) CHECK(sum == 12);
}

TEST_CASE("National rows are what Statistics says of all", "[csv]") {
  const Computed computed(files_with_all());
  const auto rows = computed.national();
  const auto changes = computed.statistics.national_changes("kommun", 2024, 2025);
  for (const StatisticsRow& row : rows) {
    INFO(row.kind << " " << row.node << " " << row.year);
    CHECK(row.organisation.empty());
    const auto node = static_cast<std::size_t>(std::max(0, computed.node(row)));
    if (row.kind == "national_mean") {
      const NationalMean mean = computed.statistics.national_means("kommun", row.year)[node];
      CHECK(row.value == mean.mean);
      CHECK(row.n == mean.organisations);
      CHECK(row.item == "employees");
    } else if (row.kind == "matched_change") {
      CHECK(row.value == changes[node].points);
    } else if (row.kind == "group_median") {
      const GroupKey key = computed.statistics.groups(row.year).at(0);
      CHECK(row.value == computed.statistics.group_result(row.year, key, static_cast<NodeIndex>(node)).median);
    }
  }
  CHECK(count(rows, "national_mean") == 2 * 14);
  CHECK(count(rows, "matched_change") == 14);
  CHECK(count(rows, "group_median") == 2 * 14);
  CHECK(count(rows, "correlation") == 2);
}

TEST_CASE("Rows of moves, agreement and participation are what Statistics says of them", "[csv]") {
  const Computed computed(files_with_all());
  const auto rows = computed.national();
  const TypeMoves moves = computed.statistics.type_moves("kommun", 2024, 2025);
  const Participation who = computed.statistics.participation("kommun", 2025);
  for (const StatisticsRow& row : rows) {
    INFO(row.kind << " " << row.item << " " << row.year);
    if (row.kind.starts_with("type_")) CHECK((row.n == moves.organisations && row.from_year == 2024));
    if (row.year != 2025) continue;
    if (row.kind == "participants") CHECK(row.value == Measured(who.organisations));
    if (row.kind == "respondents_median") CHECK(row.value == who.respondents_median);
    if (row.kind == "response_rate") CHECK((row.value == who.response_rate && row.n == who.invited_known));
    if (row.kind == "agreement_median")
      CHECK(row.value == computed.statistics.agreement_within("kommun", 2025, computed.node(row)).median);
  }
  for (const char* kind : {"type_before", "type_after"}) CHECK(count(rows, kind) == 4);
  CHECK(count(rows, "type_moved") == 16);
  CHECK(count(rows, "agreement_median") == 2 * 6);
  for (const char* kind : {"participants", "respondents", "respondents_median", "response_rate"})
    CHECK(count(rows, kind) == 2);
}

TEST_CASE("Organisations stand among the national rows where all agreed on it", "[csv]") {
  SmallFiles files = files_with_all();
  CHECK(count(Computed(files).national(), "published") == 0);
  files.add_keys("disclosure", "results_agreement = \"Decided in March\"");
  const Computed computed(files);
  const auto rows = computed.national();
  const int measurements = static_cast<int>(computed.data->dataset.measurements.size());
  CHECK(count(rows, "published") == measurements * computed.data->model.node_count());
  for (const StatisticsRow& row : rows) {
    if (row.kind != "published") continue;
    const OrganisationIndex o = computed.data->dataset.find_organisation(row.organisation);
    CHECK(row.value == computed.statistics.node(o, row.year, computed.node(row)).value);
  }
}

TEST_CASE("Benchmarks and everyone's targets are national, others' targets are in no other file", "[csv]") {
  const Computed computed(files_with_all());
  const auto national = computed.national();
  CHECK(count(national, "benchmark") == 1);
  CHECK(count(national, "benchmark_after_break") == 1);
  CHECK(count(national, "target") == 1);
  for (const StatisticsRow& row : national)
    if (row.kind == "benchmark") {
      CHECK(row.item == "First");
      CHECK(row.n == 30);
      CHECK(row.value == Measured(44.5));
    }
  for (const StatisticsRow& row : computed.own(0))
    if (row.kind == "target") CHECK((row.value == Measured(60) || row.value == Measured(70)));
  CHECK(count(computed.own(0), "target") == 2);
  CHECK(count(computed.own(2), "target") == 1);
}

TEST_CASE("The distance to a target is from the last year up to it", "[csv]") {
  const Computed computed(files_with_all());
  for (const StatisticsRow& row : computed.own(0))
    if (row.kind == "target_distance") {
      CHECK(row.from_year == 2025);
      const double target = row.node == "T" ? 60 : 70;
      CHECK(row.value.number() ==
            Approx(computed.statistics.node(0, 2025, computed.node(row)).value.number() - target));
    }
}

TEST_CASE("A change across a break says so and has no value", "[csv]") {
  SmallFiles files;
  files.add("survey.toml", "[[earlier_models]]\nversion = \"1\"\nyears = [2024]\n");
  files.add("model.toml",
            "[[earlier_versions]]\nversion = \"1\"\n[earlier_versions.statements]\na1 = \"a1\"\na2 = \"a2\"\n"
            "a3 = \"a3\"\na4 = \"a4\"\nb1 = \"b1\"\nb2 = \"b2\"\n[earlier_versions.gone]\nb3 = \"K3\"\n");
  const Computed computed(files);
  for (const StatisticsRow& row : computed.own(0))
    if (row.kind == "change") {
      const bool broken = row.node == "T" || row.node == "D2" || row.node == "C2" || row.node == "K3";
      INFO(row.node);
      CHECK((row.item == "break") == broken);
      CHECK(row.value.known() != broken);
    }
}

TEST_CASE("A number is written so that it reads back the same in both formats", "[csv]") {
  for (const double number : {47.123456789012345, 0.0, -3.5, 1e-14, -1e-14, 100.0 / 3, -1e-300, 100.0, -0.1}) {
    const StatisticsRow row{.kind = "k", .value = number};
    const std::string line = last_line(text_of(StatisticsText::Format::csv, row));
    INFO(line);
    REQUIRE(line.starts_with("k,,,,,,,,,,,"));
    CHECK(std::strtod(line.c_str() + 12, nullptr) == number);
    const json parsed = json::parse(text_of(StatisticsText::Format::json, row));
    CHECK(parsed["values"][0][11].get<double>() == number);
    CHECK(parsed["values"][0][14] == "known");
  }
}

TEST_CASE("A missing value is empty or null, with its state", "[csv]") {
  for (const auto& [reason, state] : {std::pair{Missing::withheld, "withheld"},
                                      {Missing::no_answer, "no answer"},
                                      {Missing::not_applicable, "not applicable"}}) {
    const StatisticsRow row{.kind = "k", .value = reason, .lower = reason, .upper = reason};
    CHECK(last_line(text_of(StatisticsText::Format::csv, row)) == "k,,,,,,,,,,,,,," + std::string(state) + "\n");
    const json values = json::parse(text_of(StatisticsText::Format::json, row))["values"][0];
    CHECK(values[11].is_null());
    CHECK(values[14] == state);
  }
}

TEST_CASE("Texts with quotes, commas and line breaks are whole in both formats", "[csv]") {
  const StatisticsRow row{.kind = "k", .group_value = "a,\"b\"\nc\tå", .value = 1.0};
  CHECK(text_of(StatisticsText::Format::csv, row).find("\"a,\"\"b\"\"\nc\tå\"") != std::string::npos);
  const json parsed = json::parse(text_of(StatisticsText::Format::json, row));
  CHECK(parsed["values"][0][5] == "a,\"b\"\nc\tå");
  CHECK(parsed["survey"] == "x\"y");
}

TEST_CASE("Statistics without a row are whole in both formats", "[csv]") {
  Survey survey;
  survey.simulated = true;
  CHECK(json::parse(StatisticsText(StatisticsText::Format::json, survey).finish())["values"].empty());
  CHECK(StatisticsText(StatisticsText::Format::csv, survey).finish().starts_with("# simulated data\nkind,"));
}
