// What is promised of bad disks: the exact words, the exit status, and old or new files, never halves.
#include <unistd.h>
#include <catch2/catch.hpp>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "support/survey_folder.h"

using namespace mognad::test;
namespace fs = std::filesystem;

namespace {

std::string content(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

/// Runs the program with the system call failing as on a full disk (ENOSPC is 28).
std::string failing(const char* call) {
  return std::string(
             "LD_PRELOAD='/usr/lib/fiu/fiu_run_preload.so /usr/lib/fiu/fiu_posix_preload.so' FIU_ENABLE='enable "
             "name=posix/io/") +
         call + ",failinfo=28'";
}

bool can_fail() {
#ifdef __SANITIZE_ADDRESS__
  WARN("a preloaded library and AddressSanitizer don't bear each other: full disks were not tried");
  return false;
#endif
  if (fs::exists("/usr/lib/fiu/fiu_posix_preload.so")) return true;
  WARN("libfiu is not installed: full disks were not tried");
  return false;
}

}  // namespace

TEST_CASE("A link in place of an output is replaced, and what it led to is untouched", "[promise]") {
  const SurveyFolder folder{SmallFiles()};
  folder.write("theirs", "theirs");
  fs::create_directories(folder.path("o/statistics"));
  fs::create_symlink("../../theirs", folder.path("o/statistics/national.csv"));
  const Told told = folder.run("statistics --quiet --format csv --only 9001 --output o s");
  CHECK(told.err == "");
  CHECK(told.status == 0);
  CHECK(content(folder.path("theirs")) == "theirs");
  CHECK_FALSE(fs::is_symlink(folder.path("o/statistics/national.csv")));
}

TEST_CASE("Nothing is written through a link to another folder inside the output folder", "[promise]") {
  const SurveyFolder folder{SmallFiles()};
  fs::create_directories(folder.path("theirs"));
  fs::create_directories(folder.path("o"));
  fs::create_directory_symlink("../theirs", folder.path("o/statistics"));
  const Told told = folder.run("statistics --quiet --format csv --only 9001 --output o s");
  CHECK(told.err ==
        "o/statistics: error: a link stands in place of this folder, and nothing is written through it\n"
        "    remove the link, or name another folder: --output FOLDER\n");
  CHECK(told.status == 4);
  CHECK(fs::is_empty(folder.path("theirs")));
}

TEST_CASE("An output folder that can't be made is told", "[promise]") {
  const SurveyFolder folder{SmallFiles()};
  folder.write("o", "a file");
  const Told told = folder.run("statistics --quiet --format csv --output o/p s");
  CHECK(told.err == "o/p: error: can't make the folder: Not a directory\n");
  CHECK(told.status == 4);
  CHECK(content(folder.path("o")) == "a file");
}

TEST_CASE("A folder that may not be written to is told", "[promise]") {
  // /proc takes no file, not even from root.
  const Told told = SurveyFolder{SmallFiles()}.run("statistics --quiet --snapshot /proc/mognad/s.csv s");
  CHECK(told.err == "/proc/mognad: error: can't make the folder: No such file or directory\n");
  CHECK(told.status == 4);
}

TEST_CASE("On a full disk the old file stays and no part is left", "[promise]") {
  if (!can_fail()) return;
  const SurveyFolder folder{SmallFiles()};
  for (const char* call : {"rw/write", "sync/fsync"}) {
    INFO(call);
    folder.write("old.csv", "old");
    const Told told = folder.run("statistics --quiet --snapshot old.csv s", failing(call));
    CHECK(told.err == "old.csv: error: can't write: No space left on device\n");
    CHECK(told.status == 4);
    CHECK(content(folder.path("old.csv")) == "old");
    for (const auto& entry : fs::directory_iterator(folder.path("."))) CHECK(entry.path().extension() != ".part");
  }
}
