#include "files/file_stamp.h"

#include <unistd.h>

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>

using namespace mognad;
namespace fs = std::filesystem;

TEST_CASE("A stamp changes when a file is written to or another is put in its place, and not otherwise", "[files]") {
  const fs::path path = fs::temp_directory_path() / ("mognad-stamp-" + std::to_string(::getpid()));
  const auto write = [](const fs::path& to, const char* text) { std::ofstream(to) << text; };
  CHECK(file_stamp(path.string()).empty());
  write(path, "one");
  const std::string first = file_stamp(path.string());
  CHECK_FALSE(first.empty());
  CHECK(file_stamp(path.string()) == first);
  const fs::path other = path.string() + "-other";
  write(other, "two");
  fs::last_write_time(other, fs::last_write_time(path));  // nothing but its inode tells
  fs::rename(other, path);
  const std::string second = file_stamp(path.string());
  CHECK(second != first);
  std::ofstream(path, std::ios::app) << "more";
  CHECK(file_stamp(path.string()) != second);
  fs::remove(path);
}
