// What organisations have done that others may learn from.
#include "input/read_initiatives.h"

#include <catch2/catch.hpp>

#include "input/reading.h"
#include "support/sample.h"
#include "support/small_files.h"

using namespace mognad;
using namespace mognad::test;

namespace {

constexpr const char* kHead = "organisation,node,title,text,link\n";
constexpr const char* kGood = "9001,C1,Good,A text.,\n";

SmallFiles with_initiatives(const std::string& csv) {
  SmallFiles files;
  files.add_keys("files", "initiatives = \"initiatives.csv\"");
  files.add("initiatives.csv", csv);
  return files;
}

/// The problem of a row behind a good one.
Problem wrong_row(const std::string& row, int column) {
  const auto loaded = with_initiatives(std::string(kHead) + kGood + row + "\n").load();
  INFO(row << "\n" << all_text(loaded.problems));
  CHECK_FALSE(loaded);
  REQUIRE(loaded.problems.size() == 1);
  CHECK(loaded.problems[0].place == Place{"s/initiatives.csv", 3, column});
  CHECK(actionable(loaded.problems[0]));
  return loaded.problems[0];
}

std::string letters(std::size_t count) {
  std::string text;
  for (std::size_t i = 0; i < count; ++i) text += "å";
  return text;
}

/// As it stands in a quoted field.
std::string quoted(const std::string& text) {
  std::string all = "\"";
  for (const char c : text) all += c == '"' ? std::string("\"\"") : std::string(1, c);
  return all + "\"";
}

}  // namespace

TEST_CASE("Initiatives are read in the order of the model, whatever the order of their rows", "[input]") {
  const auto data = with_initiatives(std::string(kHead) +
                                     "9002,b1,Later,Third text.,\n9003,C1,Beside,\"Second, with a comma\",\n"
                                     "9001,C1,Beta,First text.,https://example.org/a?b=c#d\n9001,C1,Alpha,Zeroth.,\n")
                        .whole();
  const auto& found = data->dataset.initiatives;
  REQUIRE(found.size() == 4);
  CHECK(found[0].title.in("en") == "Alpha");
  CHECK(found[0].link.empty());
  CHECK(found[1].title.in("en") == "Beta");
  CHECK(found[1].link == "https://example.org/a?b=c#d");
  CHECK(found[1].place == Place{"s/initiatives.csv", 4, 1});
  CHECK(found[2].organisation == data->dataset.find_organisation("9003"));
  CHECK(found[2].text.in("en") == "Second, with a comma");
  CHECK(found[3].node == "b1");
}

TEST_CASE("A survey without initiatives has none", "[input]") {
  CHECK(SmallFiles().whole()->dataset.initiatives.empty());
  CHECK(with_initiatives("organisation,node,title,text\n").whole()->dataset.initiatives.empty());
}

TEST_CASE("An initiative has a text for each language, each in its column", "[input]") {
  SmallFiles files = with_initiatives("organisation,node,title.sv,title.en,text\n9001,C1,Titel,Title,Lika\n");
  files.change("survey.toml", "languages = [\"en\"]", "languages = [\"sv\", \"en\"]");
  const auto data = files.whole();
  const Initiative& initiative = data->dataset.initiatives.at(0);
  CHECK(initiative.title.in("sv") == "Titel");
  CHECK(initiative.title.in("en") == "Title");
  CHECK(initiative.text.in("sv") == "Lika");
  CHECK(initiative.text.in("en") == "Lika");
}

TEST_CASE("Texts in languages that the survey lacks may stand beside", "[input]") {
  const auto data = with_initiatives("organisation,node,title.sv,title.en,text\n9001,C1,,Title,Same\n").whole();
  CHECK(data->dataset.initiatives.at(0).title.in("en") == "Title");
}

TEST_CASE("A language without its column is told with the nearest", "[input]") {
  SmallFiles files = with_initiatives("organisation,node,title.se,title.en,text\n9001,C1,Titel,Title,Lika\n");
  files.change("survey.toml", "languages = [\"en\"]", "languages = [\"sv\", \"en\"]");
  const auto loaded = files.load();
  CHECK_FALSE(loaded);
  CHECK(problem_with(loaded.problems, "column 'title.sv' is missing").hint == "is it the column 'title.se'?");
}

TEST_CASE("One title for all languages and one for each don't stand together", "[input]") {
  const auto loaded = with_initiatives("organisation,node,title,title.en,text\n9001,C1,a,b,c\n").load();
  CHECK_FALSE(loaded);
  CHECK(actionable(problem_with(loaded.problems, "columns 'title' and 'title.en'")));
}

TEST_CASE("Who did something and what it strengthens must be known", "[input]") {
  CHECK(wrong_row("9O01,C1,Title,Text,", 1).hint == "did you mean '9001'?");
  CHECK(wrong_row("9001,C9,Title,Text,", 6).message == "the model has no node 'C9'");
  CHECK(wrong_row("9001,,Title,Text,", 6).message == "the model has no node ''");
}

TEST_CASE("An initiative strengthens a category or something below it", "[input]") {
  for (const char* node : {"T", "D1"})
    CHECK(wrong_row(std::string("9001,") + node + ",Title,Text,", 6).hint ==
          "expected the id of a node further down, such as 'C1'");
  CHECK(with_initiatives(std::string(kHead) + "9001,C1,a,b,\n9001,K1,a,b,\n9001,a1,a,b,\n")
            .whole()
            ->dataset.initiatives.size() == 3);
}

TEST_CASE("A title or text that a page has no room for is refused, counted in characters", "[input]") {
  CHECK(with_initiatives(kHead + std::string("9001,C1,") + letters(80) + "," + letters(240) + ",\n").load());
  CHECK(wrong_row("9001,C1," + letters(81) + ",Text,", 9).hint == "a page has room for 80");
  CHECK(wrong_row("9001,C1,T," + letters(241) + ",", 11).message.find("has 241 characters") != std::string::npos);
}

TEST_CASE("A title or text that is empty or has several lines is refused", "[input]") {
  CHECK(wrong_row("9001,C1,,Text,", 9).message == "the initiative has no title");
  CHECK(wrong_row("9001,C1,Title,  ,", 15).message == "the initiative has no text");
  CHECK(wrong_row("9001,C1,Title,\"One\nTwo\",", 15).message.find("line break") != std::string::npos);
}

TEST_CASE("A title or text may not hide what it is", "[input]") {
  const auto loaded = with_initiatives(std::string(kHead) + "9001,C1,T\xE2\x80\xAE!,T\xC2\x85!,\n").load();
  CHECK_FALSE(loaded);
  CHECK(problem_with(loaded.problems, "the title holds U+202E").place == Place{"s/initiatives.csv", 2, 9});
  CHECK(problem_with(loaded.problems, "the text holds the control character U+0085").place ==
        Place{"s/initiatives.csv", 2, 13});
}

TEST_CASE("A link that is no https address is refused", "[input]") {
  for (const char* link : {"http://example.org", "example.org", "https://", "https:///a", "javascript:alert(1)",
                           "https://a b.se", "HTTPS://example.org", "https://user@example.org", "https://malmö.se",
                           "https://.se", "https://a.se/\"x", "file:///etc/passwd", "https://a.se/<b>"})
    CHECK(wrong_row("9001,C1,Title,Text," + quoted(link), 20).message.find("is not a link") != std::string::npos);
  CHECK(wrong_row("9001,C1,Title,Text,https://a.se/" + std::string(300, 'x'), 20).message.find("is not a link") !=
        std::string::npos);
}

TEST_CASE("The same initiative twice names the first line", "[input]") {
  CHECK(wrong_row("9001,C1,Good,Other words,", 1).message.find("in line 2") != std::string::npos);
}

TEST_CASE("All problems of all rows of initiatives are told", "[input]") {
  const auto loaded = with_initiatives(std::string(kHead) + "x,y,,,z\n9001,T,Title,Text,\n9001,C1,Title\n").load();
  for (const char* part :
       {"code 'x'", "no node 'y'", "has no title", "has no text", "'z' is not a link", "too high", "has 3 fields"}) {
    INFO(part << all_text(loaded.problems));
    CHECK(count_problems(loaded.problems, part) == 1);
  }
}

TEST_CASE("Columns of initiatives that are missing or misspelt are told", "[input]") {
  const auto missing = with_initiatives("organisaton,nod,titel,txt\n9001,C1,a,b\n").load();
  for (const char* name : {"organisation", "node", "title", "text"})
    CHECK(count_problems(missing.problems, "column '" + std::string(name) + "' is missing") == 1);
  const auto misspelt = with_initiatives("organisation,node,title,text,lnk\n9001,C1,a,b,c\n").load();
  CHECK(problem_with(misspelt.problems, "no use for a column 'lnk'").hint == "did you mean 'link'?");
}

TEST_CASE("A file of initiatives that is missing is told with its key", "[input]") {
  SmallFiles files;
  files.add_keys("files", "initiatives = \"i.csv\"");
  const auto loaded = files.load();
  REQUIRE(loaded.problems.size() == 1);
  CHECK(loaded.problems[0].place.file == "s/i.csv");
  CHECK(loaded.problems[0].hint.find("files.initiatives") != std::string::npos);
}

TEST_CASE("The sample's initiatives speak of all six categories", "[input]") {
  SmallFiles files = with_initiatives(source_file("sample-data/initiatives.csv"));
  files.texts["model.toml"] = source_file("templates/dimios/model.toml");
  files.texts["organisations.csv"] = source_file("sample-data/organisations.csv");
  files.change("survey.toml", "languages = [\"en\"]", "languages = [\"sv\", \"en\"]");
  files.change(
      "survey.toml", "[types.kommun]",
      "[types.region]\none = \"r\"\nmany = \"r\"\nmany_definite = \"r\"\nmany_genitive = \"r\"\nreader = \"r\"\n"
      "[types.kommun]");
  files.texts["answers.csv"] = "organisation,year,unit,respondent,statement,answer\n1490,2025,,1,p01,3\n";
  files.texts["participation.csv"] = "organisation,year,invited\n";
  const auto data = files.whole();
  CHECK(data->dataset.initiatives.size() >= 12);
  for (const NodeIndex category : data->model.at(Level::category)) {
    const auto inside = [&](const Initiative& i) {
      const NodeIndex node = data->model.find(i.node);
      return node >= category && node < data->model.node(category).end;
    };
    CHECK(std::any_of(data->dataset.initiatives.begin(), data->dataset.initiatives.end(), inside));
  }
}
