// What `mognad check` gives back: text, JSON, a page.
#include <catch2/catch.hpp>

#include "commands/check_json.h"
#include "commands/check_page.h"
#include "commands/check_summary.h"
#include "commands/check_text.h"
#include "export/html/html_text.h"
#include "support/survey_folder.h"

using namespace mognad;
using namespace mognad::test;

namespace {

CheckSummary summary_of_small(const SmallFiles& files = {}) {
  auto loaded = files.load();
  CheckSummary summary = summary_of(loaded.problems);
  if (loaded) summary.data = summary_of((*loaded)->survey, (*loaded)->model, (*loaded)->dataset);
  return summary;
}

bool holds(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("A check ends with what was read, year by year", "[commands]") {
  CHECK(check_text(summary_of_small()) ==
        "Small 2025\n"
        "Files\n"
        "  s/organisations.csv  organisations  CSV with commas, UTF-8\n"
        "  s/answers.csv        answers        CSV with commas, UTF-8\n"
        "  s/participation.csv  participation  CSV with commas, UTF-8\n"
        "Years\n"
        "        organisations  respondents  answers  no answer  don't know  not applicable\n"
        "  2024  7              84           504      0.0 %      0.0 %       0.0 %\n"
        "  2025  7              84           504      0.0 %      0.0 %       0.0 %\n"
        "Measured in 2025\n"
        "  kommun 7 of 7\n"
        "  6 statements, 14 units\n"
        "Missing\n"
        "  no file of units: units are called as among the answers, and no kind of unit is compared\n"
        "no problems\n");
}

TEST_CASE("What was not answered is a share of what could be", "[commands]") {
  SmallFiles files;
  std::string& answers = files.texts["answers.csv"];
  const auto last = [&](int back) {  // the answer of a row, counted from the end
    std::size_t at = answers.size() - 1;
    for (int i = 0; i < back; ++i) at = answers.rfind('\n', at - 1);
    return at - 1;
  };
  answers[last(0)] = '?';
  answers[last(1)] = '.';
  answers[last(2)] = '-';
  const std::size_t row = answers.rfind('\n', answers.size() - 2);
  answers.erase(row + 1);
  const YearSummary year = summary_of_small(files).data->years.back();
  CHECK(year.answers == 501);
  CHECK(year.no_answer == 2);  // '-', and the row that is gone
  CHECK(year.not_applicable == 1);
  CHECK(year.dont_know == 0);
  CHECK(year.cells() == 504);
}

TEST_CASE("The summary as JSON has what the text has", "[commands]") {
  CHECK(
      check_json(summary_of_small()) ==
      R"({"survey": "Small", "year": 2025, "organisations": 7, "measured": 7, "respondents": 168, "answers": 1008, )"
      R"("given_values": 0, "initiatives": 0, "recipients": 0, "statements": 6, "units": 14, "years": [2024, 2025], )"
      R"("by_year": )"
      R"([{"year": 2024, "organisations": 7, "computed_elsewhere": 0, "invited_unknown": 0, "respondents": 84, )"
      R"("answers": 504, "no_answer": 0, "dont_know": 0, "not_applicable": 0}, {"year": 2025, "organisations": 7, )"
      R"("computed_elsewhere": 0, "invited_unknown": 0, "respondents": 84, "answers": 504, "no_answer": 0, )"
      R"("dont_know": 0, "not_applicable": 0}], "types": [{"type": "kommun", "organisations": 7, "measured": 7}], )"
      R"("files": [{"path": "s/organisations.csv", "role": "organisations", "format": "CSV with commas, UTF-8"}, )"
      R"({"path": "s/answers.csv", "role": "answers", "format": "CSV with commas, UTF-8"}, {"path": )"
      R"("s/participation.csv", "role": "participation", "format": "CSV with commas, UTF-8"}], "missing": ["no file of )"
      R"(units: units are called as among the answers, and no kind of unit is compared"], "refused": false, )"
      R"("errors": 0, "warnings": 0, "notes": 0, "problem_files": []})");
}

TEST_CASE("A refused survey is summed up by its problems in each file", "[commands]") {
  SmallFiles files;
  files.change("answers.csv", ",a1,", ",a9,");
  files.change("participation.csv", "9001,2024,21", "9001,2024,many");
  const CheckSummary summary = summary_of_small(files);
  CHECK(check_text(summary) ==
        "  s/answers.csv        1 error\n"
        "  s/participation.csv  1 error\n"
        "2 errors; the input is refused\n");
  CHECK(check_json(summary) ==
        R"({"refused": true, "errors": 2, "warnings": 0, "notes": 0, "problem_files": [{"path": "s/answers.csv", )"
        R"("errors": 1, "warnings": 0, "notes": 0}, {"path": "s/participation.csv", "errors": 1, "warnings": 0, )"
        R"("notes": 0}]})");
}

TEST_CASE("The longest summary has thirty lines", "[commands]") {
  CheckSummary summary = summary_of_small();
  for (int i = 0; i < 40; ++i) summary.data->files.push_back({"f.csv", "answers", "CSV with commas"});
  for (int i = 0; i < 20; ++i) summary.data->years.push_back({.year = 2000 + i});
  summary.data->missing = {"a", "b", "c"};
  const std::string text = check_text(summary);
  CHECK(std::count(text.begin(), text.end(), '\n') <= 30);
  CHECK(holds(text, "… and 33 more"));
}

TEST_CASE("The page is well-formed, shows every problem with its place, and needs nothing else", "[commands]") {
  SmallFiles files;
  files.change("answers.csv", ",a1,", ",<script>alert('1')</script>,");
  files.change("participation.csv", "9001,2024,21", "9001,2024,\xE2\x80\xAE many");
  const SurveyFolder folder(files);
  const Told told = folder.run("check --quiet --html page.html s");
  CHECK(told.status == 2);
  const std::string page = said_by("cat " + folder.path("page.html"));
  CHECK(holds(page, "<html lang=\"en\">"));
  CHECK(holds(page, "<td><span class=\"error\">error</span></td><td>line 2, character 18</td>"));
  CHECK(holds(page, "&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;"));
  CHECK(holds(page, "⟨U+202E⟩ many"));
  for (const char* never : {"<script", "\xE2\x80\xAE", "http:", "https:", "url(", "@import", " src="})
    CHECK_FALSE(holds(page, never));
  if (is_installed("xmllint")) CHECK(said_by("xmllint --noout " + folder.path("page.html")) == "status 0\n");
}

TEST_CASE("The page of a survey without problems says so", "[commands]") {
  const std::string page = check_page(summary_of_small(), "Small 2025");
  CHECK(holds(page, "<title>Check of Small 2025</title>"));
  CHECK(holds(page, "<p>None were found.</p>"));
  CHECK(holds(page, "<caption>Years that were measured</caption>"));
  CHECK(holds(page, "<th scope=\"row\">2024</th>"));
}

TEST_CASE("Bytes that are no text can't harm the page", "[commands]") {
  CHECK(html_text("a\xFF"
                  "b\xC3") == "a\uFFFDb\uFFFD");
  CHECK(html_text(std::string_view("\0\x1B\x7F", 3)) == "\uFFFD\uFFFD\uFFFD");
  CHECK(html_text("\xED\xA0\x80\xC0\xAF\xF4\x90\x80\x80").find_first_not_of("\uFFFD") == std::string::npos);
  CHECK(html_text("Åmål 😀 \"&\"") == "Åmål 😀 &quot;&amp;&quot;");
}

TEST_CASE("A page that can't be written is a failure of the surroundings", "[commands]") {
  const SurveyFolder folder{SmallFiles()};
  const Told told = folder.run("check --quiet --html s/survey.toml/page.html s");
  CHECK(holds(told.err, "s/survey.toml"));
  CHECK(told.status == 4);
}

TEST_CASE("A page is never written over a file of the survey by a slip of the hand", "[commands]") {
  const SurveyFolder folder{SmallFiles()};
  const Told told = folder.run("check --html s/survey.toml s");
  CHECK(told.err == "--html: 's/survey.toml' doesn't end with .html\nRun with --help for more information.\n");
  CHECK(told.status == 3);
  CHECK(said_by("cat " + folder.path("s/survey.toml")) == small_survey_toml() + "status 0\n");
}

TEST_CASE("The page of a refused survey is called by the survey's name, or by its path when that can't be read",
          "[commands]") {
  SmallFiles files;
  files.change("answers.csv", ",a1,", ",a9,");
  const SurveyFolder refused(files);
  CHECK(refused.run("check --quiet --html page.html s").status == 2);
  CHECK(holds(said_by("cat " + refused.path("page.html")), "<title>Check of Small 2025</title>"));
  files.change("survey.toml", "year", "yaer");
  const SurveyFolder unread(files);
  CHECK(unread.run("check --quiet --html page.html s").status == 2);
  CHECK(holds(said_by("cat " + unread.path("page.html")), "<title>Check of s</title>"));
}

TEST_CASE("Problems that are only counted are in the totals, of the text, of JSON and of the page", "[commands]") {
  SmallFiles files;
  std::string& answers = files.texts["answers.csv"];
  for (std::size_t at = 0; (at = answers.find(",a1,", at)) != std::string::npos;) answers.replace(at, 4, ",a9,");
  const CheckSummary summary = summary_of_small(files);
  CHECK(check_text(summary) == "  s/answers.csv  168 errors\n168 errors; the input is refused\n");
  CHECK(holds(check_json(summary), R"("refused": true, "errors": 168, "warnings": 0)"));
  CHECK(holds(check_page(summary, "s"), "<bdi>s/answers.csv</bdi> – 168 errors</h3>"));
}

TEST_CASE("The page says places as they are seen: in a text, in a sheet, in a database", "[commands]") {
  const auto place_on_page = [](const Place& place) {
    const std::string page = check_page(summary_of({error_at(place, "x")}), "s");
    const std::string before = "error</span></td><td>";
    const std::size_t begin = page.find(before) + before.size();
    return page.substr(begin, page.find("</td>", begin) - begin);
  };
  CHECK(place_on_page({"a.csv", 7, 23}) == "line 7, character 23");
  CHECK(place_on_page({"a.xlsx[Svar]", 1183, 1}) == "row 1183, column A (cell A1183)");
  CHECK(place_on_page({"A.XLSX[Svar]", 2, 16'384}) == "row 2, column XFD (cell XFD2)");
  CHECK(place_on_page({"a.xlsx[Svar]", 2, 27}) == "row 2, column AA (cell AA2)");
  CHECK(place_on_page({"a.xlsx[xl/workbook.xml]", 2, 13}) == "line 2, character 13");
  CHECK(place_on_page({"a.xlsx[[Content_Types].xml]", 1, 5}) == "line 1, character 5");
  CHECK(place_on_page({"a.db[answers]", 9, 2}) == "row 9, column 2");
  CHECK(place_on_page({"a.csv", 7, 0}) == "line 7");
  CHECK(place_on_page({"a.csv", 0, 0}) == "the whole file");
}

TEST_CASE("A page is written over a page, and over nothing else", "[commands]") {
  const SurveyFolder folder{SmallFiles()};
  folder.write("page.html", "<!DOCTYPE html>\n<title>Ours</title>");
  const Told told = folder.run("check --quiet --html page.html s");
  CHECK(told.err ==
        "page.html: error: there is something already that is no page of 'mognad check'\n"
        "    let --html name another file, or remove this one\n");
  CHECK(told.status == 3);
  CHECK(said_by("cat " + folder.path("page.html")) == "<!DOCTYPE html>\n<title>Ours</title>status 0\n");
  CHECK(folder.run("check --quiet --html new.html s").status == 0);
  CHECK(folder.run("check --quiet --html new.html s").status == 0);
}

TEST_CASE("A page never takes the place of a file that the survey names, were it a page", "[commands]") {
  SmallFiles files;
  files.change("survey.toml", "answers.csv", "answers.html");
  files.texts["answers.html"] = check_page({}, "s");
  const SurveyFolder folder(files);
  const Told told = folder.run("check --quiet --html ./s/../s/answers.html s");
  CHECK(told.err ==
        "./s/../s/answers.html: error: the survey names this file, and a page would take its place\n"
        "    let --html name another file\n");
  CHECK(told.status == 3);
}

TEST_CASE("A pipe in the place of the page is left alone", "[commands]") {
  const SurveyFolder folder{SmallFiles()};
  REQUIRE(said_by("mkfifo " + folder.path("page.html")) == "status 0\n");
  CHECK(folder.run("check --quiet --html page.html s").status == 3);
  CHECK(said_by("test -p " + folder.path("page.html")) == "status 0\n");
}

TEST_CASE("No folder is made for a page", "[commands]") {
  const SurveyFolder folder{SmallFiles()};
  const Told told = folder.run("check --quiet --html away/page.html s");
  CHECK(told.err == "away/page.html: error: there is no folder 'away'\n    make it first\n");
  CHECK(told.status == 4);
  CHECK(said_by("test -e " + folder.path("away")) == "status 1\n");
}

TEST_CASE("A summary that can't be printed is a failure of the surroundings", "[commands]") {
  const SurveyFolder folder{SmallFiles()};
  for (const char* arguments : {"check s", "check --json s", "--version"}) {
    INFO(arguments);
    const Told told = folder.run(arguments, "sh -c '\"$0\" \"$@\" > /dev/full'");
    CHECK(told.err == "standard output: error: can't write: No space left on device\n");
    CHECK(told.status == 4);
  }
}
