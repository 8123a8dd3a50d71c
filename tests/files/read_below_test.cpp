#include "files/read_below.h"

#include <catch2/catch.hpp>

#include "files/disk_files.h"
#include "support/programs.h"

using namespace mognad;
using namespace mognad::test;

TEST_CASE("What is read back lies where it was written: no link is followed below the folder", "[files]") {
  const ScratchFolder scratch("read-below");
  namespace fs = std::filesystem;
  fs::create_directories(scratch.path("real/reports"));
  scratch.write("real/reports/a.pdf", "a");
  scratch.write("elsewhere.pdf", "another's");
  fs::create_symlink(scratch.path("elsewhere.pdf"), scratch.path("real/reports/link.pdf"));
  fs::create_symlink("a.pdf", scratch.path("real/reports/near.pdf"));
  fs::create_directory_symlink(scratch.path("real/reports"), scratch.path("real/linked"));
  fs::create_directory_symlink(scratch.path("real"), scratch.path("way"));
  const DiskFiles files;

  CHECK(*read_below(scratch.path("real"), "reports/a.pdf", files) == "a");
  CHECK(*read_below(scratch.path("way"), "reports/a.pdf", files) == "a");  // the way to the folder is the user's choice
  for (const char* name : {"reports/link.pdf", "reports/near.pdf", "linked/a.pdf"}) {
    const auto read = read_below(scratch.path("real"), name, files);
    INFO(name);
    CHECK_FALSE(read);
    REQUIRE(read.problems.size() == 1);
    CHECK(read.problems[0].message.find("a link stands in place") != std::string::npos);
  }
}

TEST_CASE("A name that leads out of the folder is not read", "[files]") {
  const ScratchFolder scratch("read-below");
  scratch.write("a.pdf", "a");
  std::filesystem::create_directories(scratch.path("out/reports"));
  const DiskFiles files;
  for (const std::string& name : {std::string("../a.pdf"), std::string("reports/../../a.pdf"), scratch.path("a.pdf"),
                                  std::string("./../a.pdf"), std::string()}) {
    INFO(name);
    CHECK_FALSE(read_below(scratch.path("out"), name, files));
  }
}
