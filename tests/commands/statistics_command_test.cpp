// `mognad statistics` as a user runs it: its files, exit status, what it prints, and that both formats say the same.
#include <catch2/catch.hpp>
#include <charconv>
#include <chrono>
#include <nlohmann/json.hpp>
#include <set>

#include "commands/desk.h"
#include "export/csv/statistics_data.h"
#include "input/csv_table.h"

using namespace mognad;
using namespace mognad::test;
namespace fs = std::filesystem;
using nlohmann::json;

namespace {

using Table = std::vector<std::vector<std::string>>;

/// The records of a file of statistics, the line of simulated data left out.
Table table_of(std::string csv) {
  if (csv.starts_with("# ")) csv = csv.substr(csv.find('\n') + 1);
  Problems problems;
  const auto reader = csv_rows(std::move(csv), {.path = "x"}, problems);
  Table table;
  while (reader->next()) table.emplace_back(reader->fields().begin(), reader->fields().end());
  CHECK(problems.empty());
  return table;
}

double number_of(const std::string& text) {
  double number = 0;
  const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), number);
  INFO(text);
  CHECK(code == std::errc());
  CHECK(end == text.data() + text.size());
  return number;
}

void check_same(const Table& csv, const json& table) {
  REQUIRE(csv.size() > 100);
  REQUIRE(csv[0] == std::vector<std::string>(kStatisticsColumns.begin(), kStatisticsColumns.end()));
  CHECK(table["columns"] == json(csv[0]));
  REQUIRE(table["values"].size() == csv.size() - 1);
  int differences = 0;
  for (std::size_t row = 1; row < csv.size(); ++row)
    for (std::size_t column = 0; column < csv[row].size(); ++column) {
      const json& value = table["values"][row - 1][column];
      const std::string& field = csv[row][column];
      if (field.empty() ? value.is_null() : value.is_string() && value == field) continue;
      if (!field.empty() && value.is_number() && number_of(field) == value.get<double>()) continue;
      if (++differences <= 5) UNSCOPED_INFO("row " << row << ", " << csv[0][column] << ": " << field << " / " << value);
    }
  CHECK(differences == 0);
}

constexpr std::size_t kKind = 0, kOrganisation = 2, kN = 10, kValue = 11, kLower = 12, kUpper = 13, kState = 14;

}  // namespace

TEST_CASE("Statistics are files of all together and of each organisation, in both formats", "[commands]") {
  const Desk desk;
  const Run run = desk.statistics();
  INFO(run.err);
  CHECK(run.status == 0);
  const auto files = desk.files("o/statistics");
  CHECK(std::count(files.begin(), files.end(), "national.csv") == 1);
  CHECK(std::count(files.begin(), files.end(), "national.json") == 1);
  CHECK(std::count(files.begin(), files.end(), "organisations/9001.csv") == 1);
  CHECK(std::count(files.begin(), files.end(), "organisations/9030.json") == 1);
  CHECK(files.size() == 62);
  CHECK(holds(run.out, "62 files of 30 organisations"));
  CHECK(desk.files("o").size() == files.size());
}

TEST_CASE("One organisation in one format is what was asked for", "[commands]") {
  const Desk desk;
  const Run run = desk.statistics("--only 9002 --only 9001 --only 9002 --format csv");
  CHECK(run.status == 0);
  CHECK(desk.files("o/statistics") ==
        std::vector<std::string>{"national.csv", "organisations/9001.csv", "organisations/9002.csv"});
  CHECK(desk.statistics("--only 9003 --format json --quiet").out == "");
  CHECK(fs::exists(desk.folder / "o/statistics/organisations/9003.json"));
}

TEST_CASE("The summary of statistics is one object of JSON", "[commands]") {
  const Desk desk;
  const Run run = desk.statistics("--only 9001 --json");
  CHECK(run.err == "");
  CHECK(json::parse(run.out) == json({{"files", 4}, {"organisations", 1}}));
}

TEST_CASE("CSV and JSON hold the same values row by row", "[commands]") {
  const Desk desk;
  REQUIRE(desk.statistics("--only 9001 --only 9030").status == 0);
  for (const char* name : {"national", "organisations/9001", "organisations/9030"}) {
    INFO(name);
    const fs::path path = desk.folder / "o/statistics" / name;
    const json parsed = json::parse(content(path.string() + ".json"));
    CHECK(parsed["survey"] == "example");
    CHECK(parsed["year"] == 2025);
    CHECK(parsed["simulated"] == true);
    check_same(table_of(content(path.string() + ".csv")), parsed);
  }
}

TEST_CASE("The first line of simulated statistics says so, and of real ones is the head", "[commands]") {
  const Desk desk;
  REQUIRE(desk.statistics("--only 9001 --format csv").status == 0);
  for (const char* name : {"national.csv", "organisations/9001.csv"})
    CHECK(content(desk.folder / "o/statistics" / name).starts_with("# simulated data\nkind,type,"));
  desk.change("s/survey.toml", "simulated = true", "simulated = false");
  REQUIRE(desk.statistics("--only 9001").status == 0);
  CHECK(content(desk.folder / "o/statistics/national.csv").starts_with("kind,type,"));
  CHECK(json::parse(content(desk.folder / "o/statistics/national.json"))["simulated"] == false);
}

TEST_CASE("What has no value has an empty field and a state", "[commands]") {
  const Desk desk;
  REQUIRE(desk.statistics("--format csv").status == 0);
  const std::set<std::string> states{"known", "no answer", "not applicable", "withheld"};
  int withheld = 0, wrong = 0;
  for (const std::string& name : desk.files("o/statistics")) {
    const Table table = table_of(content(desk.folder / "o/statistics" / name));
    for (std::size_t row = 1; row < table.size(); ++row) {
      const auto& fields = table[row];
      const bool known = fields[kState] == "known";
      withheld += fields[kState] == "withheld";
      if (!states.count(fields[kState]) || fields[kValue].empty() == known) ++wrong;
      if (!known && (!fields[kLower].empty() || !fields[kUpper].empty())) ++wrong;
    }
  }
  CHECK(wrong == 0);
  CHECK(withheld > 0);
}

TEST_CASE("An organisation of few respondents has its values withheld, and not their number either", "[commands]") {
  const Desk desk;
  REQUIRE(desk.statistics("--only 9030 --format csv").status == 0);
  const Table table = table_of(content(desk.folder / "o/statistics/organisations/9030.csv"));
  int withheld = 0;
  for (const auto& fields : table)
    if (fields[kKind] == "value" && fields[kState] == "withheld") {
      ++withheld;
      CHECK(fields[kN].empty());
    }
  CHECK(withheld > 0);
}

TEST_CASE("An organisation's file names no other organisation", "[commands]") {
  const Desk desk;
  REQUIRE(desk.statistics("--format csv").status == 0);
  for (const std::string& name : desk.files("o/statistics")) {
    const Table table = table_of(content(desk.folder / "o/statistics" / name));
    const std::string code = name == "national.csv" ? "" : name.substr(name.find('/') + 1, 4);
    for (std::size_t row = 1; row < table.size(); ++row)
      if (table[row][kOrganisation] != code) FAIL_CHECK(name << ": " << table[row][kOrganisation]);
  }
}

TEST_CASE("The same survey gives the same bytes twice, whichever organisations were asked for", "[commands]") {
  const Desk desk;
  REQUIRE(desk.statistics().status == 0);
  fs::rename(desk.folder / "o", desk.folder / "first");
  REQUIRE(desk.statistics("--only 9007 --only 9001").status == 0);
  for (const std::string& name : desk.files("o"))
    CHECK(content(desk.folder / "o" / name) == content(desk.folder / "first" / name));
  CHECK(desk.files("o").size() == 6);
}

TEST_CASE("Statistics that are refused write nothing", "[commands]") {
  const Desk desk;
  const Run unknown = desk.statistics("--only 90O1");
  CHECK(unknown.status == 2);
  CHECK(holds(unknown.err, "--only: error: no organisation has the code '90O1'\n    did you mean '9001'?"));
  desk.change("s/survey.toml", "year = 2025", "year = 2026");
  CHECK(desk.statistics().status == 2);
  CHECK(desk.run("statistics " + desk.path("nowhere")).status == 2);
  CHECK_FALSE(fs::exists(desk.folder / "o"));
}

TEST_CASE("Statistics that are asked for wrongly have the status of wrong usage", "[commands]") {
  const Desk desk;
  for (const char* arguments : {"statistics", "statistics --format xml s", "statistics --snapshot", "statistics --only",
                                "statistics --jobs 0 s", "statistics s t", "statistics --snapshot x --only 9001 s"}) {
    INFO(arguments);
    CHECK(desk.run(arguments).status == 3);
  }
}

TEST_CASE("Statistics and snapshots that can't be written are failures of the surroundings", "[commands]") {
  const Desk desk;
  write(desk.folder / "o", "a file");
  const Run run = desk.statistics();
  CHECK(run.status == 4);
  CHECK(holds(run.err, "can't make the folder"));
  CHECK(desk.run("statistics --snapshot " + desk.path("o/x.csv") + " " + desk.path("s")).status == 4);
  CHECK(content(desk.folder / "o") == "a file");
}

TEST_CASE("A file of statistics that can't be written leaves nothing half written", "[commands]") {
  const Desk desk;
  fs::create_directories(desk.folder / "o/statistics/organisations/9002.csv");
  CHECK(desk.statistics().status == 4);
  for (const std::string& name : desk.files("o")) CHECK_FALSE(name.ends_with(".part"));
}

TEST_CASE("A snapshot closes years that then pass", "[commands]") {
  const Desk desk;
  const Run run = desk.run("statistics --snapshot " + desk.path("s/snapshot.csv") + " " + desk.path("s"));
  CHECK(run.status == 0);
  CHECK(holds(run.out, "a snapshot of"));
  CHECK_FALSE(fs::exists(desk.folder / "o"));
  const std::string snapshot = content(desk.folder / "s/snapshot.csv");
  CHECK(snapshot.starts_with("year,organisation,respondents,sha256\n2024,9001,"));
  write(desk.folder / "s/survey.toml",
        content(desk.folder / "s/survey.toml") + "\n[closed]\nyears = [2024]\nsnapshot = \"snapshot.csv\"\n");
  CHECK(desk.run("check " + desk.path("s")).status == 0);
  CHECK(desk.run("statistics --quiet --snapshot " + desk.path("again.csv") + " " + desk.path("s")).out == "");
  CHECK(content(desk.folder / "again.csv") == snapshot);
  REQUIRE(desk.run("simulate --seed 99 " + desk.path("s")).status == 0);
  const Run differs = desk.run("check " + desk.path("s"));
  CHECK(differs.status == 2);
  CHECK(
      holds(differs.err, desk.path("s/snapshot.csv") + ":2:6: error: the year 2024 is closed, and the data of '9001'"));
}

TEST_CASE("The summary of a snapshot is JSON where it was asked for", "[commands]") {
  const Desk desk;
  const Run run = desk.run("statistics --json --snapshot " + desk.path("x.csv") + " " + desk.path("s"));
  CHECK(run.status == 0);
  CHECK(json::accept(run.out));
}

TEST_CASE("Two codes that are too much alike to name files are refused", "[commands]") {
  const Desk desk;
  std::string organisations = content(desk.folder / "s/organisations.csv");
  organisations = replaced(organisations, "9001,", "A-1,");
  write(desk.folder / "s/organisations.csv", replaced(organisations, "9002,", "a 1,"));
  const Run run = desk.run("simulate " + desk.path("s"));
  CHECK(run.status == 2);
  CHECK(holds(run.err, "the codes 'A-1' and 'a 1' are too much alike to name files"));
}

TEST_CASE("Two organisations whose reports would be one file are refused", "[commands]") {
  const Desk desk;
  std::string organisations = content(desk.folder / "s/organisations.csv");
  organisations = replaced(organisations, "9001,Askdala,Askdala kommun,", "9001,Askdala,1 Kommun,");
  organisations = replaced(organisations, "9002,Björkvik,Björkviks kommun,", "9001-1,Björkvik,Kommun,");
  write(desk.folder / "s/organisations.csv", organisations);
  const Run run = desk.run("simulate " + desk.path("s"));
  CHECK(run.status == 2);
  CHECK(holds(run.err, "the reports of '9001' and '9001-1' would be one file"));
}

TEST_CASE("A part of a batch reads its statistics from a snapshot, and says which", "[commands]") {
  const Desk desk;
  const std::string snapshot = desk.path("statistics"), survey = desk.path("s");
  const fs::path leftover = desk.folder / "statistics.0123abcd-12-3.part";  // of another machine that was killed
  write(leftover, "half of it");
  fs::last_write_time(leftover, fs::last_write_time(leftover) - std::chrono::hours(2));
  const Run made = desk.run("statistics --json --snapshot " + snapshot + " " + survey);
  REQUIRE(made.status == 0);
  const std::string hash = json::parse(made.out)["statistics_sha256"];
  CHECK_FALSE(fs::exists(leftover));
  CHECK((fs::status(snapshot).permissions() & fs::perms::all) == (fs::perms::owner_read | fs::perms::owner_write));
  const std::string part = "render --quiet --only 9001 --language en --shard ";
  for (const std::string with : {"1/2", "2/2"}) {
    REQUIRE(desk.run(part + with + " --output " + desk.path("computed") + " " + survey).status == 0);
    REQUIRE(
        desk.run(part + with + " --snapshot " + snapshot + " --output " + desk.path("read") + " " + survey).status ==
        0);
  }
  REQUIRE(desk.run("merge --quiet " + desk.path("read")).status == 0);
  CHECK(json::parse(content(desk.folder / "read/manifest.json"))["statistics_sha256"] == hash);
  REQUIRE(desk.files("read/reports").size() == 1);
  const std::string report = "reports/" + desk.files("read/reports").front();
  CHECK(content(desk.folder / "read" / report) == content(desk.folder / "computed" / report));
}

TEST_CASE("A snapshot is never put in the place of what it is made from", "[commands]") {
  const Desk desk;
  for (const char* name : {"s/survey.toml", "s/answers-2025.csv", "s/../s/organisations.csv"}) {
    const std::string before = content(desk.folder / name);
    const Run run = desk.run("statistics --snapshot " + desk.path(name) + " " + desk.path("s"));
    INFO(run.err);
    CHECK(run.status == 3);
    CHECK(holds(run.err, "the survey reads from this file"));
    CHECK(content(desk.folder / name) == before);
  }
}

TEST_CASE("A snapshot of other data is refused, with what to do", "[commands]") {
  const Desk desk;
  const std::string snapshot = desk.path("statistics"), survey = desk.path("s");
  REQUIRE(desk.run("statistics --quiet --snapshot " + snapshot + " " + survey).status == 0);
  desk.change("s/survey.toml", "edition = 1", "edition = 2");
  const Run run = desk.run("render --quiet --snapshot " + snapshot + " --output " + desk.path("o") + " " + survey);
  CHECK(run.status == 2);
  CHECK(holds(run.err, "was made of other data, or of another survey.toml or model"));
  CHECK(holds(run.err, "mognad statistics --snapshot"));
  CHECK(desk.files("o").empty());
}
