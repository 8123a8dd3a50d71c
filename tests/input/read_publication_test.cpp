#include "input/read_publication.h"

#include <catch2/catch.hpp>

#include "files/memory_files.h"
#include "input/read_survey.h"
#include "input/reading.h"
#include "support/sample.h"

using namespace mognad;
using namespace mognad::test;

namespace {

const std::vector<LanguageTag> kBoth{"sv", "en"};

const std::string kMap =
    "[[figure]]\nkind = \"tile_map\"\nname = \"map\"\ngroup = \"county\"\ngrid = [\n  \"– BD\",\n  \"Z AC\",\n]\n"
    "[figure.tiles]\nAC = { value = \"Västerbottens län\", name = \"Västerbotten\" }\n"
    "BD = { value = \"Norrbottens län\", name = \"Norrbotten\" }\n"
    "Z = { value = \"Jämtlands län\", name = \"Jämtland\" }\n";

Result<FigureTemplate> figures_of(const std::string& text) {
  return read_figure_template("a.toml", kBoth, MemoryFiles({{"a.toml", text}}));
}

Result<StatusTemplate> status_of(const std::string& text) {
  const auto figures = figures_of(
      "[[figure]]\nkind = \"matrix\"\nname = \"matrix\"\n[[figure]]\nkind = \"types\"\nname "
      "= \"types\"\n");
  return read_status_template("a.toml", kBoth, *figures, MemoryFiles({{"a.toml", text}}));
}

/// The one problem of a text, as it is printed.
template <class Read>
std::string only_problem(Read read, const std::string& text) {
  const auto result = read(text);
  CHECK_FALSE(result);
  for (const Problem& problem : result.problems) CHECK(actionable(problem));
  if (result.problems.size() != 1) return all_text(result.problems);
  return to_text(result.problems.front());
}

std::string wrong_figure(const std::string& text) { return only_problem(figures_of, text); }
std::string wrong_status(const std::string& text) {
  return only_problem(status_of, "title = \"Status\"\n[[section]]\ntitle = \"x\"\n" + text);
}

}  // namespace

TEST_CASE("The publication's templates are read, and every figure has its section", "[input]") {
  const auto figures = figures_of(source_file("templates/figures.toml"));
  REQUIRE(figures);
  CHECK(figures.problems.empty());
  std::set<FigureKind> kinds;
  for (const FigureChoice& figure : figures->figures) kinds.insert(figure.kind);
  CHECK(kinds.size() == static_cast<std::size_t>(kFigureKinds));
  const auto status = read_status_template("a.toml", kBoth, *figures,
                                           MemoryFiles({{"a.toml", source_file("templates/status-report.toml")}}));
  REQUIRE(status);
  CHECK(status.problems.empty());
  std::multiset<std::string> shown;
  for (const StatusSectionChoice& section : status->sections)
    if (section.kind == StatusSectionKind::figures || section.kind == StatusSectionKind::editions)
      shown.insert(section.figures.begin(), section.figures.end());
  for (const FigureChoice& figure : figures->figures) CHECK(shown.count(figure.name) == 1);
}

TEST_CASE("The 21 counties stand once each in the tile map", "[input]") {
  const auto figures = figures_of(source_file("templates/figures.toml"));
  REQUIRE(figures);
  std::set<std::pair<int, int>> places;
  std::set<std::string> values;
  for (const FigureChoice& figure : figures->figures)
    for (const TileChoice& tile : figure.tiles) {
      places.emplace(tile.row, tile.column);
      values.insert(tile.value);
    }
  CHECK(places.size() == 21);
  CHECK(values.size() == 21);
  CHECK(places.count({0, 2}) == 1);  // Norrbotten is the northernmost
  CHECK(places.count({0, 0}) == 0);
}

TEST_CASE("A grid puts each tile where its code stands", "[input]") {
  const auto figures = figures_of(kMap);
  REQUIRE(figures);
  const FigureChoice& map = figures->figures.at(0);
  REQUIRE(map.tiles.size() == 3);
  CHECK(map.tiles[0].value == "Norrbottens län");
  CHECK((map.tiles[0].row == 0 && map.tiles[0].column == 1));
  CHECK(map.tiles[2].name.in("en") == "Västerbotten");
  CHECK((map.tiles[2].row == 1 && map.tiles[2].column == 1));
  CHECK(map.size == FigureSize::two_columns);
}

TEST_CASE("A grid that is ragged, or whose codes don't fit its tiles, is told by its row", "[input]") {
  CHECK(wrong_figure(replaced(kMap, "Z AC", "Z AC –")) ==
        "a.toml:7:3: error: this row of the grid has 3 places, the first has 2\n"
        "    write \"–\" where no square stands");
  CHECK(wrong_figure(replaced(kMap, "– BD", "- BDD")).find("the grid has the code 'BDD', which no tile explains\n") !=
        std::string::npos);
  CHECK(wrong_figure(replaced(kMap, "– BD", "Z BD")) ==
        "a.toml:7:3: error: the code 'Z' stands twice in the grid\n    each tile has one place");
  CHECK(wrong_figure(replaced(kMap, "Z AC", "– AC")).find("the tile 'Z' has no place in the grid") !=
        std::string::npos);
  CHECK(wrong_figure(replaced(kMap, "Jämtlands län", "Norrbottens län")).find("two tiles stand for 'Norrbottens") !=
        std::string::npos);
  CHECK(wrong_figure("[[figure]]\nkind = \"tile_map\"\nname = \"map\"\ngroup = \"county\"\n[figure.tiles]\n") ==
        "a.toml:1:1: error: a tile map needs 'grid'\n"
        "    rows of codes from the north: grid = [\"– A\", \"B C\"]");
}

TEST_CASE("Unknown kinds, sizes and keys of a figure are told with the nearest", "[input]") {
  const std::string figure = "[[figure]]\nkind = \"matrix\"\nname = \"matrix\"\n";
  CHECK(wrong_figure(replaced(figure, "\"matrix\"", "\"matrx\"")) ==
        "a.toml:2:8: error: unknown kind of figure 'matrx'\n    did you mean 'matrix'?");
  CHECK(wrong_figure(figure + "size = \"one-colum\"\n") ==
        "a.toml:4:8: error: unknown size 'one-colum'\n    did you mean 'one-column'?");
  CHECK(wrong_figure(figure + "titel = \"x\"\n").find("did you mean 'title'?") != std::string::npos);
  CHECK(wrong_figure("") ==
        "a.toml:1:1: error: the template has no [[figure]]\n    one for each figure, with 'kind' and 'name'");
}

TEST_CASE("A figure's name is fit for files, and no other's", "[input]") {
  const std::string figure = "[[figure]]\nkind = \"matrix\"\nname = \"matrix\"\n";
  CHECK(wrong_figure(replaced(figure, "name = \"matrix\"", "name = \"Läget/nu\"")) ==
        "a.toml:3:8: error: 'Läget/nu' can't name files\n"
        "    lower-case letters, digits and hyphens, such as \"laget-nu\"");
  CHECK(wrong_figure(figure + figure) ==
        "a.toml:6:8: error: 'matrix' stands twice among the names of figures\n"
        "    'name' in line 3 has it already");
}

TEST_CASE("A group belongs to figures of groups and to maps alone", "[input]") {
  CHECK(wrong_figure("[[figure]]\nkind = \"groups\"\nname = \"a\"\n") ==
        "a.toml:1:1: error: a figure of the kind 'groups' needs 'group'\n"
        "    the id of one of the survey's peer_groups");
  CHECK(wrong_figure("[[figure]]\nkind = \"types\"\nname = \"a\"\ngroup = \"county\"\n") ==
        "a.toml:4:9: error: a figure of the kind 'types' has no 'group'\n"
        "    it belongs to 'groups' and 'tile_map'");
  CHECK(wrong_figure("[[figure]]\nkind = \"types\"\nname = \"a\"\ncalled = { sv = \"län\", en = \"counties\" }\n") ==
        "a.toml:4:10: error: a figure of the kind 'types' has no 'called'\n"
        "    it belongs to 'groups' and 'tile_map'");
  CHECK(wrong_figure("[[figure]]\nkind = \"types\"\nname = \"a\"\ngrid = [\"A\"]\n") ==
        "a.toml:4:8: error: 'grid' stands in a figure that is no map\n    it belongs to 'tile_map'");
  CHECK(wrong_figure("[[figure]]\nkind = \"types\"\nname = \"a\"\ntype = \"region\"\neach_type = true\n") ==
        "a.toml:4:8: error: 'type' stands beside 'each_type'\n    choose one type, or a figure for each");
}

TEST_CASE("Groups are called what the figure says, or by no name of their own", "[input]") {
  const std::string figure = "[[figure]]\nkind = \"groups\"\nname = \"a\"\ngroup = \"county\"\n";
  CHECK(figures_of(figure)->figures.front().called.in("sv").empty());
  const auto called = figures_of(figure + "called = { sv = \"län\", en = \"counties\" }\n");
  CHECK(called->figures.front().called.in("sv") == "län");
  CHECK(called->figures.front().called.in("en") == "counties");
}

TEST_CASE("Sections of the status report name figures that there are, once", "[input]") {
  CHECK(wrong_status("kind = \"figures\"\nfigures = [\"matrx\"]\n") ==
        "a.toml:5:12: error: figures.toml has no figure 'matrx'\n    did you mean 'matrix'?");
  CHECK(wrong_status("kind = \"figures\"\nfigures = [\"matrix\", \"types\", \"matrix\"]\n") ==
        "a.toml:5:31: error: 'matrix' stands twice among the figures of sections\n"
        "    'figures' in line 5 has it already");
  CHECK(wrong_status("kind = \"figures\"\n") ==
        "a.toml:2:1: error: a section of figures names none\n    figures = [\"result\", \"matrix\"]");
  CHECK(wrong_status("kind = \"method\"\nfigures = [\"matrix\"]\n").find("a section that shows none") !=
        std::string::npos);
  CHECK(wrong_status("kind = \"figurs\"\nfigures = [\"matrix\"]\n").find("did you mean 'figures'?") !=
        std::string::npos);
  CHECK(wrong_status("kind = \"text\"\nmessage = \"Ett ord\"\n").find("needs paragraphs") != std::string::npos);
  const auto status = status_of(
      "title = \"Status\"\n[[section]]\ntitle = \"x\"\nkind = \"summary\"\n"
      "figures = [\"matrix\"]\n[[section]]\ntitle = \"y\"\nkind = \"figures\"\n"
      "figures = [\"types\", \"matrix\"]\n");
  REQUIRE(status);
  CHECK(status->sections.at(1).figures == std::vector<std::string>{"types", "matrix"});
}
