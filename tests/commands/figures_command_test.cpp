// `mognad figures` as a user runs it.
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "commands/desk.h"

using namespace mognad::test;
using nlohmann::json;

namespace {

struct FiguresDesk : Desk {
  FiguresDesk() { REQUIRE(run("simulate --quiet " + path("s")).status == 0); }

  Run figures(const std::string& options, const std::string& folder = "o") const {
    return run("figures " + options + " --output " + path(folder) + " " + path("s"));
  }
};

bool has(const std::vector<std::string>& names, const std::string& name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

}  // namespace

TEST_CASE("One figure in one format and language is made alone, with a manifest that verifies", "[commands][figures]") {
  const FiguresDesk desk;
  const Run run = desk.figures("--only result --format svg --format pdf --language sv --html");
  INFO(run.err);
  CHECK(run.status == 0);
  CHECK(holds(run.err, "--html: note: no page is made"));
  const auto files = desk.files("o");
  CHECK_FALSE(has(files, "figures.json"));
  CHECK(has(files, "figures/manifest.json"));
  const auto is_other = [](const std::string& name) {
    return !name.ends_with(".sv.svg") && !name.ends_with(".sv.pdf") && !name.ends_with(".json") &&
           !name.ends_with(".journal");
  };
  CHECK(std::none_of(files.begin(), files.end(), is_other));
  CHECK(holds(run.out, " figure"));
  const Run verified = desk.run("verify " + desk.path("o"));
  INFO(verified.out << verified.err);
  CHECK(verified.status == 0);
  CHECK(holds(verified.out, ", 0 findings"));
}

TEST_CASE("Against its own folder no number of a publication changes, and against another's each that does is told",
          "[commands][figures]") {
  const FiguresDesk desk;
  REQUIRE(desk.figures("--only result --format csv --language sv", "last").status == 0);
  const Run same = desk.figures("--format csv --language sv --compare " + desk.path("last"));
  INFO(same.err);
  CHECK(same.status == 0);
  CHECK(holds(same.out, "none changed"));
  CHECK(content(desk.folder / "o/figures/changes.sv.csv").find("\nfigure,row,name,column,before,now") !=
        std::string::npos);
  std::string table;
  for (const std::string& name : desk.files("last/figures"))
    if (name.ends_with(".csv")) table = name;
  std::string text = content(desk.folder / "last/figures" / table);
  const std::size_t last = text.find_last_of("0123456789");
  text[last] = text[last] == '1' ? '2' : '1';
  write(desk.folder / "last/figures" / table, text);
  const Run other = desk.figures("--format csv --language sv --compare " + desk.path("last"));
  CHECK(holds(other.out, "; 1 changed\n"));
}

TEST_CASE("What can't be is refused before a file is written", "[commands][figures]") {
  const FiguresDesk desk;
  const Run name = desk.figures("--only resullt");
  CHECK(name.status == 2);
  CHECK(holds(name.err, "the publication has no figure 'resullt'"));
  CHECK(holds(name.err, "did you mean 'result"));
  CHECK(desk.figures("--compare " + desk.path("s")).status == 2);
  CHECK(desk.figures("--language de").status == 2);
  for (const char* wrong : {"--width 10", "--width wide", "--format bmp"}) CHECK(desk.figures(wrong).status == 3);
  CHECK(desk.files("o").empty());
}

TEST_CASE("The width of a figure is a size or millimetres", "[commands][figures]") {
  const FiguresDesk desk;
  for (const auto& [width, written] :
       {std::pair{"slide", "width=\"960pt\""}, {"two-columns", "width=\"479pt\""}, {"180,0mm", "width=\"510.24pt\""}}) {
    const Run run = desk.figures("--only result --format svg --language sv --json --width " + std::string(width));
    INFO(run.err);
    CHECK(run.status == 0);
    CHECK(json::parse(run.out)["failed"] == 0);
    for (const std::string& name : desk.files("o/figures"))
      if (name.ends_with(".svg")) CHECK(holds(content(desk.folder / "o/figures" / name), written));
  }
}
