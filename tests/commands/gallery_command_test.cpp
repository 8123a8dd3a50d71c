// `mognad gallery` as a user runs it.
#include <catch2/catch.hpp>

#include "commands/desk.h"

using namespace mognad::test;

namespace {

struct GalleryDesk : Desk {
  GalleryDesk() { REQUIRE(run("simulate --quiet " + path("s")).status == 0); }

  Run on_survey(const std::string& command) const {
    return run(command + " --language sv --output " + path("o") + " " + path("s"));
  }
  bool is_there(const std::string& name) const { return std::filesystem::exists(folder / "o" / name); }
};

}  // namespace

TEST_CASE("Reports are rendered and looked through in one step, and the folder still verifies", "[commands][gallery]") {
  const GalleryDesk desk;
  const Run made = desk.on_survey("render --only 9001 --only 9002 --gallery");
  INFO(made.err << made.out);
  REQUIRE(made.status == 0);
  CHECK(holds(made.out, "2 reports to look at in " + desk.path("o") + "/index.html"));
  CHECK(desk.is_there("index.html"));
  CHECK(desk.is_there("gallery/9001-askdala-kommun.sv.html"));
  CHECK(desk.is_there("gallery/pictures/9001-askdala-kommun.sv.png"));
  CHECK_FALSE(desk.is_there("gallery/pages"));
  const Run verified = desk.run("verify " + desk.path("o"));
  INFO(verified.out << verified.err);
  CHECK(verified.status == 0);
  CHECK(holds(verified.out, ", 0 findings"));

  const Run full = desk.on_survey("gallery --json --full --only 9001");
  INFO(full.err);
  CHECK(full.status == 0);
  CHECK(holds(full.out, "\"reports\": 1, "));
  CHECK(holds(full.out, "\"missing\": 0}"));
  CHECK(desk.is_there("gallery/pages/9001-askdala-kommun.sv/2.png"));
  CHECK(desk.is_there("gallery/9002-bjorkviks-kommun.sv.html"));

  const Run rest = desk.on_survey("gallery --where size=M --only 9001 --only 9003");
  CHECK(rest.status == 2);
  CHECK(holds(rest.err, "there is no finished report to show"));
}

TEST_CASE("What can't have a gallery is refused before a file is written", "[commands][gallery]") {
  const GalleryDesk desk;
  const Run none = desk.on_survey("gallery");
  CHECK(none.status == 2);
  CHECK(holds(none.err, "there is no finished report to show"));
  CHECK(holds(none.err, "mognad render --gallery SURVEY"));
  for (const char* wrong : {"render --gallery=all", "render --gallery --plan", "render --gallery --shard 1/2",
                            "render --gallery --combine size=S", "gallery --shard 1/2"}) {
    INFO(wrong);
    CHECK(desk.on_survey(wrong).status == 3);
  }
  CHECK(desk.files("o").empty());
}
