#include "files/disk_files.h"

#include <unistd.h>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>

using namespace mognad;
namespace fs = std::filesystem;

namespace {

/// A folder of its own that is removed with its content.
struct Folder {
  fs::path path = fs::temp_directory_path() / ("mognad-files-" + std::to_string(::getpid()));
  Folder() {
    fs::remove_all(path);
    fs::create_directories(path);
  }
  ~Folder() { fs::remove_all(path); }
  std::string operator/(const std::string& name) const { return (path / name).string(); }
  int parts() const {
    int count = 0;
    for (const auto& entry : fs::recursive_directory_iterator(path)) count += entry.path().extension() == ".part";
    return count;
  }
};

std::string content(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace

TEST_CASE("What is written whole is read back, byte for byte", "[files]") {
  const Folder folder;
  DiskFiles files;
  const std::string bytes("a\0\r\n\xFFz", 6);
  CHECK_FALSE(files.write_whole(folder / "a.bin", bytes));
  CHECK(*files.read(folder / "a.bin") == bytes);
  CHECK_FALSE(files.write_whole(folder / "empty", ""));
  CHECK(files.read(folder / "empty")->empty());
  const std::string large(3'000'000, 'x');
  CHECK_FALSE(files.write_whole(folder / "large", large));
  CHECK(*files.read(folder / "large") == large);
}

TEST_CASE("Folders are made on the way to a file", "[files]") {
  const Folder folder;
  DiskFiles files;
  CHECK_FALSE(files.write_whole(folder / "a/b/å.txt", "x"));
  CHECK(content(folder / "a/b/å.txt") == "x");
  REQUIRE(files.write_lines(folder / "c/d/journal", ""));
  CHECK(files.exists(folder / "c/d/journal"));
}

TEST_CASE("A file that is there is replaced whole, and nothing else stays", "[files]") {
  const Folder folder;
  DiskFiles files;
  CHECK_FALSE(files.write_whole(folder / "a", "a long first content"));
  CHECK_FALSE(files.write_whole(folder / "a", "b"));
  CHECK(content(folder / "a") == "b");
  CHECK(files.list(folder.path.string()) == std::vector<std::string>{"a"});
}

TEST_CASE("A write over a folder fails, names the path and leaves no part behind", "[files]") {
  const Folder folder;
  DiskFiles files;
  fs::create_directories(folder.path / "target");
  const auto problem = files.write_whole(folder / "target", "x");
  REQUIRE(problem);
  CHECK(problem->place.file == folder / "target");
  CHECK(problem->message.find("can't write") != std::string::npos);
  CHECK(fs::is_directory(folder.path / "target"));
  CHECK(folder.parts() == 0);
}

TEST_CASE("A write below a file fails, and the file is untouched", "[files]") {
  const Folder folder;
  DiskFiles files;
  CHECK_FALSE(files.write_whole(folder / "a", "x"));
  CHECK(files.write_whole(folder / "a/b", "y"));
  CHECK_FALSE(files.write_lines(folder / "a/b", ""));
  CHECK(content(folder / "a") == "x");
  CHECK(folder.parts() == 0);
}

TEST_CASE("A device is neither written nor replaced nor read", "[files]") {
  DiskFiles files;
  const std::string told = "can't write: a device or a pipe stands there, expected a file or nothing";
  CHECK(files.write_whole("/dev/null", "x")->message == told);
  CHECK(files.write_lines("/dev/null", "").problems.at(0).message == told);
  CHECK(fs::is_character_file("/dev/null"));
  CHECK(files.read("/dev/zero").problems.at(0).message == "can't read: it is a device, expected a file or a pipe");
  CHECK_FALSE(files.open("/dev/zero"));
}

TEST_CASE("A link in place of a file is replaced, and what it leads to is untouched", "[files]") {
  const Folder folder;
  DiskFiles files;
  CHECK_FALSE(files.write_whole(folder / "theirs", "theirs"));
  for (const char* name : {"whole", "lines"}) fs::create_symlink("theirs", folder.path / name);
  fs::create_hard_link(folder.path / "theirs", folder.path / "hard");
  CHECK_FALSE(files.write_whole(folder / "whole", "ours"));
  for (const char* name : {"lines", "hard"}) {
    const auto lines = files.write_lines(folder / name, "");
    REQUIRE(lines);
    CHECK_FALSE((*lines)->write_line("ours"));
    CHECK(content(folder / name) == "ours\n");
  }
  CHECK(content(folder / "whole") == "ours");
  CHECK(content(folder / "theirs") == "theirs");
  CHECK_FALSE(fs::is_symlink(folder.path / "whole"));
}

TEST_CASE("The output folder may be a link, a folder inside it may not", "[files]") {
  const Folder folder;
  DiskFiles files;
  fs::create_directories(folder.path / "elsewhere");
  fs::create_symlink("elsewhere", folder.path / "out");
  CHECK_FALSE(files.write_below(folder / "out", "reports/a.pdf", "x"));
  CHECK(content(folder / "elsewhere/reports/a.pdf") == "x");
  fs::create_directories(folder.path / "theirs");
  fs::create_symlink("../theirs", folder.path / "elsewhere/figures");
  const auto problem = files.write_below(folder / "out", "figures/a.svg", "x");
  REQUIRE(problem);
  CHECK(problem->place.file == folder / "out/figures");
  CHECK(problem->message == "a link stands in place of this folder, and nothing is written through it");
  CHECK(fs::is_empty(folder.path / "theirs"));
}

TEST_CASE("A name that leads out of the output folder is refused", "[files]") {
  const Folder folder;
  DiskFiles files;
  for (const char* name : {"../a", "a/../../b", "/tmp/mognad-outside", ".", "..", "", "a/", "./a"}) {
    INFO(name);
    CHECK(files.write_below(folder / "out", name, "x"));
  }
  CHECK(fs::is_empty(folder.path));
}

TEST_CASE("Two paths of one file are the same when links are resolved", "[files]") {
  const Folder folder;
  DiskFiles files;
  CHECK_FALSE(files.write_whole(folder / "a/b", "x"));
  fs::create_symlink("a", folder.path / "link");
  CHECK(files.real_path(folder / "link/../link/./b") == files.real_path(folder / "a/b"));
  CHECK(files.real_path(folder / "a/c") != files.real_path(folder / "a/b"));
}

TEST_CASE("A name too long for the disk is told and leaves nothing behind", "[files]") {
  const Folder folder;
  DiskFiles files;
  CHECK(files.write_whole(folder / std::string(300, 'n'), "x"));
  CHECK(files.list(folder.path.string()).empty());
}

TEST_CASE("Reading what is missing or a folder names the path and why", "[files]") {
  const Folder folder;
  const DiskFiles files;
  const auto missing = files.read(folder / "nowhere");
  REQUIRE(missing.problems.size() == 1);
  CHECK(missing.problems[0].place.file == folder / "nowhere");
  CHECK(missing.problems[0].message == "can't read: No such file or directory");
  CHECK(files.read(folder.path.string()).problems.at(0).message == "can't read: Is a directory");
}

TEST_CASE("A file whose size the system doesn't tell is read to its end", "[files]") {
  CHECK_FALSE(DiskFiles().read("/proc/self/status")->empty());
}

TEST_CASE("Lines are in the file before the next is written", "[files]") {
  const Folder folder;
  DiskFiles files;
  CHECK_FALSE(files.write_whole(folder / "j", "old\n"));
  const auto lines = files.write_lines(folder / "j", "");
  REQUIRE(lines);
  CHECK(content(folder / "j").empty());
  CHECK_FALSE((*lines)->write_line("one"));
  CHECK(content(folder / "j") == "one\n");
  CHECK_FALSE((*lines)->write_line("två"));
  CHECK(content(folder / "j") == "one\ntvå\n");
}

TEST_CASE("Removing what is not there is no problem", "[files]") {
  const Folder folder;
  DiskFiles files;
  CHECK_FALSE(files.write_whole(folder / "a", "x"));
  CHECK_FALSE(files.remove(folder / "a"));
  CHECK_FALSE(files.exists(folder / "a"));
  CHECK_FALSE(files.remove(folder / "a"));
}

TEST_CASE("A list names the files of a folder, sorted by bytes, and no folders", "[files]") {
  const Folder folder;
  DiskFiles files;
  for (const char* name : {"b", "a", "B", "å", "sub/c"}) CHECK_FALSE(files.write_whole(folder / name, "x"));
  CHECK(files.list(folder.path.string()) == std::vector<std::string>{"B", "a", "b", "å"});
  CHECK(files.list(folder / "nowhere").empty());
}

TEST_CASE("What is its owner's alone is so whoever might read what it replaces, and so are folders made for it",
          "[files]") {
  const Folder folder;
  DiskFiles files;
  const auto others = [&](const std::string& name) {
    return fs::status(folder / name).permissions() & (fs::perms::group_all | fs::perms::others_all);
  };
  CHECK_FALSE(files.write_below(folder / "out", "open/a", "x"));
  CHECK(others("out/open/a") != fs::perms::none);
  CHECK_FALSE(write_private_below(files, folder / "out", "open/a", "y"));
  CHECK_FALSE(write_private_below(files, folder / "out", "made/b", "z"));
  CHECK(content(folder / "out/open/a") == "y");
  for (const char* name : {"out/open/a", "out/made", "out/made/b"}) CHECK(others(name) == fs::perms::none);
  CHECK(write_private_below(files, folder / "out", "../c", "x"));
}

TEST_CASE("A file that is written in parts is there as a whole, or as it was", "[files]") {
  const Folder folder;
  DiskFiles files;
  const auto parts = [&](const auto& part) {
    part("x");
    CHECK_FALSE(fs::exists(folder / "out/a"));
    part("");
    part("yz");
  };
  CHECK_FALSE(write_private_below(files, folder / "out", "a", FileParts(parts)));
  CHECK(content(folder / "out/a") == "xyz");
  CHECK(files.list(folder / "out") == std::vector<std::string>{"a"});
}
