// What is promised to who keeps the answers as JSON: the exact words, and the exit status.
#include <fmt/format.h>

#include <catch2/catch.hpp>

#include "promises/answers_file.h"

using namespace mognad::test;

namespace {

Told told_of(const std::string& json) {
  return SurveyFolder(with_answers("answers.json", json)).run("check --quiet s");
}

/// The answers of the small survey, each a text: as a list of objects.
std::string answers_as_objects() {
  const auto rows = rows_of_answers();
  std::string json = "[";
  for (std::size_t i = 1; i < rows.size(); ++i) {
    json += i > 1 ? ",\n {" : "{";
    for (std::size_t k = 0; k < rows[i].size(); ++k)
      json += fmt::format("{}\"{}\": \"{}\"", k ? ", " : "", rows[0][k], rows[i][k]);
    json += "}";
  }
  return json + "]\n";
}

}  // namespace

TEST_CASE("Answers in JSON give the statistics that the same answers in CSV give", "[promise]") {
  const std::string csv = statistics_of(SurveyFolder(SmallFiles()));
  CHECK(csv.size() > 1000);
  CHECK(statistics_of(SurveyFolder(with_answers("answers.json", answers_as_objects()))) == csv);
}

TEST_CASE("JSON that is nested too deep is refused where it goes too deep", "[promise]") {
  const Told told = told_of(std::string(R"([{"organisation":)") + std::string(100'000, '['));
  CHECK(told.err ==
        "s/answers.json:1:24: error: lists and objects have more than 8 levels\n"
        "    raise 'json_depth' under [limits] in survey.toml if it is right\n");
  CHECK(told.status == 2);
}

TEST_CASE("JSON with a member twice is refused at the second", "[promise]") {
  std::string json = answers_as_objects();
  json.insert(2, R"("answer": "4", )");
  const Told told = told_of(json);
  const auto column = 1 + json.find("\"answer\"", 10);
  CHECK(told.err ==
        fmt::format("s/answers.json:1:{}: error: the member 'answer' stands twice in the object\n", column));
  CHECK(told.status == 2);
}

TEST_CASE("A number that is not one of JSON, or too large for any, is quoted", "[promise]") {
  const auto refusal = [](const std::string& number) {
    const Told told = told_of("[\n {\"organisation\": " + number + "}]");
    CHECK(told.status == 2);
    return told.err.substr(0, told.err.find('\n'));
  };
  CHECK(refusal("NaN") == "s/answers.json:2:19: error: 'NaN' is not a value of JSON");
  CHECK(refusal("-Infinity") == "s/answers.json:2:19: error: '-Infinity' is not a value of JSON");
  CHECK(refusal("1e400") == "s/answers.json:2:19: error: the number '1e400' is too large");
}

TEST_CASE("A huge whole number in JSON is no answer, and is quoted as it was written", "[promise]") {
  std::string json = answers_as_objects();
  const std::size_t at = json.find("\"answer\": ") + 10;
  json.replace(at, 3, "99999999999999999999");
  const Told told = told_of(json);
  CHECK(
      told.err ==
      fmt::format(
          "s/answers.json:1:{}: error: the answer '99999999999999999999' is not a step of the scale\n"
          "    expected a whole number from 1 to 5 or the label of a step; empty or '-' for no answer, '?' for \"don't "
          "know\", '.' for not applicable\n",
          at + 1));
  CHECK(told.status == 2);
}

TEST_CASE("JSON that was cut is refused at what was not closed", "[promise]") {
  const std::string json = answers_as_objects();
  const Told list = told_of(json.substr(0, json.size() - 2));
  CHECK(list.err ==
        "s/answers.json:1:1: error: the file ends inside a list that begins here\n    the file may have been cut: "
        "export it again\n");
  CHECK(list.status == 2);
  const Told object = told_of(json.substr(0, json.size() - 4));
  CHECK(object.err.find(": error: the file ends inside a text that begins here\n") != std::string::npos);
  CHECK(object.status == 2);
}

TEST_CASE("JSON in another encoding than UTF-8 is refused by name", "[promise]") {
  const Told wide = told_of(std::string("\xFF\xFE[\0{\0", 6));
  CHECK(wide.err ==
        "s/answers.json:1:1: error: the file is JSON in UTF-16, expected UTF-8\n    save the file as UTF-8\n");
  CHECK(wide.status == 2);
  const Told narrow = told_of("[{\"organisation\":\"Malm\xF6\"}]");
  CHECK(narrow.err == "s/answers.json:1:23: error: byte 0xF6 is not UTF-8\n    save the file as UTF-8\n");
  CHECK(narrow.status == 2);
}
