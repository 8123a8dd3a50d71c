// What `mognad render` tells of itself while it works and after it.
#include "commands/desk.h"

#include <nlohmann/json.hpp>
#include <sstream>

using namespace mognad::test;
using nlohmann::json;

namespace {

std::vector<json> events_of(const std::string& text) {
  std::istringstream stream(text);
  std::vector<json> events;
  for (std::string line; std::getline(stream, line);) events.push_back(json::parse(line));
  return events;
}

Run render(const Desk& desk, const std::string& options) {
  return desk.run("render --only 9001 " + options + " --output " + desk.path("o") + " " + desk.path("s"));
}

}  // namespace

TEST_CASE("A program that asks for JSON hears of the start, of each report and of the end", "[commands]") {
  const Desk desk;
  const Run run = render(desk, "--json");
  REQUIRE(run.status == 0);
  const auto events = events_of(run.out);
  REQUIRE(events.size() == 4);
  CHECK(events[0]["event"] == "start");
  CHECK(events[0]["organisations"] == 1);
  CHECK(events[0]["shard"] == "1/1");
  for (const int i : {1, 2}) {
    CHECK(events[i]["event"] == "report");
    CHECK(events[i]["organisation"] == "9001");
    CHECK(events[i]["reason"] == "first");
    CHECK(events[i]["failed"] == false);
    CHECK(events[i]["bytes"] == content(desk.folder / "o" / events[i]["file"].get<std::string>()).size());
    CHECK(events[i]["milliseconds"]["layout"] > 0);
  }
  CHECK(events[3]["event"] == "summary");
  CHECK(events[3]["reports"] == 2);
  CHECK(events[3]["unchanged"] == 0);
  CHECK(events[3]["errors"] == 0);
  CHECK(events[3]["stopped"] == false);
  CHECK(events[3]["processor_seconds"] > 0);
  CHECK(events[3]["peak_megabytes"] > 10);
  CHECK(int(events[1]["pages"]) + int(events[2]["pages"]) == events[3]["pages"]);
}

TEST_CASE("A run ends with a table of what was made, what stayed and what it took", "[commands]") {
  const Desk desk;
  const Run first = render(desk, "--language en"), second = render(desk, "");
  for (const char* row :
       {"\n  made now ", "\n  failed ", "\n  seconds ", "\n  seconds of processor time ", "\n  peak memory, MB "})
    CHECK(holds(first.out, row));
  CHECK_FALSE(holds(first.out, "made before"));
  CHECK(holds(second.out, "made before, would come out the same           1\n"));
}

TEST_CASE("The profile shares out all processor time, and is there when nothing is made", "[commands]") {
  const Desk desk;
  const Run run = render(desk, "--profile");
  REQUIRE(run.status == 0);
  for (const char* row : {"reading", "statistics", "composing", "layout", "pdf", "hashing", "writing", "other"})
    CHECK(holds(run.out, std::string("\n  ") + row + " "));
  CHECK_FALSE(holds(run.out, "\n  web "));
  const auto again = events_of(render(desk, "--profile --json").out);
  REQUIRE(again.size() == 5);
  CHECK(again[0]["event"] == "start");
  CHECK(again[0]["organisations"] == 1);
  for (const int i : {1, 2}) {
    CHECK(again[i]["event"] == "report");
    CHECK(again[i]["reason"] == "unchanged");
    CHECK(again[i]["bytes"] == content(desk.folder / "o" / again[i]["file"].get<std::string>()).size());
    CHECK(again[i]["pages"] > 5);
  }
  CHECK(again[3]["unchanged"] == 2);
  const json& profile = again[4];
  CHECK(profile["event"] == "profile");
  double sum = profile["other"];
  for (const auto& [phase, spent] : profile["milliseconds"].items()) sum += double(spent);
  CHECK(sum == Approx(double(profile["all"])).margin(0.1));
  CHECK_FALSE(profile["milliseconds"].contains("layout"));
}
