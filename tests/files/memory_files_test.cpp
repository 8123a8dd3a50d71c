#include "files/memory_files.h"

#include <catch2/catch.hpp>

using namespace mognad;
using Texts = std::map<std::string, std::string>;

TEST_CASE("Memory reads back what was written, and tells what is missing as the disk does", "[files]") {
  MemoryFiles files;
  CHECK_FALSE(files.write_whole("a/b", "x"));
  CHECK(*files.read("a/b") == "x");
  CHECK(files.exists("a/b"));
  CHECK(files.read("a/c").problems.at(0).message == "can't read: No such file or directory");
  CHECK(files.read("a/c").problems.at(0).place.file == "a/c");
}

TEST_CASE("A refused path keeps its old content and leaves others alone", "[files]") {
  MemoryFiles files(Texts{{"a", "old"}});
  files.refuse("a");
  const auto problem = files.write_whole("a", "new");
  REQUIRE(problem);
  CHECK(problem->place.file == "a");
  CHECK(*files.read("a") == "old");
  CHECK_FALSE(files.write_whole("b", "new"));
}

TEST_CASE("Lines grow a file in memory, and a refused one tells", "[files]") {
  MemoryFiles files(Texts{{"j", "old\n"}});
  const auto lines = files.write_lines("j", "");
  REQUIRE(lines);
  CHECK(files.read("j")->empty());
  CHECK_FALSE((*lines)->write_line("one"));
  CHECK(*files.read("j") == "one\n");
  files.refuse("j");
  CHECK((*lines)->write_line("two"));
  CHECK(*files.read("j") == "one\n");
}

TEST_CASE("A list in memory names the files of a folder and none below or beside it", "[files]") {
  const MemoryFiles files(Texts{{"f/b", ""}, {"f/a", ""}, {"f/g/c", ""}, {"ff/d", ""}, {"e", ""}});
  CHECK(files.list("f") == std::vector<std::string>{"a", "b"});
  CHECK(files.list("f/") == std::vector<std::string>{"a", "b"});
  CHECK(files.list("nowhere").empty());
}

TEST_CASE("Removing takes a file away", "[files]") {
  MemoryFiles files(Texts{{"a", "x"}});
  CHECK_FALSE(files.remove("a"));
  CHECK_FALSE(files.exists("a"));
  CHECK_FALSE(files.remove("a"));
}
