// `mognad render --plan`: after a change, only the reports that would come out different are named.
#include <catch2/catch.hpp>

#include <regex>
#include <set>

#include "commands/desk.h"

using namespace mognad::test;

namespace {

/// Thirty organisations, of which the last ten are regions. All have their reports.
struct RenderedDesk : Desk {
  RenderedDesk() {
    const std::regex last_ten("\n(902[1-9]|9030),([^,]*),([^,]*),kommun,");
    write(folder / "s/organisations.csv",
          std::regex_replace(content(folder / "s/organisations.csv"), last_ten, "\n$1,$2,$3,region,"));
    change("s/survey.toml", "# Kinds of units",
           "[types.region]\n"
           "one = { sv = \"region\", en = \"region\" }\n"
           "many = { sv = \"regioner\", en = \"regions\" }\n"
           "many_definite = { sv = \"regionerna\", en = \"the regions\" }\n"
           "many_genitive = { sv = \"regionernas\", en = \"the regions’\" }\n"
           "reader = { sv = \"regionstyrelsen\", en = \"the regional executive\" }\n\n# Kinds of units");
    const Run simulated = run("simulate --quiet " + path("s"));
    INFO(simulated.err);
    REQUIRE(simulated.status == 0);
    const Run rendered = render();
    INFO(rendered.err);
    REQUIRE(rendered.status == 0);
    REQUIRE(holds(rendered.out, "30 reports, "));
  }

  Run render(const std::string& options = "") const {
    return run("render --language sv " + options + " --output " + path("o") + " " + path("s"));
  }

  /// Codes of organisations whose reports would be made.
  std::set<std::string> planned() const {
    const Run plan = render("--plan");
    REQUIRE(plan.status == 0);
    std::set<std::string> codes;
    const std::regex line("reports/(9[0-9]{3})-[^ ]*\\.sv\\.pdf");
    for (std::sregex_iterator at(plan.out.begin(), plan.out.end(), line), end; at != end; ++at) codes.insert((*at)[1]);
    REQUIRE(holds(plan.out, std::to_string(codes.size()) + " reports would be made, " +
                                std::to_string(30 - codes.size()) + " would come out the same"));
    return codes;
  }

  std::map<std::string, std::string> reports() const {
    std::map<std::string, std::string> all;
    for (const std::string& name : files("o/reports")) all[name] = content(folder / "o/reports" / name);
    return all;
  }
};

std::set<std::string> codes(int first, int last) {
  std::set<std::string> all;
  for (int code = first; code <= last; ++code) all.insert(std::to_string(code));
  return all;
}

/// The first answer of the organisation of this code in this year becomes another.
void change_answer(const RenderedDesk& desk, const std::string& code) {
  const std::string name = "s/answers-2025.csv";
  const std::string text = content(desk.folder / name);
  std::smatch found;
  REQUIRE(std::regex_search(text, found, std::regex("\n" + code + ",2025,[^,]*,[^,]*,[^,]*,([1-5])\n")));
  std::string changed = text;
  char& answer = changed[static_cast<std::size_t>(found.position(1))];
  answer = answer == '1' ? '4' : '1';
  write(desk.folder / name, changed);
}

}  // namespace

TEST_CASE("A changed answer makes the reports of its organisation and of those compared with it, and no other",
          "[commands]") {
  const RenderedDesk desk;
  CHECK(desk.planned().empty());
  const auto before = desk.reports();
  change_answer(desk, "9025");
  // 9030 has too few respondents for results, and so for comparisons.
  CHECK(desk.planned() == codes(9021, 9029));
  CHECK(desk.reports() == before);

  const Run rendered = desk.render();
  CHECK(rendered.status == 0);
  int changed = 0;
  for (const auto& [name, bytes] : desk.reports()) {
    INFO(name);
    CHECK((bytes != before.at(name)) == (name >= "9021" && name < "9030"));
    changed += bytes != before.at(name);
  }
  CHECK(changed == 9);
  CHECK(desk.planned().empty());
}

TEST_CASE("Reports of a run that didn't end are not taken for those of the run before it", "[commands]") {
  const RenderedDesk desk;
  const auto before = desk.reports();
  const std::string manifest = content(desk.folder / "o/manifest.json");
  desk.change("s/survey.toml", "report_date = 2026-02-12", "report_date = 2026-02-20");
  REQUIRE(desk.render("--only 9001 --only 9002").status == 0);
  // Killed before it wrote its manifest; then somebody goes back to what was.
  write(desk.folder / "o/manifest.json", manifest);
  desk.change("s/survey.toml", "report_date = 2026-02-20", "report_date = 2026-02-12");
  CHECK(desk.reports() != before);
  CHECK(desk.planned() == codes(9001, 9002));
  CHECK(desk.render().status == 0);
  CHECK(desk.reports() == before);
}

TEST_CASE("A page for the web doesn't stay beside a report that says something else by now", "[commands]") {
  const RenderedDesk desk;
  const std::string page = "9001-askdala-kommun.sv.html";
  const auto is_there = [&] { return std::filesystem::exists(desk.folder / "o/reports" / page); };
  REQUIRE(desk.render("--html --only 9001").status == 0);
  REQUIRE(is_there());
  REQUIRE(desk.render("--only 9001").status == 0);
  CHECK(is_there());  // they say the same
  desk.change("s/survey.toml", "report_date = 2026-02-12", "report_date = 2026-02-20");
  REQUIRE(desk.render("--only 9001").status == 0);
  CHECK_FALSE(is_there());
  CHECK_FALSE(holds(content(desk.folder / "o/manifest.json"), page));
}

TEST_CASE("A page that nobody asks for again stays while it is true, and goes when its report changes", "[commands]") {
  const RenderedDesk desk;
  const auto pages = [&] {
    std::size_t count = 0;
    for (const std::string& name : desk.files("o/reports")) count += name.ends_with(".html");
    return count;
  };
  REQUIRE(desk.render("--html").status == 0);
  CHECK(pages() == 30);
  REQUIRE(desk.render().status == 0);
  CHECK(pages() == 30);
  CHECK(holds(content(desk.folder / "o/manifest.json"), "9001-askdala-kommun.sv.html"));
  CHECK(desk.planned().empty());
  desk.change("s/survey.toml", "report_date = 2026-02-12", "report_date = 2026-02-20");
  REQUIRE(desk.render().status == 0);
  CHECK(pages() == 0);
  CHECK_FALSE(holds(content(desk.folder / "o/manifest.json"), ".html"));
}

TEST_CASE("A report under an earlier name, or one that can't be made any more, doesn't stay behind", "[commands]") {
  const RenderedDesk desk;
  const std::string old_name = "reports/9001-askdala-kommun.sv.pdf";
  std::string table = content(desk.folder / "s/organisations.csv");
  const auto renamed = [&](const std::string& from, const std::string& to) {
    const std::size_t at = table.find(from);
    REQUIRE(at != std::string::npos);
    table.replace(at, from.size(), to);
    write(desk.folder / "s/organisations.csv", table);
  };
  renamed("Askdala kommun", "Askdalens kommun");
  const Run run = desk.render("--only 9001 --verbose");
  REQUIRE(run.status == 0);
  CHECK(holds(run.err, old_name + ": note: the earlier report is removed"));
  CHECK_FALSE(std::filesystem::exists(desk.folder / "o" / old_name));
  CHECK_FALSE(holds(content(desk.folder / "o/manifest.json"), old_name));
  CHECK(desk.reports().size() == 30);
  // Letters that no font of the theme has.
  renamed("Askdala", "\u6f22\u5b57");
  const Run fails = desk.render("--only 9001");
  CHECK(fails.status == 1);
  CHECK(desk.reports().size() == 29);
  for (const auto& [name, bytes] : desk.reports()) CHECK_FALSE(name.starts_with("9001"));
  CHECK_FALSE(holds(content(desk.folder / "o/manifest.json"), "\"organisation\": \"9001\""));
}

TEST_CASE("A part whose report can't be made any more is joined with the others", "[commands]") {
  const RenderedDesk desk;
  const auto parts = [&] {
    std::vector<int> statuses;
    for (const char* which : {"1/2", "2/2"})
      statuses.push_back(
          desk.run(std::string("render --language sv --only 9001 --only 9002 --only 9003 --only 9004 --shard ") +
                   which + " --output " + desk.path("p") + " " + desk.path("s"))
              .status);
    return *std::max_element(statuses.begin(), statuses.end());
  };
  REQUIRE(parts() == 0);
  REQUIRE(desk.run("merge " + desk.path("p")).status == 0);
  desk.change("s/organisations.csv", "Askdala", "\u6f22\u5b57");
  REQUIRE(parts() == 1);
  const Run merged = desk.run("merge " + desk.path("p"));
  INFO(merged.err);
  CHECK(merged.status == 0);
  CHECK(holds(merged.err, "the report of 9001 could not be made"));
}

TEST_CASE("Parts of other data or of another question are not joined, though only some organisations are asked for",
          "[commands]") {
  const RenderedDesk desk;
  const auto part = [&](const std::string& which, const std::string& where) {
    return desk.run("render --language sv --shard " + which + " --where " + where + " --output " + desk.path("p") +
                    " " + desk.path("s"));
  };
  REQUIRE(part("1/2", "size=S").status == 0);
  REQUIRE(part("2/2", "size=M").status == 0);
  const Run of_two = desk.run("merge " + desk.path("p"));
  CHECK(of_two.status == 1);
  CHECK(holds(of_two.err, "what it was made from has the hash"));
  REQUIRE(part("2/2", "size=S").status == 0);
  std::filesystem::remove_all(desk.folder / "p/reports");  // also those of size M
  REQUIRE(part("1/2", "size=S").status == 0);
  REQUIRE(part("2/2", "size=S").status == 0);
  CHECK(desk.run("merge " + desk.path("p")).status == 0);
  change_answer(desk, "9025");
  REQUIRE(part("2/2", "size=S").status == 0);
  CHECK(desk.run("merge " + desk.path("p")).status == 1);
}

TEST_CASE("A run with a snapshot of statistics says so in its manifest, also where nothing has to be made",
          "[commands]") {
  const RenderedDesk desk;
  const std::string snapshot = " --snapshot " + desk.path("statistics");
  const Run stored = desk.run("statistics --json" + snapshot + " " + desk.path("s"));
  INFO(stored.err);
  REQUIRE(stored.status == 0);
  std::smatch sha256;
  REQUIRE(std::regex_search(stored.out, sha256, std::regex("\"statistics_sha256\": \"([0-9a-f]{64})\"")));
  const auto manifest = [&] { return content(desk.folder / "o/manifest.json"); };
  CHECK_FALSE(holds(manifest(), "statistics_sha256"));
  REQUIRE(desk.render(snapshot).status == 0);
  CHECK(holds(manifest(), sha256[1]));
  REQUIRE(desk.render().status == 0);
  CHECK_FALSE(holds(manifest(), "statistics_sha256"));
  CHECK(desk.render(" --snapshot " + desk.path("nowhere")).status == 2);
}

TEST_CASE("What only its own report shows makes no other report", "[commands]") {
  const RenderedDesk desk;
  const std::string name = "s/participation.csv";
  std::string table = content(desk.folder / name);
  std::smatch found;
  REQUIRE(std::regex_search(table, found, std::regex("\n9004,2025,([0-9]+)\n")));
  table.insert(static_cast<std::size_t>(found.position(1)), "1");  // a thousand more were invited
  write(desk.folder / name, table);
  CHECK(desk.planned() == std::set<std::string>{"9004"});
}

TEST_CASE("What changes nothing in a report doesn't make it again", "[commands]") {
  const RenderedDesk desk;
  const auto before = desk.reports();
  // A remark, and the words of a language that no report is in.
  desk.change("s/survey.toml", "edition = 1", "edition = 1  # as the board decided");
  desk.change("s/survey.toml", "many_genitive = { sv = \"regionernas\", en = \"the regions’\" }",
              "many_genitive = { sv = \"regionernas\", en = \"all regions’\" }");
  CHECK(desk.planned().empty());
  // What one organisation aims at is its own affair.
  desk.change("s/survey.toml", "# targets = \"targets.csv\"", "targets = \"targets.csv\"");
  write(desk.folder / "s/targets.csv", "organisation,node,year,value\n9004,digital_mognad,2027,60\n");
  CHECK(desk.planned() == std::set<std::string>{"9004"});
  REQUIRE(desk.render().status == 0);
  for (const auto& [name, bytes] : desk.reports()) CHECK((bytes != before.at(name)) == name.starts_with("9004"));
}
