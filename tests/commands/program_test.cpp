// The program as a user runs it: its exit status, what it prints and what it writes.
#include <sys/wait.h>
#include <unistd.h>
#include <catch2/catch.hpp>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "commands/commands.h"
#include "input/reading.h"

using namespace mognad;
using mognad::test::replaced;
namespace fs = std::filesystem;
using nlohmann::json;

namespace {

std::string content(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

void write(const fs::path& path, const std::string& text) { std::ofstream(path, std::ios::binary) << text; }

struct Run {
  int status = -1;
  std::string out;
  std::string err;
};

/// A folder of its own; the program runs in the source tree, where it finds its templates whatever folder it was built
/// in.
struct Desk {
  fs::path folder = fs::temp_directory_path() / ("mognad-commands-" + std::to_string(::getpid()));
  Desk() {
    fs::remove_all(folder);
    fs::create_directories(folder);
  }
  ~Desk() { fs::remove_all(folder); }

  std::string path(const std::string& name) const { return (folder / name).string(); }

  Run run(const std::string& arguments) const {
    const std::string command = "cd '" MOGNAD_ROOT "' && '" MOGNAD_PROGRAM "' " + arguments + " > '" + path("out.txt") +
                                "' 2> '" + path("err.txt") + "' < /dev/null";
    const int code = std::system(command.c_str());
    return {WIFEXITED(code) ? WEXITSTATUS(code) : -1, content(folder / "out.txt"), content(folder / "err.txt")};
  }

  /// A new survey in the folder "s".
  void make_survey() const { REQUIRE(run("new " + path("s")).status == 0); }

  void change(const std::string& name, const std::string& from, const std::string& to) const {
    write(folder / name, replaced(content(folder / name), from, to));
  }
};

std::vector<std::string> lines_of(const std::string& text) {
  std::istringstream stream(text);
  std::vector<std::string> lines;
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  return lines;
}

bool holds(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

std::vector<std::string> files_below(const fs::path& folder) {
  std::vector<std::string> names;
  for (const auto& entry : fs::recursive_directory_iterator(folder))
    if (entry.is_regular_file()) names.push_back(fs::relative(entry.path(), folder).generic_string());
  std::sort(names.begin(), names.end());
  return names;
}

}  // namespace

TEST_CASE("A new survey can be checked as it is", "[commands]") {
  const Desk desk;
  const Run made = desk.run("new " + desk.path("s"));
  CHECK(made.status == 0);
  CHECK(holds(made.out, "mognad render"));
  CHECK(files_below(desk.folder / "s") == std::vector<std::string>{"answers-2024.csv", "answers-2025.csv",
                                                                   "organisations.csv", "participation.csv",
                                                                   "recipients.csv", "survey.toml", "units.csv"});
  const Run checked = desk.run("check " + desk.path("s"));
  CHECK(checked.status == 0);
  CHECK(checked.err == "");
  CHECK(holds(checked.out, "30 organisations"));
  CHECK(holds(checked.out, "\n  2025  30 "));
  CHECK(desk.run("check " + desk.path("s/survey.toml") + " --quiet").out == "");
}

TEST_CASE("A new survey never overwrites one that is there", "[commands]") {
  const Desk desk;
  desk.make_survey();
  write(desk.folder / "s/survey.toml", "mine");
  const Run again = desk.run("new " + desk.path("s"));
  CHECK(again.status == 2);
  CHECK(holds(again.err, desk.path("s/survey.toml") + ": error: this file is there already"));
  CHECK(holds(again.err, "\n    name a new folder"));
  CHECK(content(desk.folder / "s/survey.toml") == "mine");
}

TEST_CASE("One organisation gets one report for each language, and a manifest", "[commands]") {
  const Desk desk;
  desk.make_survey();
  const Run run = desk.run("render --only 9001 --jobs 1 --output " + desk.path("o") + " " + desk.path("s"));
  INFO(run.err);
  CHECK(run.status == 0);
  CHECK(files_below(desk.folder / "o") == std::vector<std::string>{"manifest.journal", "manifest.json",
                                                                   "reports/9001-askdala-kommun.en.pdf",
                                                                   "reports/9001-askdala-kommun.sv.pdf"});
  CHECK(content(desk.folder / "o/reports/9001-askdala-kommun.sv.pdf").starts_with("%PDF-"));
  CHECK(json::parse(content(desk.folder / "o/manifest.json"))["files"].size() == 2);
  CHECK(holds(run.out, "2 reports"));
}

TEST_CASE("A group gets one report in each language, with a manifest of its own", "[commands]") {
  const Desk desk;
  desk.make_survey();
  const Run run = desk.run("render --combine size=S --output " + desk.path("o") + " " + desk.path("s"));
  INFO(run.err);
  CHECK(run.status == 0);
  CHECK(files_below(desk.folder / "o") == std::vector<std::string>{"groups/manifest.json",
                                                                   "groups/size-class-s-kommun.en.pdf",
                                                                   "groups/storleksklass-s-kommun.sv.pdf"});
  CHECK(json::parse(content(desk.folder / "o/groups/manifest.json"))["files"][0]["kind"] == "group");
}

TEST_CASE("Two groups whose reports would be one file don't take each other's place", "[commands]") {
  const Desk desk;
  desk.make_survey();
  std::string table = content(desk.folder / "s/organisations.csv");
  int changed = 0;
  for (std::size_t at = 0; changed < 8 && (at = table.find(",S", at)) != std::string::npos; at += 3, ++changed)
    table.insert(at + 2, "!");
  write(desk.folder / "s/organisations.csv", table);
  const Run run = desk.run("render --language sv --combine size=S --combine 'size=S!' --output " + desk.path("o") +
                           " " + desk.path("s"));
  INFO(run.err);
  CHECK(run.status == 1);
  CHECK(holds(run.err, "would take the place of another's"));
  CHECK(files_below(desk.folder / "o").size() == 2);
}

TEST_CASE("A group that there is not is told with the nearest, and nothing is written", "[commands]") {
  const Desk desk;
  desk.make_survey();
  const Run run =
      desk.run("render --combine sise=S --combine size=Q --output " + desk.path("o") + " " + desk.path("s"));
  CHECK(run.status == 2);
  CHECK(holds(run.err, "'sise=S' names no group of the survey"));
  CHECK(holds(run.err, "did you mean 'size'"));
  CHECK(holds(run.err, "no group 'size' has the value 'Q'"));
  CHECK_FALSE(fs::exists(desk.folder / "o"));
}

TEST_CASE("Figures come beside their report, in the manifest too, the same on any number of threads", "[commands]") {
  const Desk desk;
  desk.make_survey();
  const auto render = [&](const std::string& options, const std::string& folder) {
    return desk.run("render --figures --only 9001 " + options + " --output " + desk.path(folder) + " " +
                    desk.path("s"));
  };
  const Run run = render("--jobs 1", "o");
  INFO(run.err);
  CHECK(run.status == 0);
  CHECK(holds(run.out, "2 reports"));
  CHECK(holds(run.out, "files of figures"));
  const auto files = files_below(desk.folder / "o");
  CHECK(std::count(files.begin(), files.end(), "figures/9001-askdala-kommun.sv/03-matrix.svg") == 1);
  CHECK(std::count(files.begin(), files.end(), "figures/9001-askdala-kommun.en/03-matrix.png") == 1);
  const json manifest = json::parse(content(desk.folder / "o/manifest.json"));
  CHECK(manifest["files"].size() + 2 == files.size());
  CHECK(manifest["files"][0]["kind"] == "report");
  CHECK(manifest["files"][1]["kind"] == "figure");
  const Run four = render("--jobs 4 --json", "p");
  const json summary = json::parse(lines_of(four.out).back());
  CHECK(summary["reports"] == 2);
  CHECK(summary["figure_files"] == files.size() - 4);
  CHECK(files_below(desk.folder / "p") == files);
  for (const std::string& file : files) {
    INFO(file);
    if (file != "manifest.journal") CHECK(content(desk.folder / "p" / file) == content(desk.folder / "o" / file));
  }
}

TEST_CASE("Two organisations in one language are chosen as the help shows it", "[commands]") {
  const Desk desk;
  desk.make_survey();
  const Run run =
      desk.run("render --only 9001 --only 9002 --language en --json --output " + desk.path("o") + " " + desk.path("s"));
  CHECK(run.status == 0);
  CHECK(json::parse(lines_of(run.out).back())["reports"] == 2);
}

TEST_CASE("Options may stand before and after the survey", "[commands]") {
  const Desk desk;
  desk.make_survey();
  const Run run =
      desk.run("render --only 9001 " + desk.path("s") + " --quiet --language sv --output " + desk.path("o"));
  INFO(run.err);
  CHECK(run.status == 0);
  CHECK(fs::exists(desk.folder / "o/manifest.json"));
}

TEST_CASE("A wrong code suggests the nearest and writes nothing", "[commands]") {
  const Desk desk;
  desk.make_survey();
  const Run run = desk.run("render --only 90O1 --output " + desk.path("o") + " " + desk.path("s"));
  CHECK(run.status == 2);
  CHECK(holds(run.err, "--only: error: no organisation has the code '90O1'"));
  CHECK(holds(run.err, "did you mean '9001'?"));
  CHECK_FALSE(fs::exists(desk.folder / "o"));
}

TEST_CASE("A survey that is missing is refused with what to do", "[commands]") {
  const Desk desk;
  for (const char* verb : {"check", "render", "simulate"}) {
    const Run run = desk.run(std::string(verb) + " " + desk.path("nowhere"));
    CHECK(run.status == 2);
    CHECK(holds(run.err, desk.path("nowhere/survey.toml") +
                             ": error: can't read: No such file or directory\n    name a survey.toml"));
  }
}

TEST_CASE("Problems are printed with file, line and column, and the hint on the next line", "[commands]") {
  const Desk desk;
  desk.make_survey();
  desk.change("s/organisations.csv", "Björkviks kommun,kommun", "Björkviks kommun,komun");
  const Run run = desk.run("check " + desk.path("s"));
  CHECK(run.status == 2);
  CHECK(holds(run.err, desk.path("s/organisations.csv") +
                           ":3:32: error: the survey knows no type 'komun'\n    did you mean 'kommun'?\n"));
  CHECK(holds(run.out, "1 error; the input is refused"));
}

TEST_CASE("Problems are printed as one object of JSON on each line", "[commands]") {
  const Desk desk;
  desk.make_survey();
  desk.change("s/survey.toml", "edition = 1", "editoin = 1");
  desk.change("s/survey.toml", "year = 2025", "year = \"å\"");
  const Run run = desk.run("check --json " + desk.path("s"));
  CHECK(run.status == 2);
  CHECK(json::parse(run.out)["errors"] == 2);
  const auto lines = lines_of(run.err);
  REQUIRE(lines.size() == 2);
  for (const std::string& line : lines) {
    const json problem = json::parse(line);
    CHECK(problem["event"] == "problem");
    CHECK(problem["severity"] == "error");
    CHECK(problem["file"] == desk.path("s/survey.toml"));
    CHECK(problem["line"] > 0);
    CHECK(problem["column"] > 0);
    CHECK_FALSE(problem["message"].get<std::string>().empty());
    CHECK(problem.contains("hint"));
  }
}

TEST_CASE("A check without problems prints its summary as JSON", "[commands]") {
  const Desk desk;
  desk.make_survey();
  const Run run = desk.run("check --json " + desk.path("s"));
  CHECK(run.status == 0);
  CHECK(run.err == "");
  const json summary = json::parse(run.out);
  CHECK(summary["organisations"] == 30);
  CHECK(summary["years"] == json({2024, 2025}));
  CHECK(summary["answers"] > 10000);
  CHECK(summary["given_values"] == 0);
  CHECK(summary["initiatives"] == 0);
  CHECK(summary["recipients"] == 31);
}

TEST_CASE("A check counts values computed elsewhere and initiatives", "[commands]") {
  const Desk desk;
  desk.make_survey();
  const std::string toml = content(desk.folder / "s/survey.toml");
  write(desk.folder / "s/survey.toml",
        replaced(toml, "[files]\n", "[files]\nresults = \"results.csv\"\ninitiatives = \"initiatives.csv\"\n"));
  write(desk.folder / "s/organisations.csv", content(desk.folder / "s/organisations.csv") + "9099,Ny,Ny,kommun,S\n");
  write(desk.folder / "s/results.csv", "organisation,year,node,value,respondents\n9099,2025,digital_mognad,50,20\n");
  write(desk.folder / "s/initiatives.csv", "organisation,node,title,text\n9001,innovation,A,B\n9001,p01,C,D\n");
  const Run run = desk.run("check " + desk.path("s"));
  INFO(run.err);
  CHECK(run.status == 0);
  CHECK(holds(run.out, ", 1 value computed elsewhere, 2 initiatives, 31 recipients\n"));
}

TEST_CASE("A long field in another language than ASCII leaves the JSON whole", "[commands]") {
  const Desk desk;
  desk.make_survey();
  std::string name = "x";
  for (int i = 0; i < 40; ++i) name += "å";
  desk.change("s/organisations.csv", "Björkviks kommun,kommun", "Björkviks kommun," + name);
  for (const std::string& line : lines_of(desk.run("check --json " + desk.path("s")).err)) CHECK(json::accept(line));
}

TEST_CASE("Wrong usage has its own exit status", "[commands]") {
  const Desk desk;
  CHECK(desk.run("").status == 3);
  CHECK(desk.run("rendr x").status == 3);
  CHECK(desk.run("render").status == 3);
  CHECK(desk.run("render --jobs 0 x").status == 3);
  CHECK(desk.run("render --jobs many x").status == 3);
  CHECK(desk.run("check --nothing x").status == 3);
  CHECK_FALSE(desk.run("rendr x").err.empty());
}

TEST_CASE("Help and version succeed, and the help of each command has examples", "[commands]") {
  const Desk desk;
  const Run help = desk.run("--help");
  CHECK(help.status == 0);
  CHECK(holds(desk.run("--version").out, "mognad "));
  for (const Command& command : kCommands) {
    const std::string name(command.name);
    CHECK(holds(help.out, name));
    const Run own = desk.run(name + " --help");
    CHECK(own.status == 0);
    CHECK(holds(own.out, "Examples:\n  mognad " + name));
  }
}

TEST_CASE("A folder that can't be made is a failure of the surroundings", "[commands]") {
  const Desk desk;
  write(desk.folder / "file", "x");
  CHECK(desk.run("new " + desk.path("file/s")).status == 4);
  desk.make_survey();
  const Run run = desk.run("render --only 9001 --output " + desk.path("file/o") + " " + desk.path("s"));
  CHECK(run.status == 4);
  CHECK(holds(run.err, "can't make the folder"));
}

TEST_CASE("A report that can't be written leaves the others whole", "[commands]") {
  const Desk desk;
  desk.make_survey();
  fs::create_directories(desk.folder / "o/reports/9001-askdala-kommun.sv.pdf");
  const Run run = desk.run("render --only 9001 --only 9002 --output " + desk.path("o") + " " + desk.path("s"));
  CHECK(run.status == 4);
  CHECK(holds(run.err, "9001-askdala-kommun.sv.pdf: error: can't write"));
  const auto files = files_below(desk.folder / "o");
  CHECK(std::count_if(files.begin(), files.end(), [](const std::string& f) { return f.ends_with(".pdf"); }) == 3);
  CHECK(std::none_of(files.begin(), files.end(), [](const std::string& f) { return f.ends_with(".part"); }));
}

TEST_CASE("The same seed simulates the same answers, another seed others", "[commands]") {
  const Desk desk;
  desk.make_survey();
  const std::string first = content(desk.folder / "s/answers-2025.csv");
  CHECK(desk.run("simulate " + desk.path("s")).status == 0);
  CHECK(content(desk.folder / "s/answers-2025.csv") == first);
  CHECK(desk.run("simulate --seed 8 " + desk.path("s")).status == 0);
  CHECK(content(desk.folder / "s/answers-2025.csv") != first);
}

TEST_CASE("Real answers are never simulated over", "[commands]") {
  const Desk desk;
  desk.make_survey();
  desk.change("s/survey.toml", "simulated = true", "simulated = false");
  write(desk.folder / "s/answers-2025.csv", "real");
  const Run run = desk.run("simulate " + desk.path("s"));
  CHECK(run.status == 2);
  CHECK(holds(run.err, "set simulated = true"));
  CHECK(content(desk.folder / "s/answers-2025.csv") == "real");
}
