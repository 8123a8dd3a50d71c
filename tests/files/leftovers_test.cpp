#include "files/leftovers.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>
#include <catch2/catch.hpp>
#include <ctime>
#include <filesystem>
#include <fstream>

#include "files/disk_files.h"
#include "files/temporary_name.h"

using namespace mognad;
namespace fs = std::filesystem;

namespace {

/// A folder of its own that is removed with its content.
struct Folder {
  fs::path path = fs::temp_directory_path() / ("mognad-leftovers-" + std::to_string(::getpid()));
  Folder() {
    fs::remove_all(path);
    fs::create_directories(path / "reports/inner");
  }
  ~Folder() { fs::remove_all(path); }

  void put(const std::string& name, std::time_t seconds_ago = 0) const {
    std::ofstream(path / name) << "half";
    const timespec then{std::time(nullptr) - seconds_ago, 0};
    const timespec times[2] = {then, then};
    REQUIRE(::utimensat(AT_FDCWD, (path / name).c_str(), times, 0) == 0);
  }
  bool has(const std::string& name) const { return fs::exists(fs::symlink_status(path / name)); }
  void sweep() const { remove_leftovers(path.string(), {"reports"}); }
};

/// With the number of another process in place of this one's.
std::string of_process(int process, const std::string& name) {
  std::string temporary = temporary_name(name);
  const std::string own = "-" + std::to_string(::getpid()) + "-";
  return temporary.replace(temporary.rfind(own), own.size(), "-" + std::to_string(process) + "-");
}

/// With the place of a process of another machine.
std::string of_other_machine(const std::string& name) {
  std::string temporary = temporary_name(name);
  const std::size_t place = temporary.find('.', name.size()) + 1;
  temporary[place] = temporary[place] == 'f' ? '0' : 'f';
  return temporary;
}

/// The number of a process that was.
int ended_process() {
  const pid_t child = ::fork();
  if (child == 0) ::_exit(0);
  int status = 0;
  REQUIRE(::waitpid(child, &status, 0) == child);
  return child;
}

}  // namespace

TEST_CASE("A temporary name tells who writes, and is another each time", "[files]") {
  const std::string name = temporary_name("a.b-1.pdf");
  CHECK(name.starts_with("a.b-1.pdf."));
  const auto writer = writer_of(name);
  REQUIRE(writer);
  CHECK(writer->process == ::getpid());
  CHECK(temporary_name("a.b-1.pdf") != name);
}

TEST_CASE("Other names are nobody's temporary ones", "[files]") {
  for (const char* name :
       {"a.pdf", "a.part", ".part", "a.pdf.12-3.part", "a.pdf.0123abcd-12.part", "a.pdf.0123abcd-x-3.part",
        "a.pdf.0123abcd-12-3", "a.pdf.0123abcD-12-3.part", "a.pdf.0123abcd-0-3.part", "a.pdf.0123abcd--1-3.part",
        ".0123abcd-12-3.part", "a.pdf.0123abcd-99999999999-3.part"}) {
    INFO(name);
    CHECK_FALSE(writer_of(name));
  }
  CHECK(writer_of("a.pdf.0123abcd-12-3.part"));
}

TEST_CASE("What a process of this machine left when it ended is removed, here and below", "[files]") {
  const Folder folder;
  const int gone = ended_process();
  const std::string top = of_process(gone, "manifest.json"), report = "reports/" + of_process(gone, "a.pdf"),
                    inner = "reports/inner/" + of_process(gone, "b.svg");
  for (const std::string& name : {top, report, inner}) folder.put(name);
  folder.sweep();
  for (const std::string& name : {top, report, inner}) CHECK_FALSE(folder.has(name));
}

TEST_CASE("What an earlier process with this one's number left is removed", "[files]") {
  const Folder folder;
  const std::string own = temporary_name("a.pdf");
  folder.put(own);
  folder.sweep();
  CHECK_FALSE(folder.has(own));
}

TEST_CASE("What a living process writes stays", "[files]") {
  const Folder folder;
  const std::string parents = "reports/" + of_process(::getppid(), "a.pdf");
  folder.put(parents);
  folder.sweep();
  CHECK(folder.has(parents));
}

TEST_CASE("What another machine writes stays for an hour", "[files]") {
  const Folder folder;
  const std::string young = of_other_machine("a.pdf"), old = of_other_machine("b.pdf");
  folder.put(young, 3000);
  folder.put(old, 4000);
  folder.sweep();
  CHECK(folder.has(young));
  CHECK_FALSE(folder.has(old));
}

TEST_CASE("Finished files, other people's parts, links and other folders are left alone", "[files]") {
  const Folder folder;
  const int gone = ended_process();
  const std::string link = of_process(gone, "link"), elsewhere = "theirs/" + of_process(gone, "a.pdf");
  fs::create_directories(folder.path / "theirs");
  fs::create_directory_symlink("../theirs", folder.path / "reports/linked");
  for (const std::string& name : {std::string("a.pdf"), std::string("download.part"), elsewhere})
    folder.put(name, 9000);
  fs::create_symlink("a.pdf", folder.path / link);
  folder.sweep();
  for (const std::string& name : {std::string("a.pdf"), std::string("download.part"), elsewhere, link}) {
    INFO(name);
    CHECK(folder.has(name));
  }
}

TEST_CASE("A folder that isn't there has no leftovers, and none is made", "[files]") {
  const Folder folder;
  DiskFiles files;
  files.remove_leftovers((folder.path / "none").string(), {"reports"});
  CHECK_FALSE(folder.has("none"));
}

TEST_CASE("A file is written although an earlier process left one of the same temporary name", "[files]") {
  const Folder folder;
  DiskFiles files;
  std::string next = temporary_name("a.pdf");
  const std::size_t dash = next.rfind('-') + 1, dot = next.rfind('.');
  const int number = std::stoi(next.substr(dash, dot - dash)) + 1;
  next.replace(dash, dot - dash, std::to_string(number));
  folder.put(next);
  CHECK_FALSE(files.write_whole((folder.path / "a.pdf").string(), "whole"));
  CHECK(files.read((folder.path / "a.pdf").string()).operator*() == "whole");
  CHECK(folder.has(next));
}
