#include "batch/gallery_state.h"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace mognad;

namespace {

GalleryState state_of_two() {
  GalleryState state;
  state.files = {"index.html", "gallery/style.css", "gallery/data/0001.js"};
  state.reports["9001-askdala.sv"] = {"c1", "r1", "b1", 300, 424, {PageChange::none, PageChange::changed}, {"Askdala"}};
  state.reports["9002-borby.sv"] = {"", "r1", "", 0, 0, {}, {}};
  return state;
}

bool among_files(const std::vector<std::string>& files, const std::string& name) {
  return std::find(files.begin(), files.end(), name) != files.end();
}

}  // namespace

TEST_CASE("A gallery's state comes back from its text as it was", "[batch][gallery]") {
  const GalleryState state = state_of_two();
  const GalleryState back = GalleryState::read(state.text());
  CHECK(back.text() == state.text());
  const ShownReport* report = back.find("9001-askdala.sv");
  REQUIRE(report);
  CHECK(report->before == "b1");
  CHECK(report->columns == 300);
  CHECK(report->pages.size() == 2);
  CHECK(report->left_out == std::vector<std::string>{"Askdala"});
  CHECK(back.files == state.files);
  CHECK(back.find("9003") == nullptr);
}

TEST_CASE("A state names no file but a gallery's own, whatever was written into it", "[batch][gallery]") {
  for (const char* name : {"reports/9001-askdala.sv.pdf", "gallery/../manifest.json", "gallery/pages/../../x",
                           "/etc/passwd", "manifest.json", "gallery/", "gallery/data/.x", "gallery/data/a/b"}) {
    INFO(name);
    CHECK(GalleryState::read("mognad gallery 1\nfile\t" + std::string(name) + "\n").files.empty());
  }
  for (const char* id : {"../x", "a/b", ".x", ""}) {
    INFO(id);
    CHECK(GalleryState::read("mognad gallery 1\nreport\t" + std::string(id) + "\tc\tr\t\t1\t1\t\n").reports.empty());
  }
  CHECK(GalleryState::read("mognad gallery 1\nreport\tx\tc\tr\t\t1\t1\t?\n").reports.empty());
  CHECK(GalleryState::read("mognad gallery 1\nreport\tx\tc\tr\t\t-1\t1\t\n").reports.empty());
  CHECK(GalleryState::read("another program 1\nfile\tindex.html\n").files.empty());
}

TEST_CASE("A label with a line break stays one label of its report", "[batch][gallery]") {
  GalleryState state = state_of_two();
  state.reports["9001-askdala.sv"].left_out = {"Ask\nreport\tx", "Borby"};
  const GalleryState back = GalleryState::read(state.text());
  CHECK(back.reports.size() == 2);
  CHECK(back.find("9001-askdala.sv")->left_out.size() == 2);
}

TEST_CASE("A report's files are those that its pages need and no more", "[batch][gallery]") {
  ShownReport report{"c", "r", "b", 300, 424, {PageChange::none, PageChange::changed, PageChange::gone}, {}};
  const std::vector<std::string> files = files_of("x.sv", report);
  CHECK(files.size() == 7);
  for (const char* name :
       {"gallery/x.sv.html", "gallery/pictures/x.sv.png", "gallery/pages/x.sv/1.png", "gallery/pages/x.sv/2.png",
        "gallery/pages/x.sv/2.before.png", "gallery/pages/x.sv/2.difference.png", "gallery/pages/x.sv/3.before.png"}) {
    INFO(name);
    CHECK(among_files(files, name));
  }
  CHECK(files_of("x.sv", {}) == std::vector<std::string>{"gallery/x.sv.html"});
}
