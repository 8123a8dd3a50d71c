#include "input/read_recipients.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <set>

#include "files/disk_files.h"
#include "files/memory_files.h"
#include "input/read_dataset.h"
#include "input/read_survey.h"
#include "input/reading.h"
#include "support/sqlite_file.h"
#include "support/xlsx_file.h"

using namespace mognad;
using namespace mognad::test;

namespace {

const std::string kHead = "organisation,name,address,language,role,street,postcode,town\n";

Survey survey() {
  Survey s;
  s.languages = {"sv", "en"};
  s.mail.recipients_path = "r.csv";
  return s;
}

/// Three organisations; the last has a report in English alone.
Dataset organisations() {
  Dataset dataset;
  dataset.organisations = {{"1490", "Borås", "", "kommun", {}, {}},
                           {"1280", "Malmö", "", "kommun", {}, {}},
                           {"0001", "Abroad", "", "kommun", {}, {"en"}}};
  std::sort(dataset.organisations.begin(), dataset.organisations.end(),
            [](const Organisation& a, const Organisation& b) { return a.code < b.code; });
  return dataset;
}

Result<Recipients> read(const std::string& file) {
  return read_recipients(survey(), organisations(), MemoryFiles({{"r.csv", file}}));
}

Recipients whole(const std::string& rows) {
  const auto recipients = read(kHead + rows);
  INFO(all_text(recipients.problems));
  REQUIRE(recipients);
  CHECK(recipients.problems.empty());
  return *recipients;
}

/// The words of the only problem, which stands in the second row.
Problem wrong_row(const std::string& row, int column) {
  const auto recipients = read(kHead + "1280,Good,good@b.example,,,,,\n" + row + "\n");
  INFO(row << "\n" << all_text(recipients.problems));
  CHECK_FALSE(recipients);
  REQUIRE(recipients.problems.size() == 1);
  CHECK(recipients.problems[0].place == Place{"r.csv", 3, column});
  CHECK(actionable(recipients.problems[0]));
  return recipients.problems[0];
}

}  // namespace

TEST_CASE("Recipients are read in the order of the file, several for an organisation", "[input]") {
  const Recipients all = whole(
      "1490,Åsa Öberg,asa@boras.example,en,kommundirektör,,,\n1280,,info@malmö.example,,,,,\n"
      "1490, Bo Ek ,\"bo@boras.example \",,\"ekonom, tf\",,,\n0001,Cy,c@d.example,,,,,\n");
  REQUIRE(all.size() == 4);
  CHECK(all[0].organisation == "1490");
  CHECK(all[0].name.text() == "Åsa Öberg");
  CHECK(all[0].address->wire() == "asa@boras.example");
  CHECK(all[0].language == "en");
  CHECK(all[0].role == "kommundirektör");
  CHECK(all[0].postal.empty());
  CHECK(all[0].place == Place{"r.csv", 2, 1});
  CHECK(all[1].name.empty());
  CHECK(all[1].address->wire() == "info@xn--malm-8qa.example");
  CHECK(all[1].language == "sv");
  CHECK(all[2].name.text() == "Bo Ek");
  CHECK(all[2].address->wire() == "bo@boras.example");
  CHECK(all[2].role == "ekonom, tf");
  CHECK(all[3].language == "en");
}

TEST_CASE("Who has no address gets a letter, to what is known of the postal one", "[input]") {
  const Recipients all = whole("1490,Bo,,,,Storgatan 1,501 80,Borås\n1280,,,,,,205 80,Malmö\n");
  CHECK_FALSE(all[0].address);
  CHECK(all[0].postal == std::vector<std::string>{"Storgatan 1", "501 80 Borås"});
  CHECK(all[1].postal == std::vector<std::string>{"205 80 Malmö"});
}

TEST_CASE("All columns but the organisation may be missing, and stand in any order", "[input]") {
  const auto recipients = read("address;organisation\na@b.example;1490\n");
  REQUIRE(recipients);
  CHECK(recipients->at(0).address->wire() == "a@b.example");
  CHECK(recipients->at(0).language == "sv");
}

TEST_CASE("Recipients are read from JSON as from CSV", "[input]") {
  const auto json = read(R"([{"organisation": "1490", "address": "a@b.example"}])");
  INFO(all_text(json.problems));
  REQUIRE(json);
  CHECK(json->at(0).address->wire() == "a@b.example");
}

TEST_CASE("A survey that names no file has no recipients", "[input]") {
  const auto none = read_recipients(Survey(), organisations(), MemoryFiles());
  REQUIRE(none);
  CHECK(none->empty());
  CHECK(none.problems.empty());
}

TEST_CASE("A file of recipients that is missing is told with the key that names it", "[input]") {
  const auto recipients = read_recipients(survey(), organisations(), MemoryFiles());
  CHECK_FALSE(recipients);
  CHECK(recipients.problems.at(0).hint == "survey.toml names this file under 'files.recipients'");
}

TEST_CASE("Wrong columns are told with the nearest", "[input]") {
  CHECK(read("organisations,address\n1490,a@b.example\n").problems.at(0).message == "column 'organisation' is missing");
  const auto recipients = read("organisation,adress\n1490,a@b.example\n");
  CHECK_FALSE(recipients);
  CHECK(recipients.problems.at(0).message == "there is no use for a column 'adress'");
  CHECK(recipients.problems.at(0).hint == "did you mean 'address'?");
}

TEST_CASE("What is wrong in a row is told at its field, without the address", "[input]") {
  CHECK(wrong_row("149,Bo,bo@b.example,,,,,", 1).message == "no organisation has the code '149'");
  CHECK(wrong_row("1490,\"Ek, Bo\",bo@b.example,,,,,", 6).message == "the name holds the sign ,");
  CHECK(wrong_row("1490,\"Bo\nBcc: x\",bo@b.example,,,,,", 6).message == "the name holds the line break U+000A");
  CHECK(wrong_row("1490,Bo,bo.ek@b,,,,,", 9).message == "the address b…@b… has a domain of one part");
  CHECK(wrong_row("1490,Bo,\"bo@b.example,x@y.example\",,,,,", 9).message ==
        "the address b…@b… holds a comma or a semicolon");
  CHECK(wrong_row("1490,Bo,bo@b.example,fr,,,,", 22).message == "the survey has no language 'fr'");
  CHECK(wrong_row("0001,Bo,bo@b.example,sv,,,,", 22).message ==
        "the organisation '0001' has no report in the language 'sv'");
  CHECK(wrong_row("1490,Bo,bo@b.example,,\"a\nb\",,,", 23).message == "the role holds the line break U+000A");
  CHECK(wrong_row("1490,Bo,,,,\"Storgatan 1, 2 tr\",,Borås", 12).message == "the street holds the sign ,");
  CHECK(wrong_row("1490,Bo,,,,Storgatan 1,501 80,", 12).message == "the postal address has no town");
}

TEST_CASE("Nobody gets a report twice, however the address is written", "[input]") {
  const Problem twice = wrong_row("1280,Other,GOOD@B.example,,,,,", 12);
  CHECK(twice.message == "the address G…@b… stands in the file already for '1280', in line 2");
  const auto letters = read(kHead + "1490,Bo,,,,,501 80,Borås\n1490,Bo,,,,,501 80,Borås\n1490,Bo,,,,,501 81,Borås\n");
  CHECK_FALSE(letters);
  REQUIRE(letters.problems.size() == 1);
  CHECK(letters.problems[0].message ==
        "the same recipient of a letter stands in the file already for '1490', in line 2");
}

TEST_CASE("One address may serve several organisations: the plan tells it", "[input]") {
  CHECK(whole("1490,Bo,bo@b.example,,,,,\n1280,Bo,bo@b.example,,,,,\n").size() == 2);
}

TEST_CASE("A recipient whom nothing reaches is warned of", "[input]") {
  const auto recipients = read(kHead + "1490,Bo,,,,,,\n");
  REQUIRE(recipients);
  REQUIRE(recipients.problems.size() == 1);
  CHECK(recipients.problems[0].severity == Severity::warning);
  CHECK(recipients.problems[0].message ==
        "the recipient has neither an address nor a postal one: the letter has an empty window");
}

TEST_CASE("A file without recipients is warned of", "[input]") {
  const auto recipients = read(kHead);
  REQUIRE(recipients);
  CHECK(problem_with(recipients.problems, "a head and no rows").severity == Severity::warning);
}

TEST_CASE("The recipients of the sample and of a new survey are whole", "[input]") {
  for (const char* folder : {"sample-data", "templates/new"}) {
    INFO(folder);
    const DiskFiles files;
    const auto s = read_survey(MOGNAD_ROOT "/" + std::string(folder), MOGNAD_ROOT "/templates", files);
    REQUIRE(s);
    const auto dataset = read_organisations(*s, files);
    REQUIRE(dataset);
    const auto recipients = read_recipients(*s, *dataset, files);
    INFO(all_text(recipients.problems));
    REQUIRE(recipients);
    CHECK(recipients.problems.empty());
    std::set<std::string> reached;
    for (const Recipient& r : *recipients) {
      reached.insert(r.organisation);
      CHECK((!r.address || r.address->is_reserved()));
    }
    CHECK(reached.size() == dataset->organisations.size());
  }
}

TEST_CASE("Recipients are the same from a workbook, JSON and SQLite as from CSV", "[input]") {
  const std::string csv =
      "organisation,name,address,language,role\n"
      "1490,Åsa Öberg,asa@b.example,sv,chef\n"
      "0001,Bo Ek,bo@a.example,en,\n"
      "1280,,,,\n";
  const std::string json = R"([
    {"organisation": "1490", "name": "Åsa Öberg", "address": "asa@b.example", "language": "sv", "role": "chef"},
    {"organisation": "0001", "name": "Bo Ek", "address": "bo@a.example", "language": "en", "role": null},
    {"organisation": "1280", "name": null, "address": null, "language": null, "role": null}])";
  const std::string sql =
      "CREATE TABLE r (organisation TEXT, name TEXT, address TEXT, language TEXT, role TEXT);"
      "INSERT INTO r VALUES ('1490', 'Åsa Öberg', 'asa@b.example', 'sv', 'chef'),"
      "('0001', 'Bo Ek', 'bo@a.example', 'en', NULL), ('1280', NULL, NULL, NULL, NULL);";
  std::string rows;
  int number = 0;
  for (const std::vector<std::string>& cells :
       std::vector<std::vector<std::string>>{{"organisation", "name", "address", "language", "role"},
                                             {"1490", "Åsa Öberg", "asa@b.example", "sv", "chef"},
                                             {"0001", "Bo Ek", "bo@a.example", "en"},
                                             {"1280"}}) {
    const std::string line = std::to_string(++number);
    rows += "<row r=\"" + line + "\">";
    for (std::size_t i = 0; i < cells.size(); ++i)
      rows += text_cell(column_name(static_cast<int>(i) + 1) + line, cells[i]);
    rows += "</row>";
  }
  const auto wanted = read(csv);
  INFO(all_text(wanted.problems));
  REQUIRE(wanted);
  for (const std::string& bytes : {json, sqlite_file(sql), sheet_workbook(rows)}) {
    const auto found = read(bytes);
    INFO(all_text(found.problems));
    REQUIRE(found);
    REQUIRE(found->size() == wanted->size());
    for (std::size_t i = 0; i < found->size(); ++i) {
      const Recipient &a = (*found)[i], &b = (*wanted)[i];
      CHECK(a.organisation == b.organisation);
      CHECK(a.name.text() == b.name.text());
      CHECK(a.address == b.address);
      CHECK(a.language == b.language);
      CHECK(a.role == b.role);
    }
  }
}
